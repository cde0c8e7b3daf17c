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
from reseau.langue.racines import racines
from temoignages.actions import retirer
from temoignages.etats import Echelon
from temoignages.models import Consentement, Temoignage
from temoignages.residus.tables import lire_table, tables
from tests.fabriques.evenements import AgendaPageFactory, EvenementFactory
from tests.fabriques.pages import ContenuPageFactory, corps, publier, un_temoignage_publie
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, un_depot, une_personne

from .monde import premiers

pytestmark = pytest.mark.django_db
RARE = "perceneige"
FTS = "pages_recherche_fts_data"


def publiee(mots: str = RARE) -> Any:
    page = ContenuPageFactory.create(corps=corps(("texte", f"<p>{mots}</p>")), live=False)
    return publier(page)


def restes(mot: str) -> list[str]:
    """Return the tables of the search that still hold a word or its root."""
    dits = {mot, *racines(mot)}
    siennes = [nom for nom in tables("default") if "recherche" in nom]
    lues = [(table, morceau.texte) for table in siennes for morceau in lire_table("default", table)]
    trouvees = [table for table, texte in lues if any(dit in texte for dit in dits)]
    return [*trouvees, *(table for table in siennes if table == FTS and _est_dans_fts(dits))]


def _est_dans_fts(dits: set[str]) -> bool:
    """Look in the pages of FTS5 themselves, which its own queries read without what was deleted.

    They write of a word only the end that the word before it does not begin with.
    """
    with connection.cursor() as curseur:
        curseur.execute(f"SELECT block FROM {FTS}")  # noqa: S608 - a name of ours
        pages = [bytes(page) for (page,) in curseur.fetchall()]
    return any(dit[-5:].encode() in page for dit in dits for page in pages)


def test_ce_que_l_index_tient_se_voit_partout_ou_il_le_tient() -> None:
    """Without it, the « nothing is left » of the other tests would prove nothing."""
    publiee()

    tenues = {"pages_entreerecherche", "pages_motrecherche"}
    assert tenues | ({FTS} if connection.vendor == "sqlite" else set()) <= set(restes(RARE))


def test_une_page_reecrite_ne_laisse_rien_de_ce_qu_elle_disait() -> None:
    page = publiee(f"{RARE}, autrechose")
    assert restes(RARE) != []

    page.corps = corps(("texte", "<p>autrechose</p>"))
    publier(page)

    assert premiers("autrechose") == [("page", str(page.pk))]
    assert restes(RARE) == []


def test_une_page_qui_ne_peut_plus_s_inscrire_quitte_l_index(monkeypatch: pytest.MonkeyPatch) -> None:
    page = publiee(f"{RARE}, autrechose")
    monkeypatch.setattr(suivi, "indexer", Mock(side_effect=ValueError))
    page.corps = corps(("texte", "<p>autrechose</p>"))

    page = publier(page)

    assert page.live
    assert premiers("autrechose") == []
    assert restes(RARE) == []


def test_une_seule_chose_fautive_n_emporte_pas_les_autres(monkeypatch: pytest.MonkeyPatch) -> None:
    bonne, fautive = un_temoignage_publie(f"une {RARE}"), un_temoignage_publie(f"ma {RARE}")
    reconstruire()

    def inscrire(source: Source, cles: list[str]) -> int:
        if fautive.pk in cles:
            raise ValueError
        return indexer(source, cles)

    monkeypatch.setattr(suivi, "indexer", inscrire)
    suivi.suivre_les_paroles(codes=[bonne.empreinte_code, fautive.empreinte_code])

    assert premiers(RARE) == [("parole", bonne.pk)]
    assert not EntreeRecherche.objects.filter(cle=fautive.pk).exists()


def test_une_ressource_renommee_se_trouve_dans_ce_qui_la_nomme() -> None:
    AgendaPageFactory.create()
    ressource = RessourceFactory.create(nom="La Passerelle")
    evenement = EvenementFactory.create(ressource=ressource)
    parole = un_temoignage_publie("une chaise", ressource=ressource, echelon=Echelon.RESSOURCE)
    indexer(Source.PAROLE, [parole.pk])
    assert premiers(RARE) == []

    ressource.nom = f"La {RARE.capitalize()}"
    ressource.save()

    assert set(premiers(RARE)) >= {("evenement", str(evenement.pk)), ("parole", parole.pk)}
    assert {source for source, _cle in premiers("passerelle")} == set()


def test_une_ressource_qui_garde_son_nom_n_y_fait_rien_reecrire() -> None:
    AgendaPageFactory.create()
    ressource = RessourceFactory.create(nom="La Passerelle")
    EvenementFactory.create(ressource=ressource)
    avant = EntreeRecherche.objects.get(source=Source.EVENEMENT).pk

    ressource.description = f"Une {RARE}."
    ressource.save()

    assert EntreeRecherche.objects.get(source=Source.EVENEMENT).pk == avant


def test_une_page_se_trouve_des_sa_publication_et_plus_apres_son_retrait() -> None:
    page = publiee()
    assert premiers(RARE) == [("page", str(page.pk))]
    assert MotRecherche.objects.filter(pk=RARE).exists()
    assert restes(RARE) != []

    page.unpublish()

    assert premiers(RARE) == []
    assert restes(RARE) == []


def test_une_page_detruite_ne_laisse_rien() -> None:
    page = publiee()
    assert restes(RARE) != []

    page.delete()

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
    assert restes(RARE) != []

    retirer(empreinte_code=depot.empreinte_code)

    assert premiers(RARE) == []
    assert restes(RARE) == []


def test_un_consentement_echu_cache_le_texte_puis_le_menage_l_oublie(monkeypatch: pytest.MonkeyPatch) -> None:
    parole = un_temoignage_publie(f"une {RARE} au jardin")
    indexer(Source.PAROLE, [parole.pk])
    assert premiers(RARE)
    assert restes(RARE) != []

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
