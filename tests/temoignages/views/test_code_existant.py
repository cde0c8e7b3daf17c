"""`/temoigner/` for someone who already has a code: the new text goes with the others."""

import io
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from temoignages import quotas
from temoignages.models import Depot, Trace
from tests.fabriques.temoignages import un_depot, un_depot_et_son_code

from .envoi import MOTS, TEMOIGNER, envoyer, formulaire, page, sommaire, suivre, texte_garde

pytestmark = pytest.mark.django_db
INCONNU = "abandon abandon abandon abandon abandon abandon abandon"


def test_le_texte_va_sous_le_code_tape_comme_on_tape_et_aucun_nouveau_code_n_est_montre() -> None:
    depot, code = un_depot_et_son_code()
    reponse = envoyer(code=f"  {code.upper()}. ")
    assert reponse.status_code == 200
    assert "Le code que vous avez déjà ouvre aussi ce texte" in page(reponse)
    assert "<output" not in page(reponse)
    assert code not in page(reponse)
    assert set(Depot.objects.values_list("auteur", flat=True)) == {depot.auteur}
    assert "2 textes sont sous votre code." in page(suivre(code))


def test_le_code_est_facultatif() -> None:
    assert "<output" in page(envoyer(code=""))
    assert "<output" in page(envoyer(code="   "))


def test_le_meme_envoi_deux_fois_ne_garde_qu_un_texte_et_repond_pareil() -> None:
    code = un_depot_et_son_code()[1]
    envoi = formulaire(code=code)
    premier, second = (Client().post(TEMOIGNER, envoi) for _ in range(2))
    assert "Ce formulaire avait déjà été envoyé." in page(second)
    for reponse in (premier, second):
        assert "Le code que vous avez déjà ouvre aussi ce texte" in page(reponse)
        assert "<output" not in page(reponse)
    assert Depot.objects.count() == 2


@pytest.mark.parametrize("code", [INCONNU, "abandon", "☕", "<script>alert(1)</script>"])
def test_un_code_inconnu_le_dit_sous_son_champ_et_garde_ce_qui_est_tape(code: str) -> None:
    un_depot()
    reponse = envoyer(code=code)
    assert reponse.status_code == 400
    assert sommaire(reponse) == "Votre code de retrait – Ce code ne correspond à aucun texte. Vérifiez les sept mots."
    assert texte_garde(reponse) == MOTS
    assert f'value="{code}"' in page(reponse)
    assert "<script>alert" not in reponse.content.decode()
    assert '<details class="repli" open>' in page(reponse)
    assert Depot.objects.count() == 1


def test_corriger_le_code_puis_renvoyer_le_meme_formulaire_garde_le_texte() -> None:
    code = un_depot_et_son_code()[1]
    envoi = formulaire(code=INCONNU)
    assert Client().post(TEMOIGNER, envoi).status_code == 400
    assert Client().post(TEMOIGNER, envoi | {"code": code}).status_code == 200
    assert Depot.objects.count() == 2


@pytest.mark.parametrize(("code", "message"), [("mot " * 100, "300 caractères"), ("a\x00b", "caractère nul")])
def test_un_code_qui_n_en_est_pas_un_est_refuse(code: str, message: str) -> None:
    reponse = envoyer(code=code)
    assert reponse.status_code == 400
    assert message in sommaire(reponse)


def test_dix_codes_inconnus_et_il_faut_attendre_sans_compter_de_textes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 1_800_000_000.0)
    code = un_depot_et_son_code()[1]
    envois = [envoyer(code=f"{INCONNU} {rang}").status_code for rang in range(quotas.ESSAIS_DE_CODE.limite)]
    assert envois == [400] * 10
    arrete = envoyer(code=code)
    assert arrete.status_code == 429
    assert "Réessayez dans dix minutes" in sommaire(arrete)
    assert texte_garde(arrete) == MOTS
    assert suivre(code).status_code == 429, "the same count as on the follow-up page"
    assert envoyer().status_code == 200, "without a code nothing is guessed"


def test_le_code_tape_n_est_ni_dans_un_journal_ni_dans_un_cache_ni_dans_une_adresse(journal: io.StringIO) -> None:
    code = un_depot_et_son_code()[1]
    reponses = [envoyer(code=code), envoyer(code=f"{code} vermillon")]
    ecrit = journal.getvalue()
    assert "INSERT" in ecrit
    assert [mot for mot in (code, "vermillon") if mot in ecrit] == []
    garde: Any = [getattr(cache, "_cache", {}) for cache in caches.all()]
    assert code not in str(garde)
    assert code not in str(list(Trace.objects.values()))
    for reponse in reponses:
        assert "no-store" in reponse["Cache-Control"]
        assert reponse["Referrer-Policy"] == "no-referrer"
        assert not reponse.cookies


def test_demander_a_relire_est_garde_et_redit() -> None:
    assert "Sans votre accord, il ne sera pas publié." in page(envoyer(relecture="on"))
    assert Depot.objects.get().relecture_voulue
    assert "Vous voulez relire" not in page(envoyer())
    assert Depot.objects.filter(relecture_voulue=False).count() == 1
