"""What the page of a tool says of it, beside its fields."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.db.models import Q, prefetch_related_objects
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medias.langues import Langue
from medias.licences import ADRESSES

from ..json_ld import ecrire_json_ld
from ..langues import dans_la_langue
from ..ouvertes import ouvertes
from .etats import PublicVise, bande_de
from .fichiers import Fichier, documents_de, fichiers_de

if TYPE_CHECKING:
    from ..models.outil import OutilPage

HEURE = 60
# What staff choose, they choose among French pages; the reader is led to their twins.
_EN_FRANCAIS: Final = Q(locale__language_code=settings.LANGUAGE_CODE)


class Fiche:
    """A tool as it is shown; nothing is read before it is asked for."""

    def __init__(self, outil: "OutilPage") -> None:
        """Keep the tool."""
        self.outil = outil

    @cached_property
    def fichiers(self) -> list[Fichier]:
        """What it gives, the first first."""
        fichiers = list(fichiers_de(self.outil))
        prefetch_related_objects([fichier.document for fichier in fichiers if fichier.document], "versions")
        return fichiers

    @property
    def a_un_enregistrement(self) -> bool:
        """Whether its page plays something."""
        return any(fichier.enregistrement for fichier in self.fichiers)

    @property
    def en_trousse(self) -> bool:
        """Whether it has several documents, to take at once."""
        return len(list(documents_de(self.outil))) > 1

    @property
    def langues(self) -> list[str]:
        """The codes of its languages, each once."""
        return list(dict.fromkeys(fichier.langue for fichier in self.fichiers if fichier.langue))

    @property
    def sans_accessible(self) -> str:
        """Why a file cannot be read with a screen reader; empty when all can."""
        if all(fichier.est_accessible for fichier in self.fichiers):
            return ""
        return self.outil.raison_sans_accessible

    @property
    def duree(self) -> str:
        """« 1 h 30 », « 45 minutes », « le temps de lire »."""
        minutes = self.outil.duree
        if minutes is None:
            return str(bande_de(None).label)
        heures, reste = divmod(minutes, HEURE)
        if not heures:
            return ngettext("%(nombre)s minute", "%(nombre)s minutes", reste) % {"nombre": reste}
        if not reste:
            return f"{heures}\u00a0h"
        return _("%(heures)s h %(minutes)s") % {"heures": heures, "minutes": reste}

    @property
    def publics(self) -> list[str]:
        """For whom, in words."""
        return [str(public.label) for public in PublicVise if public in self.outil.publics]

    @cached_property
    def version_simple(self) -> Any:
        """The same in plain words, when anyone may read it."""
        if self.outil.version_simple_id is None:
            return None
        simple = ouvertes(type(self.outil).objects.filter(pk=self.outil.version_simple_id)).first()
        return dans_la_langue([simple])[simple.pk] if simple else None

    @cached_property
    def versions_courantes(self) -> list[Any]:
        """The tools that this one says in plain words; none while it was never saved."""
        if self.outil.pk is None:
            return []
        choisie = {"version_simple__translation_key": self.outil.translation_key}
        courantes = ouvertes(type(self.outil).objects.filter(_EN_FRANCAIS, **choisie))
        return list(dans_la_langue(courantes.order_by("title")).values())

    @cached_property
    def trousses(self) -> list[Any]:
        """The kits that it is in; none while it was never saved."""
        if self.outil.pk is None:
            return []
        rangees: Any = type(self.outil).dans.rel.related_model
        trousses = ouvertes(rangees.page.field.related_model.objects.filter(_EN_FRANCAIS))
        siennes = trousses.filter(choisis__outil__translation_key=self.outil.translation_key).distinct()
        return list(dans_la_langue(siennes.order_by("path")).values())

    @cached_property
    def themes(self) -> list[str]:
        """What it is about."""
        return [theme.nom for theme in self.outil.themes.all()]

    @property
    def adresse_de_la_licence(self) -> str:
        """Where its licence is explained; empty when it has no address."""
        return ADRESSES.get(self.outil.licence, "")

    @property
    def faits(self) -> list[tuple[str, str]]:
        """What it is, in pairs: what is known."""
        ici = self.outil
        langues = ", ".join(str(Langue(code).label) for code in self.langues)
        dits = [
            (_("Type d’outil"), str(ici.get_genre_display())),
            (_("Pour qui"), ", ".join(self.publics)),
            (_("Durée"), self.duree),
            (_("Lecture"), str(ici.get_niveau_display())),
            (ngettext("Langue", "Langues", len(self.langues)), langues),
            (ngettext("Thème", "Thèmes", len(self.themes)), ", ".join(self.themes)),
            (_("Année"), str(ici.edition or "")),
            (_("Fait par"), ici.ressource.nom if ici.ressource else ""),
        ]
        return [(nom, valeur) for nom, valeur in dits if valeur]

    @property
    def json_ld(self) -> SafeString:
        """It as schema.org says a learning resource: what the page shows, nothing else."""
        ici = self.outil
        base = ici.full_url or ""
        dit = {
            "@context": "https://schema.org",
            "@type": "LearningResource",
            "name": ici.title,
            "url": base,
            "description": ici.resume,
            "learningResourceType": str(ici.get_genre_display()),
            "inLanguage": self.langues,
            "timeRequired": f"PT{ici.duree}M" if ici.duree else "",
            "audience": [{"@type": "Audience", "audienceType": public} for public in self.publics],
            "about": self.themes,
            "license": self.adresse_de_la_licence,
            "creditText": ici.attribution,
            "copyrightYear": ici.edition,
            "author": {"@type": "Organization", "name": ici.ressource.nom} if ici.ressource else {},
            "isAccessibleForFree": True,
            "encoding": [self._media(fichier, base) for fichier in self.fichiers if fichier.document],
        }
        return ecrire_json_ld(dit)

    @staticmethod
    def _media(fichier: Fichier, base: str) -> dict[str, Any]:
        document = fichier.document
        return {
            "@type": "MediaObject",
            "name": fichier.nom,
            "contentUrl": f"{base}{fichier.adresse}",
            "encodingFormat": document.content_type,
            "contentSize": str(document.poids or ""),
            "inLanguage": fichier.langue,
        }
