"""`/espace/equipe/`, the link of an invitation, and what happens to whoever loses their access while typing."""

import html

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from reseau.equipe import inviter
from reseau.etats import EtatInvitation
from reseau.invitations import lien_de
from reseau.models import Compte, Invitation, Ressource
from site_campagne.roles import MODERATION, REDACTION
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.roles import une_personne_de

from ..test_equipe import ADRESSE, expirer
from .connexion import Reponse, entrer

pytestmark = pytest.mark.django_db
EQUIPE = "/espace/equipe/"


@pytest.fixture
def ressource() -> Ressource:
    return RessourceFactory.create(nom="Le Tisonnier")


@pytest.fixture
def odile(ressource: Ressource) -> Compte:
    compte = CompteFactory.create(first_name="Odile", email="odile@exemple.org")
    ressource.contacts.add(compte)
    return compte


@pytest.fixture
def chez_odile(odile: Compte) -> Client:
    client = Client()
    client.force_login(odile)
    return client


@pytest.fixture
def invitation(ressource: Ressource, odile: Compte) -> Invitation:
    return inviter(ressource=ressource, adresse=ADRESSE, par=odile)


def page(reponse: Reponse) -> str:
    return html.unescape(reponse.content.decode())


def adresse_du(invitation: Invitation) -> str:
    return reverse("espace_invitation", args=[lien_de(invitation)])


def test_l_equipe_se_voit_sans_les_courriels(chez_odile: Client, ressource: Ressource, odile: Compte) -> None:
    ressource.contacts.add(CompteFactory.create(email="sans.nom@exemple.org"))
    inviter(ressource=ressource, adresse=ADRESSE, par=odile)
    source = page(chez_odile.get(EQUIPE))
    attendus = ("Odile", "s…@exemple.org", "n…@exemple.org", "pas encore partie")
    assert [mot for mot in attendus if mot not in source] == []
    assert [mot for mot in ("sans.nom@", ADRESSE) if mot in source] == []


def test_inviter_renvoyer_annuler(chez_odile: Client, django_capture_on_commit_callbacks: object) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # pytest-django's fixture
        assert chez_odile.post(EQUIPE, {"geste": "inviter", "adresse": ADRESSE}).status_code == 302
    assert "L’invitation part à n…@exemple.org" in page(chez_odile.get(EQUIPE))
    invitation = Invitation.objects.get()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # idem
        chez_odile.post(EQUIPE, {"geste": f"renvoyer:{invitation.pk}"})
    assert [message.to for message in mail.outbox] == [[ADRESSE], [ADRESSE]]
    chez_odile.post(EQUIPE, {"geste": f"annuler:{invitation.pk}"})
    invitation.refresh_from_db()
    assert (invitation.etat, invitation.adresse) == (EtatInvitation.ANNULEE, "")


@pytest.mark.parametrize("saisie", ["", "nadia", "a" * 300 + "@exemple.org", "\x00", "odile@exemple.org"])
def test_une_adresse_refusee_est_redemandee(chez_odile: Client, saisie: str) -> None:
    reponse = chez_odile.post(EQUIPE, {"geste": "inviter", "adresse": saisie})
    assert reponse.status_code == 400
    assert 'class="sommaire-erreurs"' in page(reponse)
    assert not Invitation.objects.exists()


def test_une_autre_ressource_ne_touche_a_rien(invitation: Invitation, ressource: Ressource, odile: Compte) -> None:
    client, autre = Client(), CompteFactory.create()
    RessourceFactory.create().contacts.add(autre)
    client.force_login(autre)
    for geste in ("renvoyer", "annuler"):
        assert client.post(EQUIPE, {"geste": f"{geste}:{invitation.pk}"}).status_code == 404
    client.post(f"{EQUIPE}?ressource={ressource.pk}", {"geste": f"retirer:{odile.pk}"})
    assert "Tisonnier" not in page(client.get(f"{EQUIPE}?ressource={ressource.pk}"))
    assert "Odile" not in page(client.get(f"{EQUIPE}?retirer={odile.pk}"))
    assert ressource.a_pour_contact(odile)
    invitation.refresh_from_db()
    assert invitation.est_ouverte


def test_ce_qui_est_commence_pour_une_ressource_quittee_n_est_pas_fait_pour_une_autre(
    chez_odile: Client, ressource: Ressource, odile: Compte
) -> None:
    quittee = RessourceFactory.create(nom="Le Phare")
    reponse = chez_odile.post(f"{EQUIPE}?ressource={quittee.pk}", {"geste": "inviter", "adresse": ADRESSE})
    assert reponse.status_code == 403
    assert ADRESSE in page(reponse)
    chez_odile.post(f"{EQUIPE}?ressource={quittee.pk}", {"geste": f"retirer:{odile.pk}"})
    assert ressource.a_pour_contact(odile)
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("geste", ["", "x", "retirer", "retirer:", "retirer:999", "retirer:-1", "annuler:²", "x:1"])
def test_un_geste_inconnu_ne_fait_rien(chez_odile: Client, ressource: Ressource, geste: str) -> None:
    assert chez_odile.post(EQUIPE, {"geste": geste}).status_code in {302, 404}
    assert ressource.contacts.count() == 1


def test_ouvrir_le_lien_ne_change_rien(client: Client, invitation: Invitation) -> None:
    comptes = Compte.objects.count()
    for methode in (client.get, client.head, client.get):
        reponse = methode(adresse_du(invitation))
        assert reponse.status_code == 200
        assert "no-store" in reponse["Cache-Control"]
    assert Compte.objects.count() == comptes
    invitation.refresh_from_db()
    assert invitation.est_ouverte
    source = page(client.get(adresse_du(invitation)))
    assert "Rejoindre « Le Tisonnier »" in source
    assert [mot for mot in ("Odile", ADRESSE) if mot in source] == []


def test_le_bouton_fait_entrer_une_seule_fois(client: Client, invitation: Invitation) -> None:
    adresse = adresse_du(invitation)
    assert client.post(adresse, {"prenom": "Nadia"})["Location"] == "/espace/"
    assert "Bonjour, Nadia." in page(client.get("/espace/"))
    assert client.post(adresse)["Location"] == "/espace/"  # a second click
    reponse = Client().get(adresse)
    assert (reponse.status_code, "a déjà servi" in page(reponse)) == (410, True)
    assert Client().post(adresse).status_code == 410
    mail.outbox.clear()
    entrer(Client(), Compte.objects.get(email=ADRESSE))  # and by a code, from then on


@pytest.mark.parametrize(("fin", "mots"), [("annuler", "a été annulée"), ("expirer", "a expiré"), ("", "incomplet")])
def test_un_lien_mort_dit_comment_en_avoir_un_autre(
    fin: str, mots: str, client: Client, chez_odile: Client, invitation: Invitation
) -> None:
    adresse = adresse_du(invitation) if fin else "/espace/invitation/1.abc.def/"
    if fin == "annuler":
        chez_odile.post(EQUIPE, {"geste": f"annuler:{invitation.pk}"})
    if fin == "expirer":
        expirer(invitation)
    for reponse in (client.get(adresse), client.post(adresse)):
        assert reponse.status_code == 410
        assert mots in page(reponse)
        assert "Inviter une personne" in page(reponse)
        assert "Tisonnier" not in page(reponse)


def test_un_lien_n_ouvre_jamais_l_administration(client: Client, invitation: Invitation) -> None:
    equipe = une_personne_de(REDACTION, email=ADRESSE)
    assert "Entrez d’abord dans l’administration" in page(client.get(adresse_du(invitation)))
    client.post(adresse_du(invitation))
    assert "_auth_user_id" not in client.session
    client.force_login(equipe)
    assert client.post(adresse_du(invitation))["Location"] == "/espace/"
    assert invitation.ressource.a_pour_contact(equipe)


def test_entrer_par_un_lien_ferme_l_autre_session(chez_odile: Client, invitation: Invitation) -> None:
    assert "Une autre session est ouverte" in page(chez_odile.get(adresse_du(invitation)))
    chez_odile.post(adresse_du(invitation))
    assert chez_odile.session["_auth_user_id"] == str(Compte.objects.get(email=ADRESSE).pk)


def test_quitter_ou_retirer_demande_de_confirmer(chez_odile: Client, ressource: Ressource, odile: Compte) -> None:
    nadia = CompteFactory.create(first_name="Nadia")
    ressource.contacts.add(nadia)
    assert "Retirer l’accès de Nadia?" in page(chez_odile.get(f"{EQUIPE}?retirer={nadia.pk}"))
    assert ressource.a_pour_contact(nadia)
    chez_odile.post(EQUIPE, {"geste": f"retirer:{nadia.pk}"})
    assert not ressource.a_pour_contact(nadia)
    chez_odile.post(EQUIPE, {"geste": f"retirer:{odile.pk}"})
    assert "dernière personne" in page(chez_odile.get(EQUIPE))


def test_un_acces_retire_l_est_a_la_requete_suivante_et_la_session_se_ferme(
    chez_odile: Client, ressource: Ressource, odile: Compte
) -> None:
    ressource.contacts.remove(odile)
    reponse = chez_odile.get("/espace/")
    assert (reponse.status_code, "rattaché à aucune ressource" in page(reponse)) == (403, True)
    assert "_auth_user_id" not in chez_odile.session


@pytest.mark.parametrize("comment", ["detachee", "session fermee", "compte ferme", "compte supprime"])
def test_ce_qu_on_tapait_est_rendu_et_n_est_garde_nulle_part(
    chez_odile: Client, ressource: Ressource, odile: Compte, comment: str
) -> None:
    if comment == "detachee":
        ressource.contacts.remove(odile)
    elif comment == "session fermee":
        odile.fermer_les_sessions()
    elif comment == "compte ferme":
        Compte.objects.filter(pk=odile.pk).update(is_active=False)
    else:
        odile.delete()
    texte = "Portes ouvertes\n<script>alert(1)</script> & café"
    reponse = chez_odile.post("/espace/paroles/nouveau/", {"collage": texte, "csrfmiddlewaretoken": "x", "vide": " "})
    assert reponse.status_code == 403
    assert "no-store" in reponse["Cache-Control"]
    assert texte in page(reponse)
    assert "<script>alert" not in reponse.content.decode()
    assert "csrfmiddlewaretoken</dt>" not in page(reponse)
    assert "collage" not in str(dict(chez_odile.session))


@pytest.mark.parametrize(("role", "entre"), [(MODERATION, True), (REDACTION, False)])
def test_l_administration_invite_depuis_la_fiche(role: str, entre: bool, ressource: Ressource, odile: Compte) -> None:
    client = Client()
    client.force_login(une_personne_de(role))
    adresse = reverse("equipe_de_la_ressource", args=[ressource.pk])
    assert (client.get(adresse).status_code == 200) is entre
    client.post(adresse, {"geste": "inviter", "adresse": ADRESSE})
    assert Invitation.objects.exists() is entre
    client.post(adresse, {"geste": f"retirer:{odile.pk}"})
    assert ressource.a_pour_contact(odile) is not entre
    if entre:
        assert client.post(adresse, {"geste": "inviter", "adresse": "x"}).status_code == 400
        assert ADRESSE in page(client.get(adresse))
