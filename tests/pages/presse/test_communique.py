"""What readers get of a release: the page, the text for the wire, its regional versions."""

import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from pages.etats import Diffusion, GenreCommunique
from pages.models import CommuniquePage, ContactPresse, LienPartage, PorteParole, VarianteRegionale
from pages.publication.errata import rectifier
from pages.publication.partage.modeles import empreinte_de
from tests.fabriques.pages import corps, publier
from tests.fabriques.presse import PROPOS, chiffre, citation, un_communique, une_autorisation
from tests.fabriques.roles import une_redactrice

pytestmark = pytest.mark.django_db
ETALON = Path(__file__).parent / "communique_complet.txt"
MONTREAL = ZoneInfo("America/Toronto")
UN_JOUR = datetime.timedelta(days=1)


def complet() -> Any:
    """Return a public release with everything that one can hold."""
    personne = une_autorisation("Odile Fictive")
    page = un_communique(
        title="Une clé, une table : la fédération demande des lieux ouverts le soir",
        slug="une-cle",
        chapeau="À 17 h, presque toutes les portes se ferment. C'est justement là que le monde arrive.",
        corps=corps(
            ("texte", "<p>Ce matin, 90 tables étaient dehors : <b>personne</b> n'a mangé seul&nbsp;!</p>"),
            citation(personne),
            chiffre(valeur="20000", libelle="repas servis en un an", date="2026-09-01"),
            (
                "texte",
                (
                    "<h2>Ce qu’on demande</h2><ol><li>Du temps, le soir comme la fin de semaine, parce que la peine ne "
                    "suit pas les heures de bureau.</li><li>Un local, <a href='https://exemple.org/a'>et son bail</a>."
                    "</li></ol><ul><li>Une clé &lt;solide&gt;.</li></ul>"
                ),
            ),
        ),
        a_propos="<p>La Grande Rallonge réunit des ressources <a href='/qui-nous-sommes/'>de partout</a>.</p>",
        sources="<ul><li>Registre des repas, septembre 2026.</li></ul>",
    )
    page.porte_paroles = [PorteParole(autorisation=personne)]
    page.contacts = [
        ContactPresse(
            role="Relations avec les médias", courriel="presse@exemple.org", telephone="514 555-0195, poste 2"
        )
    ]
    page.variantes = [VarianteRegionale(region="05", paragraphe="deux tables tiennent tout l'hiver.")]
    return publier(page)


def test_la_page_dit_sa_diffusion_son_origine_et_une_seule_fin(client: Client) -> None:
    html = client.get(complet().url).content.decode()
    assert "Pour diffusion immédiate" in html
    assert "Montréal, le 10\u00a0octobre 2026\u00a0–" in html
    assert html.count("– 30 –") == 1
    assert '<span aria-hidden="true">– 30 –</span><span class="masque">Fin du texte à diffuser</span>' in html
    assert "<strong>Odile Fictive</strong>, porte-parole de la fédération" in html
    assert '<a href="tel:+15145550195;ext=2">514\u00a0555-0195, poste 2</a>' in html


def test_le_texte_du_fil_est_celui_de_l_etalon(client: Client) -> None:
    """The golden file is read by a person when it changes: `ETALON.write_text(texte)` writes it again."""
    reponse = client.get(complet().url + "texte/")
    assert reponse["Content-Type"] == "text/plain; charset=utf-8"
    assert reponse.content.decode() == ETALON.read_text()


def test_le_texte_du_fil_est_plie_et_sans_html(client: Client) -> None:
    texte = client.get(complet().url + "texte/").content.decode()
    assert max(len(ligne) for ligne in texte.splitlines()) <= 72
    assert "<p>" not in texte
    assert "&nbsp;" not in texte
    assert "Une clé <solide>." in texte
    assert texte.count("– 30 –") == 1


def test_une_region_ajoute_son_paragraphe_a_son_adresse(client: Client) -> None:
    page = complet()
    for adresse in ("region/05/", "region/05/texte/"):
        reponse = client.get(page.url + adresse).content.decode()
        assert "En Estrie, deux tables tiennent tout l’hiver." in " ".join(reponse.split())
    assert "deux tables" not in client.get(page.url).content.decode()
    assert f'href="{page.url}region/05/"' in client.get(page.url).content.decode()


@pytest.mark.parametrize("adresse", ["pdf/", "region/05/pdf/"])
def test_le_pdf_sort_du_meme_plan(client: Client, adresse: str) -> None:
    reponse = client.get(complet().url + adresse)
    assert reponse["Content-Type"] == "application/pdf"
    assert reponse.content.startswith(b"%PDF-")


def test_un_erratum_est_dit_dans_le_texte(client: Client) -> None:
    page = complet()
    rectifier(page=page, par=une_redactrice(), avant="90 tables", apres="80 tables", raison="Un compte refait.")
    publier(CommuniquePage.objects.get(pk=page.pk).get_latest_revision_as_object())
    texte = client.get(page.url + "texte/").content.decode()
    assert "80 tables" in texte
    assert "Un compte refait." in texte


@pytest.mark.parametrize("code", ["06", "5", "99", "zz"])
def test_une_region_sans_version_n_a_pas_d_adresse(client: Client, code: str) -> None:
    page = complet()
    assert client.get(f"{page.url}region/{code}/").status_code == 404
    assert client.get(f"{page.url}region/{code}/texte/").status_code == 404


def test_un_accord_fini_efface_le_nom_et_les_mots_partout(client: Client, settings: Settings) -> None:
    page = complet()
    settings.AUJOURDHUI = "2031-01-01"
    for adresse in ("", "texte/", "region/05/texte/"):
        reponse = client.get(page.url + adresse).content.decode()
        assert "Odile" not in reponse
        assert PROPOS not in reponse


@pytest.mark.parametrize("adresse", ["", "texte/", "pdf/", "region/05/", "region/05/texte/", "region/05/pdf/"])
def test_un_embargo_ne_laisse_rien_sortir(client: Client, adresse: str) -> None:
    page = un_communique(diffusion=Diffusion.EMBARGO)
    page.variantes = [VarianteRegionale(region="05", paragraphe="canari")]
    page.go_live_at = datetime.datetime(2040, 10, 10, 8, 30, tzinfo=MONTREAL)
    publiee = publier(page)
    assert not publiee.live
    assert client.get(f"/communiques/{page.slug}/{adresse}").status_code == 404


@pytest.mark.parametrize("adresse", ["", "texte/", "region/05/", "region/05/texte/"])
def test_un_texte_prete_dit_a_qui_et_ce_qu_il_est(client: Client, adresse: str) -> None:
    page = un_communique(diffusion=Diffusion.EMBARGO)
    page.variantes = [VarianteRegionale(region="05", paragraphe="deux tables.")]
    page.save_revision()
    lien = LienPartage.objects.create(
        empreinte=empreinte_de("jeton"), destinataire="Le Courrier fictif", expire_le=timezone.now() + UN_JOUR
    )
    lien.pages.add(page)
    reponse = client.get(f"/partage/jeton/{page.pk}/{adresse}")
    assert reponse.status_code == 200
    dit = reponse.content.decode().lower()
    assert "le courrier fictif" in dit
    assert "ne pas diffuser" in dit


def test_sous_embargo_le_texte_le_dit_en_heure_de_montreal() -> None:
    page = un_communique(diffusion=Diffusion.EMBARGO)
    page.go_live_at = datetime.datetime(2040, 10, 10, 12, 30, tzinfo=datetime.UTC)
    assert page.mention_de_diffusion == "Sous embargo jusqu’au 10\u00a0octobre 2040, 8\u00a0h\u00a030"
    assert page.plan_de_sortie().mentions == ("Sous embargo jusqu’au 10\u00a0octobre 2040, 8\u00a0h\u00a030",)
    page.go_live_at = datetime.datetime(2020, 10, 10, tzinfo=datetime.UTC)
    assert page.mention_de_diffusion == "Pour diffusion immédiate"


def test_un_avis_repond_aux_quatre_questions(client: Client) -> None:
    page = publier(
        un_communique(genre=GenreCommunique.AVIS, qui="La fédération", quoi="Un point de presse", quand="", ou="Laval")
    )
    html = client.get(page.url).content.decode()
    assert "<dt>Qui</dt><dd>La fédération</dd>" in html
    assert "<dt>Quand</dt>" not in html


def test_un_collage_de_word_ne_laisse_ni_style_ni_balise_etrangere() -> None:
    """Pasted words pass by Wagtail's converter, which keeps what the block offers and drops the rest."""
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter  # noqa: PLC0415

    from pages.blocs import CorpsCommuniqueStreamBlock  # noqa: PLC0415

    bloc: Any = CorpsCommuniqueStreamBlock().child_blocks["texte"]
    convertisseur = ContentstateConverter(bloc.features)
    colle = (
        '<p class="MsoNormal" style="color:red"><span style="font-family:Calibri">“Bonjour” l’ami</span></p>'
        "<h1>Gros titre</h1><table><tr><td>case</td></tr></table><script>alert(1)</script>"
    )
    garde = convertisseur.to_database_format(convertisseur.from_database_format(colle))
    assert "“Bonjour” l’ami" in garde
    assert not [mal for mal in ("style", "Mso", "span", "<h1", "<table", "<script") if mal in garde]


def test_un_titre_hostile_est_echappe(client: Client) -> None:
    page = publier(un_communique(title="<script>alert(1)</script>", slug="essai", qui="<b>a</b>"))
    html = client.get(page.url).content.decode()
    assert "<script>alert(1)" not in html
    assert "<b>a</b>" not in html


def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_de_rangees(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    comptes = []
    for nombre in (2, 10):
        personnes = [une_autorisation(f"Odile {rang}") for rang in range(nombre)]
        page = un_communique(slug=f"essai-{nombre}", corps=corps(*(citation(personne) for personne in personnes)))
        page.porte_paroles = [PorteParole(autorisation=personne) for personne in personnes]
        page.variantes = [VarianteRegionale(region=f"{rang + 1:02}", paragraphe="x") for rang in range(nombre)]
        page = publier(page)
        client.get(page.url)
        with django_assert_max_num_queries(20) as requetes:
            assert client.get(page.url).content.decode().count("Odile") == 2 * nombre
        comptes.append(len(requetes))
    assert comptes[0] == comptes[1]
