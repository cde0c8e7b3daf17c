from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pages.comparaison import Sort
from pages.models import PlateformePage, RevendicationPage
from pages.publication.regles.references import CLOTURE, DOUTEUSES, NOTES
from pages.publication.sortie import Chiffre, Liste, Titre, mots
from tests.fabriques.documents import (
    PlateformePageFactory,
    RevendicationPageFactory,
    chiffre,
    un_etat,
    un_moyen,
    une_reference,
    une_valeur,
)
from tests.fabriques.pages import corps, enregistrer, publier, un_temoignage_publie

pytestmark = pytest.mark.django_db


def texte(html: str) -> tuple[str, str]:
    return ("texte", f"<p>{html}</p>")


def dits(page: Any) -> list[str]:
    return [constat.message for constat in CLOTURE.chercher(page)]


def test_les_revendications_et_leurs_moyens_se_numerotent_par_leur_place(client: Client) -> None:
    plateforme = PlateformePageFactory.create()
    RevendicationPageFactory.create(title="Une", moyens=corps(un_moyen("a")))
    RevendicationPageFactory.create(title="Cachée", live=False)
    deux = RevendicationPageFactory.create(title="Deux", slug="deux", moyens=corps(un_moyen("b"), un_moyen("c")))
    longue = client.get(plateforme.url).content.decode()
    for numero in ("1.1", "2.1", "2.2"):
        assert f'<span class="masque">Moyen </span>{numero}</p>' in longue
    assert "Cachée" not in longue
    assert 'id="revendication-deux"' in longue
    assert deux.numero == 2
    assert '<span class="masque">Revendication </span>2</p>' in client.get(deux.url).content.decode()


def test_l_ancre_d_un_moyen_ne_bouge_pas_avec_sa_place() -> None:
    page = RevendicationPageFactory.create(moyens=corps(un_moyen("a"), un_moyen("b")))
    enregistrer(page)
    page = type(page).objects.get(pk=page.pk)
    avant = {moyen.bloc.value["texte"].source: moyen.ancre for moyen in page.moyens_numerotes}
    enregistrer(page, moyens=[page.moyens.raw_data[1], page.moyens.raw_data[0]])
    page = type(page).objects.get(pk=page.pk)
    assert {moyen.bloc.value["texte"].source: moyen.ancre for moyen in page.moyens_numerotes} == avant
    assert [moyen.bloc.value["texte"].source for moyen in page.moyens_numerotes] == ["<p>b</p>", "<p>a</p>"]


@pytest.mark.parametrize(("chemin", "statut"), [("1/", 200), ("2/", 404), ("0/", 404), ("99/", 404), ("une/", 200)])
def test_une_revendication_repond_a_son_numero(client: Client, chemin: str, statut: int) -> None:
    RevendicationPageFactory.create(title="Une", slug="une")
    assert client.get(f"/plateforme/{chemin}").status_code == statut


def test_une_citation_mene_a_la_bibliographie_et_en_revient(client: Client) -> None:
    page = PlateformePageFactory.create(
        bibliographie=corps(une_reference()), introduction="<p>Oui (Ardouin, 2019).</p>"
    )
    RevendicationPageFactory.create(corps=corps(texte("Encore[note : (Ardouin, 2019, p. 4)] là.")))
    html = client.get(page.url).content.decode()
    assert 'href="#ref-ardouin-2019" id="ref-ardouin-2019-1">Ardouin, 2019</a>' in html
    assert '<li id="ref-ardouin-2019">' in html
    assert 'href="#ref-ardouin-2019-2">passage 2</a>' in html
    assert '<li id="note-1" value="1">' in html


def test_une_revendication_seule_ne_donne_que_ses_references(client: Client) -> None:
    PlateformePageFactory.create(bibliographie=corps(une_reference(), une_reference("Zed, A", "2001", titre="Autre")))
    page = RevendicationPageFactory.create(corps=corps(texte("Oui (Ardouin, 2019).")))
    html = client.get(page.url).content.decode()
    assert 'id="ref-ardouin-2019"' in html
    assert "ref-zed-2001" not in html


def test_chaque_citation_a_son_entree_et_chaque_entree_est_citee() -> None:
    page = PlateformePageFactory.create(
        introduction="<p>(Zed, 2001) et (Ardouin, 2019)</p>",
        bibliographie=corps(une_reference(), une_reference("Cyr, Jo", "2011"), une_reference("Dubé, Lou", "1999")),
    )
    RevendicationPageFactory.create(corps=corps(texte("(Cyr, 2011) (Wu, 2003)")), live=False)
    assert dits(page) == [
        "« (Zed, 2001) » n’a pas d’entrée dans la bibliographie.",
        "« Dubé, 1999 » est dans la bibliographie, et rien ne la cite.",
    ]
    revendication = RevendicationPage.objects.get()
    assert dits(revendication) == ["« (Wu, 2003) » n’a pas d’entrée dans la bibliographie."]


def test_on_n_enleve_pas_l_entree_qu_une_revendication_publiee_cite() -> None:
    page = PlateformePageFactory.create(title="Place", bibliographie=corps(une_reference()))
    RevendicationPageFactory.create(title="Une", corps=corps(texte("(Ardouin, 2019)")))
    assert dits(page) == []
    page.bibliographie = []
    assert dits(page) == ["« Une », publiée, cite (Ardouin, 2019), qui n’est plus dans la bibliographie."]


def test_une_entree_citee_chez_une_autre_et_un_double_sont_vus() -> None:
    page = PlateformePageFactory.create(
        introduction="<p>(Zed, 2001)</p>",
        bibliographie=corps(
            une_reference("Zed, A", "2001", cite_dans="Ardouin, 2019, p. 3"), une_reference(), une_reference()
        ),
    )
    assert dits(page) == ["Deux entrées se citent « Ardouin, 2019 » : ajoutez une lettre à l’année (2011a, 2011b)."]


def test_ce_qui_ressemble_a_une_citation_est_un_conseil_et_une_note_ouverte_un_refus() -> None:
    page = PlateformePageFactory.create(introduction="<p>Montréal (2019)[note : oups</p>")
    assert dits(page) == []
    assert len(list(DOUTEUSES.chercher(page))) == 1
    assert len(list(NOTES.chercher(page))) == 1


def test_le_dernier_etat_d_un_moyen_est_date_et_source(client: Client) -> None:
    etats = (un_etat("promis", "2026-02-03"), un_etat("obtenu", "2027-03-01", precision="Enfin."))
    page = RevendicationPageFactory.create(moyens=corps(un_moyen("a", *etats)))
    html = client.get(page.url).content.decode()
    assert html.index("Où en est-on\u00a0: obtenu") < html.index("Les états d’avant") < html.index("<strong>Promis")
    assert "le 1er\u00a0mars 2027. Enfin. Source\u00a0: Séance publique" in html


def test_deux_annees_se_comparent(client: Client) -> None:
    avant = PlateformePageFactory.create(
        annee=2026, slug="plateforme-2026", introduction="<p>On ajoute une chaise.</p>"
    )
    apres = PlateformePageFactory.create(introduction="<p>On ajoute deux chaises.</p>")
    RevendicationPageFactory.create(parent=avant, title="Partie", slug="partie")
    RevendicationPageFactory.create(parent=apres, title="Neuve", slug="neuve")
    html = client.get(f"{apres.url}?comparer=2026").content.decode()
    assert '<del><span class="masque">[retiré\u00a0: </span>une chaise.' in html
    assert '<ins><span class="masque">[ajouté\u00a0: </span>deux chaises.' in html
    assert "&lt;p&gt;" not in html
    assert "Nouvelle partie" in html
    assert "Partie retirée" in html
    assert '<a href="?comparer=2026">2026</a>' in client.get(apres.url).content.decode()


def test_une_revendication_renommee_apres_copie_se_compare_a_elle_meme(client: Client) -> None:
    avant = PlateformePageFactory.create(annee=2026, slug="plateforme-2026")
    RevendicationPageFactory.create(parent=avant, title="Un toit", slug="toit", resume="On garde une chaise pour toi.")
    copie: Any = avant.copy(recursive=True, keep_live=False, update_attrs={"slug": "plateforme", "annee": 2027})
    neuve = RevendicationPage.objects.child_of(copie).get().get_latest_revision_as_object()
    neuve.title, neuve.slug, neuve.resume = "Une clé", "cle", "On garde deux chaises pour toi."
    publier(copie.get_latest_revision_as_object())
    assert publier(neuve).lignee == RevendicationPage.objects.child_of(avant).get().lignee
    (renommee,) = PlateformePage.objects.get(annee=2027).comparaisons(2026)
    assert (renommee.titre, renommee.sort) == ("Une clé", Sort.GARDE)
    assert not renommee.est_pareille


def test_deux_revendications_n_ont_jamais_la_meme_lignee_et_une_vieille_version_garde_la_sienne() -> None:
    une, autre = RevendicationPageFactory.create(), RevendicationPageFactory.create()
    assert une.lignee != autre.lignee
    revision = une.save_revision()
    del revision.content["lignee"]
    revision.save()
    assert une.get_latest_revision_as_object().lignee == une.lignee


@pytest.mark.parametrize("annee", ["2025", "abc", "2027", "99999"])
def test_une_annee_sans_plateforme_ne_se_compare_pas(client: Client, annee: str) -> None:
    page = PlateformePageFactory.create()
    PlateformePageFactory.create(annee=2025, slug="plateforme-2025", live=False)
    assert client.get(f"{page.url}?comparer={annee}").status_code == 404


def test_une_plateforme_de_dix_revendications_tient_en_25_requetes(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    comptes = []
    page = PlateformePageFactory.create(bibliographie=corps(une_reference()), chiffres=corps(chiffre(une_valeur())))
    for nombre in (2, 8):
        for rang in range(nombre):
            citation = ("citation", {"temoignage": un_temoignage_publie().pk})
            mots = texte(f"Mot (Ardouin, 2019)[note : {rang}]")
            RevendicationPageFactory.create(
                corps=corps(mots, citation, chiffre(une_valeur())), moyens=corps(*[un_moyen()] * 30)
            )
        client.get(page.url)
        with django_assert_max_num_queries(25) as requetes:
            html = client.get(page.url).content.decode()
        comptes.append(len(requetes))
    assert html.count("du monde qui écoute") + html.count("une chaise qui m’attend") >= 10
    assert html.count('class="bloc-moyen__numero"') == 300
    assert comptes[0] == comptes[1]


def test_une_seule_plateforme_publique_par_annee() -> None:
    page = PlateformePageFactory.create()
    jumelle = PlateformePage(title="Jumelle", annee=2027, path=page.path[:-1] + "9", depth=page.depth, slug="jumelle")
    with pytest.raises(Exception, match="existe déjà"):
        jumelle.full_clean()


def test_le_plan_de_sortie_dit_tout_dans_l_ordre() -> None:
    page = PlateformePageFactory.create(
        chapeau="Ensemble.",
        bibliographie=corps(une_reference()),
        introduction="<p>Oui[note : (Ardouin, 2019, p. 4)].</p>",
        chiffres=corps(chiffre(une_valeur())),
    )
    RevendicationPageFactory.create(title="Une", moyens=corps(un_moyen("a")))
    document = PlateformePage.objects.get(pk=page.pk).plan_de_sortie()
    assert [titre.texte for titre in document.titres] == ["Une", "Moyens", "Bibliographie"]
    assert mots(document.blocs[0].contenu) == "Oui."  # type: ignore[union-attr]
    assert document.notes[0].numero == 1
    assert next(b for b in document.blocs if isinstance(b, Chiffre)).valeur == "20\u00a0000"
    moyens = next(b for b in document.blocs if isinstance(b, Liste))
    assert moyens.elements[0].marque == "1.1"
    assert isinstance(document.blocs[-2], Titre)
    assert document.adresse.endswith("/plateforme/")
