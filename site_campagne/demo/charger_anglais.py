"""Load the English of the demo, by the gestures of who translates and of who reads them before the public."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from django.test.utils import override_settings
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import extract_strings

from medias.langues import Langue
from pages.traduction.depart import commencer
from pages.traduction.memoire import phrases_a_traduire
from pages.traduction.soumission import soumettre, traduction_exigee
from reseau.models import Compte
from temoignages.actions import Garde, approuver_traduction, releve_de, traduire
from temoignages.actions.traduire import empreinte_vue
from temoignages.etats import MotifGarde
from temoignages.models import Temoignage, Traduction

from .charger_pages import accueil_francais, publier

DOSSIER: Final = Path(__file__).with_name("anglais")
# One of each of what the screen of translations shows, beside those that are public and those that nobody began.
EN_COURS: Final = "/oeuvre/"
EN_ATTENTE: Final = "/communiques/on-nous-a-repondu/"
# Its French says one thing more since it was translated.
DEPASSEE: Final = "/participer/"
AJOUT: Final = " Et si vous manquez de chaises, écrivez-nous."


def charger_anglais() -> Iterator[str]:
    """Translate the pages and the words that have an English in the demo, unless somebody began already."""
    traductrice, lectrice = (Compte.objects.get(username=nom) for nom in ("traduction", "moderation1"))
    yield from _pages(traductrice, lectrice)
    yield from _paroles(traductrice, lectrice)


def _pages(traductrice: Compte, lectrice: Compte) -> Iterator[str]:
    anglais = Locale.objects.get(language_code=Langue.ANGLAIS)
    accueil = accueil_francais()
    for adresse, phrases in _lire("pages").items():
        page = Page.objects.filter(url_path=f"{accueil.url_path}{adresse[1:]}", live=True).first()
        if page is not None and not page.get_translation_or_none(anglais):
            francaise = page.specific
            jumelle = commencer(page=francaise, langue=anglais, par=traductrice)
            _ecrire(jumelle, _par_phrase(phrases), traductrice)
            _mener(jumelle, adresse, traductrice, lectrice)
            if adresse == DEPASSEE:
                francaise.chapeau += AJOUT
                publier(francaise)
            yield adresse


@override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend")  # nobody waits for these messages
def _mener(jumelle: Any, adresse: str, traductrice: Compte, lectrice: Compte) -> None:
    """Send a translation to its reader, and have her approve it, as far as the demo shows it."""
    if adresse == EN_COURS:
        return
    soumettre(page=_relue(jumelle), par=traductrice)
    if adresse != EN_ATTENTE:
        etape = _relue(jumelle).current_workflow_task_state
        etape.task.specific.on_action(etape, lectrice, "approve")


def _ecrire(jumelle: Any, phrases: Mapping[str, str], traductrice: Compte) -> None:
    """Write the strings that are known; those of what is still being translated are left for the reader to see."""
    traduction = traduction_exigee(jumelle)
    for segment in phrases_a_traduire(traduction):
        if anglaise := phrases.get(segment.string.data):
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=segment.context,
                locale=traduction.target_locale,
                data=anglaise,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                last_translated_by=traductrice,
            )


def _par_phrase(phrases: Mapping[str, str]) -> dict[str, str]:
    """Return the strings as the translator has them: each paragraph of a rich text is one."""
    dites: dict[str, str] = {}
    for francaise, anglaise in phrases.items():
        if francaise.startswith("<"):
            sources, cibles = (extract_strings(html)[1] for html in (francaise, anglaise))
            dites |= {source.data: cible.data for (source, _a), (cible, _b) in zip(sources, cibles, strict=True)}
        else:
            dites[francaise] = anglaise
    return dites


def _paroles(traductrice: Compte, lectrice: Compte) -> Iterator[str]:
    for texte, anglais in _lire("paroles").items():
        temoignage = Temoignage.objects.publies().filter(texte=texte).first()
        if temoignage is None or temoignage.traductions.exists():
            continue
        traduction = traduire(
            temoignage=temoignage,
            langue=Langue.ANGLAIS,
            par=traductrice,
            texte=anglais,
            vue=empreinte_vue(temoignage, None),
        )
        decidee = _decidee(temoignage, traduction, traductrice)
        approuver_traduction(traduction=decidee, par=lectrice, vue=empreinte_vue(temoignage, decidee))
        yield temoignage.pk


def _decidee(temoignage: Temoignage, traduction: Traduction, traductrice: Compte) -> Traduction:
    """Keep what the machine finds in a translation: these words are invented and name nobody."""
    ouverts = releve_de(temoignage, traduction).ouverts
    if not ouverts:
        return traduction
    return traduire(
        temoignage=temoignage,
        langue=traduction.langue,
        par=traductrice,
        texte=traduction.texte,
        vue=empreinte_vue(temoignage, traduction),
        gardes=[Garde(constat.debut, constat.fin, MotifGarde.MOT_COURANT) for constat in ouverts],
    )


def _relue(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def _lire(nom: str) -> dict[str, Any]:
    lu: dict[str, Any] = json.loads((DOSSIER / f"{nom}.json").read_text(encoding="utf-8"))
    return lu
