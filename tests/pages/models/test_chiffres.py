from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pages.models import SerieChiffre, Valeur
from pages.models.chiffres import NombreFormField
from pages.publication.regles.chiffres import CHIFFRES
from tests.fabriques.documents import ChiffresPageFactory, PlateformePageFactory, chiffre, une_valeur
from tests.fabriques.pages import corps, publier

pytestmark = pytest.mark.django_db


def dits(page: Any) -> list[str]:
    return [constat.message for constat in CHIFFRES.chercher(page)]


@pytest.mark.parametrize(
    ("champs", "texte"),
    [
        ({"nombre": "20000"}, "20\u00a0000"),
        ({"nombre": "12.5000"}, "12,5"),
        ({"nombre": "100"}, "100"),
        ({"nombre": "20000", "qualificatif": "plus_de"}, "plus de 20\u00a0000"),
        ({"nombre": "90", "qualificatif": "pres_de"}, "près de 90"),
    ],
)
def test_un_chiffre_s_ecrit_comme_au_quebec(champs: dict[str, str], texte: str) -> None:
    assert Valeur.objects.get(pk=une_valeur(**champs).pk).texte == texte


def test_l_unite_ne_se_separe_pas_du_nombre() -> None:
    serie = SerieChiffre.objects.create(libelle="part", unite="%", definition="d")
    assert une_valeur("12.5", serie=serie).texte == "12,5\u00a0%"


@pytest.mark.parametrize(("saisi", "lu"), [("20 000", 20000), ("12,5", "12.5"), ("20\u00a0000", 20000), ("7", 7)])
def test_une_virgule_et_des_espaces_sont_acceptees(saisi: str, lu: Any) -> None:
    assert NombreFormField(max_digits=16, decimal_places=4).clean(saisi) == Decimal(lu)


@pytest.mark.parametrize("saisi", ["vingt", "1.234,5", "20,000", "1,2,3"])
def test_ce_qui_ne_se_lit_pas_d_une_seule_facon_est_refuse(saisi: str) -> None:
    with pytest.raises(ValidationError, match="Écrivez un nombre"):
        NombreFormField(max_digits=16, decimal_places=4).clean(saisi)


def test_une_valeur_ne_se_modifie_pas() -> None:
    valeur = une_valeur("90")
    valeur.full_clean()
    valeur.nombre = Decimal(92)
    with pytest.raises(ValidationError, match="ne se modifie pas"):
        valeur.full_clean()


def test_une_serie_n_a_qu_un_libelle() -> None:
    une_valeur()
    with pytest.raises(IntegrityError), transaction.atomic():
        SerieChiffre.objects.create(libelle="Tasses lavées en une année", definition="d")


def test_une_page_garde_son_chiffre(client: Client) -> None:
    page = ChiffresPageFactory.create(chiffres=corps(chiffre(une_valeur("90", "2025-10-10"))))
    une_valeur("4321", "2026-10-10")
    html = client.get("/chiffres/").content.decode()
    assert ">90</p>" in html
    assert "4\u00a0321" not in html
    assert dits(page) == []


def test_un_chiffre_sans_source_ou_disparu_bloque() -> None:
    valeur = une_valeur()
    page = ChiffresPageFactory.create(chiffres=corps(chiffre(valeur)))
    Valeur.objects.update(source=" ")
    assert "n’a pas de source ou de date" in dits(type(page).objects.get())[0]
    valeur.delete()
    assert dits(type(page).objects.get()) == ["Le chiffre cité ici n’existe plus."]


def test_deux_pages_publiques_ne_se_contredisent_pas() -> None:
    ancienne, nouvelle = une_valeur("90"), une_valeur("92")
    publique = publier(ChiffresPageFactory.create(live=False, title="Comptes", chiffres=corps(chiffre(ancienne))))
    autre = PlateformePageFactory.create(live=False, chiffres=corps(chiffre(nouvelle)))
    assert "La page publiée « Comptes » donne un autre nombre" in dits(autre)[0]
    assert "a été corrigé depuis" in dits(publique)[0]
    publique.chiffres = [("chiffre", {"valeur": nouvelle, "contexte": ""})]
    assert dits(publique) == []


def test_deux_pages_a_corriger_ne_se_bloquent_pas_l_une_l_autre() -> None:
    ancienne = une_valeur("90")
    une = publier(ChiffresPageFactory.create(live=False, chiffres=corps(chiffre(ancienne))))
    publier(PlateformePageFactory.create(live=False, chiffres=corps(chiffre(ancienne))))
    une.chiffres = [("chiffre", {"valeur": une_valeur("92"), "contexte": ""})]
    assert dits(une) == []


def test_une_valeur_citee_ne_s_efface_pas() -> None:
    citee, libre = une_valeur("90"), une_valeur("92")
    publier(ChiffresPageFactory.create(live=False, chiffres=corps(chiffre(citee))))
    assert citee.est_citee
    assert not libre.est_citee


def test_l_ecran_refuse_d_effacer_une_valeur_citee(admin_client: Client) -> None:
    valeur = une_valeur("90")
    publier(ChiffresPageFactory.create(live=False, chiffres=corps(chiffre(valeur))))
    adresse = f"/admin/chiffres/edit/{valeur.serie_id}/"
    page = admin_client.get(adresse)
    assert page.status_code == 200
    prefixe = "valeurs-0-"
    donnees = {
        "libelle": valeur.serie.libelle, "unite": "", "definition": "d",
        "valeurs-TOTAL_FORMS": 1, "valeurs-INITIAL_FORMS": 1, "valeurs-MIN_NUM_FORMS": 0, "valeurs-MAX_NUM_FORMS": 1000,
        prefixe + "id": valeur.pk, prefixe + "qualificatif": "exact", prefixe + "nombre": "90",
        prefixe + "date": "2026-10-10", prefixe + "source": "Carnet", prefixe + "adresse": "", prefixe + "DELETE": "on",
    }  # fmt: skip
    assert "elle ne s’efface pas" in admin_client.post(adresse, donnees).content.decode()
    assert Valeur.objects.filter(pk=valeur.pk).exists()


def test_les_dates_d_un_meme_chiffre_se_rassemblent(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    valeurs = [une_valeur("90", "2025-10-10"), une_valeur("2", libelle="portes"), une_valeur("95", "2026-10-10")]
    page = ChiffresPageFactory.create(chiffres=corps(*map(chiffre, valeurs)))
    (_tasses, deux), (_portes, une) = type(page).objects.get().series
    assert [valeur["valeur"].texte for valeur in deux] == ["95", "90"]
    assert len(une) == 1
    client.get(page.url)
    with django_assert_max_num_queries(16):
        client.get(page.url)
    assert [titre.texte for titre in type(page).objects.get().plan_de_sortie().titres] == [
        "Tasses lavées en une année",
        "Portes",
    ]
