"""Every address of the admin × every role. The table is data, read by a person: `acces.txt`.

A letter means that the role is shown something: R writes, M moderates, A approves, T translates, D administers;
« tous » is anyone, even without an account, « seuil » who has not signed in, « - » nobody. A new address needs its
line, and a role that goes somewhere new fails here: the message names the addresses that differ.
"""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, Locale, Site, Workflow

from medias.models import DocumentCampagne, Enregistrement
from pages.models import AccueilPage, ExigenceRelecture
from reseau.models import Secteur
from site_campagne.roles import ADMINISTRATION, APPROBATION, MODERATION, REDACTION, TRADUCTION
from temoignages.models import NomPermis, Theme
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.pages import ContenuPageFactory, publier, une_amorce, une_image
from tests.fabriques.pistes import un_enregistrement, une_piste
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.roles import une_personne_de
from tests.fabriques.temoignages import un_temoignage

from .adresses import adresses_de_l_admin

pytestmark = pytest.mark.django_db

ROLES = {"R": REDACTION, "M": MODERATION, "A": APPROBATION, "T": TRADUCTION, "D": ADMINISTRATION}
TABLE = Path(__file__).with_name("acces.txt")
# The first fails on purpose; the report of wagtail-localize warns of a list without order, and a warning fails here.
SANS_ESSAI = {
    "wagtailadmin_error_test",
    "wagtail_localize:translations_report",
    "wagtail_localize:translations_report_results",
}
# Wagtail serves them to nobody in particular: the way in, and the words and drawings of its screens.
TOUS, SEUIL = "tous", "seuil"


def table() -> dict[str, str]:
    """Return who goes in, by address."""
    lignes = (ligne.split() for ligne in TABLE.read_text().splitlines() if ligne and not ligne.startswith("#"))
    return {nom: "".join(lettres) for nom, *lettres in lignes}


def valeurs() -> dict[str, Any]:
    """Return a row for each argument that leads to a page, an image or a type."""
    page = publier(ContenuPageFactory.create())
    revision = page.save_revision()
    accueil = AccueilPage.objects.get()
    types = {"app_label": "pages", "model_name": "contenupage", "app_name": "pages"}
    creation = {"content_type_app_name": "pages", "content_type_model_name": "contenupage"}
    lignes = {
        "exigences": ExigenceRelecture.objects.create(genre=ContentType.objects.get_for_model(AccueilPage)),
        "phrases": une_amorce(), "noms-permis": NomPermis.objects.create(nom="Zoé"),
        "themes": Theme.objects.create(nom="L’accueil"), "ressources": RessourceFactory.create(),
        "wagtailusers_users": une_personne_de(REDACTION), "wagtailusers_groups": Group.objects.create(name="Autre"),
        "wagtailadmin_collections": Collection.get_first_root_node().add_child(name="Atelier"),
        "wagtailadmin_workflows": Workflow.objects.get(active=True), "wagtailsites": Site.objects.get(),
        "wagtailsnippets_pages_evenement": EvenementFactory.create(),
        "secteurs": Secteur.objects.create(compte=une_personne_de(APPROBATION), region="05"),
        "pistes": une_piste(un_enregistrement()),
        "wagtaillocales": Locale.objects.get(language_code="en"), "wagtailadmin_api:pages": page,
    }  # fmt: skip
    document = DocumentCampagne.objects.create(title="Affiche", file="a.pdf")
    cles = {f"{espace}:pk": ligne.pk for espace, ligne in lignes.items()}
    pages = {"page_id": page.pk, "page_to_move_id": page.pk, "parent_page_id": accueil.pk, "destination_id": accueil.pk}
    autres = {
        "revision_id": revision.pk,
        "image_id": une_image().pk,
        "photo_id": 1,  # answered by POST alone
        "document_id": document.pk,
        "media_id": Enregistrement.objects.create(title="Une voix", type="audio", file="recus/a.mp3").pk,
        "media_type": "audio",
        "ressource_id": lignes["ressources"].pk,
        "evenement_id": lignes["wagtailsnippets_pages_evenement"].pk,
        "paroles:temoignage_id": un_temoignage().pk,
        "paroles:langue": "en",
        "compte_id": lignes["wagtailusers_users"].pk,
        "collection_id": lignes["wagtailadmin_collections"].pk,
        "wagtailsettings:model_name": "aidesetting",
        "action": "publish",
        "action_name": "approve",
        "wagtailadmin_pages:revisions_compare": (page.pk, "earliest", "latest"),
    }
    return types | creation | cles | pages | autres


def entre(reponse: Any) -> bool:
    """Say whether an answer shows something: neither forbidden, nor absent, nor sent to sign in or back home."""
    if reponse.status_code in {301, 302}:
        return not reponse.headers["Location"].startswith((reverse("wagtailadmin_login"), "/admin/login")) and (
            reponse.headers["Location"] != reverse("wagtailadmin_home")
        )
    assert reponse.status_code < 500, reponse
    return reponse.status_code < 400


def ouvertes(client: Client) -> set[str]:
    """Return the names of the addresses that let a client in."""
    adresses = {n: a for n, a in adresses_de_l_admin(valeurs()).items() if n not in SANS_ESSAI}
    return {nom for nom, adresse in adresses.items() if entre(client.get(adresse))}


@pytest.mark.parametrize("lettre", ROLES)
def test_chaque_role_entre_la_ou_la_table_le_dit_et_nulle_part_ailleurs(client: Client, lettre: str) -> None:
    client.force_login(une_personne_de(ROLES[lettre]))
    attendues = {nom for nom, lettres in table().items() if lettre in lettres or lettres == TOUS}
    assert sorted(ouvertes(client) ^ attendues) == []


def test_sans_compte_on_n_entre_que_par_la_porte(client: Client) -> None:
    attendues = {nom for nom, lettres in table().items() if lettres in {TOUS, SEUIL}}
    assert sorted(ouvertes(client) ^ attendues) == []


def test_la_table_nomme_chaque_adresse() -> None:
    assert sorted(set(table()) ^ set(adresses_de_l_admin(valeurs()))) == []
