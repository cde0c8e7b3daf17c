"""What people really type and paste: two at once, from Word, too much. Nothing is lost, nothing breaks.

Elsewhere: a figure with a comma (`models/test_chiffres`, `blocs/test_chiffre_source`), an embargo in the past and the
change of clock (`test_confidentialite`), a page copied while it is read (`test_relecture`).
"""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.blocs.texte import FONCTIONS, FONCTIONS_COURTES
from pages.models import PlateformePage, RevendicationPage
from pages.publication.constats import bloquants, examiner
from tests.fabriques.documents import PlateformePageFactory
from tests.fabriques.pages import ContenuPageFactory, publier
from tests.fabriques.roles import une_redactrice

from .gestes import public, soumettre, un_brouillon

pytestmark = pytest.mark.django_db

JSON = {"Accept": "application/json"}
REFERENCES = 200
NOMS = [f"Nom{chr(97 + rang // 26)}{chr(97 + rang % 26)}" for rang in range(REFERENCES)]
MOYENS = 30
DE_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<body lang=FR-CA><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<h2 style='mso-list:l0'><span style='mso-fareast-language:EN-US'>Un titre<o:p></o:p></span></h2>
<p class=MsoNormal style='margin-bottom:8.0pt'>“Bonjour” l’ami, <b style='mso-bidi-font-weight:normal'>oui</b>
<o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·</span><![endif]>Un point</p>
<table class=MsoTable><tr><td>case</td></tr></table><script>alert(1)</script></body></html>"""


def bureau(client: Client) -> Client:
    client.force_login(une_redactrice())
    return client


def de_contenu(page: Any, **champs: Any) -> dict[str, Any]:
    vide = {"title": page.title, "slug": page.slug, "chapeau": "", "seo_title": "", "search_description": ""}
    donnees: dict[str, Any] = nested_form_data({**vide, "corps": streamfield([]), **champs})
    return donnees


# Two editors at once.


def test_deux_redactrices_a_la_fois_ne_perdent_rien() -> None:
    une, autre = bureau(Client()), bureau(Client())
    page = un_brouillon()
    adresse = reverse("wagtailadmin_pages:edit", args=[page.pk])
    ouverte = page.get_latest_revision()
    assert une.post(adresse, de_contenu(page, chapeau="Par une")).status_code == 302
    # Saved by itself, hers would go over the first: it is refused, and her editor says so.
    perimee = {"loaded_revision_id": ouverte.pk, "loaded_revision_created_at": ouverte.created_at.isoformat()}
    reponse = autre.post(adresse, de_contenu(page, chapeau="Par l’autre", **perimee), headers=JSON)
    assert (reponse.status_code, reponse.json()["error_code"]) == (400, "invalid_revision")
    assert public(page).get_latest_revision_as_object().chapeau == "Par une"
    # Saved on purpose, it comes after: both stay in the history.
    assert autre.post(adresse, de_contenu(page, chapeau="Par l’autre", **perimee)).status_code == 302
    chapeaux = [revision.content["chapeau"] for revision in page.revisions.order_by("pk")]
    assert chapeaux[-2:] == ["Par une", "Par l’autre"]


def test_une_page_en_relecture_ne_s_ecrase_pas_par_un_enregistrement_automatique() -> None:
    redactrice = bureau(Client())
    page = un_brouillon()
    lue = page.get_latest_revision()
    soumettre(page, une_redactrice())
    donnees = de_contenu(page, chapeau="Après coup", overwrite_revision_id=lue.pk)
    redactrice.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), donnees, headers=JSON)
    lue.refresh_from_db()
    assert lue.content["chapeau"] == ""
    assert page.current_workflow_task_state.revision == lue


# A paste from Word.


@pytest.mark.parametrize("fonctions", [FONCTIONS, FONCTIONS_COURTES])
def test_un_collage_de_word_ne_garde_que_ce_que_le_champ_offre(fonctions: list[str]) -> None:
    convertisseur = ContentstateConverter(fonctions)
    garde = convertisseur.to_database_format(convertisseur.from_database_format(DE_WORD))
    assert "“Bonjour” l’ami" in garde
    assert "Un point" in garde
    interdits = ("mso", "Mso", "style", "class", "o:p", "w:", "<table", "<script", "<span", "<!--", "[if")
    assert [mal for mal in interdits if mal in garde] == []
    assert ("<h2" in garde) == ("h2" in fonctions)


def test_les_signes_de_controle_d_un_collage_ne_s_enregistrent_pas(client: Client) -> None:
    """Word's line break inside a paragraph is a vertical tab, which no XML may hold."""
    page = publier(ContenuPageFactory.create())
    sale = de_contenu(page, title="Une\x0bporte", chapeau="Le soir\x1f.")
    assert bureau(client).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), sale).status_code == 302
    ebauche = public(page).get_latest_revision_as_object()
    assert (ebauche.title, ebauche.chapeau) == ("Une porte", "Le soir.")


# Too much.


def references(nombre: int) -> Any:
    champs = {"genre": "livre", "nom_court": "", "contenant": "", "page": "", "adresse": "", "cite_dans": ""}
    valeurs = ({**champs, "auteurs": f"{NOMS[r]}, P.", "annee": "2019", "titre": f"T {r}"} for r in range(nombre))
    return streamfield([("reference", valeur) for valeur in valeurs])


def de_plateforme(nombre: int) -> dict[str, Any]:
    vide = dict.fromkeys(("seo_title", "search_description", "chapeau"), "")
    citees = " ".join(f"({nom}, 2019)" for nom in NOMS[:nombre])
    textes = {"introduction": rich_text(f"<p>{citees}</p>"), "enjeux": rich_text(""), "remerciements": rich_text("")}
    corps = {"chiffres": streamfield([]), "bibliographie": references(nombre)}
    donnees: dict[str, Any] = nested_form_data(
        {**vide, **textes, **corps, "title": "De la place", "slug": "plateforme", "annee": "2027"}
    )
    return donnees


def test_deux_cents_references_s_enregistrent_se_verifient_et_se_lisent(client: Client) -> None:
    page = PlateformePageFactory.create(live=False)
    adresse = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert bureau(client).post(adresse, de_plateforme(REFERENCES)).status_code == 302
    ebauche = PlateformePage.objects.get().get_latest_revision_as_object()
    assert len(ebauche.entrees) == REFERENCES
    with CaptureQueriesContext(connection) as requetes:
        assert bloquants(ebauche) == []
    assert len(requetes) < 40
    assert client.get(adresse).status_code == 200
    page = publier(ebauche)
    client.logout()
    client.get(page.url)
    with CaptureQueriesContext(connection) as requetes:
        html = client.get(page.url).content.decode()
    assert len(requetes) <= 25
    # Each entry, and the place that calls it.
    assert html.count('id="ref-') == 2 * REFERENCES


def test_une_reference_de_trop_parmi_deux_cents_est_dite(client: Client) -> None:
    page = PlateformePageFactory.create(live=False)
    donnees = de_plateforme(REFERENCES)
    donnees["bibliographie-199-value-annee"] = "2018"
    bureau(client).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), donnees)
    dits = [constat.message for constat in bloquants(PlateformePage.objects.get().get_latest_revision_as_object())]
    assert sorted(dits) == [
        "« (Nomhr, 2019) » n’a pas d’entrée dans la bibliographie.",
        "« Nomhr, 2018 » est dans la bibliographie, et rien ne la cite.",
    ]


def test_une_revendication_de_trente_moyens_s_enregistre_et_se_numerote(client: Client) -> None:
    plateforme = publier(PlateformePageFactory.create())
    suivi = {"etat": "promis", "date": "2026-10-10", "precision": "", "source": "Séance", "adresse": ""}
    moyens = [
        ("moyen", {"texte": rich_text(f"<p>Moyen {rang}</p>"), "cible": "", "suivi": _liste(suivi, suivi)})
        for rang in range(MOYENS)
    ]
    vide = dict.fromkeys(("seo_title", "search_description", "resume"), "")
    donnees = nested_form_data(
        {**vide, "title": "Une", "slug": "une", "corps": streamfield([]), "moyens": streamfield(moyens)}
    )
    adresse = reverse("wagtailadmin_pages:add", args=["pages", "revendicationpage", plateforme.pk])
    assert bureau(client).post(adresse, donnees).status_code == 302
    page = RevendicationPage.objects.get()
    assert examiner(page.get_latest_revision_as_object()) == []
    page = publier(page.get_latest_revision_as_object())
    client.logout()
    html = client.get(page.url).content.decode()
    assert html.count('class="bloc-moyen__numero"') == MOYENS
    assert "1.30</p>" in html
    assert len(page.moyens[0].value.suivis) == 2


def _liste(*valeurs: dict[str, str]) -> dict[str, Any]:
    """Return the form of a list block, as a browser sends it."""
    rangs = {str(rang): {"value": valeur, "deleted": "", "order": str(rang)} for rang, valeur in enumerate(valeurs)}
    return {"count": str(len(valeurs)), **rangs}
