"""What people do to a translation, as code does it."""

from collections.abc import Callable
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation

from pages.models import ContenuPage
from pages.traduction.depart import commencer
from pages.traduction.etats import EtatTraduction, avec_etat
from pages.traduction.memoire import phrases_a_traduire, traduction_de
from reseau.models import Compte
from tests.fabriques.pages import ContenuPageFactory, publier
from tests.fabriques.roles import une_relectrice, une_traductrice
from tests.pages.publication.gestes import agir, recrire, texte

CORPS = texte("<h2>Venez</h2><p>La porte est ouverte.</p>")


def anglais() -> Locale:
    """Return the other language."""
    return Locale.objects.get_or_create(language_code="en")[0]


def une_page_publique(titre: str = "La soupe du mardi", **champs: Any) -> ContenuPage:
    """Return a French page that everyone reads."""
    page: ContenuPage = publier(ContenuPageFactory.create(title=titre, **{"corps": CORPS, **champs}))
    return page


def commencee(page: Any, par: Compte | None = None) -> Any:
    """Return the draft twin of a page, just started."""
    return relue(commencer(page=page, langue=anglais(), par=par or une_traductrice()))


def relue(page: Any) -> Any:
    """Return the row of a page as it is now."""
    return type(page).objects.get(pk=page.pk)


def traduire_les_phrases(
    jumelle: Any, par: Compte | None = None, comment: Callable[[str], str] = lambda mots: f"{mots}*"
) -> int:
    """Translate every string that is not; return how many."""
    traduction = traduction_de(jumelle)
    assert traduction is not None
    segments = list(phrases_a_traduire(traduction))
    for segment in segments:
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=traduction.target_locale,
            defaults={"data": comment(segment.string.data), "translation_type": "manual", "last_translated_by": par},
        )
    return len(segments)


def publique(page: Any) -> Any:
    """Return the twin of a page, translated, submitted, approved."""
    from pages.traduction.soumission import soumettre  # noqa: PLC0415 - the tests of the door patch it

    for ancetre in [*page.get_ancestors().filter(depth__gt=1).specific(), page]:
        jumelle, traductrice = commencee(ancetre), une_traductrice()
        if not jumelle.live:
            traduire_les_phrases(jumelle, traductrice)
            soumettre(page=jumelle, par=traductrice)
            agir(relue(jumelle), une_relectrice())
    return relue(jumelle)


def republier(page: Any, **champs: Any) -> Any:
    """Make another version of a page public."""
    return publier(recrire(page, **champs))


def etat_de(page: Page, langue: Locale) -> EtatTraduction:
    """Return where the translation of a French page stands."""
    etat = avec_etat(Page.objects.filter(pk=page.pk), langue).values_list("etat_traduction", flat=True).get()
    return EtatTraduction(etat)
