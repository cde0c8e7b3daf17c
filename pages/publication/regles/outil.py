"""A tool that may be taken: it gives something, in a language, under a licence, to who cannot see it as well."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from medias.ponctuation import entre_guillemets, intitule

from ...boite.etats import Lecture
from ...boite.fichiers import est_public
from ..constats import Constat, Regle, Severite


def chercher(outil: Any) -> Iterator[Constat]:
    """Yield what keeps a tool from being taken, or from being taken again."""
    rangees = list(outil.fichiers.all())
    if not rangees:
        yield Constat("fichiers", _("Un outil donne au moins un fichier ou un lien."))
    for rangee in rangees:
        yield from (
            Constat("fichiers", intitule(entre_guillemets(rangee.libelle), faute)) for faute in _du_fichier(rangee)
        )
    if rangees and not outil.raison_sans_accessible.strip() and not all(map(_est_accessible, rangees)):
        message = _(
            "Un fichier ne se lit pas avec un lecteur d’écran : ajoutez sa version accessible, ou dites pourquoi."
        )
        yield Constat("raison_sans_accessible", message)
    if not outil.licence:
        yield Constat("licence", _("Choisissez une licence : les gens doivent savoir ce qu’ils peuvent en faire."))
    elif outil.licence.startswith("cc-") and not outil.attribution.strip():
        yield Constat("attribution", _("Cette licence demande un crédit : écrivez la phrase à recopier."))
    yield from _de_la_version_simple(outil)


def _du_fichier(rangee: Any) -> Iterator[str]:
    presents = [valeur for valeur in (rangee.document, rangee.enregistrement, rangee.adresse) if valeur]
    if len(presents) != 1:
        yield _("choisissez un document, un enregistrement ou un lien, et un seul.")
    if rangee.document:
        yield from _du_document(rangee.document)
    if rangee.enregistrement:
        yield from _de_l_enregistrement(rangee.enregistrement)
    if rangee.adresse and not rangee.langue:
        yield _("dites dans quelle langue est l’autre site.")


def _du_document(document: Any) -> Iterator[str]:
    if not est_public(document):
        yield _("ce document n’est pas public.")
    elif document.version_accessible and not est_public(document.version_accessible):
        yield _("la version accessible de ce document n’est pas publique.")


def _de_l_enregistrement(enregistrement: Any) -> Iterator[str]:
    if not enregistrement.est_montrable:
        yield _("cet enregistrement n’est pas prêt, ou une personne n’a pas donné son accord.")
    elif not enregistrement.a_une_transcription:
        yield _("cet enregistrement n’a pas de transcription relue.")


def _est_accessible(rangee: Any) -> bool:
    """Say whether a row can be read with a screen reader; a recording without a transcript is refused elsewhere."""
    document = rangee.document
    return bool(
        rangee.est_accessible or rangee.enregistrement or (document and est_public(document.version_accessible))
    )


def _de_la_version_simple(outil: Any) -> Iterator[Constat]:
    simple = outil.version_simple
    if simple is None:
        return
    if simple.pk == outil.pk:
        yield Constat("version_simple", _("La version facile à lire est un autre outil que celui-ci."))
    elif simple.niveau != Lecture.FACILE:
        yield Constat("version_simple", _("L’outil choisi n’est pas marqué « facile à lire »."))


def chercher_dans_la_trousse(trousse: Any) -> Iterator[Constat]:
    """Yield what keeps a kit from being taken: it has no tool, or one that is not public."""
    choisis = list(trousse.choisis.all())
    if not choisis:
        yield Constat("choisis", _("Une trousse rassemble au moins un outil."))
    for choisi in choisis:
        if not choisi.outil.live:
            message = _("« %(outil)s » n’est pas publié : publiez-le d’abord, ou retirez-le de la trousse.")
            yield Constat("choisis", message % {"outil": choisi.outil.title})


OUTIL = Regle("outil", Severite.BLOQUANT, chercher)
TROUSSE = Regle("trousse", Severite.BLOQUANT, chercher_dans_la_trousse)
