"""What the database itself refuses of a translation, whoever forces the row."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from temoignages.etats import EtatTraduction
from temoignages.models import Traduction
from tests.fabriques.temoignages import un_temoignage

from .monde import approuver, ecrire

pytestmark = pytest.mark.django_db

APPROUVEE = {"etat": EtatTraduction.APPROUVEE, "approuvee_le": timezone.now()}


@pytest.mark.parametrize(
    ("champs", "contrainte"),
    [
        ({"texte": ""}, "traduction_avec_texte"),
        ({"empreinte_source": ""}, "traduction_avec_texte"),
        ({"approuvee_par": F("traduite_par")}, "traduction_approuvee_par_une_autre"),
        ({"approuvee_par": F("modifiee_par")}, "traduction_approuvee_par_une_autre"),
        ({"modifiee_par": F("approuvee_par")}, "traduction_approuvee_par_une_autre"),
        ({"approuvee_par": None}, "traduction_approuvee_par_une_autre"),
        ({"approuvee_le": None}, "traduction_approuvee_par_une_autre"),
        ({"etat": EtatTraduction.PROPOSEE}, "traduction_approuvee_par_une_autre"),
        ({"etat": "autre"}, "traduction_approuvee_par_une_autre"),
        ({"constats_ouverts": 1}, "traduction_sans_passage_ouvert"),
    ],
)
def test_une_traduction_approuvee_ne_se_force_pas(champs: dict[str, Any], contrainte: str) -> None:
    approuver(ecrire(un_temoignage()))
    with pytest.raises(IntegrityError, match=contrainte), transaction.atomic():
        Traduction.objects.update(**champs)


@pytest.mark.parametrize("auteur", ["traduite_par", "modifiee_par"])
def test_une_traduction_proposee_ne_s_approuve_pas_par_update(auteur: str) -> None:
    ecrire(un_temoignage())
    for champs in ({}, {"approuvee_par": F(auteur)}):
        with pytest.raises(IntegrityError, match="traduction_approuvee_par_une_autre"), transaction.atomic():
            Traduction.objects.update(**APPROUVEE, **champs)


def test_il_n_y_a_qu_une_traduction_par_langue() -> None:
    traduction = ecrire(un_temoignage())
    traduction.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        traduction.save(force_insert=True)
