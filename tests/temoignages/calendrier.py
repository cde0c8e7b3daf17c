"""Someone who reads the wall every day: what appears together was perhaps said together."""

from collections.abc import Mapping, Sequence

from temoignages.attribution import Voisinage
from temoignages.etats import Echelon
from temoignages.regles import echelon_final, echelon_permis

from .attaque import Echelle, Monde, Piste, Releve, Texte, piste_de


def rapprocher(releves: Sequence[Releve], pistes: Mapping[int, Piste]) -> dict[int, Piste]:
    """Guess from the calendar: an unnamed text came from one of the resources named among the texts of that same day.

    It is what happens when a workshop is approved alone, between two crawls.
    """
    devinees, deja = dict(pistes), set[int]()
    for releve in releves:
        nouvelles = [affiche for affiche in releve.affiches if affiche.cle not in deja]
        deja |= {affiche.cle for affiche in nouvelles}
        nommees = {(affiche.edition, affiche.ressource) for affiche in nouvelles if affiche.ressource is not None}
        for affiche in nouvelles:
            ensemble = {source for source in pistes[affiche.cle].sources if (affiche.edition, source) in nommees}
            if ensemble:
                devinees[affiche.cle] = piste_de(pistes[affiche.cle].echelon, ensemble, releve.membres)
    return devinees


def vivre_atelier_par_atelier(monde: Monde, echelle: Echelle) -> list[Releve]:
    """Publish each workshop alone, and read the wall after each: the worst calendar."""
    releves = []
    for annee, cle in sorted(monde.participants):
        monde.publier([t for t in monde.textes if (t.edition, t.ressource) == (annee, cle)], echelle)
        releves.append(monde.releve())
    return releves


def sans_egard_au_calendrier(voisinage: Voisinage, texte: Texte) -> Echelon:
    """The ladder as it was: a small resource that is named also spoke at the level of its region."""
    entourage = voisinage.entourage(texte.ressource, texte.region)
    permis = echelon_permis(entourage, a_ressource=True, a_region=True)
    echelon = echelon_final(voulu=texte.voulu, permis=permis, theme_sensible=texte.sensible)
    return echelon_permis(entourage, a_ressource=False, a_region=True) if echelon == Echelon.REGION else echelon
