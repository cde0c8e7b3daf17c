import pytest
from django.test import Client

from pages.blocs import CorpsStreamBlock, feuilles_de
from pages.models import ContenuPage
from reseau.models import Compte

from .rendu import flux


def test_le_corps_offre_neuf_blocs_et_pas_un_de_plus() -> None:
    attendus = {"texte", "citation", "selection", "mur_extrait", "image", "encadre", "appel", "questions"}
    assert set(CorpsStreamBlock().child_blocks) == {*attendus, "enregistrement"}


def test_chaque_genre_appelle_sa_feuille_une_fois() -> None:
    valeur = flux(("texte", "a"), ("encadre", {}), ("texte", "b"))
    assert feuilles_de(valeur) == ["css/blocs/texte.css", "css/blocs/encadre.css"]


@pytest.mark.django_db
def test_chaque_bloc_a_un_apercu_dans_l_administration(client: Client) -> None:
    client.force_login(Compte.objects.create_superuser("admin", "admin@exemple.org", "essai"))
    for nom, bloc in ContenuPage.corps.field.stream_block.child_blocks.items():
        reponse = client.get("/admin/block-preview/", {"id": bloc.definition_prefix})
        assert reponse.status_code == 200
        assert f"css/blocs/{nom}.css" in reponse.content.decode()
