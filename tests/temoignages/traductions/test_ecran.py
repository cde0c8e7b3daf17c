"""The screens of translations: the list, one on screen, and each button."""

import pytest
from django.test import Client
from django.urls import reverse

from temoignages.models import Temoignage, Traduction
from tests.fabriques.roles import une_redactrice, une_traductrice
from tests.fabriques.temoignages import un_temoignage
from tests.temoignages.views.conftest import connecter
from tests.temoignages.views.envoi import Reponse, page
from tests.temoignages.views.lecture import messages

from .monde import MOTS, WORDS, approuver, ecran, ecrire, presser, quelqu_un, un_temoignage_traduit

pytestmark = pytest.mark.django_db

LISTE = reverse("paroles:traductions")


@pytest.fixture
def traductrice(db: None) -> Client:
    return connecter(une_traductrice())


def test_la_liste_dit_ou_en_est_chaque_parole(traductrice: Client) -> None:
    un_temoignage("le temps qu’il faut")
    ecrire(un_temoignage("une porte ouverte"), "an open door, says Johanne")
    un_temoignage_traduit()
    html = " ".join(page(traductrice.get(LISTE)).split())
    assert "le temps qu’il faut" in html
    assert "à approuver, 1 passage à décider" in html
    for etat, mots in (("a-traduire", "le temps"), ("proposee", "une porte"), ("approuvee", "une chaise")):
        (seul,) = traductrice.get(LISTE, {"etat": etat}).context["page"].object_list
        assert seul.texte.startswith(mots)


def test_la_liste_vers_le_francais_montre_les_paroles_anglaises(traductrice: Client) -> None:
    un_temoignage(MOTS)
    un_temoignage(WORDS, langue="en")
    for langue, mots in (("fr", WORDS), ("en", MOTS)):
        (seul,) = traductrice.get(LISTE, {"vers": langue, "edition": "abc"}).context["page"].object_list
        assert seul.texte == mots


def test_la_liste_ne_coute_pas_plus_avec_plus_de_paroles(
    traductrice: Client, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    for rang in range(6):
        un_temoignage_traduit(f"une chaise, la {rang}e")
    with django_assert_max_num_queries(24):  # type: ignore[operator] # the context manager of pytest-django
        traductrice.get(LISTE)


def test_traduire_puis_approuver_par_deux_personnes(traductrice: Client) -> None:
    temoignage = un_temoignage(MOTS)
    html = page(traductrice.get(ecran(temoignage)))
    assert f'lang="fr-CA">{MOTS}</p>' in html
    reponse = presser(traductrice, temoignage, "traduire", texte=WORDS)
    assert "Une autre personne peut l’approuver." in messages(reponse)
    assert 'value="approuver"' not in page(reponse)
    autre = connecter(quelqu_un())
    assert 'value="approuver"' in page(autre.get(ecran(temoignage)))
    assert "elle est sur le site" in messages(presser(autre, temoignage, "approuver"))
    assert Traduction.objects.get().est_approuvee


def test_un_passage_repere_se_garde_a_l_ecran(traductrice: Client) -> None:
    temoignage = un_temoignage(MOTS)
    texte = f"{WORDS} on Tuesdays"
    assert "Il reste 1 passage" in messages(presser(traductrice, temoignage, "traduire", texte=texte))
    vu = traductrice.get(ecran(temoignage))
    assert '<span lang="en-CA">«\u00a0Tuesdays\u00a0»</span>' in page(vu)
    reponse = presser(traductrice, temoignage, "traduire", texte=texte, **{"form-0-raison": "mot_courant"})
    assert "Une autre personne peut" in messages(reponse)
    assert "c’est un mot courant" in page(reponse)


def test_un_refus_garde_ce_qui_est_tape(traductrice: Client) -> None:
    temoignage = un_temoignage(MOTS)
    reponse = presser(traductrice, temoignage, "traduire", texte=WORDS, vue="autre")
    assert "Le texte a changé" in messages(reponse)
    assert reponse.context["formulaire"]["texte"].value() == WORDS
    reponse = presser(traductrice, temoignage, "traduire", texte="")
    assert "Vérifiez les champs en rouge." in messages(reponse)
    assert not Traduction.objects.exists()


def test_qui_a_ecrit_ne_voit_pas_le_bouton_et_le_forcer_est_refuse() -> None:
    temoignage, personne = un_temoignage(MOTS), quelqu_un(is_superuser=True)
    ecrire(temoignage, par=personne)
    client = connecter(personne)
    assert "une autre personne doit l’approuver" in page(client.get(ecran(temoignage)))
    assert "une autre personne doit l’approuver" in messages(presser(client, temoignage, "approuver"))
    assert not Traduction.objects.approuvees().exists()


def test_reprendre_et_supprimer(traductrice: Client) -> None:
    temoignage = un_temoignage_traduit()
    assert "n’est plus sur le site" in messages(presser(traductrice, temoignage, "reprendre"))
    assert "a changé d’état" in messages(presser(traductrice, temoignage, "reprendre"))
    approuver(Traduction.objects.get())
    assert "est supprimée" in messages(presser(traductrice, temoignage, "supprimer"))
    assert "a changé d’état" in messages(presser(traductrice, temoignage, "supprimer"))


def test_si_l_original_a_change_l_ecran_le_dit(traductrice: Client) -> None:
    temoignage = un_temoignage_traduit()
    Temoignage.objects.update(texte="une chaise")
    assert "L’original a changé depuis" in page(traductrice.get(ecran(temoignage)))


@pytest.mark.parametrize("langue", ["fr", "es", "xx"])
def test_une_langue_qui_n_en_est_pas_une_autre_repond_404(traductrice: Client, langue: str) -> None:
    assert traductrice.get(ecran(un_temoignage(MOTS), langue)).status_code == 404


def test_qui_ne_traduit_ni_n_approuve_n_entre_pas() -> None:
    temoignage, client = un_temoignage_traduit(), connecter(une_redactrice())
    for reponse in (client.get(LISTE), client.get(ecran(temoignage)), presser_sans_voir(client, temoignage)):
        assert reponse.status_code == 302
        assert reponse.headers["Location"] == reverse("wagtailadmin_home")
    assert Traduction.objects.get().est_approuvee


def presser_sans_voir(client: Client, temoignage: Temoignage) -> Reponse:
    """Send a gesture without opening the screen."""
    return client.post(ecran(temoignage), {"geste": "supprimer"})
