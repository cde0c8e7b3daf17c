"""The warnings: fourteen and three days before, once each, one e-mail a day, not a word of a text."""

import datetime

import pytest
from django.core import mail

from reseau.horloge import maintenant
from reseau.models import Compte
from temoignages.actions import prendre, refuser, retirer
from temoignages.actions.rappeler import bientot_sans_consentement, rappeler
from temoignages.etats import EtatTemoignage, MotifRefus
from temoignages.models import Consentement, Depot, Temoignage, Trace
from temoignages.regles import echeance_sans_decision, rappels_dus
from tests.fabriques.temoignages import un_depot, un_temoignage, une_personne

pytestmark = pytest.mark.django_db

MOTS = "du monde qui écoute sans regarder l’horloge"


def dans(jours: float) -> datetime.datetime:
    return maintenant() + datetime.timedelta(days=jours)


@pytest.fixture
def moderatrice() -> Compte:
    return une_personne(email="moderation@exemple.org")


def un_depot_refuse(par: Compte) -> Depot:
    return refuser(depot=prendre(depot=un_depot(MOTS), par=par), par=par, motif=MotifRefus.HORS_SUJET)


@pytest.mark.parametrize(("jours", "rappels"), [(0, 0), (44, 0), (45, 1), (55, 1), (56, 2), (58, 2)], ids=str)
def test_on_avertit_quatorze_puis_trois_jours_avant_la_destruction(
    moderatrice: Compte, jours: int, rappels: int
) -> None:
    depot = un_depot_refuse(moderatrice)
    assert rappeler(instant=dans(jours)) == min(rappels, 1)
    depot.refresh_from_db()
    assert depot.rappels == rappels
    assert len(mail.outbox) == min(rappels, 1)


def test_chaque_avertissement_ne_part_qu_une_fois(moderatrice: Compte) -> None:
    un_depot_refuse(moderatrice)
    envois = [rappeler(instant=dans(quart / 4)) for quart in range(4 * 44, 4 * 59)]
    assert sum(envois) == 2
    assert Depot.objects.get().rappels == 2


def test_un_seul_courriel_par_jour_meme_si_autre_chose_arrive(moderatrice: Compte) -> None:
    un_depot_refuse(moderatrice)
    assert rappeler(instant=dans(45)) == 1
    autre = un_depot_refuse(moderatrice)
    assert rappeler(instant=dans(45)) == 0
    assert rappeler(instant=dans(46)) == 1
    assert str(autre) in mail.outbox[-1].body


def test_le_courriel_ne_dit_que_des_numeros_des_etats_et_des_dates(moderatrice: Compte) -> None:
    depot, attendu = un_depot_refuse(moderatrice), un_depot(MOTS, edition=2026)
    assert rappeler(instant=dans(310)) == 2
    (message,) = mail.outbox
    assert message.to == ["moderation@exemple.org"]
    assert {str(depot), str(attendu)} <= set(message.body.replace("(", " ").split())
    assert "9 octobre 2027" not in message.body
    assert "10 octobre 2027" in message.body
    assert "/admin/paroles/" in message.body
    assert not [mot for mot in MOTS.split() if len(mot) > 4 and mot in message.body]


def test_un_courriel_qui_ne_part_pas_se_reprend_et_ne_note_rien(
    moderatrice: Compte, monkeypatch: pytest.MonkeyPatch
) -> None:
    un_depot_refuse(moderatrice)

    def en_panne(*_messages: object) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as panne:
        panne.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", en_panne)
        with pytest.raises(ConnectionRefusedError):
            rappeler(instant=dans(45))
    assert Depot.objects.get().rappels == 0
    assert not Trace.objects.filter(verbe="rappeler").exists()
    assert rappeler(instant=dans(45)) == 1


def test_sans_destinataire_rien_n_est_note() -> None:
    un_depot_refuse(une_personne(email=""))
    assert rappeler(instant=dans(45)) == 0
    assert Depot.objects.get().rappels == 0


def test_seules_la_moderation_et_l_administration_sont_averties(moderatrice: Compte) -> None:
    un_depot_refuse(moderatrice)
    une_personne("change_incident", email="administration@exemple.org")
    une_personne("view_temoignage", email="redaction@exemple.org")
    une_personne(email="partie@exemple.org", is_active=False)
    rappeler(instant=dans(45))
    assert sorted(message.to[0] for message in mail.outbox) == ["administration@exemple.org", "moderation@exemple.org"]


def test_ce_qui_est_retire_ou_detruit_n_avertit_plus(moderatrice: Compte) -> None:
    depot = un_depot_refuse(moderatrice)
    retirer(empreinte_code=depot.empreinte_code)
    assert rappeler(instant=dans(45)) == 0


def test_un_accord_qui_se_termine_s_annonce_une_fois_trente_jours_avant(moderatrice: Compte) -> None:
    temoignage = un_temoignage(MOTS)
    Depot.objects.update(detruit_le=maintenant(), brut=None, propose=None)
    fin = Consentement.objects.get().jusqu_au
    reste = (fin - maintenant().date()).days
    assert rappeler(instant=dans(reste - 31)) == 0
    assert rappeler(instant=dans(reste - 30)) == 1
    assert [rappeler(instant=dans(reste - jours)) for jours in (30, 29, 3, 0)] == [0] * 4
    assert len({message.to[0] for message in mail.outbox}) == len(mail.outbox), "one e-mail each"
    message = mail.outbox[0]
    assert temoignage.url in message.body
    assert MOTS not in message.body


def test_la_liste_des_accords_a_echeance_suit_la_date_et_l_etat() -> None:
    temoignage = un_temoignage()
    fin = Consentement.objects.get().jusqu_au
    jour = datetime.timedelta(days=1)
    assert not bientot_sans_consentement(fin - 31 * jour)
    assert list(bientot_sans_consentement(fin - 30 * jour)) == [temoignage]
    assert list(bientot_sans_consentement(fin)) == [temoignage]
    assert not bientot_sans_consentement(fin + jour)
    retirer(empreinte_code=temoignage.empreinte_code)
    assert Temoignage.objects.get().etat == EtatTemoignage.RETIRE
    assert not bientot_sans_consentement(fin)


JOUR = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("fin", "jours"),
    [
        (None, 14),
        (JOUR - datetime.timedelta(days=400), 14),
        (JOUR + datetime.timedelta(days=5), 14),
        (JOUR + datetime.timedelta(days=100), 101),
        (JOUR + datetime.timedelta(days=900), 365),
    ],
)
def test_ce_que_personne_ne_decide_a_une_fin(fin: datetime.date | None, jours: int) -> None:
    assert echeance_sans_decision(JOUR, fin) == JOUR + datetime.timedelta(days=jours)


@pytest.mark.parametrize(("reste", "dus"), [(15, 0), (14, 1), (4, 1), (3, 2), (0, 2), (-1, 2)])
def test_les_deux_preavis(reste: int, dus: int) -> None:
    assert rappels_dus(JOUR + datetime.timedelta(days=reste), JOUR) == dus
