"""The checklist in the editor: what it looks like, what it leaves out, where its links lead."""

from html import unescape

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from pages.publication.regles import IDENTIFIANTS, INTERTITRES
from tests.fabriques.documents import PlateformePageFactory, une_reference
from tests.fabriques.pages import corps
from tests.fabriques.roles import une_redactrice

from .gestes import texte, un_brouillon

pytestmark = pytest.mark.django_db
FEUILLE = "css/administration/portes.css"


def test_la_liste_a_sa_feuille_partout_ou_elle_parait(client: Client) -> None:
    client.force_login(une_redactrice())
    page = un_brouillon(une_redactrice(), corps=texte("<h3>Trop bas</h3>"))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert FEUILLE in html
    assert finders.find(FEUILLE)
    assert 'class="portes__constat portes__constat--bloquant"' in html
    assert "L’intertitre « Trop bas » saute un niveau" in unescape(html)


def test_les_noms_d_une_bibliographie_n_avertissent_pas_ceux_du_texte_oui() -> None:
    page = PlateformePageFactory.create(bibliographie=corps(une_reference("Marchemort, Zélinda")))
    assert list(IDENTIFIANTS.chercher(page)) == []
    page.introduction = "<p>On le sait (Marchemort, 2019).</p>"
    assert list(IDENTIFIANTS.chercher(page)) == []
    page.introduction = "<h2>Pourquoi</h2><p>Et du temps.</p>"
    assert list(IDENTIFIANTS.chercher(page)) == []
    page.introduction = "<p>Merci à Zélinda Marchemort.</p>"
    assert [constat.champ for constat in IDENTIFIANTS.chercher(page)] == ["introduction"]


def test_le_titre_d_une_source_n_est_pas_un_intertitre() -> None:
    page = PlateformePageFactory.create(bibliographie=corps(une_reference()), introduction="<h3>Trop bas</h3>")
    assert [constat.champ for constat in INTERTITRES.chercher(page)] == ["introduction"]
    page.introduction = "<h2>Bien</h2><h3>Mieux</h3>"
    assert list(INTERTITRES.chercher(page)) == []
