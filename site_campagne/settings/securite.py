"""What the browser is told to refuse, and what the server never gives out."""

from csp.constants import NONE, SELF

from .donnees import S3, STOCKAGE
from .noyau import env
from .s3 import AccesS3

SECRET_KEY = env.str("SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = [f"https://{hote}" for hote in ALLOWED_HOSTS if not hote.startswith(("*", "."))]
# How many reverse proxies stand in front and append to X-Forwarded-For.
PROXYS_DE_CONFIANCE = env.int("PROXYS_DE_CONFIANCE", default=0)
if PROXYS_DE_CONFIANCE:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_AGE = 8 * 3600
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"

# What our pages ask of a device: to copy or share an address, to watch a video. The rest is refused, to us as well.
DEMANDEES = "autoplay clipboard-write fullscreen picture-in-picture"
REFUSEES = """
    accelerometer browsing-topics camera clipboard-read display-capture encrypted-media gamepad geolocation
    gyroscope hid identity-credentials-get idle-detection local-fonts magnetometer microphone midi otp-credentials
    payment publickey-credentials-create publickey-credentials-get screen-wake-lock serial storage-access usb
    window-management xr-spatial-tracking
"""
PERMISSIONS = {nom: ["self"] for nom in DEMANDEES.split()} | {nom: [] for nom in REFUSEES.split()}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{nom}"}
    for nom in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]


def politique(stockage: str, s3: AccesS3 | None) -> dict[str, dict[str, list[str]]]:
    """Return the policy of the public side: nothing inline, nothing from elsewhere but the buckets that are in use."""
    fichiers = [s3.source(s3.seau_prive)] if s3 and stockage == "s3" else []
    statiques = [SELF, *([s3.source(s3.seau_public)] if s3 and s3.seau_public else [])]
    return {
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": statiques,
            "style-src": statiques,
            "img-src": [*statiques, *fichiers],
            "font-src": statiques,
            "media-src": [SELF, *fichiers],
            "connect-src": [SELF],
            "manifest-src": statiques,
            "form-action": [SELF],
            "base-uri": [NONE],
            "frame-ancestors": [NONE],
        }
    }


CONTENT_SECURITY_POLICY = politique(STOCKAGE, S3)

# Where the secrets of the raw words are: files outside the database and outside its backups.
TROUSSEAU = env.str("TROUSSEAU")
POIVRE = env.str("POIVRE")
CREER_SECRETS = False

# A deposit is at most 20 000 characters; the import of a workshop at most 2 MB.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
# A long text full of names has one decision, of five fields, for each of at most 2,000 passages.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 12_000
