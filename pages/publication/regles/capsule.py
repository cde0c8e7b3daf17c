"""A capsule that everyone can follow: one video, its captions and its transcript read, its images told."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtailmedia.models import MediaType

from medias.models import EtatPiste, EtatPreparation, Personnes
from reseau.horloge import aujourdhui

from ..constats import Constat, Regle, Severite


def une_seule_video(page: Any) -> Iterator[Constat]:
    """Yield a capsule without a video, or with two."""
    if page.enregistrement is None and not page.lien_externe:
        yield Constat("enregistrement", _("Il manque la vidéo : choisissez-en une du site, ou donnez son adresse."))
    if page.enregistrement is not None and page.lien_externe:
        yield Constat("lien_externe", _("Une seule vidéo par capsule : celle du site, ou celle qui est ailleurs."))


def enregistrement(page: Any) -> Iterator[Constat]:
    """Yield what a video of the site lacks."""
    video = page.enregistrement
    if video is not None:
        yield from (Constat("enregistrement", faute) for faute in _fautes(video))


def _fautes(video: Any) -> Iterator[str]:
    if video.type != MediaType.VIDEO:
        yield _("Cet enregistrement n’a pas d’image : une capsule est une vidéo.")
    if video.etat != EtatPreparation.PRET:
        yield _("La vidéo n’est pas prête (%(etat)s).") % {"etat": video.get_etat_display()}
    if not video.est_montrable:
        yield _("Une personne qu’on reconnaît dans la vidéo n’a pas, ou n’a plus, donné son accord.")
    piste = video.pistes.filter(langue=video.langue, etat=EtatPiste.RELUE).first()
    if piste is None:
        message = _("Les sous-titres en %(langue)s, la langue parlée, ne sont pas relus.")
        yield message % {"langue": video.get_langue_display()}
    elif not piste.repliques:
        yield _("Les sous-titres relus sont vides : la vidéo n’a pas de transcription.")
    if video.audiodescription is None and not video.sans_audiodescription.strip():
        yield _("Ajoutez à la vidéo une version avec audiodescription, ou dites pourquoi il n’y en a pas.")
    elif video.audiodescription is not None and video.audiodescription.etat != EtatPreparation.PRET:
        yield _("La version avec audiodescription n’est pas prête.")


def lien_externe(page: Any) -> Iterator[Constat]:
    """Yield what a video of another platform lacks; that platform is never asked."""
    if not page.lien_externe:
        return
    if not page.lien_externe.startswith("https://"):
        yield Constat("lien_externe", _("L’adresse de la vidéo commence par « https:// »."))
    if not strip_tags(page.transcription).strip():
        yield Constat("transcription", _("Il manque la transcription : l’autre plateforme ne la donnera pas."))
    if page.sous_titres_verifies_le is None:
        yield Constat(
            "sous_titres_verifies_le",
            _("Regardez la vidéo là où elle est, avec ses sous-titres, et notez le jour. Sans eux, elle attend."),
        )
    elif page.sous_titres_verifies_le > aujourdhui():
        yield Constat("sous_titres_verifies_le", _("Ce jour n’est pas encore venu."))
    if not page.audiodescription.strip():
        yield Constat("audiodescription", _("Dites où entendre l’audiodescription, ou pourquoi il n’y en a pas."))
    if not page.duree:
        yield Constat("duree", _("Il manque la durée de la vidéo."))
    if page.affiche is None:
        yield Constat("affiche", _("Il manque une image à montrer à la place de la vidéo."))


def reconnaissable(page: Any) -> Iterator[Constat]:
    """Yield an advice when people are named in a video where, it is said, nobody can be recognised."""
    video = page.enregistrement
    if video is not None and video.personnes == Personnes.AUCUNE and page.personnes.all():
        yield Constat(
            "personnes",
            _(
                "Des personnes sont nommées, mais la vidéo dit que personne n’y est reconnaissable : si on les voit "
                "ou les entend, ajoutez aussi leur accord d’être montrées."
            ),
        )


UNE_SEULE_VIDEO = Regle("une_seule_video", Severite.BLOQUANT, une_seule_video)
ENREGISTREMENT = Regle("video_accessible", Severite.BLOQUANT, enregistrement)
LIEN_EXTERNE = Regle("video_externe_accessible", Severite.BLOQUANT, lien_externe)
RECONNAISSABLE = Regle("personne_reconnaissable", Severite.CONSEIL, reconnaissable)
