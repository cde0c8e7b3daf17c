"""`/espace/paroles/`: from pasted lines to slips."""

import re
from typing import Any

import pytest
from django.test import Client

from reseau.models import Compte, Ressource
from temoignages.chambre.codes import empreinte_code
from temoignages.etats import Portee
from temoignages.models import Consentement, Depot, Lot, ParticipationAtelier, Trace

from .atelier import codes
from .conftest import PHRASE
from .envoi import jeton, page, sommaire, suivre
from .espace import (
    LIGNES,
    NOUVEAU,
    adresse_de,
    chez,
    classeur,
    collage_garde,
    confirmer,
    envoyer,
    fichier,
    preparer,
    un_contact,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def odile(tisonnier: Ressource) -> Compte:
    """Return a person of the resource."""
    return un_contact(tisonnier)


@pytest.fixture
def client(odile: Compte) -> Client:
    """Return her client."""
    return chez(odile)


def test_coller_verifier_confirmer_donne_un_talon_par_ligne(
    client: Client, odile: Compte, tisonnier: Ressource
) -> None:
    lot = preparer(client, amorce=PHRASE, attribution="ressource")
    source = page(client.get(adresse_de(lot)))
    assert "3 lignes prêtes (lignes collées)." in source
    assert "du monde qui m’écoute" in source
    assert PHRASE in source
    assert not Depot.objects.exists()

    reponse = confirmer(client, lot, duree="trois_ans", relecture="on", usages=["web", "imprime"])
    assert reponse.status_code == 200
    assert "no-store" in reponse["Cache-Control"]
    assert "beignes" not in page(reponse)
    assert len(set(codes(reponse))) == 3
    depots = list(Depot.objects.order_by("ligne"))
    assert [d.ligne for d in depots] == [1, 2, 3]
    assert {(d.ressource, d.region, d.relecture_voulue, str(d.amorce)) for d in depots} == {
        (tisonnier, "03", True, PHRASE)
    }
    assert set(Consentement.objects.values_list("portee", flat=True)) == {Portee.WEB, Portee.IMPRIME}
    assert {suivre(code).status_code for code in codes(reponse)} == {200}
    assert Trace.objects.filter(verbe="confirmer", objet_id=str(lot.pk), par=odile).exists()


def test_les_personnes_presentes_sont_consignees(client: Client, tisonnier: Ressource) -> None:
    confirmer(client, preparer(client), **{f"participants-{tisonnier.pk}": "11"})
    assert [(p.ressource, p.nombre) for p in ParticipationAtelier.objects.all()] == [(tisonnier, 11)]


def test_les_lignes_d_une_personne_ont_un_seul_talon_qui_les_ouvre_toutes(client: Client) -> None:
    tableau = "texte\tpersonne\nun jardin\tA\nune chaise\tB\nun café\ta\nun balcon\t\nun quai\t\n"
    reponse = confirmer(client, preparer(client, collage=tableau))
    assert len(codes(reponse)) == 4
    assert re.findall(r'talon__ligne">(.*?) ·', page(reponse)) == ["Lignes 2, 4", "Ligne 3", "Ligne 5", "Ligne 6"]
    auteurs = dict(Depot.objects.values_list("ligne", "auteur"))
    assert auteurs[2] == auteurs[4] == empreinte_code(codes(reponse)[0])
    assert len(set(auteurs.values())) == 4


def test_un_nom_dans_la_colonne_personne_est_refuse(client: Client) -> None:
    for nom in ("Gaétane", "JG", "G.", "1961", "Gaétane B."):
        lot = preparer(client, collage=f"texte\tpersonne\nun jardin de {nom}\t{nom}\n")
        assert "jamais un nom ni des initiales" in page(client.get(adresse_de(lot)))


def test_un_classeur_se_lit_et_le_dit(client: Client) -> None:
    livre = classeur(
        ["Phrase", "Texte", "Personne", "Ressource"],
        [PHRASE, "du monde", 1.0, "Une autre"],
        [None, "=1+1", "b", ""],
        autres=("Brouillon",),
    )
    lot = preparer(client, collage="", fichier=livre)
    source = page(client.get(adresse_de(lot)))
    assert "2 lignes prêtes (XLSX)." in source
    assert "seule la première a été lue" in source
    assert "=1+1" in source
    confirmer(client, lot)
    assert {str(d.ressource) for d in Depot.objects.all()} == {"Le Tisonnier"}


def test_un_csv_avec_la_seule_colonne_texte_suffit(client: Client) -> None:
    lot = preparer(client, collage="", fichier=fichier("texte\nl’été à Noël\n".encode("cp1252")))
    assert "l’été à Noël" in page(client.get(adresse_de(lot)))


@pytest.mark.parametrize(
    ("octets", "message"),
    [
        (b"", "Le fichier est vide"),
        (b"%PDF-1.7", "C’est un PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "ancien classeur (XLS)"),
        (b"PK\x03\x04", "ne peut pas être lu"),
        (b"\x89PNG\r\n\x1a\n\x00", "pas un fichier CSV"),
        (b"phrase;suite2\na;b\n", "Il manque des colonnes : texte"),
        (b"texte\n" + b"x" * 2_200_000, "dépasse 2 Mo"),
        (b"texte\n" + b"x" * 4_000_000, "dépasse 2 Mo"),
        (b"texte\n" + b"mots\n" * 2_001, "plus de 2 000 lignes"),
    ],
    ids=["vide", "PDF", "XLS", "zip abîmé", "image", "sans texte", "2,2 Mo", "4 Mo", "2001 lignes"],
)
def test_un_fichier_refuse_dit_pourquoi_a_cote_du_champ(octets: bytes, message: str, client: Client) -> None:
    reponse = envoyer(client, collage="", fichier=fichier(octets))
    assert reponse.status_code == 400
    assert message in sommaire(reponse)
    assert 'id="id_fichier_error"' in page(reponse)
    assert not Lot.objects.exists()


@pytest.mark.parametrize(
    ("champs", "message"),
    [
        ({"collage": ""}, "Collez au moins une ligne"),
        ({"collage": " \n\t\n"}, "Collez au moins une ligne"),
        ({"collage": "a\tb\nc\td"}, "Collez aussi la ligne des titres"),
        ({"collage": "mots\n" * 2_001}, "plus de 2 000 lignes"),
        ({"collage": LIGNES, "attribution": ""}, "Champ requis"),
        ({"collage": LIGNES, "amorce": "Inventée"}, "choix"),
        ({"collage": LIGNES, "edition": "1999"}, "1999"),
        ({"collage": LIGNES, "edition": "x"}, "choix"),
        ({"collage": LIGNES + "\x00"}, "nul n’est pas autorisé"),
    ],
    ids=lambda valeur: str(valeur)[:30],
)
def test_un_envoi_incomplet_garde_ce_qui_est_colle(champs: dict[str, str], message: str, client: Client) -> None:
    reponse = envoyer(client, **champs)
    assert reponse.status_code == 400
    assert message in sommaire(reponse)
    assert collage_garde(reponse) == champs["collage"]


def test_un_fichier_et_des_lignes_ensemble_ne_perdent_pas_les_lignes(client: Client) -> None:
    reponse = envoyer(client, fichier=fichier(b"texte\nmots\n"))
    assert "gardez l’un ou l’autre" in sommaire(reponse)
    assert collage_garde(reponse) == LIGNES


def test_un_collage_demesure_revient_avec_une_phrase(client: Client) -> None:
    reponse = client.post(NOUVEAU, {"collage": "x" * 3_000_000}, follow=True)
    assert reponse.status_code == 200
    assert "trop long pour un seul envoi" in page(reponse)


def test_corriger_ramene_ce_qui_a_ete_colle_et_choisi(client: Client) -> None:
    lot = preparer(client, collage=LIGNES + "\nx", amorce=PHRASE, attribution="region", edition="2026")
    source = page(client.get(adresse_de(lot)))
    assert "1 ligne à corriger :" in source
    assert "au moins deux caractères" in source
    assert "sans_les_erreurs" in sommaire(confirmer(client, lot)) or "corriger" in sommaire(confirmer(client, lot))
    reponse = client.get(adresse_de(lot, "reprendre"))
    assert collage_garde(reponse) == LIGNES + "\nx"
    assert re.search(rf'value="{PHRASE}"[^>]*selected', page(reponse))
    assert re.search(r'value="region"[^>]*checked', page(reponse))
    assert re.search(r'value="2026"[^>]*selected', page(reponse))
    meme = preparer(client, adresse_de(lot, "reprendre"), collage=LIGNES + "\nxylophone", edition="2026")
    assert meme == lot
    assert "à corriger" not in page(client.get(adresse_de(lot)))
    assert len(codes(confirmer(client, lot, duree="trois_ans"))) == 4
    assert client.get(adresse_de(lot, "reprendre"))["Location"] == adresse_de(lot)


def test_on_peut_verser_sans_les_lignes_a_corriger(client: Client) -> None:
    lot = preparer(client, collage=LIGNES + "\nx")
    reponse = confirmer(client, lot, attestation="on")
    assert reponse.status_code == 400
    assert not Depot.objects.exists()
    assert len(codes(confirmer(client, lot, sans_les_erreurs="on"))) == 3


@pytest.mark.parametrize(
    ("champs", "message"),
    [
        ({"attestation": None}, "Il faut attester"),
        ({"duree": None}, "Champ requis"),
        ({"duree": "toujours"}, "toujours"),
        ({"usages": []}, "Cochez au moins un usage"),
        ({"usages": ["tatouage"]}, "tatouage"),
        ({"jeton": None}, "a expiré"),
        ({"jeton": "abîmé"}, "a expiré"),
    ],
    ids=str,
)
def test_une_confirmation_incomplete_garde_ce_qui_est_tape(
    champs: dict[str, Any], message: str, client: Client, tisonnier: Ressource
) -> None:
    lot = preparer(client)
    tape = {"relecture": "on", f"participants-{tisonnier.pk}": "11", "usages": ["web", "presse"]} | champs
    reponse = confirmer(client, lot, **tape)
    assert reponse.status_code == 400
    assert message in sommaire(reponse)
    source = page(reponse)
    assert re.search(rf'name="participants-{tisonnier.pk}" value="11"', source)
    assert re.search(r'name="relecture"[^>]*checked', source)
    (nouveau,) = re.findall(r'name="jeton" value="([^"]+)"', source)
    assert not Depot.objects.exists()
    assert len(codes(confirmer(client, lot, jeton=nouveau))) == 3


def test_une_duree_deja_passee_est_refusee(client: Client) -> None:
    lot = preparer(client, edition="2025")
    assert "déjà passée" in sommaire(confirmer(client, lot))
    assert len(codes(confirmer(client, lot, duree="trois_ans"))) == 3


def test_confirmer_deux_fois_redonne_les_memes_talons(client: Client) -> None:
    tableau = "texte\tpersonne\nun jardin\tA\nune chaise\tB\nun café\tA\n"
    lot, meme = preparer(client, collage=tableau), jeton()
    premiers = codes(confirmer(client, lot, jeton=meme))
    assert codes(confirmer(client, lot, jeton=meme)) == premiers
    assert len(premiers) == 2
    assert Depot.objects.count() == 3
    assert "ne peuvent plus être imprimés" in page(
        client.post(
            adresse_de(lot), {"attestation": "on", "duree": "edition", "usages": "web", "jeton": jeton()}, follow=True
        )
    )


def test_envoyer_deux_fois_donne_un_seul_envoi(client: Client) -> None:
    assert preparer(client) == preparer(client)
    assert Lot.objects.count() == 1


def test_les_memes_mots_ne_se_versent_pas_deux_fois(client: Client) -> None:
    confirmer(client, preparer(client))
    reponse = envoyer(client)
    assert "a déjà été importé" in sommaire(reponse)
    assert collage_garde(reponse) == LIGNES


def test_une_autre_ressource_peut_verser_les_memes_mots(client: Client) -> None:
    confirmer(client, preparer(client))
    ailleurs = chez(un_contact())
    confirmer(ailleurs, preparer(ailleurs))
    assert Depot.objects.count() == 6
