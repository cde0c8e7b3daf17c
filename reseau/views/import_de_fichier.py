"""A file in the admin: sent, previewed line by line, confirmed, reported. A kind of import says what it brings in."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from medias.tableaux import TROP_LOURD, Feuille, Rangee

from ..forms_import import JETON_MAX, ConfirmationForm, FichierForm, sceller_rangees
from ..models import Compte
from ..rapport import Rapport


@method_decorator(never_cache, name="dispatch")
class ImportDeFichierView(ABC, View):
    """Receive a file and show what it would do; do it once confirmed.

    `sel` signs its previews; `textes` are the words of its pages: `titre`, `explication`, `colonne` (what names a
    line), `voir` (the words of the link to the list); `icone`, and the names of two addresses, complete them.
    """

    http_method_names = ["get", "head", "post"]
    sel: ClassVar[str]
    formulaire: ClassVar[type[FichierForm]]
    textes: ClassVar[dict[str, Any]]
    icone: ClassVar[str]
    adresse_de_l_import: ClassVar[str]
    adresse_de_la_liste: ClassVar[str]

    @abstractmethod
    def est_permis(self, compte: Compte) -> bool:
        """Whether an account may bring a file in."""

    @abstractmethod
    def executer(self, rangees: Iterable[Rangee], par: Compte, *, apercu: bool) -> Rapport:
        """Bring the rows in, or only say what they would do."""

    def get(self, requete: HttpRequest) -> HttpResponse:
        """Ask for a file."""
        self._compte()
        return self._demander(self.formulaire())

    def post(self, requete: HttpRequest) -> HttpResponse:
        """Read the file, or do what was confirmed."""
        compte = self._compte()
        if "jeton" in requete.POST:
            return self._confirmer(compte)
        formulaire = self.formulaire(requete.POST, requete.FILES)
        if formulaire.is_valid():
            jeton = sceller_rangees(formulaire.feuille.rangees, compte, self.sel)
            if len(jeton) <= JETON_MAX:
                rapport = self.executer(formulaire.feuille.rangees, compte, apercu=True)
                return self._montrer(rapport, feuille=formulaire.feuille, jeton=jeton)
            formulaire.add_error("fichier", str(TROP_LOURD))
        return self._demander(formulaire)

    def _compte(self) -> Compte:
        compte = self.request.user
        if not isinstance(compte, Compte) or not self.est_permis(compte):
            raise PermissionDenied
        return compte

    def _confirmer(self, compte: Compte) -> HttpResponse:
        confirmation = ConfirmationForm(self.request.POST, par=compte, sel=self.sel)
        if not confirmation.is_valid():
            return self._demander(self.formulaire(), [str(e) for e in confirmation.errors.get("jeton", [])])
        return self._montrer(self.executer(confirmation.cleaned_data["jeton"], compte, apercu=False))

    def _demander(self, formulaire: FichierForm, avis: list[str] | None = None) -> HttpResponse:
        statut = 400 if avis or formulaire.errors else 200
        return self._rendre("reseau/admin/importer.html", statut, formulaire=formulaire, avis=avis or [])

    def _montrer(self, rapport: Rapport, feuille: Feuille | None = None, jeton: str = "") -> HttpResponse:
        return self._rendre("reseau/admin/rapport.html", 200, rapport=rapport, feuille=feuille, jeton=jeton)

    def _rendre(self, gabarit: str, statut: int, **contexte: Any) -> HttpResponse:
        titre = self.textes["titre"]
        contexte |= {"header_title": titre, "page_title": titre, "header_icon": self.icone, "textes": self.textes}
        contexte |= {"adresse_de_l_import": self.adresse_de_l_import, "adresse_de_la_liste": self.adresse_de_la_liste}
        return render(self.request, gabarit, contexte, status=statut)
