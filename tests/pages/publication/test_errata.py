"""Errata: proposed with a text, published with it, then frozen, in the code and in the database."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse

from pages.models import ContenuPage, Erratum
from pages.publication.actions import publier_seul
from pages.publication.constats import examiner
from pages.publication.errata import ErratumFige, ErratumImpossible, rectifier
from pages.publication.refus import RelectureRefusee, SeulRefuse
from reseau.models import Compte
from site_campagne.roles import APPROBATION, REDACTION
from tests.fabriques.pages import ContenuPageFactory, publier, un_temoignage_publie
from tests.fabriques.roles import une_personne_de, une_redactrice, une_relectrice

from .gestes import agir, public, recrire, soumettre, texte, un_brouillon

pytestmark = pytest.mark.django_db

MOTS = {"avant": "le 9 octobre", "apres": "le 10 octobre", "raison": "Une date inexacte."}


def une_page() -> Any:
    return publier(ContenuPageFactory.create(corps=texte("<p>le 9 octobre</p>")))


def un_erratum_publie(page: Any = None) -> Erratum:
    page = page or une_page()
    erratum = rectifier(page=recrire(page, corps=texte("<p>le 10 octobre</p>")), par=une_redactrice(), **MOTS)
    soumettre(public(page), une_redactrice())
    agir(public(page), une_relectrice())
    return Erratum.objects.get(pk=erratum.pk)


def test_un_erratum_sort_avec_le_texte_approuve_et_se_lit_sur_la_page(client: Client) -> None:
    page = une_page()
    erratum = rectifier(page=recrire(page, corps=texte("<p>Bon.</p>")), par=une_redactrice(), **MOTS)
    assert "Rectifi" not in client.get(page.url).content.decode()
    soumettre(public(page), une_redactrice())
    agir(public(page), une_relectrice())
    html = client.get(page.url).content.decode()
    assert "Rectifié le 22\u00a0novembre 2026" in html
    assert "<del>le 9 octobre</del>" in html
    assert Erratum.objects.get(pk=erratum.pk).publie_le


def test_le_premier_d_un_mois_s_ecrit_comme_dans_les_documents(client: Client, settings: Any) -> None:
    settings.AUJOURDHUI = "2026-10-01"
    page = un_erratum_publie().page
    html = client.get(page.url).content.decode()
    assert "Rectifié le 1er\u00a0octobre 2026" in html
    assert "Rectifié le 1er octobre 2026" in client.get(f"{page.url}texte/").content.decode()


def test_une_page_sans_erratum_ne_coute_aucune_requete_de_plus(client: Client) -> None:
    page = une_page()
    with connection.execute_wrapper(_refuser_les_errata):
        assert client.get(page.url).status_code == 200


def _refuser_les_errata(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    assert "pages_erratum" not in sql
    return execute(sql, params, many, context)


def test_qui_propose_l_erratum_ne_l_approuve_pas_et_il_faut_deux_personnes() -> None:
    page = une_page()
    par = une_personne_de(REDACTION, APPROBATION)
    rectifier(page=page, par=par, **MOTS)
    with pytest.raises(SeulRefuse):
        publier_seul(page=public(page), par=une_redactrice())
    soumettre(public(page), une_redactrice())
    with pytest.raises(RelectureRefusee):
        agir(public(page), par)


def test_un_erratum_ne_se_propose_ni_sur_une_ebauche_ni_pendant_une_relecture() -> None:
    with pytest.raises(ErratumImpossible):
        rectifier(page=un_brouillon(), par=une_redactrice(), **MOTS)
    page = recrire(une_page(), title="Neuf")
    soumettre(page, une_redactrice())
    with pytest.raises(ErratumImpossible):
        rectifier(page=page, par=une_redactrice(), **MOTS)
    assert not Erratum.objects.exists()


def test_un_erratum_publie_ne_change_ni_ne_s_efface_par_le_code() -> None:
    erratum = un_erratum_publie()
    erratum.avant = "autre chose"
    with pytest.raises(ErratumFige):
        erratum.save()
    with pytest.raises(ErratumFige):
        erratum.delete()


@pytest.mark.parametrize(
    "geste",
    [
        lambda e: Erratum.objects.filter(pk=e.pk).update(avant="autre chose"),
        lambda e: Erratum.objects.filter(pk=e.pk).update(publie_le=None),
        lambda e: Erratum.objects.filter(pk=e.pk)._raw_delete("default"),
        lambda e: Erratum.objects.filter(pk=e.pk).delete(),
    ],
)
def test_un_erratum_publie_ne_change_ni_ne_s_efface_dans_la_base(geste: Any) -> None:
    erratum = un_erratum_publie()
    with pytest.raises(DatabaseError, match="Un erratum publie"), transaction.atomic():
        geste(erratum)
    assert Erratum.objects.get(pk=erratum.pk).avant == MOTS["avant"]


def test_une_page_rectifiee_ne_s_efface_pas() -> None:
    erratum = un_erratum_publie()
    with pytest.raises(ProtectedError):
        ContenuPage.objects.get(pk=erratum.page_id).delete()


def test_le_compte_de_qui_l_a_propose_peut_disparaitre() -> None:
    erratum = un_erratum_publie()
    Compte.objects.all().delete()
    assert Erratum.objects.get(pk=erratum.pk).cree_par is None


def test_une_proposition_peut_etre_reprise() -> None:
    erratum = rectifier(page=une_page(), par=une_redactrice(), **MOTS)
    erratum.delete()
    assert not Erratum.objects.exists()


def test_la_date_de_rectification_survit_aux_publications_suivantes() -> None:
    erratum = un_erratum_publie()
    page = recrire(ContenuPage.objects.get(pk=erratum.page_id), title="Plus tard")
    soumettre(page, une_redactrice())
    agir(page, une_relectrice())
    assert (public(page).title, public(page).rectifie_le is not None) == ("Plus tard", True)
    copie = public(page).copy(update_attrs={"slug": "copie"}, keep_live=False)
    assert copie.specific.rectifie_le is None


def test_une_porte_conseille_un_erratum_quand_un_communique_publie_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ContenuPage, "propose_un_erratum", True)
    page = une_page()
    assert "erratum" not in {c.regle for c in examiner(recrire(page))}
    page = recrire(page, corps=texte("<p>le 10 octobre</p>"))
    (constat,) = [c for c in examiner(page) if c.regle == "erratum"]
    assert (constat.est_bloquant, constat.champ.split(".")[0]) == (False, "corps")
    rectifier(page=page, par=une_redactrice(), **MOTS)
    assert "erratum" not in {c.regle for c in examiner(public(page).get_latest_revision_as_object())}


def test_l_ecran_propose_un_erratum_et_refuse_les_mots_d_un_temoignage(client: Client) -> None:
    page = une_page()
    client.force_login(une_redactrice())
    adresse = reverse("errata:add")
    assert client.get(adresse).status_code == 200
    long = "j’ai retrouvé le goût de me lever le matin parce qu’on m’attend pour brasser la soupe"
    un_temoignage_publie(long)
    assert client.post(adresse, {"page": page.pk, **MOTS, "avant": long}).status_code == 200
    assert not Erratum.objects.exists()
    assert client.post(adresse, {"page": page.pk, **MOTS}).status_code == 302
    assert client.get(reverse("errata:index")).status_code == 200
    erratum = Erratum.objects.get()
    assert client.post(reverse("errata:delete", args=[erratum.pk])).status_code == 302
    assert not Erratum.objects.exists()


def test_l_ecran_n_efface_pas_un_erratum_publie(client: Client) -> None:
    erratum = un_erratum_publie()
    client.force_login(une_redactrice())
    client.post(reverse("errata:delete", args=[erratum.pk]))
    client.post(reverse("errata:edit", args=[erratum.pk]), {"page": erratum.page_id, **MOTS, "avant": "autre"})
    assert Erratum.objects.get().avant == MOTS["avant"]
