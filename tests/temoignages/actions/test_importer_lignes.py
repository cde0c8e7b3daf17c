"""Line by line: what a workshop's file may say, and what is sent back to its owner."""

import pytest

from medias.tableaux import FeuilleIllisible
from reseau.models import Compte, Ressource
from temoignages.actions import Confirmation, Refus, confirmer_lot, lire_lot, preparer_lot
from temoignages.actions.confronter import LigneLue, LotLu
from temoignages.models import Depot, Lot
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import AmorceFactory, une_personne

pytestmark = pytest.mark.django_db

TITRES = "amorce;texte;ressource;attribution\n"


@pytest.fixture
def par() -> Compte:
    """Someone who imports; around her, two resources of one name, and one sentence."""
    RessourceFactory.create(nom="La Ruche", region="05")
    RessourceFactory.create(nom="L’Éclaircie", region="03")
    RessourceFactory.create(nom="L’Éclaircie", region="11")
    AmorceFactory.create(texte="Ici, j’ai le droit de…")
    return une_personne("importer_depot")


def lire(corps: str, par: Compte) -> LotLu:
    return lire_lot(lot=preparer_lot(octets=(TITRES + corps).encode(), par=par), par=par)


def une_ligne(corps: str, par: Compte) -> LigneLue:
    (ligne,) = lire(corps, par).lignes
    return ligne


@pytest.mark.parametrize(
    "amorce",
    ["Ici, j’ai le droit de…", "Ici, j'ai le droit de...", "ICI, J’AI LE DROIT DE", "  ici, j’ai  le droit de … ", ""],
)
@pytest.mark.parametrize("attribution", ["ressource", "Région", "REGION", "québec", " Québec. "])
def test_une_ligne_tapee_a_sa_facon_passe(amorce: str, attribution: str, par: Compte) -> None:
    ligne = une_ligne(f"{amorce};du monde;la ruche;{attribution}\n", par)
    assert ligne.erreurs == ()
    assert ligne.demande is not None
    assert bool(ligne.demande.amorce) is bool(amorce.strip())
    assert ligne.demande.ressource == Ressource.objects.get(nom="La Ruche")


@pytest.mark.parametrize(
    ("corps", "message"),
    [
        (";;La Ruche;québec", "Écrivez quelques mots"),
        (";a;La Ruche;québec", "au moins deux caractères"),
        (";...;La Ruche;québec", "au moins un mot"),
        (f";{'a' * 20_000};La Ruche;québec", "Votre texte fait 20\u00a0000 caractères"),
        (";du monde;;québec", "Il manque la ressource"),
        (";du monde;Le Nuage;québec", "n’est pas dans le répertoire : Le Nuage"),
        (";du monde;***;québec", "n’est pas dans le répertoire"),
        (";du monde;La Ruche (Nulle part);québec", "n’est pas dans le répertoire"),
        (";du monde;L’Éclaircie;québec", "Plusieurs ressources portent ce nom"),
        ("Une phrase inventée;du monde;La Ruche;québec", "Cette phrase à compléter n’existe pas"),
        (";du monde;La Ruche;", "L’attribution doit être"),
        (";du monde;La Ruche;ma rue", "L’attribution doit être"),
        (";du monde;La Ruche", "L’attribution doit être"),
    ],
)
def test_une_ligne_a_corriger_dit_quoi(corps: str, message: str, par: Compte) -> None:
    ligne = une_ligne(f"{corps}\n", par)
    assert ligne.demande is None
    assert message in " ".join(ligne.erreurs)


def test_trois_regions_se_disent_comme_une_enumeration(par: Compte) -> None:
    RessourceFactory.create(nom="L’Éclaircie", region="05")
    (message,) = une_ligne(";du monde;L’Éclaircie;québec\n", par).erreurs
    dites = message.partition("(")[2].partition(")")[0]
    assert (dites.count(", "), dites.count(" et ")) == (1, 1)


def test_une_ligne_dit_toutes_ses_erreurs(par: Compte) -> None:
    assert len(une_ligne("Inventée;;Le Nuage;ma rue\n", par).erreurs) == 4


@pytest.mark.parametrize(
    ("nom", "region"),
    [
        ("L’Éclaircie (Capitale-Nationale)", "03"),
        ("l'eclaircie (capitale nationale)", "03"),
        ("Éclaircie (Gaspésie–Îles-de-la-Madeleine)", "11"),
    ],
)
def test_un_nom_dans_deux_regions_se_precise_entre_parentheses(nom: str, region: str, par: Compte) -> None:
    ligne = une_ligne(f";du monde;{nom};québec\n", par)
    assert ligne.erreurs == ()
    assert ligne.demande is not None
    assert ligne.demande.ressource is not None
    assert ligne.demande.ressource.region == region


def test_le_message_d_un_nom_ambigu_donne_une_forme_qui_marche(par: Compte) -> None:
    (message,) = une_ligne(";du monde;L’Éclaircie;québec\n", par).erreurs
    forme = message.split("«\u00a0" if "«\u00a0" in message else "« ")[1].split("»")[0].strip()
    assert une_ligne(f";du monde;{forme};québec\n", par).erreurs == ()


def test_un_texte_garde_ses_sauts_et_perd_ses_caracteres_invisibles(par: Compte) -> None:
    ligne = une_ligne(';"du\u200b monde;\n<b>oui</b>";La Ruche;québec\n', par)
    assert ligne.texte == "du monde;\n<b>oui</b>"
    assert ligne.erreurs == ()


def test_les_memes_mots_deux_fois_sont_signales_et_passent(par: Compte) -> None:
    lu = lire(";Du monde;La Ruche;québec\n;autre;La Ruche;québec\n;du mondé;La Ruche;région\n", par)
    assert [ligne.double_de for ligne in lu.lignes] == [None, None, 2]
    assert len(lu.valides) == 3


def test_une_erreur_refuse_tout_sauf_si_on_le_demande(par: Compte) -> None:
    corps = ";du monde;La Ruche;québec\n;;La Ruche;québec\n;autre chose;La Ruche;région\n"
    lot = preparer_lot(octets=(TITRES + corps).encode(), par=par)
    with pytest.raises(Refus) as refus:
        confirmer_lot(lot=lot, par=par, grain="g", confirmation=Confirmation(attestation=True))
    assert refus.value.regle == "erreurs"
    assert not Depot.objects.exists()

    malgre = Confirmation(attestation=True, sans_les_erreurs=True)
    talons = confirmer_lot(lot=lot, par=par, grain="g", confirmation=malgre)
    assert [talon.ligne for talon in talons] == [2, 4]
    assert [talon.ressource for talon in talons] == ["La Ruche"] * 2


def test_un_fichier_tout_en_erreurs_ne_s_importe_pas(par: Compte) -> None:
    lot = preparer_lot(octets=(TITRES + ";;;\n;x;;\n").encode(), par=par)
    malgre = Confirmation(attestation=True, sans_les_erreurs=True)
    with pytest.raises(Refus) as refus:
        confirmer_lot(lot=lot, par=par, grain="g", confirmation=malgre)
    assert refus.value.regle == "fichier"


@pytest.mark.parametrize("octets", [b"", b"a;b\n", b"PK\x03\x04\x00", TITRES.encode(), b"a" * 3_000_000])
def test_un_fichier_illisible_n_est_pas_garde(octets: bytes, par: Compte) -> None:
    with pytest.raises(FeuilleIllisible):
        preparer_lot(octets=octets, par=par)
    assert not Lot.objects.exists()


def test_le_repertoire_du_jour_decide_a_chaque_lecture(par: Compte) -> None:
    lot = preparer_lot(octets=(TITRES + ";du monde;Le Nuage;québec\n").encode(), par=par)
    assert lire_lot(lot=lot, par=par).erreurs
    RessourceFactory.create(nom="Le Nuage")
    assert not lire_lot(lot=lot, par=par).erreurs


@pytest.mark.parametrize("edition", [10_000, 99_999])
def test_une_edition_absurde_est_refusee(edition: int, par: Compte) -> None:
    octets = (TITRES + ";du monde;La Ruche;québec\n").encode()
    with pytest.raises(Refus):
        preparer_lot(octets=octets, par=par, edition=edition)


AVEC_PERSONNE = "amorce;texte;ressource;attribution;personne\n"


def talons_de(corps: str, par: Compte) -> list[tuple[int, ...]]:
    """Import lines that say who gave them; return the lines of each slip."""
    lot = preparer_lot(octets=(AVEC_PERSONNE + corps).encode(), par=par)
    talons = confirmer_lot(lot=lot, par=par, grain="g", confirmation=Confirmation(attestation=True))
    assert talons == confirmer_lot(lot=lot, par=par, grain="g", confirmation=Confirmation(attestation=True))
    return [talon.lignes for talon in talons]


def test_les_lignes_d_une_meme_personne_ont_un_seul_talon(par: Compte) -> None:
    corps = ";un;La Ruche;québec;a\n;deux;La Ruche;québec;B\n;trois;La Ruche;québec;A\n;quatre;La Ruche;québec;\n"
    assert talons_de(corps, par) == [(2, 4), (3,), (5,)]
    auteurs = dict(Depot.objects.values_list("ligne", "auteur"))
    assert auteurs[2] == auteurs[4]
    assert len(set(Depot.objects.values_list("empreinte_code", flat=True))) == 4


def test_la_meme_lettre_dans_deux_ressources_est_deux_personnes(par: Compte) -> None:
    RessourceFactory.create(nom="Le Nuage")
    assert talons_de(";un;La Ruche;québec;a\n;deux;Le Nuage;québec;a\n", par) == [(2,), (3,)]


def test_un_nom_de_personne_est_une_erreur_de_la_ligne(par: Compte) -> None:
    lot = preparer_lot(octets=(AVEC_PERSONNE + ";un;La Ruche;québec;Gaétane\n").encode(), par=par)
    (ligne,) = lire_lot(lot=lot, par=par).lignes
    assert "jamais un nom" in " ".join(ligne.erreurs)
