"""Signed links: one recipient, some days, marked, logged without a trace of who, and taken back at once."""

import datetime
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.models import ModelLogEntry, PageLogEntry

from medias.niveaux import Niveau
from pages.models import AccesPartage, LienPartage
from pages.publication.partage import modeles
from pages.publication.partage.actions import PartageRefuse, partager, revoquer
from reseau.horloge import maintenant
from reseau.models import Compte
from tests.fabriques.fichiers import un_document
from tests.fabriques.pages import corps, publier, une_image
from tests.fabriques.roles import une_redactrice, une_relectrice, une_traductrice

from .gestes import public, recrire, soumettre, un_brouillon

pytestmark = pytest.mark.django_db

DOUZE_HEURES = datetime.timedelta(hours=12)


def un_lien(*pages: Any, par: Compte | None = None, jours: int = 14) -> tuple[LienPartage, str]:
    """Return a link, and the address that it opens."""
    lien, jeton = partager(
        pages=pages or [un_brouillon()], destinataire="Le comité", jours=jours, par=par or une_redactrice()
    )
    return lien, f"/partage/{jeton}/"


def html(client: Client, adresse: str) -> str:
    return client.get(adresse).content.decode()


def test_un_lien_montre_la_derniere_version_marquee(client: Client) -> None:
    page = un_brouillon(title="Première version", confidentialite=Niveau.TRAVAIL)
    lien, adresse = un_lien(page)
    recrire(page, title="Deuxième version")
    vu = html(client, adresse)
    assert "Deuxième version" in vu
    assert "Première version" not in vu
    for mention in ("Document de travail – ne pas diffuser", "Partagé avec\u00a0: Le comité", "(ébauche)"):
        assert mention in vu
    recrire(public(page), confidentialite=Niveau.PUBLIC)
    assert "Version pas encore publiée – ne pas diffuser" in html(client, adresse)
    soumettre(public(page), une_redactrice())
    assert "(en relecture)" in html(client, adresse)
    assert lien.destinataire not in html(client, "/")


def test_la_mention_vaut_pour_l_embargo(client: Client) -> None:
    demain = maintenant() + datetime.timedelta(days=1)
    _lien, adresse = un_lien(un_brouillon(go_live_at=demain))
    assert "Sous embargo jusqu’au 23\u00a0novembre 2026, 12\u00a0h" in html(client, adresse)


def test_rien_n_est_garde_indexe_ni_repete_ailleurs(client: Client) -> None:
    _lien, adresse = un_lien()
    for chemin in (adresse, "/partage/inconnu/"):
        reponse = client.get(chemin)
        assert reponse["Cache-Control"] == "private, no-store"
        assert reponse["Referrer-Policy"] == "no-referrer"
        assert reponse["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert not reponse.cookies


def test_inconnu_expire_revoque_ou_pour_une_autre_page_tout_repond_pareil(client: Client, settings: Settings) -> None:
    autre = un_brouillon()
    revoque, adresse_revoquee = un_lien()
    revoquer(lien=revoque, par=une_redactrice())
    _expire, adresse_expiree = un_lien(jours=1)
    settings.AUJOURDHUI = "2026-11-24"
    _bon, adresse = un_lien()
    reponses = [
        client.get(chemin)
        for chemin in (
            "/partage/inconnu/",
            adresse_revoquee,
            adresse_expiree,
            f"{adresse}{autre.pk}/",
            f"{adresse}9999/",
        )
    ]
    assert {reponse.status_code for reponse in reponses} == {404}
    assert len({reponse.content for reponse in reponses}) == 1
    assert client.get(adresse).status_code == 200


@pytest.mark.parametrize(("ecart", "attendu"), [(-1, 200), (0, 404), (1, 404)])
def test_un_lien_expire_a_l_instant_dit(
    client: Client, ecart: int, attendu: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lien, adresse = un_lien()
    instant = lien.expire_le + datetime.timedelta(microseconds=ecart)
    monkeypatch.setattr(modeles, "maintenant", lambda: instant)
    assert client.get(adresse).status_code == attendu


def test_le_jeton_n_est_garde_nulle_part_et_l_acces_ne_dit_rien_de_qui(client: Client) -> None:
    page = un_brouillon()
    lien, adresse = un_lien(page)
    jeton = adresse.split("/")[2]
    client.get(adresse, headers={"User-Agent": "espion"}, REMOTE_ADDR="203.0.113.9")
    acces = AccesPartage.objects.get()
    assert (acces.lien, acces.page_id) == (lien, page.pk)
    assert {champ.name for champ in AccesPartage._meta.get_fields()} == {"id", "lien", "page", "le"}
    gardes = [*LienPartage.objects.values(), *PageLogEntry.objects.values(), *ModelLogEntry.objects.values()]
    assert jeton not in json.dumps(gardes, default=str)


def test_plusieurs_pages_se_choisissent_dans_une_liste(client: Client) -> None:
    pages = [un_brouillon(title="Le plan", confidentialite=Niveau.MEMBRES), un_brouillon(title="Le cahier")]
    _lien, adresse = un_lien(*pages)
    liste = html(client, adresse)
    assert "Réservé aux membres" in liste
    for page in pages:
        assert f'href="{adresse}{page.pk}/"' in liste
        assert page.title in html(client, f"{adresse}{page.pk}/")
    assert client.get(f"{adresse}{pages[0].pk}/rien/").status_code == 404


def test_les_images_et_documents_ne_s_ouvrent_que_par_le_lien(client: Client) -> None:
    image = une_image()
    document = un_document()
    lien_doc = f'<p><a linktype="document" id="{document.pk}">la note</a></p>'
    page = un_brouillon(corps=corps(("image", {"image": image.pk, "legende": ""}), ("texte", lien_doc)))
    lien, adresse = un_lien(page)
    vu = html(client, adresse)
    taille = image.renditions.first()
    sous_le_lien = [f"{adresse}media/{taille.file.name}", f"{adresse}documents/{document.pk}/{document.filename}"]
    for fichier, public_ in zip(sous_le_lien, (taille.url, document.url), strict=True):
        assert fichier in vu
        assert f'"{public_}' not in vu
        assert client.get(public_).status_code == 404
        reponse: Any = client.get(fichier)
        assert (reponse.status_code, reponse["Cache-Control"]) == (200, "private, no-store")
        assert b"".join(reponse.streaming_content)
    _autre, adresse_autre = un_lien()
    assert client.get(f"{adresse_autre}media/{taille.file.name}").status_code == 404
    revoquer(lien=lien, par=une_redactrice())
    assert {client.get(fichier).status_code for fichier in sous_le_lien} == {404}


def test_une_image_retiree_de_l_ebauche_sort_du_lien(client: Client) -> None:
    image = une_image()
    page = un_brouillon(corps=corps(("image", {"image": image.pk, "legende": ""})))
    _lien, adresse = un_lien(page)
    html(client, adresse)
    nom = image.renditions.first().file.name
    recrire(page, corps=corps())
    assert client.get(f"{adresse}media/{nom}").status_code == 404


def test_qui_ne_modifie_pas_ne_partage_pas() -> None:
    page = un_brouillon()
    for par in (une_relectrice(), une_traductrice()):
        with pytest.raises(PartageRefuse):
            un_lien(page, par=par)
    for jours in (0, 91):
        with pytest.raises(PartageRefuse):
            un_lien(page, jours=jours)
    lien, _adresse = un_lien(page)
    with pytest.raises(PartageRefuse):
        revoquer(lien=lien, par=une_relectrice())
    assert LienPartage.objects.get().revoque_le is None


def test_partager_et_revoquer_se_lisent_au_journal_de_la_page() -> None:
    page = un_brouillon()
    lien, _adresse = un_lien(page)
    revoquer(lien=lien, par=une_redactrice())
    revoquer(lien=lien, par=une_redactrice())
    actions = PageLogEntry.objects.filter(page=page.pk, action__contains="partag").values_list("action", flat=True)
    assert sorted(actions) == ["pages.partager", "pages.revoquer_partage"]


# The screens.


def creer(client: Client, *pages: Any, **champs: Any) -> Any:
    donnees = {"pages": [page.pk for page in pages], "destinataire": "Le comité", "jours": "7", **champs}
    return client.post(reverse("partages:add"), donnees)


def test_l_ecran_cree_montre_l_adresse_une_fois_liste_et_revoque(client: Client) -> None:
    page, publiee = un_brouillon(title="Le plan"), publier(un_brouillon(title="Déjà publiée"))
    client.force_login(une_redactrice())
    formulaire = client.get(reverse("partages:add")).content.decode()
    assert "Le plan" in formulaire
    assert publiee.title not in formulaire
    cree = creer(client, page).content.decode()
    adresse = cree.split('value="http://testserver')[1].split('"')[0]
    assert Client().get(adresse).status_code == 200
    liste = client.get(reverse("partages:index")).content.decode()
    assert "Le comité" in liste
    assert adresse not in liste
    lien = LienPartage.objects.get()
    assert "Révoquer" in client.get(reverse("revoquer_partage", args=[lien.pk])).content.decode()
    assert client.post(reverse("revoquer_partage", args=[lien.pk])).status_code == 302
    assert Client().get(adresse).status_code == 404
    assert "révoqué" in client.get(reverse("partages:index")).content.decode()


@pytest.mark.parametrize("champs", [{"destinataire": ""}, {"jours": "0"}, {"jours": "91"}, {"pages": []}])
def test_un_formulaire_fautif_ne_cree_rien(client: Client, champs: dict[str, Any]) -> None:
    client.force_login(une_redactrice())
    assert creer(client, un_brouillon(), **champs).status_code == 200
    assert not LienPartage.objects.exists()


def test_un_lien_ne_se_modifie_ni_ne_s_efface(client: Client) -> None:
    lien, _adresse = un_lien()
    client.force_login(Compte.objects.create_superuser("admin", "admin@exemple.org", "essai"))
    for nom in ("edit", "delete"):
        client.post(reverse(f"partages:{nom}", args=[lien.pk]), {"destinataire": "Autre"})
    assert LienPartage.objects.get().destinataire == "Le comité"


def test_le_rapport_dit_quand_et_quoi(client: Client) -> None:
    page = un_brouillon(title="Le plan")
    _lien, adresse = un_lien(page)
    client.get(adresse)
    client.force_login(une_relectrice())
    rapport = client.get(reverse("ouvertures_partages")).content.decode()
    assert "Le comité" in rapport
    assert "Le plan" in rapport
    assert client.get(reverse("ouvertures_partages"), {"export": "csv"}).status_code == 200


@pytest.mark.parametrize("nom", ["partages:add", "partages:index", "ouvertures_partages"])
def test_les_ecrans_sont_fermes_a_qui_n_a_pas_le_role(client: Client, nom: str) -> None:
    assert client.get(reverse(nom)).status_code == 302
    client.force_login(une_traductrice())
    assert client.get(reverse(nom)).status_code in {302, 403}
    assert client.get(reverse(nom)).status_code != 200
