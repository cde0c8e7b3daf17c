"""The commands that run by themselves or after an accident: they say how many, and can run twice."""

import io

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from temoignages.actions import preparer_lot, retirer
from temoignages.chambre import scelles
from temoignages.chambre.scelles import cle_de
from temoignages.chambre.trousseau import Trousseau
from temoignages.coffre.models import CleDepot
from temoignages.etats import EtatDepot, EtatTemoignage
from temoignages.models import Consentement, Depot, Temoignage
from tests.fabriques.temoignages import un_depot, un_temoignage, une_personne

pytestmark = pytest.mark.django_db


def lancer(commande: str) -> str:
    sortie = io.StringIO()
    call_command(commande, stdout=sortie)
    return sortie.getvalue().strip()


def test_detruire_echus_dit_combien(settings: Settings) -> None:
    settings.AUJOURDHUI = "2026-11-22"
    un_temoignage()
    preparer_lot(octets=b"amorce;texte;ressource;attribution\na;b;c;d\n", par=une_personne())
    assert lancer("detruire_echus") == "Détruits : 0.\nAnnoncés par courriel : 0."
    settings.AUJOURDHUI = "2027-01-07"  # 13 days before the end of the raw words
    assert lancer("detruire_echus") == "Détruits : 1.\nAnnoncés par courriel : 1."
    assert lancer("detruire_echus") == "Détruits : 0.\nAnnoncés par courriel : 0."
    settings.AUJOURDHUI = "2027-01-21"  # 60 days after the decision
    assert lancer("detruire_echus").startswith("Détruits : 1.")
    assert not CleDepot.objects.exists()
    assert Temoignage.objects.publies(), "the published words stay"


def test_detruire_echus_detruit_meme_si_le_courriel_ne_part_pas(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def en_panne(*_messages: object) -> None:
        raise ConnectionRefusedError

    un_temoignage()
    settings.AUJOURDHUI = "2027-01-21"
    un_temoignage("autre texte", edition=2026)
    settings.AUJOURDHUI = "2027-03-10"
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", en_panne)
    with pytest.raises(CommandError, match="rappels"):
        lancer("detruire_echus")
    assert Depot.objects.filter(brut=None).count() == 1


def test_rejouer_retraits_dit_combien() -> None:
    temoignage = un_temoignage()
    avant = Depot.objects.values().get()
    retirer(empreinte_code=temoignage.empreinte_code)
    assert lancer("rejouer_retraits") == "Retirés de nouveau : 0."
    Depot.objects.update(**avant)
    Temoignage.objects.update(etat=EtatTemoignage.PUBLIE, texte=temoignage.texte)
    Consentement.objects.update(retire_le=None)
    assert Temoignage.objects.publies().exists()

    assert lancer("rejouer_retraits") == "Retirés de nouveau : 1."
    assert lancer("rejouer_retraits") == "Retirés de nouveau : 0."
    assert not Temoignage.objects.publies().exists()
    assert Depot.objects.get().etat == EtatDepot.RETIRE


def test_rechiffrer_cles_dit_combien_et_rien_ne_se_perd(monkeypatch: pytest.MonkeyPatch) -> None:
    une, deux = b"1" * 32, b"2" * 32
    monkeypatch.setattr(scelles, "trousseau", lambda: Trousseau({"une": une}))
    depots = [un_depot(f"texte {rang}") for rang in range(3)]
    cles = [cle_de(depot.pk) for depot in depots]
    monkeypatch.setattr(scelles, "trousseau", lambda: Trousseau({"deux": deux, "une": une}))
    assert lancer("rechiffrer_cles") == "Clés enveloppées de nouveau : 3."
    assert lancer("rechiffrer_cles") == "Clés enveloppées de nouveau : 0."
    monkeypatch.setattr(scelles, "trousseau", lambda: Trousseau({"deux": deux}))
    assert [cle_de(depot.pk) for depot in depots] == cles


def test_rechiffrer_cles_sans_l_ancienne_cle_ne_change_rien_et_le_dit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scelles, "trousseau", lambda: Trousseau({"une": b"1" * 32}))
    un_depot()
    monkeypatch.setattr(scelles, "trousseau", lambda: Trousseau({"deux": b"2" * 32}))
    un_depot("autre texte")
    avant = list(CleDepot.objects.order_by("pk").values())
    with pytest.raises(CommandError, match="rien n’a changé"):
        lancer("rechiffrer_cles")
    assert list(CleDepot.objects.order_by("pk").values()) == avant
