"""Scripts against `/temoigner/`: nothing of theirs stays in the queue, and people behind one address all pass."""

import pickle
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import repeat

import pytest
from django.core.cache import cache
from django.db import connections
from django.http import HttpResponse
from django.test import Client

from temoignages import quotas
from temoignages.actions import prendre
from temoignages.etats import EtatDepot
from temoignages.models import Depot
from tests.fabriques.temoignages import une_personne

from .envoi import ADRESSE_RESEAU, TEMOIGNER, code_affiche, envoyer, formulaire, jeton, suivre

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[2 * quotas.RAFALE, pytest.param(1_000, marks=pytest.mark.epreuve)])
def envois(request: pytest.FixtureRequest) -> int:
    """How many times a script sends: well over what an address may; a thousand by `make epreuves`."""
    return int(request.param)


@pytest.fixture
def horloge_arretee(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock in the middle of an hour: no counter changes window during the test."""
    monkeypatch.setattr("time.time", lambda: 1_800_000_000.0)


@pytest.fixture
def sans_rendu(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer without drawing the page: other tests read it, hundreds of times here would only be slow."""
    for nom in ("temoigner", "suivi"):
        monkeypatch.setattr(
            f"temoignages.views.{nom}.render",
            lambda *_a, status=200, **_k: HttpResponse(status=status),
        )


def bombarder(jetons: Iterator[str | None], adresse: Callable[[int], str] = lambda _rang: ADRESSE_RESEAU) -> set[int]:
    """Send a form a token, from the address of its rank; return the statuses of the answers."""
    client = Client()
    statuts = set()
    for rang, valeur in enumerate(jetons):
        envoi = formulaire(texte=f"achetez mes pilules {rang}", jeton=valeur)
        statuts.add(client.post(TEMOIGNER, envoi, REMOTE_ADDR=adresse(rang)).status_code)
    return statuts


def en_file() -> int:
    """Return how many deposits wait for a reader."""
    return Depot.objects.a_lire().count()


@pytest.mark.usefixtures("horloge_arretee", "sans_rendu")
def test_des_envois_sans_jeton_ne_laissent_rien(envois: int) -> None:
    assert bombarder(repeat(None, envois)) == {400}
    assert not Depot.objects.exists()


@pytest.mark.usefixtures("horloge_arretee", "sans_rendu")
def test_des_envois_aussitot_le_formulaire_lu_ne_laissent_rien(envois: int) -> None:
    assert bombarder(jeton(timedelta(0)) for _ in range(envois)) == {400}
    assert not Depot.objects.exists()


@pytest.mark.usefixtures("horloge_arretee", "sans_rendu")
def test_des_envois_d_un_meme_jeton_ne_font_qu_un_depot(envois: int) -> None:
    """One form, read for ten minutes and sent: nothing tells it from a person's until a person reads it."""
    assert bombarder(repeat(jeton(), envois)) == {200}
    assert Depot.objects.count() == en_file() == 1


@pytest.mark.usefixtures("horloge_arretee", "sans_rendu")
def test_des_jetons_recoltes_puis_envoyes_d_une_adresse_ne_laissent_rien_dans_la_file(envois: int) -> None:
    jetons = [jeton() for _ in range(envois)]
    assert bombarder(iter(jetons)) == {200, 429}
    assert en_file() == 0
    assert Depot.objects.filter(etat=EtatDepot.ECARTE).count() == quotas.DEPOTS.limite == Depot.objects.count()


@pytest.mark.usefixtures("horloge_arretee", "sans_rendu")
def test_les_adresses_d_un_meme_reseau_ipv6_comptent_pour_une(envois: int) -> None:
    bombarder((jeton() for _ in range(envois)), lambda rang: f"2001:db8:1:2::{rang:x}")
    assert en_file() == 0


@pytest.mark.usefixtures("horloge_arretee", "sans_rendu")
def test_un_en_tete_invente_n_echappe_pas_au_compte() -> None:
    client = Client()
    for rang in range(quotas.RAFALE):
        entetes = {"X-Forwarded-For": f"198.51.100.{rang}", "X-Real-IP": f"198.51.100.{rang}"}
        client.post(TEMOIGNER, formulaire(), headers=entetes, REMOTE_ADDR=ADRESSE_RESEAU)
    assert en_file() == 0


@pytest.mark.usefixtures("horloge_arretee")
def test_une_rafale_n_ecarte_ni_les_textes_d_ailleurs_ni_ceux_qu_on_lit() -> None:
    Client().post(TEMOIGNER, formulaire(), REMOTE_ADDR="198.51.100.9")
    ailleurs = Depot.objects.get()
    envoyer()
    lu = Depot.objects.exclude(pk=ailleurs.pk).get()
    prendre(depot=lu, par=une_personne())
    for _ in range(quotas.RAFALE):
        envoyer()
    assert set(Depot.objects.a_lire()) == {ailleurs, lu}
    assert Client().post(TEMOIGNER, formulaire(), REMOTE_ADDR="198.51.100.9").status_code == 200


@pytest.mark.usefixtures("horloge_arretee")
def test_quarante_personnes_derriere_une_adresse_passent_toutes() -> None:
    reponses = [envoyer(texte=f"ma phrase numéro {rang}") for rang in range(40)]
    assert {reponse.status_code for reponse in reponses} == {200}
    assert len({code_affiche(reponse) for reponse in reponses}) == en_file() == 40


def test_l_heure_d_apres_le_compte_repart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotas, "DEPOTS", quotas.Quota("depots", 1, quotas.HEURE))
    monkeypatch.setattr("time.time", lambda: 1_800_000_000.0)
    assert [envoyer().status_code, envoyer().status_code] == [200, 429]
    monkeypatch.setattr("time.time", lambda: 1_800_000_000.0 + quotas.HEURE)
    assert envoyer().status_code == 200


def tout_ce_qui_est_garde() -> str:
    """Return every row of every table of both databases, then every key and value of the cache."""
    morceaux = []
    for connexion in connections.all():
        with connexion.cursor() as curseur:
            for table in connexion.introspection.table_names(curseur):
                curseur.execute(f"SELECT * FROM {connexion.ops.quote_name(table)}")  # noqa: S608 - its own name
                morceaux.append(f"{table} {curseur.fetchall()}")
    garde: dict[str, bytes] = cache._cache  # type: ignore[attr-defined]  # the memory cache's own dictionary
    return "\n".join([*morceaux, *(f"{cle} {pickle.loads(valeur)}" for cle, valeur in garde.items())])  # noqa: S301 - ours


@pytest.mark.usefixtures("horloge_arretee")
def test_aucune_adresse_n_est_gardee_nulle_part() -> None:
    for _ in range(quotas.RAFALE + 1):
        envoyer(entetes={"X-Forwarded-For": ADRESSE_RESEAU, "User-Agent": "Fureteur/7"})
    for _ in range(12):
        suivre("un code inconnu")
    garde = tout_ce_qui_est_garde()
    assert "temoignages_depot" in garde
    assert "quota:" in garde
    assert [trace for trace in (ADRESSE_RESEAU, "203.0.113", "Fureteur") if trace in garde] == []
