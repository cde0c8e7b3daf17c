"""The paper workshop on screen: a file, its preview, its slips printed once."""

import io
import re
import time
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from reseau.models import Compte, Ressource
from temoignages.coffre.models import CleDepot
from temoignages.models import Consentement, Depot, ParticipationAtelier, Trace
from tests.fabriques.reseau import RessourceFactory

from .atelier import ATELIERS, FICHIER, TITRES, codes, confirmer, deposer_fichier, preparer
from .envoi import jeton, page, suivre
from .lecture import messages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tisonnier")]


def test_le_fichier_est_montre_ligne_par_ligne(chez_premiere: Client) -> None:
    source = page(deposer_fichier(chez_premiere))
    assert "2 lignes prêtes, fichier lu en UTF-8." in source
    assert "du monde qui m'écoute" in source
    assert "Autour de la table, je trouve…" in source
    assert "texte libre" in source
    assert not Depot.objects.exists()


def test_lire_un_fichier_est_consigne(chez_premiere: Client, premiere: Compte) -> None:
    lot = preparer(chez_premiere)
    chez_premiere.get(reverse("paroles:lot", args=[lot.pk]))
    assert Trace.objects.filter(verbe="lire", objet="lot", objet_id=str(lot.pk), par=premiere).exists()


def test_confirmer_depose_chaque_ligne_et_montre_un_talon_par_ligne(
    chez_premiere: Client, tisonnier: Ressource
) -> None:
    lot = preparer(chez_premiere)
    reponse = confirmer(chez_premiere, lot, duree="trois_ans", **{f"participants-{tisonnier.pk}": "11"})
    assert reponse.status_code == 200
    assert len(set(codes(reponse))) == Depot.objects.count() == 2
    assert "/temoigner/suivi/" in page(reponse)
    assert "no-store" in reponse["Cache-Control"]
    assert "beignes" not in page(reponse)
    assert [p.nombre for p in ParticipationAtelier.objects.all()] == [11]
    assert {c.jusqu_au.year for c in Consentement.objects.all()} == {2030}
    assert {suivre(code).status_code for code in codes(reponse)} == {200}


def test_une_fois_confirme_le_fichier_n_existe_plus(chez_premiere: Client) -> None:
    lot = preparer(chez_premiere)
    confirmer(chez_premiere, lot)
    lot.refresh_from_db()
    assert (lot.contenu, lot.lignes) == (None, 2)
    assert not CleDepot.objects.filter(pk=lot.pk).exists()


def test_renvoyer_la_confirmation_redonne_les_memes_talons(chez_premiere: Client) -> None:
    lot, meme = preparer(chez_premiere), jeton()
    premiers = codes(confirmer(chez_premiere, lot, jeton=meme))
    assert codes(confirmer(chez_premiere, lot, jeton=meme)) == premiers
    assert Depot.objects.count() == 2


def test_renvoyer_la_confirmation_n_alerte_pas_deux_fois(chez_premiere: Client, premiere: Compte) -> None:
    lot, meme = preparer(chez_premiere, f"{TITRES};je veux mourir;Le Tisonnier;québec\n".encode()), jeton()
    for _ in range(2):
        confirmer(chez_premiere, lot, jeton=meme)
    assert [message.to for message in mail.outbox] == [[premiere.email]]
    assert "mourir" not in str(mail.outbox[0].message())


def test_les_talons_ne_se_montrent_qu_une_fois(chez_premiere: Client) -> None:
    lot = preparer(chez_premiere)
    confirmer(chez_premiere, lot)
    for reponse in (
        chez_premiere.get(reverse("paroles:lot", args=[lot.pk]), follow=True),
        chez_premiere.get(f"{reverse('paroles:lot', args=[lot.pk])}?jeton=x", follow=True),
    ):
        assert "ne peuvent plus être imprimés" in messages(reponse)
        assert codes(reponse) == []


def test_un_autre_jeton_ne_redonne_pas_les_talons(chez_premiere: Client) -> None:
    lot = preparer(chez_premiere)
    confirmer(chez_premiere, lot)
    assert confirmer(chez_premiere, lot).status_code == 302
    assert Depot.objects.count() == 2


def test_une_autre_personne_ne_voit_ni_ne_confirme_mon_fichier(chez_premiere: Client, chez_seconde: Client) -> None:
    lot, meme = preparer(chez_premiere), jeton()
    adresse = reverse("paroles:lot", args=[lot.pk])
    for reponse in (
        chez_seconde.get(adresse, follow=True),
        chez_seconde.post(adresse, {"attestation": "on", "duree": "edition", "jeton": meme}, follow=True),
        chez_seconde.post(adresse, {"geste": "abandonner"}, follow=True),
    ):
        assert "ne permet pas ce geste" in messages(reponse)
        assert "beignes" not in page(reponse)
    confirmer(chez_premiere, lot, jeton=meme)
    assert codes(confirmer(chez_seconde, lot, jeton=meme)) == []


def test_confirmer_aussitot_le_fichier_lu_marche(chez_premiere: Client) -> None:
    """The time trap is for the public's form: a moderator in a hurry is signed in."""
    lot = preparer(chez_premiere)
    assert len(codes(confirmer(chez_premiere, lot, jeton=jeton(timedelta(0))))) == 2


@pytest.mark.parametrize("perdu", ["expiré", "abîmé", "\x00", "", None], ids=repr)
def test_un_jeton_perdu_le_dit_et_recharger_suffit(perdu: str | None, chez_premiere: Client) -> None:
    lot = preparer(chez_premiere)
    reponse = confirmer(chez_premiere, lot, jeton=jeton(timedelta(hours=25)) if perdu == "expiré" else perdu)
    assert reponse.status_code in {302, 400}
    assert not Depot.objects.exists()
    source = page(chez_premiere.get(reverse("paroles:lot", args=[lot.pk])))
    (nouveau,) = re.findall(r'name="jeton" value="([^"]+)"', source)
    with mock.patch("time.time", return_value=time.time() + 60):
        assert len(codes(confirmer(chez_premiere, lot, jeton=nouveau))) == 2


@pytest.mark.parametrize(
    ("champs", "message"),
    [
        ({"attestation": None}, "Il faut attester"),
        ({"duree": "toujours"}, "toujours"),
        ({"duree": None}, "Champ requis"),
        ({"participants": "0"}, "supérieure ou égale à 1"),
        ({"participants": "-3"}, "supérieure ou égale à 1"),
        ({"participants": "1001"}, "inférieure ou égale à 1000"),
        ({"participants": "9" * 30}, "inférieure ou égale à 1000"),
        ({"participants": "onze"}, "nombre entier"),
    ],
    ids=str,
)
def test_une_confirmation_incomplete_garde_ce_qui_est_tape(
    champs: dict[str, Any], message: str, chez_premiere: Client, tisonnier: Ressource
) -> None:
    lot = preparer(chez_premiere)
    tape = champs.pop("participants", "11")
    reponse = confirmer(chez_premiere, lot, **champs, **{f"participants-{tisonnier.pk}": tape})
    source = page(reponse)
    assert reponse.status_code == 400
    assert message in source
    assert re.search(rf'name="participants-{tisonnier.pk}" value="{tape}"', source)
    assert not Depot.objects.exists()


def test_des_participants_d_une_autre_ressource_sont_ignores(chez_premiere: Client) -> None:
    autre = RessourceFactory.create()
    lot = preparer(chez_premiere)
    reponse = confirmer(chez_premiere, lot, **{f"participants-{autre.pk}": "50", "participants-999999": "50"})
    assert reponse.status_code == 200
    assert not ParticipationAtelier.objects.exists()


def test_des_lignes_a_corriger_arretent_l_import_sauf_si_on_les_laisse(chez_premiere: Client) -> None:
    lot = preparer(chez_premiere, FICHIER + ";une phrase;La Maison Inconnue;québec\n".encode())
    source = page(chez_premiere.get(reverse("paroles:lot", args=[lot.pk])))
    assert "1 ligne à corriger." in source
    assert "n’est pas dans le répertoire : La Maison Inconnue" in source
    reponse = chez_premiere.post(
        reverse("paroles:lot", args=[lot.pk]),
        {"geste": "confirmer", "attestation": "on", "duree": "edition", "jeton": jeton()},
        follow=True,
    )
    assert "à corriger" in messages(reponse)
    assert not Depot.objects.exists()
    assert len(codes(confirmer(chez_premiere, lot, sans_les_erreurs="on"))) == 2


def test_un_fichier_deja_importe_est_refuse(chez_premiere: Client, chez_seconde: Client) -> None:
    confirmer(chez_premiere, preparer(chez_premiere))
    for client in (chez_premiere, chez_seconde):
        reponse = deposer_fichier(client)
        assert "Ce fichier a déjà été importé." in page(reponse)
    assert Depot.objects.count() == 2


def test_le_meme_fichier_lu_deux_fois_n_est_importe_qu_une(chez_premiere: Client) -> None:
    un, deux = preparer(chez_premiere), preparer(chez_premiere)
    assert un != deux
    confirmer(chez_premiere, un)
    reponse = confirmer(chez_premiere, deux)
    assert reponse.status_code == 302
    assert "Ce fichier a déjà été importé." in messages(chez_premiere.get(ATELIERS))
    assert Depot.objects.count() == 2
    assert set(CleDepot.objects.values_list("pk", flat=True)) - {deux.pk} == {depot.pk for depot in Depot.objects.all()}


def test_detruire_un_fichier_le_detruit(chez_premiere: Client) -> None:
    lot = preparer(chez_premiere)
    adresse = reverse("paroles:lot", args=[lot.pk])
    reponse = chez_premiere.post(adresse, {"geste": "abandonner"}, follow=True)
    assert "Le fichier est détruit. Rien n’a été importé." in messages(reponse)
    lot.refresh_from_db()
    assert lot.contenu is None
    assert not CleDepot.objects.exists()
    reponse = chez_premiere.get(adresse, follow=True)
    assert "confirmé ou abandonné" in messages(reponse)
    assert confirmer(chez_premiere, lot).status_code == 302
    assert not Depot.objects.exists()


def test_la_liste_montre_les_miens_et_leur_etat(chez_premiere: Client, chez_seconde: Client) -> None:
    confirmer(chez_premiere, preparer(chez_premiere))
    preparer(chez_premiere, FICHIER + b";autre chose;Le Tisonnier;region\n")
    source = page(chez_premiere.get(ATELIERS))
    assert "2 phrases importées" in source
    assert "à confirmer" in source
    assert "à confirmer" not in page(chez_seconde.get(ATELIERS))


def test_aucun_mot_ne_passe_dans_un_journal(chez_premiere: Client, journal: io.StringIO) -> None:
    lot = preparer(chez_premiere, FICHIER + ";Vermillon;Nulle Part;québec\n".encode())
    chez_premiere.get(reverse("paroles:lot", args=[lot.pk]))
    confirmer(chez_premiere, lot)
    reponse = confirmer(chez_premiere, lot, sans_les_erreurs="on")
    deposer_fichier(chez_premiere, b"amorce;texte\n;Vermillon\n")
    ecrit = journal.getvalue()
    assert "INSERT" in ecrit
    assert [mot for mot in ("Gaétane", "beignes", "Vermillon", *codes(reponse)) if mot in ecrit] == []
