"""`importer_completions`: the report, the sheet of slips, and a message for each failure."""

import io
import re
import stat
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from reseau.models import Compte
from site_campagne.demo.atelier import EDITION, FICHIER
from temoignages.chambre.codes import empreinte_code
from temoignages.models import Depot, Lot
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import le_repertoire_de_la_demo, une_personne

pytestmark = pytest.mark.django_db

FAUTIF = "amorce;texte;ressource;attribution\n;du monde;La Ruche;québec\n;Gaétane seule;Le Nuage;québec\n"


@pytest.fixture
def par() -> Compte:
    RessourceFactory.create(nom="La Ruche")
    return une_personne("importer_depot", username="importatrice")


@pytest.fixture
def fautif(tmp_path: Path) -> Path:
    fichier = tmp_path / "fautif.csv"
    fichier.write_text(FAUTIF, encoding="utf-8")
    return fichier


def lancer(fichier: Path, *options: object, par: str = "importatrice") -> str:
    """Run the command and return what it printed."""
    sortie = io.StringIO()
    call_command("importer_completions", str(fichier), f"--par={par}", *map(str, options), stdout=sortie)
    return sortie.getvalue()


def test_le_fichier_de_la_demo_donne_soixante_talons_pour_le_seul_proprietaire(tmp_path: Path) -> None:
    le_repertoire_de_la_demo()
    une_personne("importer_depot", username="importatrice")
    talons = tmp_path / "talons.html"
    sortie = lancer(FICHIER, f"--edition={EDITION}", f"--talons={talons}", "--atteste")

    assert "60 phrases importées" in sortie
    assert "ligne 61 : prête" in sortie
    assert stat.S_IMODE(talons.stat().st_mode) == 0o600
    codes = re.findall(r'<p class="talon__code">([^<]+)</p>', talons.read_text(encoding="utf-8"))
    assert len(set(codes)) == 60
    assert {empreinte_code(code) for code in codes} == set(Depot.objects.values_list("empreinte_code", flat=True))
    assert not any(code in sortie for code in codes)
    assert "Gaétane" not in sortie + talons.read_text(encoding="utf-8")


def test_la_feuille_de_talons_se_suffit(par: Compte, fautif: Path, tmp_path: Path) -> None:
    talons = tmp_path / "talons.html"
    lancer(fautif, f"--talons={talons}", "--atteste", "--sans-les-erreurs")
    page = talons.read_text(encoding="utf-8")
    assert "<style>" in page
    assert "/temoigner/suivi/" in page
    assert "&gt;" not in page.split("</style>")[0]
    assert not re.findall(r'(?:src|href)="', page)


def test_verifier_rapporte_et_ne_garde_rien(par: Compte, fautif: Path, tmp_path: Path) -> None:
    juste = tmp_path / "juste.csv"
    juste.write_text(FAUTIF.replace("Le Nuage", "La Ruche"), encoding="utf-8")
    assert "Rien n’a été importé : c’était une vérification." in lancer(juste, "--verifier")
    with pytest.raises(CommandError, match=r"1 lignes? à corriger"):
        lancer(fautif, "--verifier")
    assert not Depot.objects.exists()
    assert not Lot.objects.filter(contenu__isnull=False).exists()


def test_une_erreur_refuse_tout_sauf_si_on_le_demande(par: Compte, fautif: Path, tmp_path: Path) -> None:
    talons = tmp_path / "talons.html"
    with pytest.raises(CommandError, match="Rien n’a été importé"):
        lancer(fautif, f"--talons={talons}", "--atteste")
    assert not talons.exists()
    assert not Depot.objects.exists()
    sortie = lancer(fautif, f"--talons={talons}", "--atteste", "--sans-les-erreurs")
    assert "1 phrases importées" in sortie
    assert Depot.objects.get().ligne == 2


def test_les_memes_mots_sont_signales(par: Compte, tmp_path: Path) -> None:
    fichier = tmp_path / "double.csv"
    fichier.write_text(FAUTIF.replace("Gaétane seule;Le Nuage", "DU MONDE;La Ruche"), encoding="utf-8")
    assert "ligne 3 : mêmes mots que la ligne 2" in lancer(fichier, "--verifier")


def test_le_meme_fichier_deux_fois_est_refuse(par: Compte, fautif: Path, tmp_path: Path) -> None:
    for rang in (1, 2):
        options = (f"--talons={tmp_path / f'{rang}.html'}", "--atteste", "--sans-les-erreurs")
        if rang == 1:
            lancer(fautif, *options)
        else:
            with pytest.raises(CommandError, match="déjà été importé"):
                lancer(fautif, *options)
    assert Depot.objects.count() == 1


@pytest.mark.parametrize(
    ("octets", "message"),
    [
        (None, "ne peut pas être ouvert"),
        (b"", "Le fichier est vide"),
        (b"a;b\n1;2\n", "Il manque des colonnes"),
        (b"PK\x03\x04\x00\x00", "Ce classeur ne peut pas être lu"),
        (b"a" * 3_000_000, "dépasse 2 Mo"),
    ],
)
def test_un_fichier_illisible_donne_un_message(par: Compte, octets: bytes | None, message: str, tmp_path: Path) -> None:
    fichier = tmp_path / "atelier.csv"
    if octets is not None:
        fichier.write_bytes(octets)
    with pytest.raises(CommandError, match=message):
        lancer(fichier, "--verifier")


def test_un_dossier_a_la_place_du_fichier_donne_un_message(par: Compte, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="ne peut pas être ouvert"):
        lancer(tmp_path, "--verifier")


@pytest.mark.parametrize(
    ("nom", "message"), [("personne", "Aucun compte"), ("sans-droit", "Votre compte ne permet pas")]
)
def test_un_compte_inconnu_ou_sans_droit_est_refuse(nom: str, message: str, fautif: Path) -> None:
    CompteFactory.create(username="sans-droit")
    with pytest.raises(CommandError, match=message):
        lancer(fautif, "--verifier", par=nom)
    assert not Lot.objects.exists()


@pytest.mark.parametrize(
    "options", [(), ("--atteste",), ("--talons={}/nulle/part.html", "--atteste"), ("--talons={}",)]
)
def test_sans_endroit_sur_pour_les_talons_rien_ne_s_importe(
    par: Compte, fautif: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    with pytest.raises(CommandError, match="--talons"):
        lancer(fautif, *(option.format(tmp_path) for option in options))
    assert not Lot.objects.exists()


def test_sans_attestation_rien_ne_s_importe(par: Compte, fautif: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="--atteste"):
        lancer(fautif, f"--talons={tmp_path / 'talons.html'}")


def test_une_feuille_deja_la_n_est_pas_ecrasee(par: Compte, fautif: Path, tmp_path: Path) -> None:
    talons = tmp_path / "talons.html"
    talons.write_text("les codes d’hier")
    with pytest.raises(CommandError, match="--talons"):
        lancer(fautif, f"--talons={talons}", "--atteste", "--sans-les-erreurs")
    assert talons.read_text() == "les codes d’hier"


def test_une_feuille_qui_ne_s_ecrit_pas_n_importe_rien(
    par: Compte, fautif: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuser(_chemin: Path, *_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "touch", refuser)
    with pytest.raises(CommandError):
        lancer(fautif, f"--talons={tmp_path / 'talons.html'}", "--atteste", "--sans-les-erreurs")
    assert not Depot.objects.exists()


def test_un_danger_immediat_du_fichier_alerte_par_identifiant(par: Compte, tmp_path: Path) -> None:
    moderatrice = une_personne("moderer_depot")
    fichier = tmp_path / "urgent.csv"
    fichier.write_text(FAUTIF.replace("Gaétane seule;Le Nuage", "je veux mourir;La Ruche"), encoding="utf-8")
    lancer(fichier, f"--talons={tmp_path / 'talons.html'}", "--atteste")
    (alerte,) = mail.outbox
    assert alerte.to == [moderatrice.email]
    assert str(Depot.objects.get(urgent=True).pk) in alerte.body
    assert "mourir" not in str(alerte.message())
