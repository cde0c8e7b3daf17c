"""The same on S3, a real server; and what is said when it is gone."""

from pathlib import Path

import pytest
from pytest_django import Settings

from site_campagne.sauvegarde.lieux import lieu
from site_campagne.sauvegarde.refus import SauvegardeImpossible
from site_campagne.sauvegarde.seau import PARTIE
from temoignages.actions import rejouer_retraits, retirer
from temoignages.coffre.models import RetraitConsigne
from temoignages.models import Temoignage
from tests.fabriques.fichiers import un_document
from tests.services.s3 import PRIVE, PUBLIC, ServeurS3

from .gestes import lancer, une_parole

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sur_s3(s3_a_cote: ServeurS3, settings: Settings, lieux_de_sauvegarde: Path) -> ServeurS3:
    """Send the archives of the site to a bucket, those of the safe to another."""
    settings.SAUVEGARDES_S3 = s3_a_cote.acces
    settings.SAUVEGARDES, settings.SAUVEGARDES_COFFRE = f"s3://{PRIVE}/archives", f"s3://{PUBLIC}"
    return s3_a_cote


def test_tout_revient_d_un_seau(sur_s3: ServeurS3) -> None:
    parole, autre = une_parole("une chaise qui m’attend"), une_parole("du pain chaud")
    un_document()
    dit = lancer("sauvegarder")
    assert dit.count("relue.") == 2, dit
    assert [nom.split("/")[1].split("-")[0] for nom in sur_s3.objets()] == ["registre", "site"]
    retirer(empreinte_code=parole.empreinte_code)
    assert f"archives/registre/retrait-{parole.empreinte_code}" in sur_s3.objets()

    assert "pareilles" in lancer("sauvegarder", "--exercice")
    assert "Retirés de nouveau : 1." in (dit := lancer("restaurer", "dernier", "--remplacer")), dit
    assert list(Temoignage.objects.publies()) == [autre]


def test_un_gros_fichier_part_en_plusieurs_parties_et_un_echec_n_en_laisse_aucune(sur_s3: ServeurS3) -> None:
    chez = lieu("s3://prive/gros")
    octets = b"abcdefgh" * (PARTIE // 4)
    with chez.ecrire("entier") as sortie:
        for debut in range(0, len(octets), 1_000_000):
            sortie.write(octets[debut : debut + 1_000_000])
    with chez.ouvrir("entier") as entree:
        assert b"".join(iter(lambda: entree.read(1_000_000), b"")) == octets

    def couper() -> None:
        with chez.ecrire("coupe") as sortie:
            sortie.write(octets)
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        couper()
    assert chez.noms() == ["entier"]


def test_un_serveur_eteint_est_dit_en_francais_et_rien_ne_change(sur_s3: ServeurS3) -> None:
    parole = une_parole("une chaise qui m’attend")
    lancer("sauvegarder")
    sur_s3.arreter()

    assert "serveur S3 ne fait pas son travail" in lancer("sauvegarder")
    assert "serveur S3 ne fait pas son travail" in lancer("restaurer", "dernier", "--remplacer")
    assert Temoignage.objects.get() == parole


def test_un_retrait_se_fait_quand_le_registre_ne_repond_pas_et_se_rattrape(sur_s3: ServeurS3) -> None:
    parole = une_parole("une chaise qui m’attend")
    sur_s3.arreter()
    retirer(empreinte_code=parole.empreinte_code)
    assert RetraitConsigne.objects.count() == 1
    assert rejouer_retraits() == 0

    sur_s3.demarrer()
    lancer("sauvegarder")
    assert f"archives/registre/retrait-{parole.empreinte_code}" in sur_s3.objets()


def test_sans_serveur_connu_un_seau_est_refuse(settings: Settings) -> None:
    settings.SAUVEGARDES_S3 = None

    with pytest.raises(SauvegardeImpossible, match="S3_ADRESSE"):
        lieu("s3://seau")
