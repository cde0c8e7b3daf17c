"""Who writes captions, what is refused, what stays typed, and who vouches for them."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from medias.models import EtatPiste, Langue, Piste
from reseau.models import Compte
from site_campagne.roles import ADMINISTRATION, APPROBATION, MODERATION, REDACTION, TRADUCTION
from tests.fabriques.pistes import VTT, octets_de, un_enregistrement, une_piste
from tests.fabriques.roles import une_personne_de, une_redactrice

pytestmark = pytest.mark.django_db
RELIRE = {"action-relire": "1"}
CHEVAUCHE = VTT.replace("00:01.500 -->", "00:01.000 -->")


@pytest.fixture
def redactrice(client: Client) -> Compte:
    """Someone who writes, signed in."""
    compte = une_redactrice()
    client.force_login(compte)
    return compte


def envoyer(client: Client, piste: Piste, vtt: str = VTT, **champs: Any) -> Any:
    return client.post(reverse("pistes:edit", args=[piste.pk]), {"vtt": vtt, **champs})


def fichier(octets: bytes, nom: str = "mots.vtt") -> SimpleUploadedFile:
    return SimpleUploadedFile(nom, octets, "text/vtt")


def test_on_donne_des_mots_a_un_enregistrement(client: Client, redactrice: Compte) -> None:
    enregistrement = un_enregistrement()
    adresse = f"{reverse('pistes:add')}?enregistrement={enregistrement.pk}"
    assert enregistrement.title in client.get(adresse).content.decode()
    reponse = client.post(adresse, {"enregistrement": enregistrement.pk, "langue": Langue.FRANCAIS, "vtt": VTT})
    piste = Piste.objects.get()
    assert reponse["Location"] == reverse("pistes:edit", args=[piste.pk])
    assert (piste.est_relue, [r.voix for r in piste.repliques]) == (False, ["Une voisine", "Un voisin"])


def test_une_langue_n_a_qu_une_piste(client: Client, redactrice: Compte) -> None:
    piste = une_piste(un_enregistrement())
    saisie = {"enregistrement": piste.enregistrement_id, "langue": piste.langue, "vtt": VTT}
    form = client.post(reverse("pistes:add"), saisie).context["form"]
    assert list(form.errors) == ["langue"]
    assert "déjà ses mots" in str(form.errors["langue"])
    assert Piste.objects.count() == 1


def test_la_transcription_se_lit_a_cote_du_texte(client: Client, redactrice: Compte) -> None:
    piste = une_piste(un_enregistrement(), etat=EtatPiste.BROUILLON)
    html = client.get(reverse("pistes:edit", args=[piste.pk])).content.decode()
    assert 'role="heading" aria-level="3">La porte</p>' in html
    assert "Brouillon" in html
    assert "Un nom de personne" in html


def test_relire_dit_qui_et_quand_et_changer_un_mot_remet_en_brouillon(client: Client, redactrice: Compte) -> None:
    piste = une_piste(un_enregistrement(), etat=EtatPiste.BROUILLON)
    envoyer(client, piste, **RELIRE)
    relue = Piste.objects.get()
    assert (relue.est_relue, relue.relue_par) == (True, redactrice)
    assert relue.relue_le is not None
    envoyer(client, piste, VTT.replace("\n", "\r\n"))
    assert Piste.objects.get().est_relue
    envoyer(client, piste, VTT.replace("mijote", "refroidit"))
    changee = Piste.objects.get()
    assert (changee.est_relue, changee.relue_par, changee.relue_le) == (False, None, None)


def test_une_traduction_ne_se_relit_pas_par_qui_l_a_ecrite(client: Client, redactrice: Compte) -> None:
    enregistrement = un_enregistrement()
    saisie = {"enregistrement": enregistrement.pk, "langue": Langue.ANGLAIS, "vtt": VTT, **RELIRE}
    client.post(reverse("pistes:add"), saisie)
    piste = Piste.objects.get()
    assert not piste.est_relue
    reponse = client.post(reverse("pistes:edit", args=[piste.pk]), {"vtt": VTT, **RELIRE}, follow=True)
    assert not Piste.objects.get().est_relue
    assert reponse.content.decode().count("une autre personne doit la relire") == 3  # two messages, and by the button

    client.force_login(une_redactrice())
    assert "une autre personne doit" not in client.get(reverse("pistes:edit", args=[piste.pk])).content.decode()
    envoyer(client, piste, VTT.replace("mijote", "refroidit"), **RELIRE)
    assert not Piste.objects.get().est_relue  # now hers
    client.force_login(redactrice)
    envoyer(client, piste, Piste.objects.get().vtt.replace("\n", "\r\n"), **RELIRE)
    relue = Piste.objects.get()
    assert (relue.est_relue, relue.relue_par) == (True, redactrice)


def test_relire_une_traduction_ne_fait_pas_de_qui_la_relit_son_auteur(client: Client, redactrice: Compte) -> None:
    piste = une_piste(un_enregistrement(), etat=EtatPiste.BROUILLON, langue=Langue.ANGLAIS)
    envoyer(client, piste, VTT.replace("mijote", "refroidit"))
    relectrice = une_redactrice()
    client.force_login(relectrice)
    for _fois in range(2):  # as a browser sends it
        envoyer(client, piste, Piste.objects.get().vtt.replace("\n", "\r\n"), **RELIRE)
        assert Piste.objects.get().relue_par == relectrice
    assert Piste.objects.get().se_relit_par(relectrice)
    assert not Piste.objects.get().se_relit_par(redactrice)


def test_les_mots_dans_leur_langue_se_relisent_par_qui_les_a_ecrits(client: Client, redactrice: Compte) -> None:
    enregistrement = un_enregistrement(langue=Langue.ANGLAIS)
    saisie = {"enregistrement": enregistrement.pk, "langue": Langue.ANGLAIS, "vtt": VTT, **RELIRE}
    client.post(reverse("pistes:add"), saisie)
    assert Piste.objects.get().est_relue


def test_un_nouveau_fichier_remet_les_mots_en_brouillon(client: Client, redactrice: Compte) -> None:
    piste = une_piste(un_enregistrement("audio", octets_de("audio")), relue_par=redactrice)
    enregistrement = piste.enregistrement
    saisie = {"title": "Le perron", "langue": "fr", "licence": "reserves", "personnes": "aucune", "tags": ""}
    saisie["collection"] = str(enregistrement.collection_id)
    adresse = reverse("wagtailmedia:edit", args=[enregistrement.pk])
    assert client.post(adresse, saisie).status_code == 302
    assert Piste.objects.get().est_relue
    son = SimpleUploadedFile("autre.mp3", octets_de("audio"), "audio/mpeg")
    assert client.post(adresse, {**saisie, "file": son}).status_code == 302
    assert not Piste.objects.get().est_relue


@pytest.mark.parametrize(
    ("vtt", "message"),
    [
        (CHEVAUCHE, "Réplique 2 (00:01.000)"),
        (VTT.replace("mijote", "<script>alert(1)</script>"), "&lt;script&gt;"),
        (VTT.replace("00:03.000", "00:09.000"), "dépasse la fin de l’enregistrement"),
        (VTT.replace("WEBVTT", "Bonjour"), "La première ligne doit être"),
        ("", "aucune réplique"),
    ],
)
def test_un_texte_fautif_revient_tel_que_tape(client: Client, redactrice: Compte, vtt: str, message: str) -> None:
    piste = une_piste(un_enregistrement())
    reponse = envoyer(client, piste, vtt, **RELIRE)
    form = reponse.context["form"]
    assert message in str(form.errors["vtt"])
    assert form["vtt"].value() == vtt
    assert "<script>alert" not in reponse.content.decode()
    piste.refresh_from_db()
    assert piste.vtt == VTT


def test_un_texte_tres_fautif_ne_fait_pas_une_liste_sans_fin(client: Client, redactrice: Compte) -> None:
    fautes = "".join(f"00:{rang:02}.000 --> 00:{rang:02}.000\nUn mot.\n\n" for rang in range(20))
    reponse = envoyer(client, une_piste(un_enregistrement(duration=60)), f"WEBVTT\n\n{fautes}")
    dites = reponse.context["form"].errors["vtt"]
    assert (len(dites), dites[-1]) == (13, "Et 8 autres.")


def test_un_fichier_srt_remplace_le_texte(client: Client, redactrice: Compte) -> None:
    piste = une_piste(un_enregistrement())
    srt = "1\n00:00:00,500 --> 00:00:02,000\nDu thé?\n".encode()
    assert envoyer(client, piste, fichier=fichier(srt, "mots.srt")).status_code == 302
    piste.refresh_from_db()
    assert [r.texte for r in piste.repliques] == ["Du thé?"]
    assert not piste.est_relue


def test_un_fichier_fautif_se_corrige_sur_place(client: Client, redactrice: Compte) -> None:
    form = envoyer(client, une_piste(un_enregistrement()), fichier=fichier(CHEVAUCHE.encode())).context["form"]
    assert "Réplique 2" in str(form.errors["vtt"])
    assert form["vtt"].value() == CHEVAUCHE


@pytest.mark.parametrize(
    ("octets", "message"),
    [
        (VTT.encode("utf-16"), "UTF-8"),
        (VTT.replace("Bonjour", "Voilà").encode("cp1252"), "UTF-8"),
        (b"x" * 2_000_001, "2 Mo"),
        (b"", "vide"),
    ],
)
def test_un_fichier_illisible_est_refuse_sans_toucher_au_texte(
    client: Client, redactrice: Compte, octets: bytes, message: str
) -> None:
    piste = une_piste(un_enregistrement())
    form = envoyer(client, piste, "WEBVTT mon essai", fichier=fichier(octets)).context["form"]
    assert message in str(form.errors["fichier"])
    assert form["vtt"].value() == "WEBVTT mon essai"
    piste.refresh_from_db()
    assert piste.vtt == VTT


def test_ce_qui_se_lit_mal_est_dit_a_cote(client: Client, redactrice: Compte) -> None:
    piste = une_piste(un_enregistrement(), VTT.replace("Bonjour, entrez donc.", "Bonjour, " + "entrez donc, " * 5))
    reponse = client.get(reverse("pistes:edit", args=[piste.pk]))
    assert "dépasse 42 caractères" in reponse.content.decode()


def test_la_liste_dit_l_etat_par_enregistrement(client: Client, redactrice: Compte) -> None:
    une_piste(un_enregistrement())
    autre = une_piste(un_enregistrement(title="Le perron"), etat=EtatPiste.BROUILLON, langue=Langue.ANGLAIS)
    html = client.get(reverse("pistes:index"), {"enregistrement": autre.enregistrement_id}).content.decode()
    for mot in ("Le perron", "anglais", "brouillon"):
        assert mot in html
    assert reverse("pistes:edit", args=[autre.pk]) in html
    assert "La porte rouge</a>" not in html


def test_l_enregistrement_mene_a_ses_mots(client: Client, redactrice: Compte) -> None:
    piste = une_piste(un_enregistrement(), etat=EtatPiste.BROUILLON)
    html = client.get(reverse("wagtailmedia:edit", args=[piste.enregistrement_id])).content.decode()
    assert f'<a href="{reverse("pistes:edit", args=[piste.pk])}">Français</a>' in html
    assert "(brouillon)" in html
    assert f'href="{reverse("pistes:add")}?enregistrement={piste.enregistrement_id}"' in html


@pytest.mark.parametrize(
    ("role", "peut"),
    [(REDACTION, True), (TRADUCTION, True), (APPROBATION, False), (MODERATION, False), (ADMINISTRATION, False)],
)
def test_qui_ecrit_et_relit(client: Client, role: str, peut: bool) -> None:
    piste = une_piste(un_enregistrement(), etat=EtatPiste.BROUILLON)
    client.force_login(une_personne_de(role))
    envoyer(client, piste, **RELIRE)
    piste.refresh_from_db()
    assert piste.est_relue is peut
