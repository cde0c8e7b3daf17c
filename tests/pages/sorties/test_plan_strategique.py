"""The PDF of a strategic plan: tagged, titled, in French; a project says so and tells no follow-up."""

import datetime

import pytest
from django.test import Client

from medias.niveaux import Niveau
from pages.models import PlanPage
from pages.publication.errata import rectifier
from pages.publication.partage.actions import partager
from tests.fabriques.pages import accueil, corps, publier
from tests.fabriques.plan import PlanPageFactory, un_enjeu, un_objectif, un_resultat, un_suivi
from tests.fabriques.roles import une_redactrice

from .exemplaire import balises, ouvrir
from .lecteur import autour, entendre

pytestmark = pytest.mark.django_db
ADOPTION = datetime.date(2026, 6, 1)
ENJEU = un_enjeu(
    "La porte",
    un_objectif(
        "Ouvrir le soir",
        un_resultat("Une porte par région.", un_suivi(), indicateurs=(("Régions ouvertes", "12"),)),
        un_resultat("Un billet."),
    ),
)


def test_le_pdf_est_etiquete_titre_et_en_francais(client: Client) -> None:
    page = publier(PlanPageFactory.create(enjeux=corps(ENJEU), adopte_le=ADOPTION))
    reponse = client.get("/plan/pdf/")
    assert reponse["Content-Disposition"] == 'inline; filename="tenir-la-porte.pdf"'
    pdf = ouvrir(reponse.content)
    with pdf.open_metadata() as metadonnees:
        assert metadonnees["pdfuaid:part"] == "1"
        assert metadonnees["dc:title"] == page.title
    assert str(pdf.Root.Lang) == "fr-CA"
    genres = {genre for genre, _alternative in balises(pdf)}
    assert {"Title", "H1", "H2", "L", "LI", "Table", "TH", "TD"} <= genres
    entendu = entendre(pdf).replace("\u00a0", " ")
    morceaux = [
        "Plan stratégique 2026-2029, adopté le 1er juin 2026 Tenir la porte", "Enjeu 1. La porte",
        "1 Ouvrir le soir", "a) Une porte par région.", "Régions ouvertes – cible : 12",
        "2026 : en cours, le 1er octobre 2026. Un soir sur deux. Source : Relevé d’octobre.", "b) Un billet.",
        "Le plan en un coup d’œil", "Objectif Résultats attendus Indicateurs 1 Ouvrir le soir",
    ]  # fmt: skip
    places = [entendu.find(morceau) for morceau in morceaux]
    assert -1 not in places, morceaux[places.index(-1)]
    assert places == sorted(places)


def test_le_pdf_d_un_projet_le_dit_et_tait_le_suivi(client: Client) -> None:
    publier(PlanPageFactory.create(enjeux=corps(ENJEU)))
    pdf = ouvrir(client.get("/plan/pdf/").content)
    entendu = entendre(pdf)
    assert "pas encore adopté" in entendu
    assert "Un soir sur deux" not in entendu
    assert all("projet" in page for page in autour(pdf)[1:])


def test_un_plan_confidentiel_se_lit_par_son_lien_et_par_lui_seul(client: Client) -> None:
    page = PlanPage(title="Tenir", slug="plan", debut=2026, fin=2029, live=False, confidentialite=Niveau.TRAVAIL)
    page.enjeux = corps(ENJEU)
    accueil().add_child(instance=page)
    page.save_revision()
    assert client.get("/plan/").status_code == 404
    assert client.get("/plan/pdf/").status_code == 404
    _lien, jeton = partager(pages=[page], destinataire="Le comité", jours=3, par=une_redactrice())
    vu = client.get(f"/partage/{jeton}/").content.decode()
    assert "Document de travail" in vu
    assert "Un soir sur deux" not in vu
    entendu = entendre(ouvrir(client.get(f"/partage/{jeton}/{page.pk}/pdf/").content))
    assert "Partagé avec" in entendu
    assert "Un soir sur deux" not in entendu


def test_ce_qui_fut_rectifie_est_dit(client: Client) -> None:
    page = publier(PlanPageFactory.create(enjeux=corps(ENJEU), adopte_le=ADOPTION))
    rectifier(page=page, par=une_redactrice(), avant="12", apres="13", raison="Une région oubliée.")
    publier(PlanPage.objects.get(pk=page.pk).get_latest_revision_as_object())
    assert "Une région oubliée." in client.get("/plan/").content.decode()
    assert "Une région oubliée." in entendre(ouvrir(client.get("/plan/pdf/").content))
