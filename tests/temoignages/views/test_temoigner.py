"""`/temoigner/`: words given, a code received, once."""

import io
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from reseau.models import Compte
from temoignages.actions import lire, prendre
from temoignages.etats import MotifLecture
from temoignages.models import Consentement, Depot
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import AmorceFactory, une_personne

from .envoi import MOTS, TEMOIGNER, code_affiche, envoyer, formulaire, jeton, page

pytestmark = pytest.mark.django_db


def relire(depot: Depot, par: Compte) -> str:
    """Return the words that a deposit holds."""
    prendre(depot=depot, par=par)
    depot.refresh_from_db()
    return lire(depot=depot, par=par, motif=MotifLecture.MODERATION).brut


def test_un_texte_est_recu_et_son_code_montre_dans_un_output(premiere: Compte) -> None:
    reponse = envoyer()
    assert reponse.status_code == 200
    assert len(code_affiche(reponse).split()) == 7
    depot = Depot.objects.get()
    assert relire(depot, premiere) == MOTS
    assert [c.portee for c in Consentement.objects.filter(empreinte_code=depot.empreinte_code)] == ["web"]


def test_la_page_de_reception_ne_repete_pas_les_mots() -> None:
    assert MOTS not in page(envoyer())


def test_les_choix_de_la_personne_sont_gardes() -> None:
    amorce, ressource = AmorceFactory.create(), RessourceFactory.create(region="05")
    envoyer(amorce=amorce.pk, ressource=ressource.pk, attribution="region", usages=["web", "presse"], duree="trois_ans")
    depot = Depot.objects.get()
    consentements = Consentement.objects.filter(empreinte_code=depot.empreinte_code)
    assert (depot.amorce, depot.ressource, depot.region, depot.attribution_voulue) == (
        amorce,
        ressource,
        "05",
        "region",
    )
    assert {c.portee for c in consentements} == {"web", "presse"}
    assert {c.jusqu_au.year for c in consentements} == {depot.edition + 3}


@pytest.mark.parametrize(
    "texte",
    [
        "<script>alert(1)</script> & <b>des mots</b>",
        "☕ merci",
        "שלום, de la table",
        "un homme \U0001f468‍\U0001f469‍\U0001f467 et sa famille",
        "DIRE NON",
        "é" * 10_000,
        "ok\n\nen deux temps",
        "' OR 1=1; DROP TABLE temoignages_depot; --",
        "{{ depot }} {% include 'x' %} %s %(texte)s",
    ],
)
def test_un_texte_tape_comme_on_tape_est_recu_tel_quel(texte: str, premiere: Compte) -> None:
    assert envoyer(texte=texte).status_code == 200
    assert relire(Depot.objects.get(), premiere) == texte


@pytest.mark.parametrize(
    ("texte", "garde"),
    [
        ("des\x00mots", "desmots"),
        ("\x1b[31mrouge\x07", "[31mrouge"),
        ("in\u200bvi\ufeffsi\u00adble", "invisible"),
        ("\u202erevne à l’\u202c", "revne à l’"),
        ("  autour  ", "autour"),
        ("e\u0301crire", "écrire"),
    ],
)
def test_les_caracteres_invisibles_sont_retires(texte: str, garde: str, premiere: Compte) -> None:
    assert envoyer(texte=texte).status_code == 200
    assert relire(Depot.objects.get(), premiere) == garde


def test_le_meme_formulaire_deux_fois_donne_le_meme_code_et_une_rangee() -> None:
    envoi = formulaire()
    premier, second = Client().post(TEMOIGNER, envoi), Client().post(TEMOIGNER, envoi)
    assert code_affiche(premier) == code_affiche(second)
    assert "voici le même code" in page(second)
    assert "voici le même code" not in page(premier)
    assert Depot.objects.count() == 1


def test_le_second_envoi_ne_change_pas_les_mots_du_premier(premiere: Compte) -> None:
    meme = jeton()
    envoyer(jeton=meme)
    envoyer(jeton=meme, texte="d’autres mots")
    assert relire(Depot.objects.get(), premiere) == MOTS


def test_deux_formulaires_donnent_deux_codes() -> None:
    assert code_affiche(envoyer()) != code_affiche(envoyer())
    assert Depot.objects.count() == 2


def test_un_envoi_apres_23_heures_est_encore_recu() -> None:
    assert envoyer(jeton=jeton(timedelta(hours=23))).status_code == 200


def test_les_lignes_d_aide_encadrent_le_formulaire_et_le_code() -> None:
    for reponse in (Client().get(TEMOIGNER), envoyer(), envoyer(texte="")):
        source = page(reponse)
        corps = source.index('<main id="contenu">')
        avant, apres = source[:corps], source[source.index("</main>") :]
        assert 'href="tel:+18662773553"' in avant
        numeros = ["tel:+18662773553", "sms:535353", "tel:811", "tel:988", "tel:911"]
        places = [apres.index(f'href="{numero}"') for numero in numeros]
        assert places == sorted(places)


def test_la_page_dit_que_personne_ne_lit_en_temps_reel() -> None:
    assert "Personne ne lit ici en temps réel" in page(Client().get(TEMOIGNER))


def test_la_page_ne_promet_que_ce_qui_est_tenu() -> None:
    source = page(Client().get(TEMOIGNER))
    assert "sans nom, selon une procédure d’anonymisation" in source
    assert "anonyme" not in source.lower().replace("anonymisation", "")


DANGER = "Je veux mourir, chu rendue au boutte dans ma chambre bleue"


def test_des_mots_de_danger_montrent_l_alerte_et_passent_en_premier() -> None:
    envoyer()
    source = page(envoyer(texte=DANGER))
    assert re.search(r"appelez le 1 866 277-3553.*911", source)
    assert [depot.urgent for depot in Depot.objects.a_lire()] == [True, False]


def test_sans_danger_ni_alerte_ni_courriel(premiere: Compte) -> None:
    assert "en danger maintenant. Personne" not in page(envoyer())
    assert mail.outbox == []


def test_l_alerte_ne_part_qu_aux_personnes_qui_moderent_et_ne_porte_que_le_numero(premiere: Compte) -> None:
    une_personne("retirer_depot")
    une_personne(is_active=False)
    une_personne(email="")
    ressource = RessourceFactory.create(nom="Le Phare de verre", region="05")
    code = code_affiche(envoyer(texte=DANGER, ressource=ressource.pk))
    depot = Depot.objects.get()
    (message,) = mail.outbox
    assert message.to == [premiere.email]
    assert str(depot.pk) in message.body
    entier = str(message.message())
    mots = {mot for mot in re.findall(r"\w{4,}", f"{DANGER} {code} Phare verre Estrie") if mot != "dans"}
    assert [mot for mot in mots if mot in entier] == []


def test_un_double_clic_n_alerte_qu_une_fois(premiere: Compte) -> None:
    meme = jeton()
    envoyer(jeton=meme, texte=DANGER)
    assert "277-3553" in page(envoyer(jeton=meme, texte=DANGER))
    assert len(mail.outbox) == 1


def test_un_courriel_en_panne_n_empeche_pas_de_recevoir(premiere: Compte, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_PORT = 9  # type: ignore[attr-defined]  # nothing listens there
    assert envoyer(texte=DANGER).status_code == 200


def test_une_phrase_de_l_adresse_est_deja_choisie() -> None:
    amorce = AmorceFactory.create()
    source = page(Client().get(TEMOIGNER, {"phrase": amorce.pk}))
    assert re.search(rf'name="amorce"[^>]*value="{amorce.pk}"[^>]*checked', source)


@pytest.mark.parametrize("phrase", ["abc", "-1", "²", "99999999999999999999", "'; --", "\x00", "٣"])
def test_une_phrase_inconnue_dans_l_adresse_est_ignoree(phrase: str) -> None:
    AmorceFactory.create()
    assert Client().get(TEMOIGNER, {"phrase": phrase}).status_code == 200


def test_une_phrase_retiree_de_l_offre_n_est_pas_proposee() -> None:
    AmorceFactory.create(texte="Une vieille phrase…", active=False)
    RessourceFactory.create(nom="La Fermée", active=False)
    source = page(Client().get(TEMOIGNER))
    assert "Une vieille phrase" not in source
    assert "La Fermée" not in source


def test_rien_de_ce_qui_est_tape_ni_le_code_ne_passe_dans_un_journal(journal: io.StringIO) -> None:
    texte = f"{DANGER} et mon cousin Vermillon"
    code = code_affiche(envoyer(texte=texte, usages=["web"]))
    ecrit = journal.getvalue()
    assert "INSERT" in ecrit
    assert [mot for mot in ("Vermillon", "mourir", "boutte", code) if mot in ecrit] == []
