"""A translation that the site showed, then replaced: nowhere from then on; a copy that somebody made is told."""

import secrets

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from temoignages.actions import retirer
from temoignages.models import Incident, Temoignage
from temoignages.residus.bardeaux import preparer
from temoignages.residus.fouille import fouiller
from temoignages.residus.surfaces import lire_tout
from tests.fabriques.pages import ContenuPageFactory, MurPageFactory
from tests.temoignages.traductions.monde import adresse, approuver, ecrire, lire, un_temoignage_traduit

pytestmark = pytest.mark.usefixtures("bases_propres")

ANCIENNE = "while the kettle sang under the mauve hats of the hallway"
NOUVELLE = "as the water boiled, purple tuques were hanging along the corridor"
PROCHE = "while the kettle sang under the mauve hats of the attic"


def un_temoignage_lu() -> Temoignage:
    """Return published words whose first translation was approved, found, shared and read everywhere."""
    MurPageFactory.create()
    temoignage = un_temoignage_traduit(traduit=ANCIENNE)
    client = Client()
    with override("en"):
        lieux = [adresse(temoignage), "/temoignages/", reverse("carte_d_une_parole", args=[temoignage.pk])]
        lieux.append(f"{reverse('recherche')}?q=kettle")
    assert ANCIENNE in lire(temoignage)
    for lieu in lieux:
        assert client.get(lieu).status_code == 200, lieu
    return temoignage


def restes(texte: str) -> set[str]:
    """Return where a text still stands, among all the surfaces."""
    recherche = preparer([texte], secrets.token_bytes(32))
    return {trouvee.surface for trouvee in fouiller(recherche, lire_tout())}


def test_l_ancienne_n_est_plus_nulle_part_des_qu_elle_est_remplacee() -> None:
    temoignage = un_temoignage_lu()
    assert "default.temoignages_traduction.texte" in restes(ANCIENNE)
    approuver(ecrire(temoignage, NOUVELLE))
    assert restes(ANCIENNE) == set()
    assert NOUVELLE in lire(temoignage)
    retirer(empreinte_code=temoignage.empreinte_code)
    assert restes(ANCIENNE) | restes(NOUVELLE) == set()
    assert not Incident.objects.exists()


def test_une_copie_de_l_ancienne_est_signalee_et_la_nouvelle_ne_l_est_pas() -> None:
    temoignage = un_temoignage_lu()
    page = ContenuPageFactory.create(chapeau=ANCIENNE)
    approuver(ecrire(temoignage, NOUVELLE))
    signales = set(Incident.objects.values_list("surface", "reference"))
    assert ("default.pages_contenupage.chapeau", str(page.pk)) in signales
    assert not any("traduction" in surface for surface, _reference in signales)


def test_ce_que_la_nouvelle_dit_encore_n_est_pas_un_residu() -> None:
    temoignage = un_temoignage_lu()
    approuver(ecrire(temoignage, PROCHE))
    assert not Incident.objects.exists()
