"""What the screens offer besides decisions: hide by hand, undo, the veil, prudence, the author's texts and wish."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from reseau.models import Compte
from temoignages.actions import accepter, approuver, demander_changement, lire, lire_proposition, prendre
from temoignages.etats import MotifLecture, MotifRenvoi
from temoignages.models import Depot, Temoignage
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, un_depot

from .envoi import page
from .lecture import TEXTE, adresse, champs_de_la_page, envoyer_geste, messages, ouvrir

pytestmark = pytest.mark.django_db
VOLET_OUVERT = re.compile(r'<details class="paroles-voile"[^>]* open>')


@pytest.fixture
def depot(premiere: Compte) -> Depot:
    """Return a deposit that the first reader holds, with a name and a phone number inside."""
    return prendre(depot=un_depot(TEXTE), par=premiere)


def marque(mots: str, **champs: Any) -> dict[str, Any]:
    return {f"marque-{nom}": valeur for nom, valeur in {"passage": mots, "type": "PERSON", **champs}.items()}


def test_le_compteur_dit_ce_qui_reste_sur_ce_qui_etait_repere(chez_premiere: Client, depot: Depot) -> None:
    assert "Il reste 2 passages sur 2." in page(chez_premiere.get(adresse(depot)))
    envoi = champs_de_la_page(chez_premiere, depot) | {"form-0-choix": "attendre"}
    source = page(chez_premiere.post(adresse(depot), envoi, follow=True))
    assert "Il reste 1 passage sur 2." in source
    chez_premiere.post(adresse(depot), champs_de_la_page(chez_premiere, depot))
    assert "Tout est décidé : 2 passages sur 2." in page(chez_premiere.get(adresse(depot)))


def test_les_deux_colonnes_montrent_ce_qui_a_change(chez_premiere: Client, depot: Depot) -> None:
    chez_premiere.post(adresse(depot), champs_de_la_page(chez_premiere, depot, texte="quelqu’un"))
    source = page(chez_premiere.get(adresse(depot)))
    assert '<del><mark class="constat constat--direct">Gaétane Vermillon<sup>nom</sup></mark></del>' in source
    assert "<ins>quelqu’un</ins>" in source


def test_masquer_a_la_main_et_revenir_dessus(chez_premiere: Client, depot: Depot) -> None:
    reponse = envoyer_geste(chez_premiere, depot, "masquer", **marque("elle est fine", type="EVENT"))
    assert "Le passage est masqué." in messages(reponse)
    assert ouvrir(chez_premiere, depot)["textes"].propose.endswith(", […]")
    reponse = envoyer_geste(chez_premiere, depot, "revenir", ecart="0")
    assert "sont annulées" in messages(reponse)
    assert ouvrir(chez_premiere, depot)["textes"].propose == TEXTE


def test_un_passage_introuvable_garde_ce_qui_est_tape(chez_premiere: Client, depot: Depot) -> None:
    reponse = envoyer_geste(chez_premiere, depot, "masquer", **marque("la dame aux chats", texte="quelqu’un"))
    assert "ne sont pas dans le texte proposé" in messages(reponse)
    assert 'value="la dame aux chats"' in page(reponse)
    assert 'value="quelqu’un"' in page(reponse)


def test_un_passage_qui_revient_demande_laquelle(chez_premiere: Client, premiere: Compte) -> None:
    depot = prendre(depot=un_depot("du monde, du monde"), par=premiere)
    assert "2 fois" in messages(envoyer_geste(chez_premiere, depot, "masquer", **marque("monde")))
    envoyer_geste(chez_premiere, depot, "masquer", **marque("monde", toutes="on", texte="thé"))
    assert ouvrir(chez_premiere, depot)["textes"].propose == "du thé, du thé"


@pytest.mark.parametrize(
    "champs",
    [
        {},
        marque(""),
        marque("fine", type="x"),
        marque("fine", laquelle="0"),
        marque("fine", laquelle="x"),
        marque("\x00"),
    ],
)
def test_un_formulaire_de_marque_incomplet_ne_change_rien(
    champs: dict[str, Any], chez_premiere: Client, depot: Depot
) -> None:
    reponse = envoyer_geste(chez_premiere, depot, "masquer", **champs)
    assert "Vérifiez les champs en rouge." in messages(reponse)
    assert ouvrir(chez_premiere, depot)["textes"].propose == TEXTE


@pytest.mark.parametrize("champs", [{}, {"ecart": "0"}, {"ecart": "x"}, {"garde": "9" * 40}, {"garde": "\x00"}])
def test_revenir_sur_rien_le_dit(champs: dict[str, Any], chez_premiere: Client, depot: Depot) -> None:
    assert "Choisissez au moins une décision" in messages(envoyer_geste(chez_premiere, depot, "revenir", **champs))


def test_un_passage_garde_se_redecide(chez_premiere: Client, depot: Depot) -> None:
    envoi = champs_de_la_page(chez_premiere, depot, choix="garder", raison="vague")
    chez_premiere.post(adresse(depot), envoi)
    vu = ouvrir(chez_premiere, depot)
    assert [(passage, raison) for _numero, passage, raison in vu["gardes"]] == [
        ("Gaétane Vermillon", "cela vaut pour beaucoup de monde"),
        ("418 555-0187", "cela vaut pour beaucoup de monde"),
    ]
    envoyer_geste(chez_premiere, depot, "revenir", garde=str(vu["gardes"][0][0]))
    assert len(ouvrir(chez_premiere, depot)["constats"]) == 1


# The veil.


def test_voilee_chaque_parole_attend_qu_on_l_ouvre(
    chez_premiere: Client, chez_seconde: Client, premiere: Compte, seconde: Compte, depot: Depot
) -> None:
    soumis = soumettre_depot(un_depot(), premiere)
    ecrans = [
        (chez_premiere, adresse(depot)),
        (chez_premiere, reverse("paroles:serie")),
        (chez_seconde, adresse(soumis)),
        (chez_seconde, reverse("paroles:serie_seconde")),
    ]
    for client, ecran in ecrans:
        assert len(VOLET_OUVERT.findall(page(client.get(ecran)))) == 1
    for compte in (premiere, seconde):
        compte.lecture_voilee = True
        compte.save()
    for client, ecran in ecrans:
        source = page(client.get(ecran))
        assert 'class="paroles-voile"' in source
        assert not VOLET_OUVERT.search(source)


def test_sous_le_voile_aucun_mot_n_est_hors_des_volets(chez_premiere: Client, premiere: Compte, depot: Depot) -> None:
    premiere.lecture_voilee = True
    premiere.save()
    source = page(chez_premiere.get(adresse(depot)))
    avant, reste = source.split('<details class="paroles-voile"', 1)
    resume, apres = reste.split("</summary>", 1)[0], source.rpartition("</details>")[2]
    assert "passages à décider : 2" in resume
    for morceau in (avant, resume, apres):
        assert "Vermillon" not in morceau
        assert "555-0187" not in morceau


def test_une_erreur_se_montre_meme_sous_le_voile(chez_premiere: Client, premiere: Compte, depot: Depot) -> None:
    premiere.lecture_voilee = True
    premiere.save()
    envoi = champs_de_la_page(chez_premiere, depot, choix="garder")
    assert 'class="paroles-voile" data-lecture open' in page(chez_premiere.post(adresse(depot), envoi))


# Prudence.


def test_la_prudence_se_dit_aux_deux_lectures_et_ne_bloque_rien(
    chez_premiere: Client, chez_seconde: Client, premiere: Compte
) -> None:
    texte = "J’ai raté mon suicide, et je suis là."
    depot = prendre(depot=un_depot(texte), par=premiere)
    source = page(chez_premiere.get(adresse(depot)))
    assert '<span class="prudence">raté mon suicide<sup>prudence : réussite ou échec</sup></span>' in source.replace(
        "\u00a0", " "
    )
    assert "survivre n’est pas un échec" in source
    soumettre_depot(depot, premiere)
    source = page(chez_seconde.get(adresse(depot)))
    assert "survivre n’est pas un échec" in source
    envoyer_geste(chez_seconde, depot, "approuver")
    assert Temoignage.objects.get().texte == texte


def test_la_colere_ne_declenche_rien(chez_premiere: Client, premiere: Compte) -> None:
    depot = prendre(depot=un_depot("La psychiatrie m’a volé dix ans, je suis en maudit."), par=premiere)
    assert "paroles-prudence" not in page(chez_premiere.get(adresse(depot)))


# The author.


def du_meme_auteur(depot: Depot, **champs: Any) -> Depot:
    return un_depot("d’autres mots", auteur=depot.auteur, **champs)


def test_ce_que_la_meme_personne_a_deja_publie_se_voit(
    chez_premiere: Client, chez_seconde: Client, premiere: Compte, seconde: Compte
) -> None:
    public = un_depot("une chaise qui m’attend")
    temoignage = approuver_depot(soumettre_depot(public, premiere), seconde)
    depot = prendre(depot=du_meme_auteur(public), par=premiere)
    source = page(chez_premiere.get(adresse(depot)))
    assert "a déjà 1 texte publié : 1 sur 3 au même endroit" in source.replace("\u00a0", " ")
    assert "une chaise qui m’attend" in source
    assert f'href="{temoignage.url}"' in source
    soumettre_depot(depot, premiere)
    assert f'href="{temoignage.url}"' in page(chez_seconde.get(adresse(depot)))


def test_les_textes_d_une_autre_personne_ou_non_publies_ne_se_voient_pas(
    chez_premiere: Client, premiere: Compte, seconde: Compte
) -> None:
    approuver_depot(soumettre_depot(un_depot("de quelqu’un d’autre"), premiere), seconde)
    depot = prendre(depot=un_depot(), par=premiere)
    du_meme_auteur(depot)
    source = page(chez_premiere.get(adresse(depot)))
    assert "La même personne" not in source
    assert "de quelqu’un d’autre" not in source
    assert "d’autres mots" not in source


def test_ce_que_la_personne_repond_se_voit_aux_deux_lectures(
    chez_premiere: Client, chez_seconde: Client, premiere: Compte, seconde: Compte
) -> None:
    depot = soumettre_depot(un_depot("du monde", relecture_voulue=True), premiere)
    source = page(chez_seconde.get(adresse(depot)))
    assert "elle n’a pas encore répondu" in source
    assert "Approuver et publier" not in source
    vue = lire_proposition(depot=depot, auteur=depot.auteur).empreinte
    demander_changement(depot=depot, auteur=depot.auteur, empreinte_vue=vue, demande="Enlevez le monde")
    source = page(chez_premiere.get(adresse(depot)))
    assert "elle demande un changement" in source
    assert "Enlevez le monde" in source
    envoyer_geste(chez_premiere, depot, "retoucher", texte="des gens")
    envoyer_geste(chez_premiere, depot, "soumettre")
    source = page(chez_seconde.get(adresse(depot)))
    assert "n’a pas encore répondu à ce texte" in source
    assert "Enlevez le monde" in source
    vue = lire_proposition(depot=depot, auteur=depot.auteur).empreinte
    accepter(depot=depot, auteur=depot.auteur, empreinte_vue=vue)
    assert "elle a accepté ce texte" in page(chez_seconde.get(adresse(depot)))
    approuver(depot=depot, par=seconde, empreinte_vue=vue)


def test_la_seconde_lecture_ne_parle_pas_au_nom_de_la_personne(chez_seconde: Client, premiere: Compte) -> None:
    depot = soumettre_depot(un_depot(), premiere)
    choix = [valeur for valeur, _titre in ouvrir(chez_seconde, depot)["renvoi"].fields["motif"].choices]
    assert MotifRenvoi.AUTEUR not in choix
    assert len(choix) == len(MotifRenvoi)
    assert "Choisissez une raison" in messages(envoyer_geste(chez_seconde, depot, "renvoyer", motif="auteur"))


def test_lire_un_texte_ne_change_rien(chez_premiere: Client, premiere: Compte, depot: Depot) -> None:
    avant = Depot.objects.values().get(pk=depot.pk)
    chez_premiere.get(adresse(depot))
    assert Depot.objects.values().get(pk=depot.pk) == avant
    assert lire(depot=depot, par=premiere, motif=MotifLecture.MODERATION).brut == TEXTE
