"""The podcast of the demo: its recordings come from elsewhere, its words pass every gate."""

import pytest

from medias.models import Piste
from medias.transcription import Replique as SousTitre
from medias.transcription import ecrire
from pages.models import BaladoPage, EpisodePage
from pages.publication.constats import bloquants
from site_campagne.demo.balado import EPISODES, SANS, TITRE, Replique
from site_campagne.demo.charger_balado import charger_balado
from tests.fabriques.balado import un_enregistrement
from tests.fabriques.reseau import RessourceFactory

pytestmark = pytest.mark.django_db


def ecrire_vtt(script: tuple[Replique, ...], fins: tuple[float, ...]) -> str:
    """Return the captions of a script once it is spoken.

    Args:
        script: what is said, in order.
        fins: when each sentence ends, in seconds; the next one begins there.
    """
    return ecrire(
        SousTitre(debut, fin, replique.dit, replique.qui)
        for replique, debut, fin in zip(script, (0.0, *fins), fins, strict=False)
    )


def enregistrer(titre: str, script: tuple[Replique, ...]) -> None:
    fins = tuple(4.0 * rang for rang in range(1, len(script) + 1))
    son = un_enregistrement(title=titre, duration=fins[-1])
    Piste.objects.filter(enregistrement=son).update(vtt=ecrire_vtt(script, fins))


def test_sans_enregistrement_le_balado_attend() -> None:
    assert list(charger_balado()) == []
    assert not BaladoPage.objects.exists()


def test_la_demonstration_du_balado_passe_toutes_les_portes() -> None:
    RessourceFactory.create(nom="La Courtepointe de travers")
    for episode in EPISODES:
        enregistrer(episode.titre, episode.script)
        if episode.script_sans:
            enregistrer(episode.titre + SANS, episode.script_sans)
    assert list(charger_balado()) == list(charger_balado()) == [episode.slug for episode in EPISODES]
    serie = BaladoPage.objects.get(title=TITRE)
    assert bloquants(serie) == []
    for page in EpisodePage.objects.child_of(serie):
        assert bloquants(page) == [], page.title
    assert {page.saison for page in serie.episodes()} == {1, 2}
    assert EpisodePage.objects.get(slug="ce-qu-on-entend-la-nuit").enregistrement_sans is not None
