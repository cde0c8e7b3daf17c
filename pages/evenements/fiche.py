"""One event as its page shows it: how to reach someone, where, and what search engines are told."""

import re
from datetime import datetime
from functools import cached_property
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..json_ld import ecrire_json_ld
from ..models.evenement import Evenement
from ..moyens import Moyen, sans_vides, telephone_et_courriel
from .etats import LangueEvenement, Modalite, Reponse
from .liste import Jour, a_montrer, par_jour

AUTRES_MONTRES: Final = 5
_PRIX: Final = re.compile(r"(?P<entier>\d{1,4})(?:,(?P<cents>\d\d))?[\s\u00a0]*\$")
_MODES: Final = {
    Modalite.SUR_PLACE: "OfflineEventAttendanceMode",
    Modalite.EN_LIGNE: "OnlineEventAttendanceMode",
    Modalite.LES_DEUX: "MixedEventAttendanceMode",
}
_LANGUES: Final[dict[str, str | list[str]]] = {
    LangueEvenement.FRANCAIS: "fr",
    LangueEvenement.ANGLAIS: "en",
    LangueEvenement.BILINGUE: ["fr", "en"],
}


class Fiche:
    """An event, and what follows from it. Only `adresse_publique` tells where it is: a hidden place stays hidden."""

    def __init__(self, evenement: Evenement) -> None:
        """Keep the event."""
        self.evenement = evenement

    @property
    def prix(self) -> str:
        """What it costs, in words."""
        ici = self.evenement
        if ici.cout:
            return ici.cout
        return {Reponse.OUI: _("gratuit"), Reponse.NON: _("payant")}.get(Reponse(ici.gratuit), _("non précisé"))

    @property
    def moyens(self) -> list[Moyen]:
        """How to attend online, to register, to ask."""
        ici = self.evenement
        liens = sans_vides(
            Moyen(_("Y assister en ligne"), ici.lien_en_ligne, ici.lien_en_ligne),
            Moyen(_("S’inscrire"), ici.lien_inscription, ici.lien_inscription),
        )
        return [*liens, *telephone_et_courriel(ici)]

    @cached_property
    def autres(self) -> list[Jour]:
        """The next events of the same resource, day by day."""
        ici = self.evenement
        siens = Evenement.objects.publies().a_venir().filter(ressource=ici.ressource_id).exclude(pk=ici.pk)
        return par_jour(a_montrer(siens.order_by("debut", "pk")[:AUTRES_MONTRES]))

    def json_ld(self, adresse: str, adresse_de_la_ressource: str) -> SafeString:
        """Return it as schema.org says an event. Both addresses are whole; the second one may be empty."""
        ici = self.evenement
        return ecrire_json_ld(
            {
                "@context": "https://schema.org",
                "@type": "Event",
                "name": ici.titre,
                "description": ici.description,
                "url": adresse,
                "startDate": _local(ici.debut),
                "endDate": _local(ici.fin),
                "eventStatus": f"https://schema.org/{'EventCancelled' if ici.est_annule else 'EventScheduled'}",
                "eventAttendanceMode": f"https://schema.org/{_MODES[Modalite(ici.modalite)]}",
                "inLanguage": _LANGUES.get(ici.langue),
                "location": self._lieux(adresse),
                "organizer": _sans_vides(
                    {"@type": "Organization", "name": ici.ressource.nom, "url": adresse_de_la_ressource}
                ),
                "isAccessibleForFree": {Reponse.OUI: True, Reponse.NON: False}.get(Reponse(ici.gratuit)),
                "offers": self._offre(adresse),
            }
        )

    def _lieux(self, adresse: str) -> list[dict[str, Any]]:
        ici = self.evenement
        lieux: list[dict[str, Any]] = []
        if ici.modalite != Modalite.EN_LIGNE:
            postale = {
                "@type": "PostalAddress",
                "streetAddress": "" if ici.est_masque else ici.adresse,
                "addressLocality": ici.municipalite,
                "addressRegion": "QC",
                "addressCountry": "CA",
            }
            nom = next(iter(ici.adresse_publique), ici.get_region_display())
            lieux.append({"@type": "Place", "name": nom, "address": _sans_vides(postale)})
        if ici.modalite != Modalite.SUR_PLACE:
            lieux.append({"@type": "VirtualLocation", "url": ici.lien_en_ligne or ici.lien_inscription or adresse})
        return lieux

    def _offre(self, adresse: str) -> dict[str, Any]:
        """Return the price when it is one; « contribution libre » is none."""
        ici = self.evenement
        lu = _PRIX.fullmatch(ici.cout.strip())
        prix = f"{lu['entier']}.{lu['cents'] or '00'}" if lu else "0" if ici.gratuit == Reponse.OUI else ""
        if not prix:
            return {}
        return {"@type": "Offer", "price": prix, "priceCurrency": "CAD", "url": ici.lien_inscription or adresse}


def _sans_vides(dit: dict[str, Any]) -> dict[str, Any]:
    return {nom: valeur for nom, valeur in dit.items() if valeur}


def _local(moment: datetime) -> str:
    return moment.astimezone(ZoneInfo(settings.TIME_ZONE)).isoformat()
