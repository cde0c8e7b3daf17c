"""The door of the staff: a password, a code, and where the application of codes is enrolled.

Everything here stands under `/admin/login/`, the only addresses of the admin where a session that has not shown its
second factor is somebody's (`intergiciel.py`).
"""

from typing import Any

from allauth.account.internal.flows.login import perform_password_login, record_authentication
from allauth.account.models import Login
from allauth.account.stages import LoginStageController
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.contrib.auth import logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django.views.generic.edit import FormView

from .. import avis
from ..adaptateur import AdaptateurDuFacteur
from ..connexion import ouvre_l_administration
from ..forms_second_facteur import CodeDuFacteurForm, InscriptionForm, MotDePasseForm
from ..models import Compte
from ..qr import tracer
from ..second_facteur import (
    chiffrer,
    codes_restants,
    dechiffrer,
    est_complete,
    facteur_de,
    oublier,
    par_mot_de_passe,
    renouveler_les_codes,
)
from ..taches import envoyer_avis

# In the session: the secret being enrolled, encrypted; whether new codes on paper have yet to be noted.
SECRET, CODES_A_NOTER = "second_facteur", "codes_a_noter"


def _entree_de(requete: HttpRequest, compte: Compte) -> str:
    """Return where a signed-in person goes: where they were going, else the admin or the space."""
    suite = get_next_redirect_url(requete)
    return str(suite or reverse("wagtailadmin_home" if ouvre_l_administration(compte) else "espace"))


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class MotDePasseView(FormView[MotDePasseForm]):
    """Ask for the password; whoever is in goes on, to enrol first if it has to."""

    template_name = "account/connexion_equipe.html"
    form_class = MotDePasseForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in whoever is in."""
        compte = request.user
        if isinstance(compte, Compte) and ouvre_l_administration(compte):
            if est_complete(request, compte):
                return redirect(_entree_de(request, compte))
            if par_mot_de_passe(request, compte) and not facteur_de(compte):
                return redirect("second_facteur")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: MotDePasseForm) -> HttpResponse:
        """Open the session, or go on to the code; it ends with the browser."""
        compte = form.compte
        if not isinstance(compte, Compte):
            return self.form_invalid(form)
        self.request.session.set_expiry(0)
        login = Login(user=compte, redirect_url=_entree_de(self.request, compte))
        reponse: HttpResponse = perform_password_login(self.request, {}, login)
        return reponse

    def form_invalid(self, form: MotDePasseForm) -> HttpResponse:
        """Show the form again, as an error."""
        return self.render_to_response(self.get_context_data(form=form), status=400)


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class CodeDuFacteurView(AuthenticateView):
    """Check the code of the application: nobody is signed in before."""

    template_name = "mfa/code.html"
    form_class = CodeDuFacteurForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead back to the password whoever did not come from it, or took a quarter of an hour."""
        if not request.user.is_authenticated and not LoginStageController.enter(request, AuthenticateStage.key):
            return redirect("connexion_equipe")
        reponse: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return reponse

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take a code, and nothing else: allauth would read a form without one as a security key."""
        self.form = self.auth_form = CodeDuFacteurForm(user=self.stage.login.user, data=request.POST)
        return self.form_valid(self.form) if self.form.is_valid() else self.form_invalid(self.form)

    def form_invalid(self, form: CodeDuFacteurForm) -> HttpResponse:
        """Show the form again, as an error."""
        reponse: HttpResponse = self.render_to_response(self.get_context_data())
        reponse.status_code = 400
        return reponse


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def second_facteur(requete: HttpRequest) -> HttpResponse:
    """Enrol an application; for whoever has one, change it or make new codes, against a code."""
    compte = requete.user
    if not isinstance(compte, Compte) or not ouvre_l_administration(compte):
        return redirect("connexion_equipe")
    if facteur_de(compte):
        return _gerer(requete, compte) if est_complete(requete, compte) else _recommencer(requete)
    return _inscrire(requete, compte) if par_mot_de_passe(requete, compte) else _recommencer(requete)


def _envoi(requete: HttpRequest) -> QueryDict | None:
    return requete.POST if requete.method == "POST" else None


def _recommencer(requete: HttpRequest) -> HttpResponse:
    """Forget a session that shows too little: a code by e-mail, or one from before the factor changed."""
    logout(requete)
    return redirect("connexion_equipe")


def _inscrire(requete: HttpRequest, compte: Compte) -> HttpResponse:
    if SECRET not in requete.session:
        requete.session[SECRET] = chiffrer(generate_totp_secret())
    secret = dechiffrer(requete.session[SECRET])
    formulaire = InscriptionForm(_envoi(requete), user=compte, secret=secret)
    if requete.method == "POST" and formulaire.is_valid():
        del requete.session[SECRET]
        record_authentication(requete, compte, "mfa")
        requete.session.cycle_key()
        envoyer_avis.enqueue(compte.pk, avis.AJOUTE)
        return _montrer_les_codes(requete)
    adresse = AdaptateurDuFacteur().build_totp_url(compte, secret)
    groupes = [secret[debut : debut + 4] for debut in range(0, len(secret), 4)]
    contexte = {"form": formulaire, "adresse": adresse, "qr": tracer(adresse), "groupes": groupes}
    return render(requete, "mfa/inscrire.html", contexte, status=400 if formulaire.errors else 200)


def _gerer(requete: HttpRequest, compte: Compte) -> HttpResponse:
    formulaire = CodeDuFacteurForm(_envoi(requete), user=compte)
    if requete.method == "POST" and formulaire.is_valid():
        if requete.POST.get("geste") == "codes":
            renouveler_les_codes(compte=compte)
            return _montrer_les_codes(requete)
        oublier(compte=compte)
        update_session_auth_hash(requete, compte)  # every other session ends
        return redirect("second_facteur")
    contexte = {"form": formulaire, "facteur": facteur_de(compte), "restants": len(codes_restants(compte))}
    return render(requete, "mfa/gerer.html", contexte, status=400 if formulaire.errors else 200)


def _montrer_les_codes(requete: HttpRequest) -> HttpResponse:
    requete.session[CODES_A_NOTER] = True
    return redirect("codes_de_secours")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def codes_de_secours(requete: HttpRequest) -> HttpResponse:
    """Show the new codes on paper, in the session that made them, until the person says that they are noted."""
    compte = requete.user
    if not isinstance(compte, Compte) or not est_complete(requete, compte):
        return redirect("connexion_equipe")
    if requete.method == "POST":
        requete.session.pop(CODES_A_NOTER, None)
        return redirect("wagtailadmin_home")
    if not requete.session.get(CODES_A_NOTER):
        return redirect("second_facteur")
    codes = [f"{code[:4]} {code[4:]}" for code in codes_restants(compte)]
    return render(requete, "mfa/codes.html", {"codes": codes, "compte": compte})
