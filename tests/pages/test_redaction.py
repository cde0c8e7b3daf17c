import json
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.models import AccueilPage, CampagnePage, ContenuPage, EditionPage, MurPage
from pages.redaction import RedactionForm
from reseau.models import Compte
from tests.fabriques.pages import ContenuPageFactory, retirer_temoignage, un_temoignage_publie

pytestmark = pytest.mark.django_db

LONG = "j’ai retrouvé le goût de me lever le matin parce qu’on m’attend pour brasser la soupe"
COURT = "une chaise qui m’attend"
REDITE = "une chaise qui m attend"
QUESTION = {"question": "Et ensuite?", "reponse": rich_text("<p>On verra.</p>")}


@pytest.fixture
def page() -> ContenuPage:
    """A page of content, empty."""
    page: ContenuPage = ContenuPageFactory.create()
    return page


@pytest.fixture
def bureau(client: Client) -> Client:
    """A member of the staff."""
    client.force_login(Compte.objects.create_superuser("admin", "admin@exemple.org", "essai"))
    return client


def enregistrer(bureau: Client, page: ContenuPage, *blocs: tuple[str, Any], **champs: Any) -> Any:
    vide = {"title": page.title, "slug": page.slug, "chapeau": "", "seo_title": "", "search_description": ""}
    donnees = nested_form_data({**vide, **champs, "corps": streamfield(blocs)})
    return bureau.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), donnees)


def liste(valeurs: list[Any]) -> dict[str, str]:
    """Return a list of blocks as the form sends it."""
    donnees: dict[str, str] = {"count": str(len(valeurs))}
    for rang, valeur in enumerate(valeurs):
        donnees |= {f"{rang}-deleted": "", f"{rang}-order": str(rang), f"{rang}-id": "", f"{rang}-type": "item"}
        donnees |= {f"{rang}-value-{cle}": sous for cle, sous in valeur.items()}
    return donnees


def en_json(texte: str) -> str:
    """Return a text as the editor's script receives it."""
    return json.dumps(texte)[1:-1]


def blocs_avec(texte: str) -> list[Any]:
    """Return one body for each place of a block where `texte` can be typed."""
    appel = {"titre": "Venez", "texte": "", "bouton": "Lire", "page": "", "adresse": "/temoignages/"}
    riche = rich_text(f"<p>Avant.</p><p>{texte}</p>")
    return [
        pytest.param(("texte", riche), "Texte", id="texte"),
        pytest.param(("encadre", {"titre": "Bon", "texte": riche, "ton": "lin"}), "Texte", id="encadre"),
        pytest.param(("encadre", {"titre": texte, "texte": rich_text("<p>a</p>"), "ton": "lin"}), "Titre", id="titre"),
        pytest.param(("appel", {**appel, "texte": texte}), "Texte", id="appel"),
        pytest.param(
            ("questions", {"titre": "Questions", "questions": liste([QUESTION, {**QUESTION, "reponse": riche}])}),
            "Réponse",
            id="reponse",
        ),
        pytest.param(
            ("questions", {"titre": "Questions", "questions": liste([{**QUESTION, "question": texte}])}),
            "Question",
            id="question",
        ),
    ]


@pytest.mark.parametrize(("bloc", "etiquette"), blocs_avec(COURT))
def test_un_bloc_qui_recopie_un_temoignage_est_refuse_et_la_saisie_reste(
    bureau: Client, page: ContenuPage, bloc: tuple[str, Any], etiquette: str
) -> None:
    un_temoignage_publie(COURT)
    reponse = enregistrer(bureau, page, bloc)
    html = unescape(reponse.content.decode())
    assert reponse.status_code == 200
    assert en_json(f"« {etiquette} » reprend les mots d’un témoignage publié") in html
    assert en_json("bloc « Citation »") in html
    assert html.replace(en_json(REDITE), "").count("une chaise qui m") == 1
    assert not page.revisions.exists()


@pytest.mark.parametrize("champ", ["chapeau", "title", "search_description"])
def test_un_champ_qui_recopie_un_temoignage_est_refuse_a_sa_place(
    bureau: Client, page: ContenuPage, champ: str
) -> None:
    un_temoignage_publie(LONG)
    reponse = enregistrer(bureau, page, **{champ: LONG.upper()})
    assert list(reponse.context["form"].errors) == [champ]
    assert LONG.upper() in unescape(reponse.content.decode())


def test_un_brouillon_est_refuse_comme_le_reste(bureau: Client, page: ContenuPage) -> None:
    un_temoignage_publie(LONG)
    enregistrer(bureau, page, ("texte", rich_text(f"<p>On raconte : {LONG}.</p>")))
    assert not page.revisions.exists()


def test_le_texte_de_la_redaction_passe(bureau: Client, page: ContenuPage) -> None:
    un_temoignage_publie(COURT)
    reponse = enregistrer(bureau, page, ("texte", rich_text("<p>Il y a une chaise au bout du quai.</p>")))
    assert reponse.status_code == 302
    assert page.revisions.count() == 1


def test_un_temoignage_cite_par_reference_passe(bureau: Client, page: ContenuPage) -> None:
    temoignage = un_temoignage_publie(COURT)
    assert enregistrer(bureau, page, ("citation", {"temoignage": temoignage.pk})).status_code == 302


def test_un_temoignage_retire_n_a_plus_de_texte_a_reconnaitre(bureau: Client, page: ContenuPage) -> None:
    retirer_temoignage(un_temoignage_publie(COURT))
    assert enregistrer(bureau, page, chapeau=COURT).status_code == 302


def test_les_temoignages_se_lisent_une_fois_par_enregistrement(bureau: Client, page: ContenuPage) -> None:
    un_temoignage_publie(LONG)
    lectures = []
    for nombre in (1, 12):
        with CaptureQueriesContext(connection) as requetes:
            enregistrer(bureau, page, *[("texte", rich_text("<p>Il y a du monde.</p><p>Et du café.</p>"))] * nombre)
        lectures.append(sum('"temoignages_temoignage"."texte"' in requete["sql"] for requete in requetes))
    assert lectures == [1, 0]  # learnt once; no field looks like a testimony, none is read again


@pytest.mark.parametrize("modele", [AccueilPage, CampagnePage, ContenuPage, EditionPage, MurPage])
def test_chaque_type_de_page_s_ecrit_dans_ce_formulaire(modele: Any) -> None:
    assert issubclass(modele.get_edit_handler().get_form_class(), RedactionForm)
