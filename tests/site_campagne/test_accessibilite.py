"""The accessibility statement: there on an empty site, honest about what nobody noted yet."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from site_campagne.models import AccessibiliteSetting
from tests.fabriques.temoignages import une_personne

pytestmark = pytest.mark.django_db

ADRESSE = "/accessibilite/"
MANQUE = "Personne ne reçoit encore les messages sur l’accessibilité"


def page(client: Client) -> str:
    return client.get(ADRESSE).content.decode()


def test_un_site_neuf_a_sa_declaration_qui_ne_pretend_rien(client: Client) -> None:
    reponse = client.get(ADRESSE)
    contenu = reponse.content.decode()
    assert reponse.status_code == 200
    assert not reponse.cookies
    assert "L’adresse où nous écrire paraîtra ici." in contenu
    assert "Aucune revue complète par une personne" in contenu
    assert "Cela ne veut pas dire que rien n’accroche" in contenu
    assert "mailto:" not in contenu
    assert client.post(ADRESSE).status_code == 405


def test_elle_dit_ce_que_l_equipe_a_note(client: Client) -> None:
    AccessibiliteSetting.objects.create(
        courriel="acces@exemple.org",
        telephone="514 555-0195, poste 2",
        revue_le=datetime.date(2026, 11, 1),
        limites="La carte se lit mal à la voix.\n\n Un vieux PDF n’a pas de balises. \n",
    )
    contenu = page(client)
    assert 'href="mailto:acces@exemple.org"' in contenu
    assert 'href="tel:+15145550195;ext=2"' in contenu
    assert "1er novembre 2026" in contenu.replace("\xa0", " ")
    assert "<li>La carte se lit mal à la voix.</li><li>Un vieux PDF n’a pas de balises.</li>" in contenu.replace(
        "\xa0", " "
    )
    assert "paraîtra ici" not in contenu


def test_chaque_page_y_mene_par_son_pied(client: Client) -> None:
    for chemin in ("/temoigner/", "/nulle-part/", ADRESSE):
        assert f'href="{ADRESSE}"' in client.get(chemin).content.decode().split("<footer", 1)[1]


@pytest.mark.parametrize(
    "champs", [{"telephone": "au bureau"}, {"revue_le": datetime.date(2999, 1, 1)}, {"courriel": "pas une adresse"}]
)
def test_un_reglage_faux_est_refuse(champs: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as refus:
        AccessibiliteSetting(**champs).full_clean()
    assert set(refus.value.message_dict) == set(champs)


def test_le_tableau_de_bord_demande_une_adresse_a_qui_peut_l_inscrire(client: Client) -> None:
    client.force_login(une_personne("change_accessibilitesetting"))
    assert MANQUE in client.get("/admin/").content.decode()
    assert client.get("/admin/settings/site_campagne/accessibilitesetting/", follow=True).status_code == 200
    AccessibiliteSetting.objects.update(telephone="514 555-0195")  # the screen has made the row
    assert MANQUE not in client.get("/admin/").content.decode()
    AccessibiliteSetting.objects.all().delete()
    client.force_login(une_personne("view_temoignage"))
    assert MANQUE not in client.get("/admin/").content.decode()
