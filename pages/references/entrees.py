"""What a bibliography holds, and the ways a text may call it."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import TextChoices
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from medias.ponctuation import entre_guillemets

from .formes import cle, cle_d_auteurs

DEUX = 2


class GenreReference(TextChoices):
    """What a source is; only what stands inside another one is written between guillemets."""

    LIVRE = "livre", _("livre")
    CHAPITRE = "chapitre", _("chapitre d’un livre")
    ARTICLE = "article", _("article")
    RAPPORT = "rapport", _("rapport, mémoire, avis")
    LOI = "loi", _("loi, règlement")
    PAGE_WEB = "page", _("page Web")
    SON = "son", _("film, émission, balado")
    AUTRE = "autre", _("autre")


_DANS_UN_AUTRE = {GenreReference.CHAPITRE, GenreReference.ARTICLE, GenreReference.PAGE_WEB}


def _lier(noms: list[str]) -> str:
    """Bind one or two names, as the reader's language does; a key reads both."""
    return _now("%(un)s et %(autre)s") % {"un": noms[0], "autre": noms[1]} if len(noms) == DEUX else "".join(noms)


@dataclass(frozen=True)
class Entree:
    """One source. `auteurs`: « Nom, Prénom » each, or the whole name of a group."""

    auteurs: tuple[str, ...]
    annee: str
    titre: str
    genre: str = GenreReference.AUTRE
    nom_court: str = ""
    contenant: str = ""
    page: str = ""
    adresse: str = ""
    cite_dans: str = ""
    # Where it stands in its page, for the gates.
    chemin: str = ""

    @classmethod
    def du_bloc(cls, valeur: Any, chemin: str = "") -> "Entree":
        """Return the entry that a `ReferenceBlock` holds."""
        auteurs = tuple(nom.strip() for nom in re.split(r"[;\n]", valeur["auteurs"] or "") if nom.strip())
        mots = ("annee", "titre", "genre", "nom_court", "contenant", "page", "adresse", "cite_dans")
        return cls(auteurs, chemin=chemin, **{mot: (valeur.get(mot) or "").strip() for mot in mots})

    @property
    def noms(self) -> list[str]:
        """The names that a citation says."""
        return [auteur.partition(",")[0].strip() for auteur in self.auteurs]

    @property
    def etiquette(self) -> str:
        """« Ardouin », « Ardouin et Bellerive », « Ardouin et coll. »; a short name when there is one."""
        noms = self.noms
        if self.nom_court or not noms:
            return self.nom_court
        return _lier(noms) if len(noms) <= DEUX else _now("%(nom)s et coll.") % {"nom": noms[0]}

    @cached_property
    def cles(self) -> set[str]:
        """Every key that calls it: its label, its full list of names, its short name."""
        noms = self.noms
        toutes = {cle(self.etiquette, self.annee), cle(" et ".join(noms), self.annee)}
        return toutes | {cle(f"{', '.join(noms[:-1])} et {noms[-1]}", self.annee)} if len(noms) > DEUX else toutes

    @property
    def cle(self) -> str:
        """Its own key, that of its label."""
        return cle(self.etiquette, self.annee)

    @property
    def ancre(self) -> str:
        """Where a page shows it: « ref-ardouin-2019 », as long as its author and its year are the same."""
        return "ref-" + self.cle.replace(" ", "-")

    @property
    def forme_courte(self) -> str:
        """« Ardouin, 2019 »: a source that was already given in full."""
        return f"{self.etiquette}, {self.annee}"

    @property
    def ordre(self) -> tuple[str, str]:
        """Alphabetical, then by year."""
        return cle_d_auteurs(" ".join(self.auteurs)), self.annee

    @property
    def designation(self) -> SafeString:
        """The reference without its address or its last period: « Ardouin, Léa (2019). *Titre*, p. 42 »."""
        auteurs = _lier([nom for nom in ("; ".join(self.auteurs[:-1]), *self.auteurs[-1:]) if nom])
        if self.genre in _DANS_UN_AUTRE and self.contenant:
            titre = format_html("{}, <cite>{}</cite>", entre_guillemets(self.titre), self.contenant)
        else:
            titre = format_html("<cite>{}</cite>{}", self.titre, f", {self.contenant}" if self.contenant else "")
        page = f", {self.page}" if self.page else ""
        cite = _now(", cité dans %(source)s") % {"source": self.cite_dans} if self.cite_dans else ""
        return format_html("{} ({}). {}{}{}", auteurs or self.nom_court, self.annee, titre, page, cite)

    @property
    def html(self) -> SafeString:
        """The whole reference, with its address."""
        adresse = format_html(' <a href="{0}">{0}</a>', self.adresse) if self.adresse else ""
        return format_html("{}.{}", self.designation, adresse)


class Bibliographie:
    """Entries, found by any of their keys at once."""

    def __init__(self, entrees: Iterable[Entree]) -> None:
        """Index the entries; of two with one key the first is found, and a gate tells it."""
        self.entrees = tuple(entrees)
        self._par_cle: dict[str, Entree] = {}
        self.par_annee: dict[str, list[str]] = defaultdict(list)
        self.doubles: list[Entree] = []
        for entree in self.entrees:
            if entree.cle in self._par_cle:
                self.doubles.append(entree)
            for nom in entree.cles:
                self._par_cle.setdefault(nom, entree)
                auteurs, _espace, annee = nom.rpartition(" ")
                self.par_annee[annee].append(auteurs)

    def trouver(self, cle_citee: str) -> Entree | None:
        """Return the entry that a citation calls."""
        return self._par_cle.get(cle_citee)


def entrees_de(flux: Any, chemin: str = "bibliographie") -> list[Entree]:
    """Return the entries of a `bibliographie` field, in its order."""
    return [Entree.du_bloc(bloc.value, f"{chemin}.{bloc.id}") for bloc in flux]
