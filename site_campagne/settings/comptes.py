"""Accounts (django-allauth): a code by e-mail for the people of resources, two factors for the staff."""

ACCOUNT_ADAPTER = "reseau.adaptateur.AdaptateurDeCompte"
ACCOUNT_FORMS = {
    "request_login_code": "reseau.forms_connexion.AdresseForm",
    "confirm_login_code": "reseau.forms_connexion.CodeForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # seconds
ACCOUNT_LOGIN_TIMEOUT = ACCOUNT_LOGIN_BY_CODE_TIMEOUT
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# It would otherwise lead back to the code page whoever wants to correct their address.
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
# Its keys hold the address and a plain hash of the e-mail; `reseau.quotas` counts in its place.
ACCOUNT_RATE_LIMITS = False

# A person of a resource has no password: the staff leave it empty.
WAGTAILUSERS_PASSWORD_REQUIRED = False

# The staff: a password, then a code of an application. Off in `dev` only; a system check refuses it anywhere else.
EXIGER_SECOND_FACTEUR = True
MFA_ADAPTER = "reseau.adaptateur.AdaptateurDuFacteur"
MFA_TOTP_ISSUER = "Journée de l’alternative"
# A phone whose clock is half a minute off still works.
MFA_TOTP_TOLERANCE = 1
# Administration gives a new password; a mail that resets one would open the admin to whoever reads the mail.
WAGTAIL_PASSWORD_RESET_ENABLED = False
