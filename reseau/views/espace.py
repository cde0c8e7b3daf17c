"""`/espace/`: sign in by a code, see one's sections, sign out."""

from typing import Any

from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from ..courriel import est_en_panne
from ..espace import sections
from .acces import compte_de, pour_les_contacts, ressources_de


@require_http_methods(["GET", "HEAD"])
@pour_les_contacts
def accueil(requete: HttpRequest) -> HttpResponse:
    """List what the person can do."""
    contexte = {"compte": compte_de(requete), "ressources": ressources_de(requete), "sections": sections()}
    return render(requete, "reseau/espace/accueil.html", contexte)


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class ConnexionView(RequestLoginCodeView):
    """Ask for a code; an account that is already signed in goes to its space."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in whoever is in."""
        if request.user.is_authenticated:
            return redirect("espace")
        reponse: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return reponse

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again, as an error."""
        return self.render_to_response(self.get_context_data(form=form), status=400)


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class CodeView(ConfirmLoginCodeView):
    """Check the code: once, for a quarter of an hour, a few tries."""

    def get_form_kwargs(self) -> dict[str, Any]:
        """Accept no code for an account that was deleted since it left: allauth would stop on it."""
        champs: dict[str, Any] = super().get_form_kwargs()
        return champs if self._process.user else champs | {"code": ""}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say whether mail leaves late now, to everybody alike."""
        contexte: dict[str, Any] = super().get_context_data(**kwargs)
        return contexte | {"en_panne": est_en_panne()}

    def form_invalid(self, form: Any) -> HttpResponse:
        """Count the try; show the form again, as an error, while some are left."""
        reponse: HttpResponse = super().form_invalid(form)
        if reponse.status_code == 200:  # noqa: PLR2004 - shown again; the last try redirects
            reponse.status_code = 400
        return reponse


@require_POST
def deconnexion(requete: HttpRequest) -> HttpResponse:
    """Sign out and forget the session."""
    logout(requete)
    return redirect("account_login")
