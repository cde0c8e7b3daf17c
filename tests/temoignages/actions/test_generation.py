"""Every change of what the public may see moves the generation and the counts, in its own transaction."""

import datetime
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from temoignages.actions import changement_public, changer_generation, recompter, rejouer_retraits, retirer
from temoignages.actions.generation import suivre_les_regions
from temoignages.actions.registre import recalculer_attributions
from temoignages.coffre.models import RetraitConsigne
from temoignages.etats import Echelon, EtatTemoignage
from temoignages.models import Comptage, Consentement, Generation, Temoignage, Theme
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import (
    AmorceFactory,
    approuver_depot,
    soumettre_depot,
    un_depot,
    un_temoignage,
    une_personne,
)

pytestmark = pytest.mark.django_db


def comptes() -> Counter[Any]:
    """Return the counts as they stand, but for the zeros."""
    lignes = Comptage.objects.filter(nombre__gt=0).values_list(*Comptage.CLE, "nombre")
    return Counter({tuple(cle): nombre for *cle, nombre in lignes})


def recomptes() -> Counter[Any]:
    """Return the counts as they would be, counted from the texts."""
    with transaction.atomic():
        recompter()
        vrais = comptes()
        transaction.set_rollback(True)
    return vrais


def publier() -> None:
    depot = un_depot("une autre chaise", amorce=AmorceFactory.create())
    approuver_depot(soumettre_depot(depot, une_personne()), une_personne())


def rejouer() -> None:
    code = Temoignage.objects.values_list("empreinte_code", flat=True)[0]
    RetraitConsigne.objects.create(pk=code, le=datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC))
    assert rejouer_retraits() == 1


def changer_de_theme() -> None:
    temoignage = Temoignage.objects.all()[0]
    with changement_public([temoignage.empreinte_code]):
        Temoignage.objects.filter(pk=temoignage.pk).update(theme=Theme.objects.create(nom="l’entraide"))


def prolonger() -> None:
    codes = list(Temoignage.objects.values_list("empreinte_code", flat=True))
    with changement_public(codes):
        Consentement.objects.filter(empreinte_code__in=codes).update(jusqu_au=datetime.date(2031, 1, 1))


def degrossir() -> None:
    ressource = RessourceFactory.create(region="05")
    code = Temoignage.objects.values_list("empreinte_code", flat=True)[0]
    with changement_public([code]):
        Temoignage.objects.filter(empreinte_code=code).update(
            echelon=Echelon.RESSOURCE, ressource=ressource, region="05"
        )
    assert recalculer_attributions()


def demenager() -> None:
    ressource = RessourceFactory.create(region="05")
    code = Temoignage.objects.values_list("empreinte_code", flat=True)[0]
    with changement_public([code]):
        Temoignage.objects.filter(empreinte_code=code).update(
            echelon=Echelon.RESSOURCE, ressource=ressource, region="06"
        )
    assert suivre_les_regions() == 1
    assert comptes()[0, 0, "05", -1, datetime.date(2028, 10, 9)] == 1


GESTES: list[Callable[[], object]] = [
    publier,
    rejouer,
    changer_de_theme,
    prolonger,
    degrossir,
    demenager,
    lambda: retirer(empreinte_code=Temoignage.objects.values_list("empreinte_code", flat=True)[0]),
]


@pytest.mark.parametrize("geste", GESTES, ids=lambda geste: geste.__name__.strip("<>"))
def test_chaque_changement_public_tient_les_comptes_et_la_generation(geste: Callable[[], object]) -> None:
    for texte in ("une chaise", "du café"):
        un_temoignage(texte)
    generation = Generation.actuelle()
    assert comptes() == recomptes() != {}
    geste()
    assert comptes() == recomptes()
    assert Generation.actuelle() > generation


def _retirer_et_echouer(code: str) -> None:
    with changement_public([code]):
        Temoignage.objects.update(etat=EtatTemoignage.RETIRE, texte="")
        raise RuntimeError


def test_un_changement_defait_ne_change_ni_les_comptes_ni_la_generation() -> None:
    temoignage = un_temoignage()
    avant, generation = comptes(), Generation.actuelle()
    code = temoignage.empreinte_code
    with pytest.raises(RuntimeError):
        _retirer_et_echouer(code)
    assert (comptes(), Generation.actuelle()) == (avant, generation)


def test_une_generation_ne_revient_jamais_meme_apres_un_retour_en_arriere() -> None:
    changer_generation()
    with transaction.atomic():
        changer_generation()
        vue = Generation.actuelle()
        transaction.set_rollback(True)
    changer_generation()
    assert Generation.actuelle() > vue
    assert Generation.objects.count() == 1


def test_un_compte_devenu_faux_n_empeche_jamais_un_retrait() -> None:
    temoignage = un_temoignage()
    Comptage.objects.update(nombre=0)
    retirer(empreinte_code=temoignage.empreinte_code)
    assert Temoignage.objects.get().etat == EtatTemoignage.RETIRE
    assert comptes() == {}


def test_un_comptage_ne_porte_ni_texte_ni_adresse() -> None:
    temoignage = un_temoignage("un perron où pleurer")
    lignes = str(list(Comptage.objects.values()))
    assert "perron" not in lignes
    assert temoignage.pk not in lignes
    assert temoignage.empreinte_code not in lignes
