"""What an episode needs to go out: something to hear, its words, the consent of who is named, a number of its own."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from medias.models import PorteeNom

from ...balado.etats import GenreEpisode
from ..constats import Constat, Regle, Severite
from ..pieces import pieces
from .noms import fautes, jour_de_sortie


def enregistrements(page: Any) -> Iterator[Constat]:
    """Yield a version that is missing, or whose words nobody reviewed; `ENREGISTREMENTS` says if it may be shown."""
    if page.enregistrement is None:
        yield Constat("enregistrement", _("Il n’y a rien à écouter : choisissez un enregistrement."))
    for champ in ("enregistrement", "enregistrement_sans"):
        version = getattr(page, champ)
        if version is not None and not _est_relu(version):
            message = _("Il n’a pas de transcription relue en %(langue)s : qui n’entend pas n’aurait rien.")
            yield Constat(champ, message % {"langue": version.get_langue_display()})
    if page.enregistrement_id and page.enregistrement_id == page.enregistrement_sans_id:
        yield Constat("enregistrement_sans", _("La version de remplacement est un autre enregistrement."))


def _est_relu(version: Any) -> bool:
    """Say whether someone reviewed what is said, in the language that is spoken, and that there are words."""
    siennes = (piste for piste in version.pistes.all() if piste.langue == version.langue)
    return any(piste.est_relue and piste.repliques for piste in siennes)


def prudence_dite(page: Any) -> Iterator[Constat]:
    """Yield the question of the content warning, when nobody answered it."""
    if not page.avertissement:
        yield Constat("avertissement", _("Faut-il avertir avant l’écoute? Choisissez le sujet, ou dites que non."))


def numero(page: Any) -> Iterator[Constat]:
    """Yield a number that is missing, or that is another's."""
    if page.genre == GenreEpisode.COMPLET and page.numero is None:
        yield Constat("numero", _("Un épisode a un numéro; une bande-annonce et un supplément peuvent s’en passer."))
    if faute := page.faute_de_numero:
        yield Constat("numero", faute)


def personnes(page: Any) -> Iterator[Constat]:
    """Yield the people without a consent that covers the site on the day it goes out, and the rows that say nothing."""
    jour = jour_de_sortie(page)
    for personne in page.personnes.all():
        if personne.autorisation is not None:
            yield from (Constat("personnes", faute) for faute in fautes(personne.autorisation, PorteeNom.SITE, jour))
            if personne.designation.strip():
                yield Constat("personnes", _("Une personne est nommée, ou dite sans nom : gardez l’un des deux."))
        elif not personne.designation.strip():
            yield Constat("personnes", _("Une personne n’a ni accord ni désignation : dites qui, ou enlevez la ligne."))


def noms_ecrits(page: Any) -> Iterator[Constat]:
    """Yield where the name of someone who may leave, or who leaves, is typed: it would stay once the person is gone."""
    noms = _noms_qui_partent(page)
    message = _("Enlevez d’ici le nom de la personne qui se retire, ou qui peut le faire : il resterait sans elle.")
    for piece in pieces(page):
        if any(nom.casefold() in piece.texte.casefold() for nom in noms):
            yield Constat(piece.chemin, message)
    if any(f"-{slugify(nom)}-" in f"-{slugify(page.slug)}-" for nom in noms):
        yield Constat("slug", message)


def _noms_qui_partent(page: Any) -> set[str]:
    """Return the names that the replacement goes without, and those of the public version that this one drops."""
    gardees = [p for p in page.personnes.all() if p.autorisation]
    absentes = {p.autorisation.nom for p in gardees if p.absente and page.enregistrement_sans_id}
    if page.first_published_at is None:
        return absentes
    publiees = page.personnes.get_live_queryset().filter(autorisation__isnull=False).select_related("autorisation")
    return absentes | ({p.autorisation.nom for p in publiees} - {p.autorisation.nom for p in gardees})


def chapitres(page: Any) -> Iterator[Constat]:
    """Yield chapters out of order, twice at the same moment, or after the end."""
    debuts = [chapitre.debut for chapitre in page.chapitres.all() if chapitre.debut is not None]
    if any(apres <= avant for avant, apres in pairwise(debuts)):
        yield Constat("chapitres", _("Les chapitres se suivent : chacun commence après celui d’avant."))
    duree = page.enregistrement.duration if page.enregistrement else None
    if duree and any(debut >= duree for debut in debuts):
        yield Constat("chapitres", _("Un chapitre commence après la fin de l’enregistrement."))


EPISODE = (
    Regle("enregistrement", Severite.BLOQUANT, enregistrements),
    Regle("avertissement_demande", Severite.BLOQUANT, prudence_dite),
    Regle("numero_d_episode", Severite.BLOQUANT, numero),
    Regle("personne_d_un_episode", Severite.BLOQUANT, personnes),
    Regle("nom_ecrit", Severite.BLOQUANT, noms_ecrits),
    Regle("chapitres", Severite.BLOQUANT, chapitres),
)
