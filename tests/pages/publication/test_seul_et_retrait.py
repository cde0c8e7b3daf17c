"""One person where that is allowed, and the way back that needs nobody."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import PageLogEntry

from pages.models import Approbation, ContenuPage, EditionPage, ExigenceRelecture
from pages.publication.actions import depublier, publier_seul
from pages.publication.refus import SeulRefuse
from tests.fabriques.pages import ContenuPageFactory, EditionPageFactory, publier
from tests.fabriques.roles import une_redactrice, une_relectrice, une_superutilisatrice

from .gestes import UNE_HEURE, agir, approuver_d_avance, public, recrire, soumettre, un_brouillon

pytestmark = pytest.mark.django_db


def une_page_publique(factory: Any = ContenuPageFactory) -> Any:
    return publier(factory.create())


def test_une_coquille_se_corrige_seul_sur_une_page_ordinaire_et_le_journal_le_dit() -> None:
    elle, page = une_redactrice(), recrire(une_page_publique(), title="À notre heure")
    publier_seul(page=page, par=elle)
    assert public(page).title == "À notre heure"
    assert Approbation.objects.de(page).get().seule
    assert PageLogEntry.objects.get(page=page.pk, action="pages.publier_seul").user == elle


def une_page_jamais_publiee() -> Any:
    return un_brouillon()


def une_page_a_deux() -> Any:
    return recrire(une_page_publique(EditionPageFactory))


def une_page_que_l_administration_veut_a_deux() -> Any:
    genre = ContentType.objects.get_for_model(ContenuPage)
    ExigenceRelecture.objects.create(genre=genre, personnes=2)
    return recrire(une_page_publique())


def une_page_en_relecture() -> Any:
    page = recrire(une_page_publique())
    soumettre(page, une_redactrice())
    return page


def une_page_programmee() -> Any:
    page = recrire(une_page_publique())
    approuver_d_avance(page)
    return page


@pytest.mark.parametrize(
    "preparer",
    [
        une_page_jamais_publiee,
        une_page_a_deux,
        une_page_que_l_administration_veut_a_deux,
        une_page_en_relecture,
        une_page_programmee,
    ],
)
@pytest.mark.parametrize("personne", [une_redactrice, une_superutilisatrice])
def test_une_personne_ne_suffit_pas_a(preparer: Any, personne: Any) -> None:
    page = preparer()
    avant = public(page).live_revision_id
    with pytest.raises(SeulRefuse):
        publier_seul(page=page, par=personne())
    assert public(page).live_revision_id == avant


def test_une_page_qui_en_demande_deux_par_elle_meme_les_obtient(monkeypatch: pytest.MonkeyPatch) -> None:
    page = recrire(une_page_publique())
    monkeypatch.setattr(ContenuPage, "exige_deux_personnes", lambda _page: True)
    with pytest.raises(SeulRefuse):
        publier_seul(page=page, par=une_redactrice())


def test_qui_n_a_pas_ce_droit_ne_publie_pas_seul() -> None:
    elle = une_redactrice()
    elle.groups.get().permissions.remove(Permission.objects.get(codename="publier_seul"))
    with pytest.raises(SeulRefuse):
        publier_seul(page=recrire(une_page_publique()), par=elle)


def test_l_administration_peut_ouvrir_un_type_a_une_personne() -> None:
    ExigenceRelecture.objects.create(genre=ContentType.objects.get_for_model(EditionPage), personnes=1)
    page = recrire(une_page_publique(EditionPageFactory), slogan="On s’attend")
    publier_seul(page=page, par=une_redactrice())
    assert public(page).slogan == "On s’attend"


@pytest.mark.parametrize("personne", [une_redactrice, une_relectrice])
def test_le_retrait_d_urgence_est_immediat_et_garde_le_brouillon(personne: Any) -> None:
    elle, page = personne(), recrire(une_page_publique(), title="Brouillon")
    soumettre(page, une_redactrice())
    assert page.permissions_for_user(elle).peut_depublier()
    depublier(page=public(page), par=elle, motif="retrait", note="à la demande de la personne")
    assert not public(page).live
    assert public(page).get_latest_revision_as_object().title == "Brouillon"
    entree = PageLogEntry.objects.get(page=page.pk, action="pages.depublier")
    assert (entree.user, entree.data) == (elle, {"motif": "retrait", "note": "à la demande de la personne"})


def test_le_retrait_annule_aussi_ce_qui_attend_son_heure() -> None:
    page = un_brouillon()
    revision = approuver_d_avance(page, le=page.latest_revision_created_at + UNE_HEURE)
    depublier(page=public(page), par=une_redactrice(), motif="embargo")
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def test_un_motif_inconnu_est_refuse() -> None:
    page = une_page_publique()
    with pytest.raises(ValueError, match="humeur"):
        depublier(page=page, par=une_redactrice(), motif="humeur")
    assert public(page).live


def test_une_page_retiree_revient_par_deux_personnes_et_jamais_seule() -> None:
    page = une_page_publique()
    depublier(page=public(page), par=une_redactrice(), motif="erreur")
    with pytest.raises(SeulRefuse):
        publier_seul(page=public(page), par=une_redactrice())
    soumettre(public(page), une_redactrice())
    agir(public(page), une_relectrice())
    assert public(page).live
