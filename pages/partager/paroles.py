"""What of a testimony may go elsewhere: its author may have allowed this site, and not the social media."""

from dataclasses import dataclass
from typing import Final

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from reseau.horloge import aujourdhui
from reseau.presentation import attribution_texte
from temoignages.etats import Echelon, Portee
from temoignages.models import Consentement, Temoignage
from temoignages.recit import debut_de
from temoignages.regles import ECHELLE

from .cartes import CarteDePage, CarteDeParole, peut_se_dessiner

MOTS_DU_TITRE: Final = 14  # as the title of its page
LIGNES_AU_PLUS: Final = 7  # of a poem, on an image
COUPE: Final = "[…]"


@dataclass(frozen=True, slots=True)
class Parole:
    """A testimony elsewhere. `se_partage`: its words may be repeated; otherwise only its address is offered."""

    temoignage: Temoignage
    se_partage: bool
    attribution: str

    @property
    def titre(self) -> str:
        """How it is named elsewhere, in plain text: by its words only where they may be repeated."""
        if self.temoignage.avertissement:
            return _("Parole, avec avertissement")
        if self.se_partage:
            return Truncator(self.temoignage.mots.phrase).words(MOTS_DU_TITRE)
        return _("Un récit") if self.temoignage.est_recit else _("Une parole")

    def carte(self) -> CarteDeParole | CarteDePage:
        """Return its image: its words and who says them, or neither."""
        site, mots = nom_du_site(), self.temoignage.mots
        texte = extrait(mots.texte)
        amorce = mots.amorce.texte if mots.amorce else ""
        if not self.se_partage or not peut_se_dessiner(amorce, texte, self.attribution):
            titre = self.titre if not self.se_partage else _("Une parole")
            return CarteDePage(titre, _("Publiée sans nom, selon une procédure d’anonymisation"), site)
        suite = _("La suite est sur le site.") if texte != mots.texte else ""
        traduit = f"{mots.mention}." if mots.mention else ""
        mentions = " ".join(filter(None, [traduit, suite]))
        return CarteDeParole(amorce, texte, self.attribution, mentions, site, self.temoignage.couleur)


def parole(temoignage: Temoignage) -> Parole:
    """Return what of a testimony, already found to be public, may go elsewhere today. One query."""
    accords = Consentement.objects.valables(Portee.RESEAUX, aujourdhui())
    siens = accords.filter(empreinte_code=temoignage.empreinte_code, edition=temoignage.edition)
    permis = siens.values_list("attribution_max", flat=True).first()
    se_partage = permis is not None and not temoignage.avertissement
    return Parole(temoignage, se_partage, _attribution(temoignage, permis or Echelon.QUEBEC))


def extrait(texte: str) -> str:
    """Return what an image holds of a text: all of it, or its beginning up to a sentence, said to be cut."""
    debut = debut_de(texte)
    lignes = [ligne for ligne in debut.splitlines() if ligne.strip()]
    debut = "\n".join(lignes[:LIGNES_AU_PLUS]) if len(lignes) > LIGNES_AU_PLUS else debut
    return debut if debut == texte or debut.endswith(COUPE) else f"{debut} {COUPE}"


def nom_du_site() -> str:
    """Return the name of the site, in the language of the reader."""
    return _("Journée de l’alternative en santé mentale")


def phrase_du_site() -> str:
    """Return what is said of a page that says nothing of itself: as `base.html` does."""
    return _("Chaque 10 octobre, les ressources alternatives en santé mentale du Québec prennent la parole.")


def _attribution(temoignage: Temoignage, permis: str) -> str:
    """Return who speaks: as the site says it, or « du Québec » where the author allowed less for this use."""
    if ECHELLE.index(Echelon(permis)) > ECHELLE.index(Echelon(temoignage.echelon)):
        return attribution_texte(Echelon.QUEBEC, "", None)
    return temoignage.attribution_texte
