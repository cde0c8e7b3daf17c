"""`/temoigner/suivi/` for someone with several texts, and for someone who answers a proposal."""

import io
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from reseau.models import Compte
from temoignages.actions import lire, renvoyer, retoucher, soumettre
from temoignages.etats import Avertissement, EtatDepot, MotifLecture, MotifRenvoi, Portee
from temoignages.models import Depot, PhraseSuivi, Temoignage, Trace
from temoignages.suivi import repere_de
from tests.fabriques.temoignages import (
    AmorceFactory,
    approuver_depot,
    soumettre_depot,
    un_depot,
    un_depot_et_son_code,
)

from .envoi import ADRESSE_RESEAU, MOTS, SUIVI, Reponse, page, sommaire, suivre

pytestmark = pytest.mark.django_db
DEMANDE = "Enlevez la bouilloire mauve du corridor."


def agir(code: str, geste: str, depot: Depot | None = None, **champs: Any) -> Reponse:
    """Press a button of the page."""
    envoi = {"code": code, "geste": geste, **({"texte": repere_de(depot)} if depot else {}), **champs}
    return Client().post(SUIVI, envoi, REMOTE_ADDR=ADRESSE_RESEAU)


def vu(reponse: Reponse) -> str:
    """Return which proposal the page shows."""
    return re.findall(r'name="vu" value="(\w{64})"', page(reponse))[0]


def annonce(reponse: Reponse) -> str:
    """Return what the page says first; its contents have one live region."""
    (phrase,) = re.findall(r'role="status">(.*?)</p>', page(reponse).partition("<main")[2])
    return str(phrase)


@pytest.fixture
def code_et_depots(premiere: Compte, seconde: Compte) -> tuple[str, list[Depot]]:
    """Return a code and its three texts: published, submitted, received."""
    amorce = AmorceFactory.create(texte="Autour de la table, je trouve…")
    publie, code = un_depot_et_son_code("ma place au chaud", amorce=amorce)
    approuver_depot(soumettre_depot(publie, premiere), seconde)
    soumis = soumettre_depot(un_depot("une tasse bleue", auteur=publie.auteur), premiere)
    depots = [publie, soumis, un_depot("un banc de bois", auteur=publie.auteur)]
    for rang, depot in enumerate(depots):  # the clock of the tests does not move
        Depot.objects.filter(pk=depot.pk).update(recu_le=depot.recu_le + timedelta(minutes=rang))
    return code, depots


def test_chaque_texte_du_code_a_sa_phrase_son_annee_son_etat_et_sa_carte(
    code_et_depots: tuple[str, list[Depot]],
) -> None:
    code, _ = code_et_depots
    reponse = suivre(code)
    source = page(reponse)
    assert annonce(reponse) == "3 textes sont sous votre code."
    titres = [" ".join(re.sub(r"<[^>]*>", " ", t).split()) for t in re.findall(r"<h2 class=.*?</h2>", source)]
    assert titres[:3] == [
        "1. Autour de la table, je trouve… Journée 2027",
        "2. Texte libre Journée 2027",
        "3. Texte libre Journée 2027",
    ]
    for phrase in ("Votre texte est publié.", "Une seconde personne va le relire.", "Il attend d’être lu."):
        assert source.count(phrase) == 1
    assert [mot in source for mot in ("ma place au chaud", "une tasse bleue", "un banc de bois")] == [
        True,
        False,
        False,
    ]
    assert source.count('value="retirer"') == 3
    assert source.count('value="tout_retirer"') == 1


def test_retirer_un_seul_texte_laisse_les_autres(code_et_depots: tuple[str, list[Depot]]) -> None:
    code, (publie, soumis, recu) = code_et_depots
    for _ in range(2):
        reponse = agir(code, "retirer", publie)
        assert reponse.status_code == 200
        assert "est retiré" in annonce(reponse)
        assert page(reponse).count('value="retirer"') == 2
    etats = [Depot.objects.get(pk=depot.pk).etat for depot in (publie, soumis, recu)]
    assert etats == [EtatDepot.RETIRE, EtatDepot.SOUMIS, EtatDepot.RECU]
    assert Client().get(Temoignage.objects.get().url).status_code == 410


def test_tout_retirer_reprend_tout_et_deux_fois(code_et_depots: tuple[str, list[Depot]]) -> None:
    code, _ = code_et_depots
    for _ in range(2):
        reponse = agir(code, "tout_retirer")
        assert "<h1>Retiré</h1>" in page(reponse)
        assert annonce(reponse) == "Tous vos textes sont retirés. Ils ne sont plus sur aucune page."
        assert "retirer" not in re.findall(r'name="geste" value="(\w+)"', page(reponse))
    assert set(Depot.objects.values_list("etat", flat=True)) == {EtatDepot.RETIRE}


def test_sans_dire_lequel_rien_n_est_retire_quand_il_y_en_a_plusieurs(
    code_et_depots: tuple[str, list[Depot]],
) -> None:
    code, _ = code_et_depots
    reponse = agir(code, "retirer")
    assert reponse.status_code == 404
    assert "Choisissez un texte" in page(reponse)
    assert not Depot.objects.filter(etat=EtatDepot.RETIRE).exists()


@pytest.mark.parametrize("geste", ["lire", "accepter", "demander", "retirer"])
def test_le_code_d_une_autre_personne_ne_voit_ni_ne_touche_rien(
    geste: str, code_et_depots: tuple[str, list[Depot]]
) -> None:
    _, (_publie, soumis, _recu) = code_et_depots
    autre = un_depot_et_son_code("autre chose")[1]
    for repere in (repere_de(soumis), str(soumis.pk), soumis.empreinte_code, ""):
        reponse = agir(autre, geste, texte=repere, vu="", demande=DEMANDE)
        assert reponse.status_code == 404
        assert "une tasse bleue" not in page(reponse)
    soumis.refresh_from_db()
    assert (soumis.etat, soumis.bon_a_tirer, soumis.demande_auteur) == (EtatDepot.SOUMIS, "", None)
    assert not Trace.objects.filter(motif=MotifLecture.AUTEUR).exists()


def test_le_texte_propose_ne_s_ouvre_que_si_on_le_demande(code_et_depots: tuple[str, list[Depot]]) -> None:
    code, (_, soumis, _) = code_et_depots
    suivre(code)
    assert not Trace.objects.filter(motif=MotifLecture.AUTEUR).exists()
    source = page(agir(code, "lire", soumis))
    assert "une tasse bleue" in source
    assert "un banc de bois" not in source
    assert Trace.objects.get(motif=MotifLecture.AUTEUR).objet_id == str(soumis.pk)


def test_accepter_le_texte_vu_puis_la_porte_s_ouvre(premiere: Compte, seconde: Compte) -> None:
    depot, code = un_depot_et_son_code(relecture_voulue=True)
    assert "Il ne sera pas publié sans votre accord" in page(suivre(code))
    soumettre_depot(depot, premiere)
    lue = vu(agir(code, "lire"))
    for _ in range(2):
        reponse = agir(code, "accepter", depot, vu=lue)
        assert reponse.status_code == 200
        assert "Vous avez accepté le texte proposé." in annonce(reponse)
    assert approuver_depot(depot, seconde).texte == MOTS


def test_accepter_un_texte_qui_a_change_montre_le_nouveau(premiere: Compte, seconde: Compte) -> None:
    depot, code = un_depot_et_son_code(relecture_voulue=True)
    soumettre_depot(depot, premiere)
    lue = vu(agir(code, "lire"))
    renvoyer(depot=depot, par=seconde, motif=MotifRenvoi.SENS)
    texte = lire(depot=depot, par=premiere, motif=MotifLecture.MODERATION)
    retoucher(depot=depot, par=premiere, empreinte_vue=texte.empreinte, texte="du monde")
    soumettre(
        depot=depot,
        par=premiere,
        empreinte_vue=lire(depot=depot, par=premiere, motif=MotifLecture.MODERATION).empreinte,
    )
    reponse = agir(code, "accepter", depot, vu=lue)
    assert reponse.status_code == 409
    assert "Le texte a changé depuis que vous l’avez ouvert." in page(reponse)
    assert vu(reponse) != lue
    assert Depot.objects.get().bon_a_tirer == ""


def test_demander_un_changement_et_le_redemander_par_un_double_clic(premiere: Compte) -> None:
    depot, code = un_depot_et_son_code()
    soumettre_depot(depot, premiere)
    lue = vu(agir(code, "lire"))
    for _ in range(2):
        reponse = agir(code, "demander", depot, vu=lue, demande=DEMANDE)
        assert reponse.status_code == 200
        assert "Votre demande est reçue." in annonce(reponse)
        assert "Il ne sera pas publié sans votre accord" in page(reponse)
        assert DEMANDE not in page(reponse)
    depot.refresh_from_db()
    assert (depot.etat, depot.pris_par) == (EtatDepot.EN_LECTURE, premiere)


@pytest.mark.parametrize("demande", ["", "  ", "a" * 501])
def test_une_demande_a_revoir_reste_sous_les_yeux_avec_le_texte(premiere: Compte, demande: str) -> None:
    depot, code = un_depot_et_son_code()
    soumettre_depot(depot, premiere)
    lue = vu(agir(code, "lire"))
    reponse = agir(code, "demander", depot, vu=lue, demande=demande)
    assert reponse.status_code == 400
    assert "Ce qu’il faut changer" in sommaire(reponse)
    assert demande.strip() in page(reponse)
    assert MOTS in page(reponse)
    assert '<details class="repli" open>' in page(reponse)
    assert Depot.objects.get().etat == EtatDepot.SOUMIS


def test_une_demande_qui_parle_de_danger_montre_les_lignes(premiere: Compte, mailoutbox: list[Any]) -> None:
    depot, code = un_depot_et_son_code()
    soumettre_depot(depot, premiere)
    reponse = agir(code, "demander", depot, vu=vu(agir(code, "lire")), demande="Je veux mourir.")
    assert "en danger maintenant" in page(reponse)
    assert len(mailoutbox) == Compte.objects.count()
    assert not any("mourir" in f"{lettre.subject}{lettre.body}" for lettre in mailoutbox)


@pytest.mark.parametrize("geste", ["lire", "accepter", "demander"])
def test_hors_de_la_seconde_lecture_la_page_dit_ou_en_est_le_texte(geste: str) -> None:
    depot, code = un_depot_et_son_code()
    reponse = agir(code, geste, depot, vu="x", demande=DEMANDE)
    assert reponse.status_code == 409
    assert "Votre texte a changé d’étape" in page(reponse)
    assert annonce(reponse) == "Votre texte est reçu. Il attend d’être lu."
    assert "Lire le texte proposé" not in page(reponse)


def test_publie_ailleurs_il_se_lit_sans_bouton_pour_l_accepter(premiere: Compte, seconde: Compte) -> None:
    depot, code = un_depot_et_son_code(usages=[Portee.IMPRIME])
    approuver_depot(soumettre_depot(depot, premiere), seconde)
    assert MOTS not in page(suivre(code))
    source = page(agir(code, "lire", depot))
    assert MOTS in source
    assert re.findall(r'name="geste" value="(\w+)"', source) == ["retirer"]


def test_la_proposition_montre_son_avertissement_et_rien_de_qui_lit(premiere: Compte) -> None:
    depot, code = un_depot_et_son_code("<b>gras</b> & {{ depot }}")
    soumettre_depot(depot, premiere)
    Depot.objects.update(avertissement=Avertissement.DEUIL)
    reponse = agir(code, "lire", depot)
    assert "&lt;b&gt;gras&lt;/b&gt; &amp; {{ depot }}" in reponse.content.decode()
    source = page(reponse)
    assert "Ce texte parle de : deuil." in source
    assert [mot for mot in ("Première", "Lectrice", premiere.username, str(depot.pk)[:8]) if mot in source] == []


def test_la_phrase_du_personnel_est_montree_telle_quelle() -> None:
    PhraseSuivi.objects.create(statut="recu", texte="<b>Reçu</b> & merci.")
    assert "&lt;b&gt;Reçu&lt;/b&gt; &amp; merci." in suivre(un_depot_et_son_code()[1]).content.decode()


def test_ni_code_ni_demande_dans_un_journal(premiere: Compte, journal: io.StringIO) -> None:
    depot, code = un_depot_et_son_code()
    soumettre_depot(depot, premiere)
    reponse = agir(code, "demander", depot, vu=vu(agir(code, "lire")), demande=DEMANDE)
    assert "no-store" in reponse["Cache-Control"]
    assert reponse["Referrer-Policy"] == "no-referrer"
    assert not reponse.cookies
    ecrit = journal.getvalue()
    assert "UPDATE" in ecrit
    assert [mot for mot in (code, "bouilloire", "corridor", MOTS) if mot in ecrit] == []


@pytest.mark.parametrize("geste", ["lire", "accepter", "demander", "tout_retirer"])
def test_un_autre_site_ne_peut_rien_faire(geste: str, premiere: Compte) -> None:
    depot, code = un_depot_et_son_code()
    soumettre_depot(depot, premiere)
    envoi = {"code": code, "geste": geste, "demande": DEMANDE}
    assert Client().post(SUIVI, envoi, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert Depot.objects.get().etat == EtatDepot.SOUMIS
    assert not Trace.objects.filter(motif=MotifLecture.AUTEUR).exists()
