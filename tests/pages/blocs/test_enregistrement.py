import pytest
from django.test import Client

from medias.models import Enregistrement, EtatPiste, EtatPreparation, Langue
from pages.blocs import EnregistrementBlock, EnregistrementChooser
from pages.models import ContenuPage
from tests.fabriques.pages import ContenuPageFactory, corps
from tests.fabriques.pistes import un_enregistrement, une_piste

from .rendu import flux, rendre

pytestmark = pytest.mark.django_db


def bloc(enregistrement: Enregistrement, titre: str = "") -> tuple[str, dict[str, object]]:
    return ("enregistrement", {"enregistrement": enregistrement.pk, "titre": titre})


def test_une_video_a_ses_sous_titres_sa_transcription_et_son_fichier() -> None:
    enregistrement = un_enregistrement()
    une_piste(enregistrement)
    html = rendre(bloc(enregistrement))
    assert '<track kind="captions" srclang="fr" label="Français"' in html
    assert f'src="/media/pistes/{enregistrement.pk}-fr.vtt" default>' in html
    assert 'width="320" height="180"' in html
    assert 'aria-level="3">La porte</p>' in html
    assert f'href="{enregistrement.url}#t=1.5">0:01</a>' in html
    assert "Durée : 3\u00a0s" in html.replace("&nbsp;", " ").replace("Durée\u00a0:", "Durée :")
    assert " controls " in html


def test_un_son_n_a_pas_d_image_et_se_lit_quand_meme() -> None:
    enregistrement = un_enregistrement("audio")
    une_piste(enregistrement)
    html = rendre(bloc(enregistrement, "Sur le perron"))
    assert "<audio controls" in html
    assert "<track" not in html
    assert "Sur le perron</h2>" in html
    assert "La soupe mijote." in html


def test_une_autre_langue_donne_des_sous_titres_qui_ne_s_imposent_pas() -> None:
    enregistrement = un_enregistrement()
    une_piste(enregistrement, langue=Langue.ANGLAIS)
    une_piste(enregistrement)
    html = rendre(bloc(enregistrement))
    assert html.index('kind="captions" srclang="fr"') < html.index('kind="subtitles" srclang="en"')
    assert html.count(" default>") == 1
    assert 'class="transcription" lang="en"' in html


def test_un_brouillon_ne_se_montre_pas() -> None:
    enregistrement = un_enregistrement()
    une_piste(enregistrement, etat=EtatPiste.BROUILLON)
    html = rendre(bloc(enregistrement))
    assert "La soupe mijote." not in html
    assert "La transcription n’est pas encore prête." in html


def test_l_audiodescription_ou_pourquoi_il_n_y_en_a_pas() -> None:
    decrite = un_enregistrement(title="Décrite")
    sans = un_enregistrement(sans_audiodescription="Tout est dit par les voix.")
    assert f'href="{decrite.url}">Voir la version avec audiodescription' in rendre(
        bloc(un_enregistrement(audiodescription=decrite))
    )
    assert "Tout est dit par les voix." in rendre(bloc(sans))


def test_ce_qui_n_est_pas_pret_ou_a_ete_efface_ne_montre_rien() -> None:
    enregistrement = un_enregistrement(etat=EtatPreparation.ATTEND)
    assert "lecteur" not in rendre(bloc(enregistrement))
    enregistrement.delete()
    assert "lecteur" not in rendre(bloc(enregistrement))


def test_les_mots_ne_deviennent_pas_des_balises() -> None:
    enregistrement = un_enregistrement(title="<b>Gras</b>")
    mots = "<v A&lt;b&gt;>&lt;script&gt;alert(1)&lt;/script&gt;"
    une_piste(enregistrement, f"WEBVTT\n\n00:00.000 --> 00:01.000\n{mots}\n")
    html = rendre(bloc(enregistrement))
    assert "<script>" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_le_texte_de_la_page_dit_la_transcription(client: Client) -> None:
    enregistrement = un_enregistrement()
    une_piste(enregistrement)
    page = ContenuPageFactory.create(corps=corps(bloc(enregistrement)))
    texte = client.get(f"{page.url}texte/").content.decode()
    assert "Une voisine : Bonjour, entrez donc." in texte
    assert "Vidéo de 3 s." in texte


def test_la_recherche_garde_le_titre_et_jamais_ce_qui_est_dit() -> None:
    # An index outlives a withdrawal: it may hold the words of the page, not those of the people in the recording.
    enregistrement = un_enregistrement()
    une_piste(enregistrement)
    (valeur,) = flux(bloc(enregistrement, "Sur le perron"))
    assert EnregistrementBlock().get_searchable_content(valeur.value) == ["Sur le perron"]


def test_la_comparaison_de_deux_versions_dit_le_titre() -> None:
    choix = EnregistrementChooser()
    assert (choix.render_basic(un_enregistrement()), choix.render_basic(None)) == ("La porte rouge", "")


def test_l_apercu_montre_le_dernier_enregistrement_pret() -> None:
    assert EnregistrementBlock().get_preview_value()["enregistrement"] is None
    pret = un_enregistrement()
    un_enregistrement(etat=EtatPreparation.ECHEC)
    assert EnregistrementBlock().get_preview_value()["enregistrement"] == pret


def test_une_page_charge_la_feuille_du_lecteur() -> None:
    page: ContenuPage = ContenuPageFactory.create(corps=corps(bloc(un_enregistrement())))
    assert page.feuilles == ["css/blocs/enregistrement.css"]
