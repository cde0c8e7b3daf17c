import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.blocks.struct_block import StructBlockValidationError

from pages.blocs import SelectionBlock
from temoignages.models import Consentement, Temoignage
from tests.fabriques.pages import des_temoignages, retirer_temoignage, une_amorce

from .rendu import flux, rendre

pytestmark = pytest.mark.django_db


def selection(*temoignages: Temoignage) -> tuple[str, dict[str, object]]:
    return "selection", {"titre": "Autour de la table", "temoignages": [temoignage.pk for temoignage in temoignages]}


def test_les_temoignages_choisis_se_suivent_dans_l_ordre_voulu() -> None:
    un, deux, trois = des_temoignages(3)
    html = rendre(selection(trois, un, deux))
    places = [html.index(f"/paroles/{temoignage.pk}/") for temoignage in (trois, un, deux)]
    assert places == sorted(places)
    assert "Autour de la table" in html


def test_un_temoignage_retire_laisse_les_autres() -> None:
    un, deux, trois = des_temoignages(3)
    retirer_temoignage(deux)
    html = rendre(selection(un, deux, trois))
    assert html.count("<blockquote>") == 2
    assert deux.pk not in html


@pytest.mark.parametrize("cause", ["retrait", "echeance", "suppression"])
def test_une_selection_dont_rien_ne_reste_ne_laisse_rien(cause: str) -> None:
    temoignages = des_temoignages(2)
    if cause == "retrait":
        for temoignage in temoignages:
            retirer_temoignage(temoignage)
    elif cause == "echeance":
        Consentement.objects.update(jusqu_au="2026-11-21")
    bloc = selection(*temoignages)
    if cause == "suppression":
        Temoignage.objects.all().delete()
    assert rendre(bloc).strip() == ""
    assert "ne paraît pas" in rendre(bloc, apercu=True)


def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_de_selections() -> None:
    comptes = []
    for nombre in (1, 8):
        temoignages = des_temoignages(6, amorce=une_amorce())
        with CaptureQueriesContext(connection) as requetes:
            rendre(*[selection(*temoignages)] * nombre)
        comptes.append(len(requetes))
    assert comptes == [2, 2]


@pytest.mark.parametrize(("nombre", "acceptee"), [(1, False), (2, True), (6, True), (7, False)])
def test_une_selection_compte_de_deux_a_six_temoignages(nombre: int, acceptee: bool) -> None:
    bloc = SelectionBlock()
    valeur = bloc.to_python(selection(*des_temoignages(nombre))[1])
    if acceptee:
        assert len(bloc.clean(valeur)["temoignages"]) == nombre
    else:
        with pytest.raises(StructBlockValidationError):
            bloc.clean(valeur)


def test_un_temoignage_choisi_deux_fois_est_refuse_a_sa_place() -> None:
    un, deux = des_temoignages(2)
    bloc = SelectionBlock()
    with pytest.raises(StructBlockValidationError) as refus:
        bloc.clean(bloc.to_python(selection(un, deux, un)[1]))
    assert list(refus.value.block_errors["temoignages"].block_errors) == [2]


def test_le_texte_choisi_n_est_ni_copie_ni_indexe_et_la_reference_est_suivie() -> None:
    un, deux = des_temoignages(2, "un perron où pleurer")
    valeur = flux(selection(un, deux))
    assert "perron" not in str(valeur.get_prep_value())
    assert valeur.stream_block.get_searchable_content(valeur) == ["Autour de la table"]
    assert {cle for _modele, cle, *_chemin in valeur.stream_block.extract_references(valeur)} == {un.pk, deux.pk}


def test_l_apercu_du_bloc_n_emploie_les_mots_de_personne() -> None:
    publie = des_temoignages(1, "un perron où pleurer")[0]
    assert publie.texte not in {parole.texte for parole in SelectionBlock().get_preview_value().publies}
