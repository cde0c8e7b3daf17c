"""Who was heard before the register was kept: the step of the migration writes them."""

from importlib import import_module

import pytest
from django.apps import apps

from pages.models import VoixEntendue
from tests.fabriques.balado import faire_entendre, un_enregistrement, un_episode
from tests.fabriques.capsules import CapsulePageFactory, faire_paraitre, une_video
from tests.fabriques.pages import publier
from tests.fabriques.presse import une_autorisation

pytestmark = pytest.mark.django_db


def inscrites() -> set[tuple[int, int | None]]:
    return set(VoixEntendue.objects.values_list("enregistrement", "autorisation"))


def test_ce_qui_a_deja_paru_est_inscrit_et_rien_d_autre() -> None:
    odile, rose, effacee = (une_autorisation(nom) for nom in ("Odile Fictive", "Rose Inventée", "Lise Inventée"))
    autre, video = un_enregistrement(), une_video()
    page = publier(
        faire_entendre(
            un_episode(enregistrement_sans=autre),
            {"autorisation": odile, "absente": True},
            {"autorisation": rose},
            {"designation": "une voisine"},
        )
    )
    muette = publier(faire_entendre(un_episode(), {"autorisation": effacee}))
    faire_entendre(un_episode(), {"autorisation": odile}).save()
    faire_paraitre(CapsulePageFactory.create(enregistrement=video), odile)
    effacee.delete()
    attendues = {
        (page.enregistrement_id, odile.pk),
        (page.enregistrement_id, rose.pk),
        (autre.pk, rose.pk),
        (muette.enregistrement_id, None),
        (video.pk, odile.pk),
    }
    assert inscrites() == attendues
    VoixEntendue.objects.all().delete()
    import_module("pages.migrations.0034_voix_entendues").inscrire(apps, None)
    assert inscrites() == attendues
    # A correction says the same people again: once is enough.
    publier(page)
    assert inscrites() == attendues
    assert VoixEntendue.objects.count() == len(attendues)
