"""Load the words of the demo by the way every word takes: workshop file, first reader, second reader."""

import csv
import io
import secrets
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reseau.models import Compte, Ressource
from temoignages.actions import (
    Confirmation,
    Demande,
    Garde,
    approuver,
    caviarder,
    confirmer_lot,
    constats_ouverts,
    deposer,
    lire,
    prendre,
    preparer_lot,
    soumettre,
)
from temoignages.etats import EtatDepot, MotifGarde, MotifLecture, Portee
from temoignages.models import Amorce, Depot, Temoignage, Theme

from .amorces import AMORCES
from .attente import EN_ATTENTE
from .temoignages import PAROLES, RECOLTES, Parole, Recolte
from .themes import THEMES


def charger_amorces() -> Iterator[str]:
    """Create the sentences to complete that are not there."""
    for demo in AMORCES:
        champs = {"texte_en": demo.texte_en, "couleur": demo.couleur, "ordre": demo.ordre}
        Amorce.objects.get_or_create(texte=demo.texte, defaults=champs)
        yield demo.cle


def charger_themes() -> Iterator[str]:
    """Create the themes that are not there."""
    for demo in THEMES:
        Theme.objects.get_or_create(nom=demo.nom, defaults={"nom_en": demo.nom_en, "ordre": demo.ordre})
        yield demo.nom


def amorce_de(cle: str) -> Amorce | None:
    """Return the sentence of a key of the demo; none for free writing."""
    textes = {demo.cle: demo.texte for demo in AMORCES}
    return Amorce.objects.get(texte=textes[cle]) if cle else None


def charger_ateliers() -> Iterator[str]:
    """Import one workshop file an edition, a length and uses of consent, unless the words are already there."""
    if Depot.objects.exists():
        return
    par = Compte.objects.get(username="moderation1")

    def meme_lot(recolte: Recolte) -> tuple[int, str, Sequence[str]]:
        return recolte.edition, recolte.duree, recolte.usages

    for (edition, duree, usages), groupe in groupby(sorted(RECOLTES, key=meme_lot), key=meme_lot):
        recoltes = list(groupe)
        lot = preparer_lot(octets=_feuille(recoltes), par=par, edition=edition)
        presents = _participants(recoltes)
        confirmation = Confirmation(attestation=True, participants=presents, duree=duree, usages=usages)
        confirmer_lot(lot=lot, par=par, grain=secrets.token_urlsafe(16), confirmation=confirmation)
        yield f"atelier {edition}"


def _feuille(recoltes: Sequence[Recolte]) -> bytes:
    textes = {demo.cle: demo.texte for demo in AMORCES}
    sortie = io.StringIO()
    lignes = csv.writer(sortie, delimiter=";")
    lignes.writerow(["amorce", "texte", "ressource", "attribution"])
    for recolte in recoltes:
        ressource = Ressource.objects.get(nom=recolte.ressource, region=recolte.region)
        nom = f"{recolte.ressource} ({ressource.get_region_display()})"
        lignes.writerows([textes.get(p.amorce, ""), p.texte, nom, p.niveau] for p in recolte.paroles)
    return sortie.getvalue().encode()


def _participants(recoltes: Sequence[Recolte]) -> Mapping[int, int]:
    nombres: dict[int, int] = defaultdict(int)
    for recolte in recoltes:
        nombres[Ressource.objects.get(nom=recolte.ressource, region=recolte.region).pk] += recolte.participants
    return nombres


def publier_paroles() -> Iterator[str]:
    """Have every word of the workshops read by one account and approved by another."""
    premiere, seconde = (Compte.objects.get(username=f"moderation{rang}") for rang in (1, 2))
    avertissements = {_texte(parole): parole.avertissement for recolte in RECOLTES for parole in recolte.paroles}
    themes = {theme.nom: theme for theme in Theme.objects.all()}
    theme_de = {_texte(PAROLES[cle]): themes[demo.nom] for demo in THEMES for cle in demo.paroles if demo.nom in themes}
    for depot in Depot.objects.filter(lot__isnull=False, etat=EtatDepot.RECU):
        tenu = prendre(depot=depot, par=premiere)
        vu = lire(depot=tenu, par=premiere, motif=MotifLecture.MODERATION)
        avertissement = avertissements[vu.propose]
        # These texts are invented and name nobody: what the detector flags in them is kept, with its reason.
        gardes = [Garde(c.debut, c.fin, MotifGarde.MOT_COURANT) for c in constats_ouverts(tenu, vu.propose)]
        soumis = soumettre(
            depot=caviarder(depot=tenu, par=premiere, empreinte_vue=vu.empreinte, gardes=gardes),
            par=premiere,
            empreinte_vue=vu.empreinte,
            avertissement=avertissement,
            theme=theme_de.get(vu.propose),
            theme_sensible=bool(avertissement),
        )
        relu = lire(depot=soumis, par=seconde, motif=MotifLecture.APPROBATION)
        approuver(depot=soumis, par=seconde, empreinte_vue=relu.empreinte)
        yield str(depot)


def charger_attente() -> Iterator[str]:
    """Leave a few deposits in the queue, the first time."""
    if Depot.objects.filter(lot=None).exists():
        return
    for demo in EN_ATTENTE:
        demande = Demande(
            texte=demo.texte,
            attribution=demo.attribution,
            usages=[Portee.WEB],
            amorce=amorce_de(demo.amorce),
            region=demo.region,
        )
        yield str(deposer(grain=secrets.token_urlsafe(16), demande=demande).depot_id)


def _texte(parole: Parole) -> str:
    return parole.texte.strip()


def temoignage_de(parole: Parole) -> Temoignage | None:
    """Return the published testimony of a word of the demo; none once someone withdrew it."""
    return Temoignage.objects.filter(texte=_texte(parole)).first()
