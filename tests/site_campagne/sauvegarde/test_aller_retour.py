"""Backed up, changed, put back: the site is as it was, without what was taken back since."""

import sqlite3
import threading
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from pytest_django import Settings

from medias.models import AutorisationImage, DocumentCampagne, ImageCampagne
from pages.models import AccueilPage
from pages.recherche.modeles import EntreeRecherche
from reseau.models import Compte
from site_campagne.sauvegarde.fermeture import est_ferme, fermer, rouvrir
from site_campagne.sauvegarde.refus import SauvegardeImpossible
from temoignages.actions import retirer
from temoignages.chambre.scelles import cle_de
from temoignages.coffre.models import CleDepot, RetraitConsigne
from temoignages.models import Depot, Temoignage, Traduction
from tests.fabriques.fichiers import un_document
from tests.fabriques.pages import publier, une_image
from tests.fabriques.temoignages import un_depot, une_personne
from tests.pages.recherche.monde import une_traduction

from .gestes import archives, au_registre, lancer, residus, une_parole

pytestmark = pytest.mark.django_db(transaction=True)
EN_ANGLAIS = "A chair was waiting for me at the end of the long table every Tuesday."
MOTS = "Une chaise m’attendait au bout de la longue table chaque mardi."


def lu(document: DocumentCampagne) -> bytes:
    with default_storage.open(document.file.name) as fichier:
        return bytes(fichier.read())


def test_tout_revient_base_et_fichiers(lieux_de_sauvegarde: Path) -> None:
    une_personne(username="odile")
    parole, document = une_parole(MOTS), un_document()
    octets = lu(document)
    dit = lancer("sauvegarder")
    assert dit.count("relue.") == 2, dit

    Compte.objects.filter(username="odile").update(username="quelqu-un")
    Temoignage.objects.update(texte="autre chose")
    default_storage.delete(document.file.name)
    assert "intacte" in (dit := lancer("restaurer", "dernier", "--remplacer")), dit

    assert Compte.objects.filter(username="odile").exists()
    assert Temoignage.objects.get().texte == parole.texte
    assert lu(DocumentCampagne.objects.get()) == octets
    assert cle_de(Depot.objects.get().pk), "the safe was not touched"
    assert not est_ferme()
    assert Client().get(f"/paroles/{parole.pk}/", follow=True).status_code == 200


def test_une_base_qui_sert_n_est_pas_remplacee_sans_qu_on_le_dise() -> None:
    une_parole(MOTS)
    lancer("sauvegarder")
    Temoignage.objects.update(texte="autre chose")

    assert "n’est pas vide" in lancer("restaurer", "dernier")
    assert Temoignage.objects.get().texte == "autre chose"
    assert not est_ferme()


def test_un_retrait_fait_apres_la_sauvegarde_reste_un_retrait(
    lieux_de_sauvegarde: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parole, autre = une_parole(MOTS), une_parole("du pain chaud et du monde")
    une_traduction(parole, EN_ANGLAIS)
    assert "temoignages_traduction" in residus(EN_ANGLAIS, monkeypatch), "what looks for words finds these"
    lancer("sauvegarder")
    retirer(empreinte_code=parole.empreinte_code)
    assert au_registre("retrait") == [f"retrait-{parole.empreinte_code}"]

    assert "Retirés de nouveau : 1." in (dit := lancer("restaurer", "dernier", "--remplacer")), dit

    assert Client().get(f"/paroles/{parole.pk}/", follow=True).status_code == 410
    assert list(Temoignage.objects.publies()) == [autre]
    assert not Traduction.objects.exists()
    for texte in (MOTS, EN_ANGLAIS):
        assert "Rien trouvé." in (trouve := residus(texte, monkeypatch)), trouve
    if connection.vendor == "sqlite":
        octets = Path(connection.settings_dict["NAME"]).read_bytes()
        assert b"longue table" not in octets
    assert not CleDepot.objects.filter(pk=Depot.objects.get(empreinte_code=parole.empreinte_code).pk).exists()


def test_le_registre_survit_a_la_perte_du_coffre(lieux_de_sauvegarde: Path) -> None:
    parole = une_parole(MOTS)
    lancer("sauvegarder")
    retirer(empreinte_code=parole.empreinte_code)
    RetraitConsigne.objects.all().delete()  # the machine burnt: the safe of yesterday knows nothing of it
    assert "Le coffre est remis" in (dit := lancer("restaurer", "dernier", "--coffre", "--remplacer")), dit
    assert not RetraitConsigne.objects.exists()

    assert "Retirés de nouveau : 1." in (dit := lancer("restaurer", "dernier", "--remplacer")), dit
    assert RetraitConsigne.objects.filter(pk=parole.empreinte_code).exists()
    assert "Retirés de nouveau : 0." in lancer("rejouer_retraits")


def test_une_photo_effacee_et_un_accord_repris_ne_reviennent_pas(lieux_de_sauvegarde: Path) -> None:
    effacee, gardee = une_image(), une_image()
    accord = AutorisationImage.objects.create(
        personne="formulaire 12", donnee_le="2026-01-01", jusqu_au="2030-01-01", preuve="classeur"
    )
    lancer("sauvegarder")
    nom = effacee.file.name
    effacee.delete()
    accord.retiree_le = "2026-11-20"
    accord.save()

    dit = lancer("restaurer", "dernier", "--remplacer")
    assert "Effacés de nouveau" in dit, dit
    assert "Accords repris de nouveau" in dit
    assert list(ImageCampagne.objects.all()) == [gardee]
    assert not default_storage.exists(nom)
    assert AutorisationImage.objects.get().retiree_le is not None
    assert lancer("rejouer_retraits") == "Retirés de nouveau : 0."


def test_une_page_depubliee_depuis_ne_revient_pas_mais_republiee_oui() -> None:
    page = AccueilPage.objects.first() or pytest.skip("no home page")
    assert page.live
    lancer("sauvegarder")
    page.unpublish()
    assert len(au_registre("depublication")) == 1

    assert "Dépubliés de nouveau : 1." in (dit := lancer("restaurer", "dernier", "--remplacer")), dit
    page.refresh_from_db()
    assert not page.live
    publier(page)
    assert au_registre("depublication") == []
    assert lancer("rejouer_retraits") == "Retirés de nouveau : 0."


def test_une_sauvegarde_pendant_qu_on_ecrit_est_d_un_seul_instant() -> None:
    arret, base = threading.Event(), str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite":
        pytest.skip("pg_dump holds a snapshot: the drill compares it")
    connection.cursor().execute("CREATE TABLE ecriture (paire INTEGER, rang INTEGER)")

    def ecrire() -> None:
        with sqlite3.connect(base, timeout=20) as autre:
            rang = 0
            while not arret.is_set():
                autre.executemany("INSERT INTO ecriture VALUES (?, ?)", [(0, rang), (1, rang)])
                autre.commit()
                rang += 1
        autre.close()

    fil = threading.Thread(target=ecrire)
    fil.start()
    try:
        dit = lancer("sauvegarder")
    finally:
        arret.set()
        fil.join()
    assert dit.count("relue.") == 2, dit
    assert lancer("restaurer", "dernier", "--remplacer").count("intacte") == 1
    with connection.cursor() as curseur:
        comptes = curseur.execute("SELECT sum(paire = 0), sum(paire = 1) FROM ecriture").fetchone()
    assert comptes[0] == comptes[1]


def test_l_exercice_remet_a_part_et_compare(lieux_de_sauvegarde: Path) -> None:
    une_parole(MOTS)
    un_document()
    lancer("sauvegarder")
    Temoignage.objects.update(texte="autre chose")

    dit = lancer("sauvegarder", "--exercice")
    assert dit.count("pareilles") == 2, dit
    assert "1 fichiers intacts" in dit
    assert Temoignage.objects.get().texte == "autre chose", "the drill touches nothing"
    assert list((lieux_de_sauvegarde / "var").iterdir()) == []


def test_le_site_reste_ferme_si_le_rejeu_echoue(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    une_parole(MOTS)
    lancer("sauvegarder")
    registre = Path(settings.SAUVEGARDES, "registre")
    (registre / f"accord-{'0' * 64}").write_bytes(b"illisible")

    dit = lancer("restaurer", "dernier", "--remplacer")
    assert "une ligne ne se lit pas" in dit
    assert "rejouer_retraits --ouvrir" in dit
    reponse = Client().get("/")
    assert (reponse.status_code, reponse["Retry-After"]) == (503, "300")
    assert "APPELLE" in reponse.content.decode(), "the help lines"
    assert Client().get("/en/").status_code == Client().get("/admin/").status_code == 503
    assert Client().get("/sante/").status_code == 200

    with pytest.raises(SauvegardeImpossible, match="--ouvrir"):
        rouvrir()
    (registre / f"accord-{'0' * 64}").unlink()
    assert "Le site est ouvert." in lancer("rejouer_retraits", "--ouvrir")
    assert Client().get("/").status_code == 200


def test_un_site_ferme_a_la_main_le_reste_apres_une_restauration() -> None:
    lancer("sauvegarder")
    fermer()
    assert "le reste" in lancer("restaurer", "dernier", "--remplacer")
    assert est_ferme()
    rouvrir()
    assert not est_ferme()


def test_l_archive_ne_garde_ni_session_ni_brouillon_ni_index() -> None:
    Client().force_login(une_personne())
    une_parole(MOTS)
    assert Session.objects.exists()
    lancer("sauvegarder")
    lancer("restaurer", "dernier", "--remplacer")
    assert not Session.objects.exists()
    assert EntreeRecherche.objects.filter(source="parole").count() == 1, "made again from what is public"


def test_un_depot_en_attente_se_lit_encore_apres_la_perte_de_tout(lieux_de_sauvegarde: Path) -> None:
    depot = un_depot(MOTS)
    lancer("sauvegarder")
    cle = cle_de(depot.pk)
    Depot.objects.all().delete()
    CleDepot.objects.all().delete()

    lancer("restaurer", str(archives("coffre")[0]), "--coffre")
    lancer("restaurer", str(archives()[0]))
    assert cle_de(Depot.objects.get().pk) == cle


def test_le_contenu_des_fichiers_revient_par_leur_nom() -> None:
    default_storage.save("hors-base.txt", ContentFile(b"orphelin"))
    lancer("sauvegarder")
    assert "hors-base" not in archives()[0].read_bytes().decode(errors="ignore")
