"""The proof, for what an author asks of a proposal: rare words that stand nowhere, before or after the withdrawal."""

import io
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from temoignages.models import Depot, Trace
from tests.fabriques.reseau import CompteFactory
from tests.fabriques.temoignages import une_personne
from tests.temoignages.views.conftest import connecter
from tests.temoignages.views.envoi import SUIVI, code_affiche, envoyer
from tests.temoignages.views.lecture import adresse, envoyer_geste
from tests.temoignages.views.test_suivi_auteur import vu

from .releve import Residu, au_bureau, ecouter, exiger, ou

RARE = "samovar cabossé"
DEMANDE = f"Remplacez la bouilloire par un {RARE}, sinon ma cousine me reconnaît tout de suite"
TEXTE = "ma place près du poêle"


@pytest.fixture
def journal(bases_propres: None) -> Iterator[io.StringIO]:
    """Listen to every logger, over clean databases."""
    with ecouter() as ecrit:
        yield ecrit


def demander() -> str:
    """A text is given, read, proposed; its author asks for a change. Return their code."""
    code, premiere = code_affiche(envoyer(texte=TEXTE, relecture="on")), connecter(une_personne())
    depot = Depot.objects.get()
    premiere.post(reverse("paroles:prendre", args=[depot.pk]))
    envoyer_geste(premiere, depot, "soumettre", suivre=False)
    lue = vu(Client().post(SUIVI, {"code": code, "geste": "lire"}))
    agir(code, "demander", vu=lue, demande=DEMANDE)
    assert RARE in premiere.get(adresse(depot)).context["textes"].demande
    return code


def agir(code: str, geste: str, **champs: str) -> None:
    assert Client().post(SUIVI, {"code": code, "geste": geste, **champs}).status_code == 200


def nulle_part(journal: io.StringIO, etape: str) -> None:
    exiger(etape, {DEMANDE: set(), RARE: set()}, journal)


def test_une_demande_ne_se_lit_que_dans_la_chambre_puis_nulle_part(journal: io.StringIO) -> None:
    code = demander()
    nulle_part(journal, "demandé")
    assert RARE.encode() not in bytes(Depot.objects.get().demande_auteur or b"")
    agir(code, "retirer")
    nulle_part(journal, "retiré")
    assert Depot.objects.get().demande_auteur is None
    bureau = connecter(CompteFactory.create(is_superuser=True, is_staff=True))
    assert not any(ou([RARE], au_bureau(bureau)).values())


def test_une_trace_qui_repeterait_la_demande_serait_vue(journal: io.StringIO) -> None:
    demander()
    Trace.objects.update(verbe=RARE)
    with pytest.raises(Residu):
        nulle_part(journal, "saboté")
