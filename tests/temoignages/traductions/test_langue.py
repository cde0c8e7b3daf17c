"""In which language words are given: that of the form, which a moderator corrects; French on paper."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from temoignages.actions import Refus, lire, prendre, soumettre
from temoignages.etats import MotifLecture
from temoignages.forms import TemoignerForm
from temoignages.models import Amorce, Consentement, Depot
from tests.fabriques.temoignages import approuver_depot, un_depot, une_personne
from tests.temoignages.views.envoi import code_affiche, envoyer

from .monde import WORDS

pytestmark = pytest.mark.django_db


def soumettre_en(langue: str, depot: Depot) -> Depot:
    """Submit a deposit, saying the language of its words."""
    par = une_personne()
    tenu = prendre(depot=depot, par=par)
    vu = lire(depot=tenu, par=par, motif=MotifLecture.MODERATION)
    return soumettre(depot=tenu, par=par, empreinte_vue=vu.empreinte, langue=langue)


def test_le_formulaire_dit_la_langue_du_texte_et_du_consentement() -> None:
    for langue in ("fr", "en"):
        with translation.override(langue):
            donnees = {"texte": WORDS, "attribution": "quebec", "usages": ["web"], "duree": "edition", "age": "on"}
            formulaire = TemoignerForm(donnees)
            assert formulaire.is_valid(), formulaire.errors
            assert formulaire.demande().langue == langue


def test_un_depot_francais_et_un_depot_anglais() -> None:
    francais, anglais = un_depot(), un_depot(WORDS, langue="en")
    assert [francais.langue, anglais.langue] == ["fr", "en"]
    langues = Consentement.objects.filter(empreinte_code=anglais.empreinte_code).values_list("langue_formulaire")
    assert set(langues) == {("en",)}


def test_la_moderation_corrige_la_langue_et_la_parole_la_garde() -> None:
    soumis = soumettre_en("en", un_depot(WORDS))
    temoignage = approuver_depot(soumis, une_personne())
    assert temoignage.langue == "en"
    assert Consentement.objects.get().langue_formulaire == "fr"


def test_une_langue_inconnue_est_refusee_et_rien_ne_la_change() -> None:
    with pytest.raises(Refus) as refus:
        soumettre_en("xx", un_depot(WORDS, langue="en"))
    assert refus.value.regle == "langue"
    assert soumettre_en("", un_depot(WORDS, langue="en")).langue == "en"


def test_le_formulaire_anglais_recoit_suit_et_retire() -> None:
    Amorce.objects.create(texte="Ici, ce que je reçois, c’est…")
    with translation.override("en"):
        page, suivi = Client().get(reverse("temoignages:temoigner")), reverse("temoignages:suivi")
    assert '<span lang="fr-CA">Ici, ce que je reçois, c’est…</span>' in page.content.decode()
    code = code_affiche(envoyer(texte="une chaise"))
    retrait = Client().post(
        suivi, {"code": code.upper(), "geste": "retirer"}, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert retrait.status_code == 200
    assert Depot.objects.get().etat == "retire"
