"""What is not public is never found; what is taken back leaves nothing, not even a word."""

import datetime
from typing import Any
from unittest.mock import Mock

import pytest
from django.db import connection
from django.test import Client

from medias.niveaux import Niveau
from pages.models import AgendaPage
from pages.publication.porte import ouvrir
from pages.recherche import suivi
from pages.recherche.etats import Source
from pages.recherche.indexation import indexer, oublier_l_invisible, reconstruire
from pages.recherche.modeles import EntreeRecherche, MotRecherche
from temoignages.actions import retirer
from temoignages.models import Consentement, Temoignage
from temoignages.residus.tables import lire_table, tables
from tests.fabriques.evenements import AgendaPageFactory, EvenementFactory
from tests.fabriques.pages import ContenuPageFactory, corps, publier, un_temoignage_publie
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, un_depot, une_personne

from .monde import premiers

pytestmark = pytest.mark.django_db
RARE = "perceneige"


def publiee(mots: str = RARE) -> Any:
    page = ContenuPageFactory.create(corps=corps(("texte", f"<p>{mots}</p>")), live=False)
    return publier(page)


def restes(mot: str) -> list[str]:
    """Return the tables of the search that still hold a word."""
    siennes = [nom for nom in tables("default") if "recherche" in nom]
    return [table for table in siennes for morceau in lire_table("default", table) if mot in morceau.texte]


def test_une_page_se_trouve_des_sa_publication_et_plus_apres_son_retrait() -> None:
    page = publiee()
    assert premiers(RARE) == [("page", str(page.pk))]
    assert MotRecherche.objects.filter(pk=RARE).exists()

    page.unpublish()

    assert premiers(RARE) == []
    assert restes(RARE) == []


def test_une_page_detruite_ne_laisse_rien() -> None:
    publiee().delete()

    assert premiers(RARE) == []
    assert restes(RARE) == []


def test_un_mot_qui_reste_ailleurs_reste_connu() -> None:
    page, _autre = publiee(), publiee()

    page.unpublish()

    assert MotRecherche.objects.get(pk=RARE).nombre == 1


def test_un_brouillon_ne_se_trouve_pas() -> None:
    page = publiee("autrechose")
    page.corps = corps(("texte", f"<p>{RARE}</p>"))
    page.save_revision()
    ContenuPageFactory.create(corps=corps(("texte", f"<p>{RARE}</p>")), live=False).save_revision()
    reconstruire()

    assert premiers(RARE) == []


def test_une_page_sous_embargo_ne_se_trouve_pas() -> None:
    page = ContenuPageFactory.create(corps=corps(("texte", f"<p>{RARE}</p>")), live=False)
    page.go_live_at = datetime.datetime(2099, 1, 1, tzinfo=datetime.UTC)
    with ouvrir("essai"):
        page.save_revision().publish()
    reconstruire()

    assert premiers(RARE) == []


def test_ce_qui_est_reserve_aux_membres_ne_se_trouve_pas() -> None:
    page = ContenuPageFactory.create(corps=corps(("texte", f"<p>{RARE}</p>")), live=False)
    page.confidentialite = Niveau.MEMBRES
    page.save_revision()
    reconstruire()

    assert premiers(RARE) == []


def test_une_page_fermee_apres_coup_ne_se_trouve_plus() -> None:
    """The index still holds it: only the question asked of the page itself hides it."""
    page = publiee()
    page.view_restrictions.create(restriction_type="login")

    assert EntreeRecherche.objects.filter(cle=str(page.pk)).exists()
    assert premiers(RARE) == []


def test_un_temoignage_approuve_se_trouve_et_son_retrait_ne_laisse_aucun_mot() -> None:
    depot = soumettre_depot(un_depot(f"la {RARE} revient quand on l’écoute"), une_personne())
    parole = approuver_depot(depot, une_personne())
    assert premiers(RARE) == [("parole", parole.pk)]

    retirer(empreinte_code=depot.empreinte_code)

    assert premiers(RARE) == []
    assert restes(RARE) == []


def test_un_consentement_echu_cache_le_texte_puis_le_menage_l_oublie(monkeypatch: pytest.MonkeyPatch) -> None:
    parole = un_temoignage_publie(f"une {RARE} au jardin")
    indexer(Source.PAROLE, [parole.pk])
    assert premiers(RARE)

    Consentement.objects.filter(empreinte_code=parole.empreinte_code).update(jusqu_au=datetime.date(2020, 1, 1))

    assert premiers(RARE) == []
    assert oublier_l_invisible() == 1
    assert restes(RARE) == []


def test_aucun_texte_de_temoignage_n_est_recopie() -> None:
    parole = un_temoignage_publie("une chaise qui m’attend toujours dans la cuisine")
    indexer(Source.PAROLE, [parole.pk])

    entree = EntreeRecherche.objects.get(source=Source.PAROLE)

    assert entree.texte == ""
    assert entree.corps.split() == sorted(entree.corps.split())
    assert "chaise qui" not in str(list(lire_table("default", EntreeRecherche._meta.db_table)))


def test_un_index_qui_ne_suit_pas_n_empeche_pas_un_retrait(monkeypatch: pytest.MonkeyPatch) -> None:
    depot = soumettre_depot(un_depot(f"la {RARE} revient"), une_personne())
    parole = approuver_depot(depot, une_personne())
    with connection.cursor() as curseur:
        curseur.execute("ALTER TABLE pages_motrecherche RENAME TO ailleurs")

    retirer(empreinte_code=depot.empreinte_code)

    assert Temoignage.objects.get(pk=parole.pk).texte == ""
    with connection.cursor() as curseur:
        curseur.execute("ALTER TABLE ailleurs RENAME TO pages_motrecherche")
    assert premiers(RARE) == []


def test_un_evenement_retire_ne_se_trouve_plus() -> None:
    AgendaPageFactory.create()
    evenement = EvenementFactory.create(titre=f"Une {RARE}")
    assert premiers(RARE) == [("evenement", str(evenement.pk))]

    evenement.unpublish()

    assert premiers(RARE) == []


def test_sans_agenda_aucun_evenement_ne_se_trouve(client: Client) -> None:
    EvenementFactory.create(titre=f"Une {RARE}")
    assert premiers(RARE) == []

    publier(AgendaPageFactory.create(live=False))
    assert premiers(RARE)

    AgendaPage.objects.get().unpublish()
    assert premiers(RARE) == []


def test_une_faute_de_notre_code_n_empeche_pas_un_retrait_et_ne_dit_pas_un_mot(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    depot = soumettre_depot(un_depot(f"la {RARE} revient"), une_personne())
    parole = approuver_depot(depot, une_personne())
    monkeypatch.setattr(suivi, "indexer", Mock(side_effect=ValueError(RARE)))

    retirer(empreinte_code=depot.empreinte_code)

    assert not Temoignage.objects.publies().filter(pk=parole.pk).exists()
    assert premiers(RARE) == []
    assert "ValueError" in caplog.text
    assert RARE not in caplog.text
