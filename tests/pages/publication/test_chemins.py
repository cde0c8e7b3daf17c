"""The refusal table: each rule stops each way out, and the same text without its fault goes out by each."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from medias.models import Niveau, Personnes
from pages.models import ContenuPage
from pages.publication import relecture
from pages.publication.actions import publier_programmee, publier_seul
from pages.publication.confidentialite import CONFIDENTIALITE
from pages.publication.refus import PortesFermees
from pages.publication.regles import GENERIQUES
from tests.fabriques.fichiers import un_document
from tests.fabriques.pages import (
    ContenuPageFactory,
    corps,
    publier,
    retirer_temoignage,
    un_temoignage_publie,
    une_image,
)
from tests.fabriques.roles import une_redactrice, une_relectrice

from .gestes import agir, approuver_d_avance, public, recrire, soumettre, texte

pytestmark = pytest.mark.django_db

LONG = "j’ai retrouvé le goût de me lever le matin parce qu’on m’attend pour brasser la soupe"


def un_corps(*blocs: tuple[str, Any]) -> dict[str, Any]:
    return {"corps": corps(*blocs)}


def une_citation_retiree() -> dict[str, Any]:
    temoignage = un_temoignage_publie("un perron où pleurer")
    retirer_temoignage(temoignage)
    return un_corps(("citation", {"temoignage": temoignage.pk}))


def une_redite() -> dict[str, Any]:
    un_temoignage_publie(LONG)
    return un_corps(("texte", f"<p>{LONG}</p>"))


def un_document_reserve() -> dict[str, Any]:
    document = un_document(confidentialite=Niveau.MEMBRES)
    return un_corps(("texte", f'<p>Lisez <a linktype="document" id="{document.pk}">la grille</a>.</p>'))


def une_image_sans_accord() -> dict[str, Any]:
    return un_corps(("image", {"image": une_image(personnes=Personnes.ACCORD).pk}))


def une_traduction_incomplete() -> dict[str, Any]:
    """Make the page that was just published the translation of an English one: a sentence of it waits."""
    page = ContenuPage.objects.latest("pk")
    anglaise = publier(ContenuPageFactory.create(locale=Locale.objects.get_or_create(language_code="en")[0]))
    Page.objects.filter(pk=anglaise.pk).update(translation_key=page.translation_key)
    source, _cree = TranslationSource.get_or_create_from_instance(ContenuPage.objects.get(pk=anglaise.pk))
    Translation.objects.create(source=source, target_locale=page.locale)
    return {"title": "Sans traduction"}


# What to write in a page of content to fall under each blocking rule, and under no other.
FAUTES: dict[str, Callable[[], dict[str, Any]]] = {
    "validite": lambda: un_corps(("encadre", {"titre": "", "texte": "<p>Bon.</p>", "ton": "lin"})),
    "liens": lambda: un_corps(("texte", '<p>Lisez <a href="/nulle-part/">ceci</a>.</p>')),
    "texte_de_remplacement": lambda: un_corps(("image", {"image": une_image(texte_alternatif="").pk})),
    "ordre_des_intertitres": lambda: un_corps(("texte", "<h3>Plus bas</h3>")),
    "rang_de_l_edition": lambda: un_corps(("texte", "<p>La 12e édition, en 2026.</p>")),
    "redite": une_redite,
    "citation_retiree": une_citation_retiree,
    "document_reserve": un_document_reserve,
    "medias_montrables": une_image_sans_accord,
    "traduction": une_traduction_incomplete,
}


def par_la_soumission(page: Any, _monkeypatch: pytest.MonkeyPatch) -> None:
    soumettre(page, une_redactrice())
    agir(page, une_relectrice())


def par_l_approbation(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault came after the submission: a testimony withdrawn, a page taken down."""
    monkeypatch.setattr(relecture, "bloquants", lambda _objet: [])
    soumettre(page, une_redactrice())
    agir(page, une_relectrice())


def par_une_personne(page: Any, _monkeypatch: pytest.MonkeyPatch) -> None:
    publier_seul(page=page, par=une_redactrice())


def a_l_heure_dite(page: Any, _monkeypatch: pytest.MonkeyPatch) -> None:
    publier_programmee(revision=approuver_d_avance(page))


CHEMINS = [par_la_soumission, par_l_approbation, par_une_personne, a_l_heure_dite]


def test_chaque_regle_bloquante_a_sa_faute() -> None:
    # The level has its own table: a page that is not for everyone was never public to begin with.
    bloquantes = {regle.nom for regle in GENERIQUES if regle.severite == "bloquant"} - {CONFIDENTIALITE.nom}
    assert set(FAUTES) == bloquantes


@pytest.mark.parametrize("chemin", CHEMINS)
@pytest.mark.parametrize("regle", FAUTES)
def test_chaque_regle_ferme_chaque_chemin(
    regle: str, chemin: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = publier(ContenuPageFactory.create())
    fautive = recrire(page, **FAUTES[regle]())
    with pytest.raises(PortesFermees) as refus:
        chemin(fautive, monkeypatch)
    assert {constat.regle for constat in refus.value.constats} == {regle}
    assert not public(page).corps
    assert public(page).live
    assert fautive.get_latest_revision() != public(page).live_revision


@pytest.mark.parametrize("chemin", CHEMINS)
def test_un_texte_sans_faute_sort_par_chaque_chemin(
    chemin: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = publier(ContenuPageFactory.create())
    chemin(recrire(page, title="À notre heure", corps=texte("<h2>Venez</h2><p>La porte est ouverte.</p>")), monkeypatch)
    assert public(page).title == "À notre heure"
    assert "La porte est ouverte" in str(public(page).corps)
