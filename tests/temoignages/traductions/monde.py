"""Translations as the room's own actions make them."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import translation

from reseau.models import Compte
from temoignages.actions import Garde, approuver_traduction, releve_de, traduire
from temoignages.actions.traduire import empreinte_vue
from temoignages.etats import MotifGarde
from temoignages.models import Temoignage, Traduction
from tests.fabriques.temoignages import un_temoignage, une_personne
from tests.temoignages.views.envoi import Reponse

MOTS, WORDS = "une chaise qui m’attend", "a chair that waits for me"


def quelqu_un(**champs: Any) -> Compte:
    """Return an account that translates and approves."""
    return une_personne(**champs)


def vue_de(temoignage: Temoignage, langue: str = "en") -> str:
    """Return what names the texts that someone who opens the screen now has before them."""
    ici = Temoignage.objects.get(pk=temoignage.pk)
    return empreinte_vue(ici, ici.traductions.filter(langue=langue).first())


def ecrire(temoignage: Temoignage, texte: str = WORDS, par: Compte | None = None, langue: str = "en") -> Traduction:
    """Write a translation; what is flagged in it stays undecided."""
    qui = par or quelqu_un()
    return traduire(temoignage=temoignage, langue=langue, par=qui, texte=texte, vue=vue_de(temoignage, langue))


def tout_garder(traduction: Traduction) -> Traduction:
    """Keep every flagged passage, with a reason, by the same person."""
    ouverts = releve_de(traduction.temoignage, traduction).ouverts
    return traduire(
        temoignage=traduction.temoignage,
        langue=traduction.langue,
        par=traduction.modifiee_par,
        texte=traduction.texte,
        vue=vue_de(traduction.temoignage, traduction.langue),
        gardes=[Garde(constat.debut, constat.fin, MotifGarde.MOT_COURANT) for constat in ouverts],
    )


def approuver(traduction: Traduction, par: Compte | None = None) -> Traduction:
    """Approve a translation as it stands."""
    vue = vue_de(traduction.temoignage, traduction.langue)
    return approuver_traduction(traduction=traduction, par=par or quelqu_un(), vue=vue)


def un_temoignage_traduit(texte: str = MOTS, traduit: str = WORDS, **champs: Any) -> Temoignage:
    """Return published words with their approved translation."""
    temoignage = un_temoignage(texte, **champs)
    approuver(ecrire(temoignage, traduit, langue="fr" if temoignage.langue == "en" else "en"))
    return temoignage


def adresse(temoignage: Temoignage, langue: str = "en") -> str:
    """Return the address of a testimony's own page in one language."""
    with translation.override(langue):
        return reverse("temoignages:parole", args=[temoignage.pk])


def lire(temoignage: Temoignage, langue: str = "en") -> str:
    """Return its own page in one language, as a reader gets it."""
    reponse = Client().get(adresse(temoignage, langue))
    assert reponse.status_code == 200
    return reponse.content.decode()


def ecran(temoignage: Temoignage, langue: str = "en") -> str:
    """Return the address of the screen of one translation."""
    return reverse("paroles:traduction", args=[temoignage.pk, langue])


def presser(client: Client, temoignage: Temoignage, geste: str, **champs: str) -> Reponse:
    """Press a button of the screen, with what it holds."""
    vu = client.get(ecran(temoignage)).context
    envoi = {"geste": geste, "vue": vu["vue"]}
    envoi |= {champ.html_name: str(champ.value()) for champ in vu["gardes"].management_form}
    for formulaire in vu["gardes"]:
        envoi |= {champ.html_name: str(champ.value() or "") for champ in formulaire}
    return client.post(ecran(temoignage), envoi | champs, follow=True)
