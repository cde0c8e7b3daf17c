"""`/temoigner/suivi/`: with the code alone, where the words stand, and taking them back."""

import datetime
import io
import unicodedata

import pytest
from django.test import Client

from reseau.models import Compte
from temoignages import quotas
from temoignages.actions import prendre, refuser
from temoignages.coffre.models import CleDepot, RetraitConsigne
from temoignages.etats import EtatDepot, MotifRefus, Portee
from temoignages.models import Consentement, Depot, Temoignage, Trace
from tests.fabriques.temoignages import approuver_depot, soumettre_depot, un_depot_et_son_code

from .envoi import MOTS, SUIVI, page, sommaire, suivre

pytestmark = pytest.mark.django_db
INCONNU = "abandon abandon abandon abandon abandon abandon abandon"


def amener(depot: Depot, etat: str, premiere: Compte, seconde: Compte) -> None:
    """Bring a deposit just received to `etat`, by the actions of two people."""
    if etat == EtatDepot.ECARTE:
        Depot.objects.filter(pk=depot.pk).update(etat=etat)
    elif etat in {EtatDepot.EN_LECTURE, EtatDepot.REFUSE}:
        prendre(depot=depot, par=premiere)
        if etat == EtatDepot.REFUSE:
            refuser(depot=depot, par=premiere, motif=MotifRefus.HORS_SUJET)
    elif etat in {EtatDepot.SOUMIS, EtatDepot.PUBLIE}:
        depot = soumettre_depot(depot, premiere)
        if etat == EtatDepot.PUBLIE:
            approuver_depot(depot, seconde)


@pytest.mark.parametrize(
    ("etat", "phrase"),
    [
        (EtatDepot.RECU, "Votre texte est reçu. Il attend d’être lu."),
        (EtatDepot.ECARTE, "Votre texte est reçu. Il attend d’être lu."),
        (EtatDepot.EN_LECTURE, "Quelqu’un lit votre texte en ce moment."),
        (EtatDepot.SOUMIS, "Une seconde personne va le relire."),
        (EtatDepot.REFUSE, "Votre texte n’est pas retenu : il ne parle pas de la Journée ni de l’entraide."),
        (EtatDepot.PUBLIE, "Votre texte est publié."),
    ],
)
def test_chaque_etat_dit_sa_phrase_et_offre_le_retrait(
    etat: str, phrase: str, premiere: Compte, seconde: Compte
) -> None:
    depot, code = un_depot_et_son_code()
    amener(depot, etat, premiere, seconde)
    reponse = suivre(code)
    assert reponse.status_code == 200
    assert phrase in page(reponse)
    assert "Retirer mon texte" in page(reponse)
    assert (MOTS in page(reponse)) == (etat == EtatDepot.PUBLIE)


def test_la_page_ne_dit_pas_qui_lit(premiere: Compte, seconde: Compte) -> None:
    depot, code = un_depot_et_son_code()
    prendre(depot=depot, par=premiere)
    source = page(suivre(code))
    assert [mot for mot in ("Première", "Lectrice", premiere.username, str(depot.pk)[:8]) if mot in source] == []


def test_un_texte_accepte_mais_pas_pour_ce_site_le_dit(premiere: Compte, seconde: Compte) -> None:
    depot, code = un_depot_et_son_code(usages=[Portee.IMPRIME])
    amener(depot, EtatDepot.PUBLIE, premiere, seconde)
    source = page(suivre(code))
    assert "Il n’est pas sur ce site" in source
    assert MOTS not in source


def test_un_consentement_passe_le_dit(premiere: Compte, seconde: Compte) -> None:
    depot, code = un_depot_et_son_code()
    amener(depot, EtatDepot.PUBLIE, premiere, seconde)
    Consentement.objects.update(jusqu_au=datetime.date(2026, 1, 1))
    assert "la durée choisie est passée" in page(suivre(code))


@pytest.mark.parametrize("etat", [etat for etat in EtatDepot if etat != EtatDepot.RETIRE])
def test_retirer_marche_de_tout_etat_et_deux_fois(etat: str, premiere: Compte, seconde: Compte) -> None:
    depot, code = un_depot_et_son_code()
    amener(depot, etat, premiere, seconde)
    for _ in range(2):
        reponse = suivre(code, geste="retirer")
        assert reponse.status_code == 200
        assert "<h1>Retiré</h1>" in page(reponse)
        assert "Votre texte est retiré." in page(reponse)
        assert "Retirer mon texte" not in page(reponse)
    depot.refresh_from_db()
    assert (depot.etat, depot.brut, depot.propose) == (EtatDepot.RETIRE, None, None)
    assert not CleDepot.objects.filter(pk=depot.pk).exists()
    assert RetraitConsigne.objects.count() == 1
    assert Trace.objects.filter(verbe="retirer").count() == 1


def test_un_code_retire_dit_retire(premiere: Compte, seconde: Compte) -> None:
    depot, code = un_depot_et_son_code()
    amener(depot, EtatDepot.PUBLIE, premiere, seconde)
    suivre(code, geste="retirer")
    assert "<h1>Retiré</h1>" in page(suivre(code))


def test_le_retrait_est_immediat_et_l_adresse_repond_410(premiere: Compte, seconde: Compte) -> None:
    depot, code = un_depot_et_son_code()
    amener(depot, EtatDepot.PUBLIE, premiere, seconde)
    temoignage = Temoignage.objects.get()
    assert MOTS in page(Client().get(temoignage.url))
    suivre(code, geste="retirer")
    reponse = Client().get(temoignage.url)
    assert reponse.status_code == 410
    assert MOTS not in reponse.content.decode()
    temoignage.refresh_from_db()
    assert temoignage.texte == ""
    assert not Consentement.objects.filter(retire_le=None).exists()


def test_retirer_le_sien_ne_touche_pas_celui_des_autres(premiere: Compte, seconde: Compte) -> None:
    depot, _code = un_depot_et_son_code()
    amener(depot, EtatDepot.PUBLIE, premiere, seconde)
    _autre, code = un_depot_et_son_code()
    suivre(code, geste="retirer")
    assert Temoignage.objects.publies().count() == 1


@pytest.mark.parametrize(
    "transformer",
    [
        str.upper,
        str.title,
        lambda code: f"  {code.replace(' ', '   ')}\t",
        lambda code: code.replace(" ", "-"),
        lambda code: code.replace(" ", ", ") + ".",
        lambda code: code.replace(" ", "\u00a0"),
        lambda code: unicodedata.normalize("NFD", code),
        lambda code: "".join(c for c in unicodedata.normalize("NFD", code) if not unicodedata.combining(c)),
        lambda code: "".join(c for c in unicodedata.normalize("NFD", code.upper()) if not unicodedata.combining(c)),
        lambda code: "\u200b" + code,
        lambda code: "".join(f"{rang}. {mot} " for rang, mot in enumerate(code.split(), start=1)),
    ],
    ids=["capitales", "titre", "espaces", "tirets", "virgules", "insécables", "décomposé", "sans-accents",
         "capitales-sans-accents", "largeur-nulle", "numéroté"],
)  # fmt: skip
def test_un_code_tape_comme_on_tape_est_reconnu(transformer: object) -> None:
    for _ in range(3):
        code = un_depot_et_son_code()[1]
        assert suivre(transformer(code)).status_code == 200  # type: ignore[operator]  # each is a function of the code


@pytest.mark.parametrize(
    ("code", "statut", "message"),
    [
        ("", 400, "Écrivez les sept mots"),
        ("   ", 400, "Écrivez les sept mots"),
        (INCONNU, 404, "Ce code ne correspond à aucun texte"),
        ("abandon", 404, "Ce code ne correspond à aucun texte"),
        ("☕☕☕", 404, "Ce code ne correspond à aucun texte"),
        ("שלום", 404, "Ce code ne correspond à aucun texte"),
        ("<script>alert(1)</script>", 404, "Ce code ne correspond à aucun texte"),
        ("' OR 1=1 --", 404, "Ce code ne correspond à aucun texte"),
        ("mot " * 1_250, 400, "300 caractères"),
        ("\x00", 400, "caractère nul"),
    ],
    ids=lambda valeur: str(valeur)[:12],
)
@pytest.mark.parametrize("geste", ["", "retirer", "autre"])
def test_un_code_qui_ne_va_pas(code: str, statut: int, message: str, geste: str) -> None:
    un_depot_et_son_code()
    reponse = suivre(code, geste=geste)
    assert reponse.status_code == statut
    assert message in sommaire(reponse)
    assert "<script>alert" not in reponse.content.decode()
    assert Depot.objects.get().etat == EtatDepot.RECU


def test_six_des_sept_mots_ne_suffisent_pas() -> None:
    code = un_depot_et_son_code()[1]
    assert suivre(" ".join(code.split()[:6])).status_code == 404
    assert suivre(" ".join(reversed(code.split()))).status_code == 404


def test_sans_code_du_tout_une_phrase_et_pas_de_panne() -> None:
    assert Client().post(SUIVI, {}).status_code == 400


@pytest.mark.usefixtures("db")
def test_dix_codes_inconnus_puis_attendre_et_un_bon_code_d_ailleurs_marche(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 1_800_000_000.0)
    code = un_depot_et_son_code()[1]
    essais = [suivre(f"{INCONNU} {rang}").status_code for rang in range(quotas.ESSAIS_DE_CODE.limite)]
    assert essais == [404] * 10
    arrete = suivre(code)
    assert arrete.status_code == 429
    assert "Réessayez dans dix minutes" in sommaire(arrete)
    assert suivre(code, adresse="198.51.100.9").status_code == 200
    monkeypatch.setattr("time.time", lambda: 1_800_000_000.0 + quotas.DIX_MINUTES)
    assert suivre(code).status_code == 200


@pytest.mark.usefixtures("db")
def test_de_bons_codes_ne_comptent_pas_contre_une_adresse() -> None:
    codes = [un_depot_et_son_code()[1] for _ in range(12)]
    assert {suivre(code).status_code for code in codes} == {200}
    assert {suivre(code, geste="retirer").status_code for code in codes} == {200}


def test_essayer_de_retirer_compte_comme_essayer_de_lire(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 1_800_000_000.0)
    statuts = [suivre(f"{INCONNU} {rang}", geste="retirer").status_code for rang in range(11)]
    assert statuts == [404] * 10 + [429]


def test_un_code_inconnu_et_un_texte_retire_ne_se_confondent_pas() -> None:
    code = un_depot_et_son_code()[1]
    suivre(code, geste="retirer")
    assert (suivre(code).status_code, suivre(INCONNU).status_code) == (200, 404)


def test_le_code_ne_passe_dans_aucun_journal(journal: io.StringIO) -> None:
    code = un_depot_et_son_code()[1]
    for geste in ("", "retirer", ""):
        suivre(code, geste=geste)
    suivre(f"{code} vermillon")
    ecrit = journal.getvalue()
    assert "UPDATE" in ecrit
    assert code not in ecrit
    assert "vermillon" not in ecrit


@pytest.mark.parametrize("entetes", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://ailleurs.example"}])
def test_un_autre_site_ne_peut_pas_retirer(entetes: dict[str, str]) -> None:
    code = un_depot_et_son_code()[1]
    assert Client().post(SUIVI, {"code": code, "geste": "retirer"}, headers=entetes).status_code == 403
    assert Depot.objects.get().etat == EtatDepot.RECU


def test_lire_son_etat_par_l_adresse_n_est_pas_possible() -> None:
    code = un_depot_et_son_code()[1]
    assert "Votre texte est reçu" not in page(Client().get(SUIVI, {"code": code}))
