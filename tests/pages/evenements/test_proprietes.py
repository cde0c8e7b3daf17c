"""What holds whatever the hours: half-open intervals, the clock of Québec both ways, a calendar read back."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from pages.evenements.calendrier import calendrier
from pages.evenements.presentation import moment
from pages.evenements.regles import DUREE_MAXIMALE, HeureInexistante, se_chevauchent, sur_l_horloge
from pages.models import Evenement
from pages.presentation import date_longue
from reseau.models import Ressource
from tests.fabriques.evenements import EvenementFactory
from tests.fabriques.reseau import RessourceFactory

QUEBEC = ZoneInfo("America/Toronto")
ORIGINE = datetime(2026, 3, 7, 12, tzinfo=UTC)  # the clock jumps the next day
AVANCE, RECUL = date(2026, 3, 8), date(2026, 11, 1)

minutes = st.integers(0, 200)
intervalles = st.tuples(minutes, st.integers(1, 60)).map(
    lambda couple: (ORIGINE + timedelta(minutes=couple[0]), ORIGINE + timedelta(minutes=sum(couple)))
)
instants = st.datetimes(datetime(2013, 1, 1), datetime(2060, 12, 31), timezones=st.just(UTC)).map(  # noqa: DTZ001 - Hypothesis wants them bare
    lambda instant: instant.replace(second=0, microsecond=0)
)
durees = st.integers(1, 31 * 24 * 60).map(lambda nombre: timedelta(minutes=nombre))
textes = st.text(max_size=120)


@given(intervalles, intervalles)
def test_deux_intervalles_se_chevauchent_quand_une_minute_leur_est_commune(un: Any, autre: Any) -> None:
    def minutes_de(borne: Any) -> set[int]:
        return set(range(int(borne[0].timestamp()) // 60, int(borne[1].timestamp()) // 60))

    assert se_chevauchent(un, autre) == bool(minutes_de(un) & minutes_de(autre)) == se_chevauchent(autre, un)


@given(intervalles, st.integers(1, 60))
def test_ce_qui_finit_ne_rencontre_pas_ce_qui_commence(un: Any, nombre: int) -> None:
    assert not se_chevauchent(un, (un[1], un[1] + timedelta(minutes=nombre)))


@given(st.dates(date(2013, 1, 1), date(2060, 12, 31)), st.times())
@example(AVANCE, time(2, 30))
@example(AVANCE, time(3))
@example(RECUL, time(1, 30))
@example(RECUL, time(2))
def test_une_heure_lue_sur_l_horloge_y_reste_ou_n_existe_pas(jour: date, heure: time) -> None:
    try:
        lu = sur_l_horloge(jour, heure, QUEBEC)
    except HeureInexistante:
        assert (jour.month, jour.weekday(), heure.hour) == (3, 6, 2)
        assert 8 <= jour.day <= 14  # the second Sunday of March
        return
    assert lu.astimezone(UTC).astimezone(QUEBEC).replace(tzinfo=None) == datetime.combine(jour, heure.replace(fold=0))
    assert lu.fold == 0


def test_l_horloge_saute_une_heure_en_mars_et_la_repete_en_novembre() -> None:
    with pytest.raises(HeureInexistante):
        sur_l_horloge(AVANCE, time(2, 30), QUEBEC)
    repetee = sur_l_horloge(RECUL, time(1, 30), QUEBEC)
    assert repetee.utcoffset() == timedelta(hours=-4)  # the first of both


@given(instants, durees)
@example(datetime(2026, 3, 8, 6, 30, tzinfo=UTC), timedelta(hours=1))  # 1 h 30 to 3 h 30, an hour later
@example(datetime(2026, 11, 1, 5, 30, tzinfo=UTC), timedelta(hours=1))  # 1 h 30 to 1 h 30, an hour later
def test_un_moment_dit_ses_deux_jours_seulement_s_il_en_a_deux(debut: datetime, duree: timedelta) -> None:
    fin = debut + duree
    dit = moment(debut, fin)
    locaux = debut.astimezone(QUEBEC), fin.astimezone(QUEBEC)
    jours = [date_longue(local.date()) for local in locaux]
    assert dit.count(jours[0]) == 1
    assert ("au " + jours[1] in dit) == (jours[0] != jours[1])
    assert dit == moment(*locaux)  # whatever zone the same instants are told in


def en_utc(*lus: Any) -> tuple[datetime, ...]:
    """Return instants that compare: Python holds an hour that comes twice different from any other zone's."""
    return tuple(lu.astimezone(UTC) for lu in lus)


def en_memoire(debut: datetime, fin: datetime, titre: str = "Café", mots: str = "") -> Evenement:
    ressource = Ressource(nom="La Passerelle", slug="la-passerelle")
    return Evenement(ressource=ressource, titre=titre, description=mots, debut=debut, fin=fin, slug="cafe", region="05")


@given(instants, durees, textes, textes)
@example(datetime(2026, 11, 1, 5, 30, tzinfo=UTC), timedelta(hours=1), "1 h 30 deux fois", "")
@example(datetime(2026, 11, 1, 6, 30, tzinfo=UTC), timedelta(hours=1), "la seconde 1 h 30", "")
@example(datetime(2026, 3, 8, 6, 59, tzinfo=UTC), timedelta(minutes=2), "par-dessus l’heure qui manque", "")
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_un_calendrier_relu_donne_les_memes_instants(debut: datetime, duree: timedelta, titre: str, mots: str) -> None:
    evenement = en_memoire(debut, debut + duree, titre, mots)
    ecrit = calendrier([evenement], titre, "https://exemple.org/agenda/")
    lu: Any = Calendar.from_ical(ecrit).walk("VEVENT")[0]
    assert en_utc(lu["DTSTART"].dt, lu["DTEND"].dt) == (evenement.debut, evenement.fin)
    (autre,) = IcsCalendarStream.calendar_from_ics(ecrit.decode()).events
    assert en_utc(autre.dtstart, autre.dtend) == (evenement.debut, evenement.fin)
    assert all(len(ligne) <= 75 for ligne in ecrit.split(b"\r\n"))


@pytest.mark.django_db
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(intervalles, min_size=1, max_size=4), intervalles)
def test_entre_et_a_venir_disent_comme_les_intervalles(settings: Any, evenements: Any, fenetre: Any) -> None:
    Evenement.objects.all().delete()
    ressource = RessourceFactory.create()
    faits = [EvenementFactory.create(ressource=ressource, debut=d, fin=f, live=False) for d, f in evenements]
    attendus = {e.pk for e in faits if se_chevauchent((e.debut, e.fin), fenetre)}
    assert set(Evenement.objects.entre(*fenetre).values_list("pk", flat=True)) == attendus
    encore = {e.pk for e in faits if e.fin > fenetre[0]}
    assert set(Evenement.objects.a_venir(fenetre[0]).values_list("pk", flat=True)) == encore
    settings.AUJOURDHUI = "2026-03-07"  # noon
    midi = datetime(2026, 3, 7, 12, tzinfo=QUEBEC)
    restants = {e.pk for e in faits if e.fin > midi}
    assert set(Evenement.objects.a_venir().values_list("pk", flat=True)) == restants


@pytest.mark.django_db
def test_le_plus_long_evenement_permis_se_trouve_encore_a_sa_derniere_minute() -> None:
    debut = datetime(2026, 10, 1, tzinfo=QUEBEC)
    fin = debut.astimezone(UTC) + DUREE_MAXIMALE
    evenement = EvenementFactory.create(debut=debut, fin=fin)
    derniere = fin - timedelta(minutes=1)
    assert list(Evenement.objects.entre(derniere, fin)) == [evenement]
    assert list(Evenement.objects.a_venir(derniere)) == [evenement]
    assert not Evenement.objects.a_venir(fin).exists()
