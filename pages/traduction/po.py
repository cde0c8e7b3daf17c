"""PO files, out and back: a file is received whole or not at all, and each refusal is a sentence."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import polib  # type: ignore[import-untyped]  # it has no types
from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, Translation, TranslationContext
from wagtail_localize.strings import StringValue, validate_translation_links

from medias.ponctuation import entre_guillemets

from .mains import noter_la_main

TAILLE_MAX: Final = 2_000_000
MARQUE: Final = "X-WagtailLocalize-TranslationID"
EXEMPLES: Final = 3


class FichierRefuse(Exception):
    """The file was not received; its words say why."""


def exporter(traduction: Translation) -> str:
    """Return the PO file of a translation, with the language that it expects."""
    po = traduction.export_po()
    po.metadata["Language"] = traduction.target_locale.language_code
    return str(po)


@transaction.atomic
def importer(traduction: Translation, octets: bytes, par: Any) -> tuple[int, int, int]:
    """Receive a PO file.

    Args:
        traduction: what it translates.
        octets: the file.
        par: who sends it.

    Returns:
        How many strings it translates, how many it holds that the page no longer has, and how many it says are to be
        checked (« fuzzy »); the last two are left aside.

    Raises:
        FichierRefuse: it is not a PO file, is another page's, or holds strings that nobody asked for.
    """
    po = _lire(octets)
    _exiger_la_bonne_page(po, traduction)
    remplies = [entree for entree in po if entree.msgstr.strip() and not entree.obsolete]
    entrees = [entree for entree in remplies if not entree.fuzzy]
    connues = {
        (texte, chemin)
        for texte, chemin in StringSegment.objects.filter(source=traduction.source).values_list(
            "string__data", "context__path"
        )
    }
    _exiger_des_phrases_de_la_page(entrees, traduction)
    bonnes = [entree for entree in entrees if (entree.msgid, entree.msgctxt) in connues]
    _exiger_des_balises_justes(bonnes)
    recu = polib.POFile()
    recu.metadata = po.metadata
    recu.extend(bonnes)
    traduction.import_po(recu, user=par, tool_name="PO")
    if bonnes:
        noter_la_main(traduction.get_target_instance(), par)
    return len(bonnes), len(entrees) - len(bonnes), len(remplies) - len(entrees)


def _lire(octets: bytes) -> polib.POFile:
    if len(octets) > TAILLE_MAX:
        raise FichierRefuse(_("Ce fichier est trop gros : deux mégaoctets au plus."))
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError as erreur:
        raise FichierRefuse(
            _("Ce fichier n’est pas en UTF-8. Enregistrez-le dans ce codage, puis recommencez.")
        ) from erreur
    # polib would open a file of the server named by what it is given: it is given a file of ours.
    with tempfile.TemporaryDirectory() as dossier:
        fichier = Path(dossier) / "recu.po"
        fichier.write_bytes(octets)
        try:
            po = polib.pofile(str(fichier), encoding="utf-8")
        except (OSError, ValueError, IndexError, AttributeError) as erreur:
            raise FichierRefuse(_("Ce n’est pas un fichier PO : donnez celui que le site a exporté.")) from erreur
    return po


def _exiger_la_bonne_page(po: polib.POFile, traduction: Translation) -> None:
    marque = po.metadata.get(MARQUE, "")
    if not marque:
        raise FichierRefuse(_("Ce n’est pas un fichier PO : donnez celui que le site a exporté."))
    langue = po.metadata.get("Language", "")
    if langue and langue != traduction.target_locale.language_code:
        raise FichierRefuse(
            _("Ce fichier est dans une autre langue (%(langue)s).") % {"langue": Truncator(langue).chars(12)}
        )
    if marque != str(traduction.uuid):
        raise FichierRefuse(_("Ce fichier est celui d’une autre page."))


def _exiger_des_phrases_de_la_page(entrees: list[polib.POEntry], traduction: Translation) -> None:
    chemins = set(
        TranslationContext.objects.filter(object_id=traduction.source.object_id).values_list("path", flat=True)
    )
    inconnues = [entree for entree in entrees if entree.msgctxt not in chemins]
    if inconnues:
        raise FichierRefuse(
            _("Ce fichier traduit des phrases que la page n’a jamais eues (%(exemples)s). Exportez-le de nouveau.")
            % {"exemples": _exemples(entree.msgid for entree in inconnues)}
        )


def _exiger_des_balises_justes(entrees: list[polib.POEntry]) -> None:
    fautives = [entree.msgid for entree in entrees if not _est_juste(entree)]
    if fautives:
        raise FichierRefuse(
            _("Les balises ou les liens ont changé dans la traduction de %(exemples)s : gardez-les comme en français.")
            % {"exemples": _exemples(iter(fautives))}
        )


def _est_juste(entree: polib.POEntry) -> bool:
    try:
        StringValue.from_translated_html(entree.msgstr)
        validate_translation_links(entree.msgid, entree.msgstr)
    except ValueError:
        return False
    return True


def _exemples(phrases: Iterator[str]) -> str:
    return ", ".join(
        entre_guillemets(Truncator(phrase).chars(40)) for _rang, phrase in zip(range(EXEMPLES), phrases, strict=False)
    )
