"""Every output of a full release, platform and workbook, compared with a file that someone has read."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from .attendus import comparer, contenu_principal
from .exemplaire import ouvrir
from .lecteur import decrire
from .pleines import un_cahier_plein, un_communique_plein, une_plateforme_pleine

pytestmark = pytest.mark.django_db
PLEINES: dict[str, tuple[Callable[[], Any], str]] = {
    "communique": (un_communique_plein, ""),
    "communique-estrie": (un_communique_plein, "region/05/"),
    "plateforme": (une_plateforme_pleine, ""),
    "revendication": (une_plateforme_pleine, "chauffage/"),
    "cahier": (un_cahier_plein, ""),
}


@pytest.mark.parametrize("nom", PLEINES)
def test_chaque_sortie_d_une_publication_pleine_est_celle_attendue(nom: str, client: Client) -> None:
    faire, suite = PLEINES[nom]
    adresse = faire().url + suite
    comparer(f"{nom}.html", contenu_principal(client.get(adresse).content.decode()))
    comparer(f"{nom}.txt", client.get(f"{adresse}texte/").content.decode())
    comparer(f"{nom}.pdf.txt", decrire(ouvrir(client.get(f"{adresse}pdf/").content)))
