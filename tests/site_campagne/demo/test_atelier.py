"""The workshop file, and what must come out of it."""

import csv
from collections import Counter

from reseau.langue.cles import cle, plier
from site_campagne.demo.amorces import AMORCES
from site_campagne.demo.atelier import FICHIER, PARTICIPANTS, PASSAGES
from site_campagne.demo.comptes import COMPTES
from site_campagne.demo.ressources import RESSOURCES
from site_campagne.demo.temoignages import PAROLES

LIGNES = FICHIER.read_text(encoding="utf-8").splitlines()
with FICHIER.open(encoding="utf-8", newline="") as _fichier:
    PHRASES = list(csv.DictReader(_fichier, delimiter=";"))


def test_soixante_phrases_distinctes_sur_soixante_et_une_lignes() -> None:
    assert LIGNES[0] == "amorce;texte;ressource;attribution"
    assert len(LIGNES) == 61
    assert len({(phrase["amorce"], phrase["texte"]) for phrase in PHRASES}) == 60
    assert {plier(phrase["attribution"]) for phrase in PHRASES} == {"ressource", "region", "quebec"}


def test_les_phrases_ont_une_amorce_et_une_ressource_sans_ambiguite() -> None:
    noms = Counter(cle(nom) for ressource in RESSOURCES for nom in (ressource.nom, *ressource.alias))
    ressources = {cle(phrase["ressource"]) for phrase in PHRASES} - {cle("Le Poêle")}

    assert {plier(phrase["amorce"]) for phrase in PHRASES} == {plier(amorce.texte) for amorce in AMORCES}
    assert ressources == {cle(nom) for nom in PARTICIPANTS}
    assert {noms[nom] for nom in ressources | {cle("Le Poêle")}} == {1}


def test_chaque_passage_a_retirer_est_sur_sa_ligne_et_nulle_part_ailleurs() -> None:
    reste = repr((RESSOURCES, tuple(PAROLES.values()), COMPTES, AMORCES)).casefold()
    for passage in PASSAGES:
        presences = [numero for numero, ligne in enumerate(LIGNES, 1) if passage.texte.casefold() in ligne.casefold()]
        assert presences == [passage.ligne]
        assert passage.texte.casefold() not in reste


def test_environ_dix_huit_lignes_portent_un_identifiant() -> None:
    assert len({passage.ligne for passage in PASSAGES}) == 18
    assert {passage.niveau for passage in PASSAGES} == {"direct", "quasi"}
