"""Events brought in from a file: once, twice, with mistakes; never public by that."""

from datetime import date, time
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from medias.tableaux import Rangee
from pages.evenements.importer import ImportInterdit, RapportEvenements, Verdict, importer_evenements
from pages.evenements.suivi import Etape, suivre
from pages.models import Evenement
from pages.publication.approbation import a_touche
from reseau.models import Compte, Ressource, Secteur
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.reseau.test_admin import permettre

pytestmark = pytest.mark.django_db
SOUPE = {
    "ressource": "L’Envol",
    "titre": "Soupe et visite",
    "genre": "Porte ouverte",
    "jour": "10 octobre 2026",
    "heure_debut": "13 h",
    "heure_fin": "16:30",
}


@pytest.fixture(autouse=True)
def avant_la_journee(settings: Settings) -> None:
    settings.AUJOURDHUI = "2026-08-01"


@pytest.fixture
def envol() -> Ressource:
    return RessourceFactory.create(
        nom="L’Envol", region="05", municipalite="Granby", courriel_public="envol@exemple.org"
    )


@pytest.fixture
def personne() -> Compte:
    compte = CompteFactory.create()
    permettre(compte, "add_evenement")
    return Compte.objects.get(pk=compte.pk)


def importer(*cases: dict[str, str], par: Compte | None = None, **options: Any) -> RapportEvenements:
    rangees = [Rangee(numero, ligne) for numero, ligne in enumerate(cases, start=2)]
    return importer_evenements(rangees=rangees, par=par, **options)


def verdicts(rapport: RapportEvenements) -> list[str]:
    return [ligne.verdict for ligne in rapport.lignes]


def test_un_evenement_est_cree_attend_puis_est_deja_la(envol: Ressource, personne: Compte) -> None:
    assert verdicts(importer(SOUPE, par=personne)) == [Verdict.PROPOSEE]
    evenement = Evenement.objects.get()
    assert (evenement.ressource, evenement.region, evenement.municipalite) == (envol, "05", "Granby")
    assert (evenement.courriel_public, evenement.fauteuil) == ("envol@exemple.org", "")
    assert evenement.moment.replace("\u00a0", " ") == "samedi 10 octobre 2026, 13 h à 16 h 30"
    assert suivre(evenement).etape == Etape.ATTENTE
    assert not evenement.live
    assert a_touche(personne, evenement)
    rapport = importer(SOUPE, par=personne)
    assert (verdicts(rapport), rapport.a_faire, rapport.lignes[0].details) == ([Verdict.DEJA_LA], 0, ())
    assert Evenement.objects.get().revisions.count() == 1


def test_une_ressource_de_confiance_attend_aussi(envol: Ressource) -> None:
    Ressource.objects.filter(pk=envol.pk).update(de_confiance=True)
    importer(SOUPE)
    assert suivre(Evenement.objects.get()).etape == Etape.ATTENTE


def test_les_brouillons_restent_chez_la_ressource(envol: Ressource) -> None:
    assert verdicts(importer(SOUPE, brouillons=True)) == [Verdict.BROUILLON]
    assert suivre(Evenement.objects.get()).etape == Etape.BROUILLON


def test_le_fichier_n_ecrase_rien_et_dit_ce_qui_differe(envol: Ressource) -> None:
    importer(SOUPE | {"identifiant": "A1"})
    rapport = importer(SOUPE | {"identifiant": "A1", "titre": "Soupe", "heure_debut": "14 h", "description": "Bonne."})
    assert verdicts(rapport) == [Verdict.DEJA_LA]
    assert all(mot in rapport.lignes[0].details[0] for mot in ("titre", "début", "description"))
    assert Evenement.objects.get().titre == "Soupe et visite"


def test_ce_que_la_ressource_a_deja_propose_est_reconnu(envol: Ressource) -> None:
    importer(SOUPE | {"identifiant": "A1"})
    assert verdicts(importer(SOUPE | {"titre": "soupe et VISITE"})) == [Verdict.DEJA_LA]


@pytest.mark.parametrize(
    ("change", "raison"),
    [
        ({"ressource": "L’Envoi"}, "Peut-être : L’Envol"),
        ({"ressource": "Rien de tel"}, "Aucune ressource"),
        ({"ressource": "La Pelote"}, "Plusieurs ressources"),
        ({"ressource": "Le Parti"}, "n’est plus membre"),
        ({"titre": ""}, "titre : "),
        ({"titre": "t" * 5000}, "titre : "),
        ({"genre": ""}, "genre : "),
        ({"genre": "bingo"}, "bingo"),
        ({"jour": "32/10/2026"}, "date : "),
        ({"jour": "10 octobre 2025"}, "passée"),
        ({"jour": "2099-10-10"}, "Vérifiez l’année"),
        ({"jour": "2027-03-14", "heure_debut": "2 h 30", "heure_fin": "4 h"}, "n’existe pas"),
        ({"heure_debut": "treize heures"}, "debut : "),
        ({"heure_debut": "17 h"}, "La fin vient après le début"),
        ({"dernier_jour": "2026-10-09"}, "dernier jour : "),
        ({"dernier_jour": "2026-12-10"}, "un mois"),
        ({"description": "=HYPERLINK(1)"}, "formule"),
        ({"courriel_public": "pas un courriel"}, "courriel : "),
        ({"telephone_public": "12"}, "ne se compose pas"),
        ({"lien_en_ligne": "javascript:alert(1)"}, "lien en ligne : "),
        ({"municipalite": "", "ressource": "La Sans-Ville"}, "Dans quelle municipalité"),
        ({"titre": "SOUPE et visite"}, "même événement que la ligne 2"),
    ],
)
def test_une_ligne_refusee_dit_pourquoi_et_n_arrete_pas_les_autres(
    change: dict[str, str], raison: str, envol: Ressource
) -> None:
    for region in ("05", "12"):
        RessourceFactory.create(nom="La Pelote", region=region)
    RessourceFactory.create(nom="Le Parti", active=False)
    RessourceFactory.create(nom="La Sans-Ville", municipalite="")
    rapport = importer(SOUPE, SOUPE | change, SOUPE | {"titre": "Autre chose"})
    assert verdicts(rapport) == [Verdict.PROPOSEE, Verdict.REFUSEE, Verdict.PROPOSEE]
    (refusee,) = rapport.refusees
    assert raison.replace(" :", "\u00a0:") in " ".join(refusee.details)
    assert refusee.numero == 3
    assert Evenement.objects.count() == 2


@pytest.mark.parametrize("change", [{"region": "12"}, {"ressource": "La Pelote (Chaudière-Appalaches)"}])
def test_la_region_choisit_entre_deux_ressources_du_meme_nom(change: dict[str, str]) -> None:
    for region in ("05", "12"):
        RessourceFactory.create(nom="La Pelote", region=region, municipalite="Montmagny")
    assert verdicts(importer(SOUPE | {"ressource": "la pelote"} | change)) == [Verdict.PROPOSEE]
    assert Evenement.objects.get().ressource.region == "12"


def test_un_refuge_reste_cache(envol: Ressource) -> None:
    Ressource.objects.filter(pk=envol.pk).update(lieu_masque=True)
    importer(SOUPE | {"lieu": "La maison bleue", "adresse": "1, rue A"})
    evenement = Evenement.objects.get()
    assert (evenement.lieu_masque, evenement.lieu, evenement.adresse) == (True, "", "")


def test_l_apercu_dit_tout_et_ne_garde_rien(envol: Ressource) -> None:
    assert verdicts(importer(SOUPE, SOUPE, apercu=True)) == [Verdict.PROPOSEE, Verdict.REFUSEE]
    assert not Evenement.objects.exists()


def test_sans_la_permission_rien_n_est_importe(envol: Ressource) -> None:
    with pytest.raises(ImportInterdit):
        importer(SOUPE, par=CompteFactory.create())


def test_on_n_importe_que_dans_ses_regions(envol: Ressource, personne: Compte) -> None:
    Secteur.objects.create(compte=personne, region="12")
    assert "ressort" in importer(SOUPE, par=personne).refusees[0].details[0]


def lancer(fichier: Path, *options: str) -> str:
    sortie = StringIO()
    call_command("importer_evenements", str(fichier), *options, stdout=sortie)
    return sortie.getvalue()


@pytest.fixture
def fichier(tmp_path: Path) -> Path:
    chemin = tmp_path / "evenements.csv"
    chemin.write_text(
        "ressource;titre;genre;date;début;fin\nL’Envol;Soupe;kiosque;10 octobre 2026;13 h;16 h\n", encoding="cp1252"
    )
    return chemin


def test_la_commande_dit_chaque_ligne(fichier: Path, envol: Ressource, personne: Compte) -> None:
    assert "Rien n’a changé" in lancer(fichier, "--apercu")
    assert not Evenement.objects.exists()
    dit = lancer(fichier, "--brouillons", "--compte", personne.username)
    assert all(mot in dit for mot in ("Windows-1252", "Ligne 2, Soupe", "gardée en brouillon"))
    assert Evenement.objects.get().latest_revision.user == personne
    assert "déjà là" in lancer(fichier)


def test_la_commande_lit_un_classeur(tmp_path: Path, envol: Ressource) -> None:
    classeur = openpyxl.Workbook()
    classeur.active.append(["Ressource", "Titre", "Genre", "Date", "Début", "Fin"])
    classeur.active.append(["L’Envol", "Soupe", "Kiosque", date(2026, 10, 10), time(13), time(16, 30)])
    chemin = tmp_path / "evenements.xlsx"
    classeur.save(chemin)
    assert "envoyée à la modération" in lancer(chemin)
    assert Evenement.objects.get().jour.isoformat() == "2026-10-10"


def test_une_ligne_refusee_fait_echouer_la_commande(fichier: Path) -> None:
    with pytest.raises(CommandError, match=r"Lignes refusées.: 1"):
        lancer(fichier)


@pytest.mark.parametrize(
    ("options", "message"),
    [(["--compte", "personne"], "Aucun compte"), (["--compte", "sans-droit"], "ne permet pas")],
)
def test_un_compte_qui_ne_peut_pas_est_dit(options: list[str], message: str, fichier: Path, envol: Ressource) -> None:
    CompteFactory.create(username="sans-droit")
    with pytest.raises(CommandError, match=message):
        lancer(fichier, *options)


@pytest.mark.parametrize(("contenu", "message"), [("", "vide"), ("a;b\n1;2\n", "Il manque des colonnes")])
def test_un_fichier_illisible_est_dit(tmp_path: Path, contenu: str, message: str) -> None:
    chemin = tmp_path / "rien.csv"
    with pytest.raises(CommandError, match="ne peut pas être ouvert"):
        lancer(chemin)
    chemin.write_text(contenu)
    with pytest.raises(CommandError, match=message):
        lancer(chemin)
