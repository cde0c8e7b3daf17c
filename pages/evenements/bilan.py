"""What is said after an event: received from its resource, answered by the federation, erased when it must be."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Collection

from medias.models import ImageCampagne
from medias.visibilite import indexer
from reseau.horloge import aujourdhui, maintenant

from ..models.bilan_evenement import PHOTOS_MAX, BilanEvenement, EtatPhoto, PhotoEvenement
from .actions import EvenementInterdit
from .permissions import peut_modifier, peut_revoir

if TYPE_CHECKING:
    from reseau.models import Compte

    from ..models import Evenement


class BilanRefuse(Exception):
    """What cannot be done, in words for who asked."""

    def __init__(self, message: Any) -> None:
        """Keep the words, a lazy translation."""
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Accord:
    """What the people who are recognised on a photograph permit, and where the signed proof is kept."""

    donne_le: date
    jusqu_au: date
    preuve: str


def raison_d_attendre(evenement: "Evenement") -> Any:
    """Return why an event has no report to give yet, or ever; nothing when it has."""
    if evenement.est_annule:
        return _("Cet événement est annulé : il n’y a pas de bilan à donner.")
    if not evenement.live:
        return _("Cet événement n’est pas dans l’agenda : il n’y a pas de bilan à donner.")
    return None if evenement.est_passe else _("Cet événement n’a pas encore eu lieu : revenez ensuite.")


@transaction.atomic
def donner_bilan(*, evenement: "Evenement", participants: int | None, mot: str, par: "Compte") -> BilanEvenement:
    """Keep what a resource says of its event; said again, the last words count.

    Args:
        evenement: public, not cancelled, over.
        participants: how many came, nothing when nobody counted.
        mot: a word for the federation; the public never sees it.
        par: a person of its resource.

    Raises:
        EvenementInterdit: the event belongs to another resource.
        BilanRefuse: the event is not over, or did not take place.
    """
    _exiger(evenement, par)
    dit = {"participants": participants, "mot": mot, "recu_le": maintenant(), "recu_de": par}
    bilan, _nouveau = BilanEvenement.objects.update_or_create(evenement=evenement, defaults=dit)
    log(instance=evenement, action="pages.donner_bilan", user=par)
    return bilan


def _exiger(evenement: "Evenement", par: "Compte") -> None:
    if not peut_modifier(par, evenement):
        raise EvenementInterdit
    if raison := raison_d_attendre(evenement):
        raise BilanRefuse(raison)


@transaction.atomic
def ajouter_photo(
    *, evenement: "Evenement", fichier: "UploadedFile[Any]", texte: str, accord: Accord | None, par: "Compte"
) -> PhotoEvenement:
    """Keep a photograph that nobody sees before the federation approves it. Its pixels alone are kept.

    Args:
        evenement: public, not cancelled, over.
        fichier: an image, as checked by the form.
        texte: what it shows, for who does not see it.
        accord: the permission of the people who are recognised; nothing when nobody is.
        par: a person of its resource.

    Raises:
        EvenementInterdit: the event belongs to another resource.
        BilanRefuse: the event is not over, has its two photographs, or the permission is over.
    """
    _exiger(evenement, par)
    if accord and accord.jusqu_au < aujourdhui():
        raise BilanRefuse(_("L’accord est déjà fini : cette photo ne peut pas être gardée."))
    BilanEvenement.objects.get_or_create(evenement=evenement, defaults={"recu_le": maintenant(), "recu_de": par})
    bilan = BilanEvenement.objects.select_for_update().get(evenement=evenement)
    if bilan.photos.gardees().count() >= PHOTOS_MAX:
        raise BilanRefuse(_("Deux photos au plus : effacez-en une d’abord."))
    image = ImageCampagne(
        title=f"{evenement.get_genre_display()} – {evenement.ressource.nom}"[:255],
        texte_alternatif=texte,
        file=fichier,
        uploaded_by_user=par,
        collection=_collection(),
    )
    image.save()
    photo = PhotoEvenement(bilan=bilan, image=image, recue_le=maintenant(), recue_de=par, personnes=accord is not None)
    if accord:
        photo.accord_donne_le, photo.accord_jusqu_au = accord.donne_le, accord.jusqu_au
        photo.accord_preuve = accord.preuve
    photo.save()
    indexer(photo)
    log(instance=evenement, action="pages.recevoir_photo", user=par, data={"photo": photo.pk})
    return photo


def _collection() -> Collection:
    racine, nom = Collection.get_first_root_node(), "Photos des événements"
    return racine.get_children().filter(name=nom).first() or racine.add_child(name=nom)


@transaction.atomic
def approuver_photo(*, photo: PhotoEvenement, par: "Compte") -> PhotoEvenement:
    """Show a photograph to everyone. Twice is once.

    Raises:
        EvenementInterdit: `par` does not approve in that region, or speaks for the resource.
        BilanRefuse: it is erased, or the people's permission is over.
    """
    verrouillee = _a_repondre(photo, par)
    if PhotoEvenement.objects.echues().filter(pk=photo.pk).exists():
        raise BilanRefuse(_("L’accord des personnes est fini : cette photo ne peut pas être affichée."))
    if not verrouillee.live:
        verrouillee.etat, verrouillee.live, verrouillee.motif = EtatPhoto.APPROUVEE, True, ""
        verrouillee.save()
        indexer(verrouillee)
        log(instance=verrouillee.bilan.evenement, action="pages.approuver_photo", user=par, data={"photo": photo.pk})
    return verrouillee


@transaction.atomic
def refuser_photo(*, photo: PhotoEvenement, par: "Compte", motif: str = "") -> PhotoEvenement:
    """Keep a photograph from the public, before or after it was shown, and erase it; its resource reads `motif`.

    Raises:
        EvenementInterdit: `par` does not approve in that region, or speaks for the resource.
        BilanRefuse: it is erased already.
    """
    return _effacer(_a_repondre(photo, par), EtatPhoto.REFUSEE, par, motif)


def _a_repondre(photo: PhotoEvenement, par: "Compte") -> PhotoEvenement:
    verrouillee = _verrouiller(photo)
    if not peut_revoir(par, verrouillee.bilan.evenement):
        raise EvenementInterdit
    if verrouillee.image_id is None:
        raise BilanRefuse(_("Cette photo est déjà effacée."))
    return verrouillee


@transaction.atomic
def retirer_photo(*, photo: PhotoEvenement, par: "Compte") -> PhotoEvenement:
    """Erase a photograph at once, because its resource, or somebody on it, changed their mind. Twice is once.

    Raises:
        EvenementInterdit: it belongs to another resource.
    """
    verrouillee = _verrouiller(photo)
    if not peut_modifier(par, verrouillee.bilan.evenement):
        raise EvenementInterdit
    return _effacer(verrouillee, EtatPhoto.EFFACEE, par) if verrouillee.image_id else verrouillee


def effacer_les_photos_echues() -> int:
    """Erase the photographs whose people's permission is over, each alone; return how many."""
    echues = list(PhotoEvenement.objects.echues())
    for photo in echues:
        with transaction.atomic():
            _effacer(_verrouiller(photo), EtatPhoto.EFFACEE, None)
    return len(echues)


def _verrouiller(photo: PhotoEvenement) -> PhotoEvenement:
    verrouillees = PhotoEvenement.objects.select_for_update(of=("self",))
    return verrouillees.select_related("bilan__evenement__ressource", "image").get(pk=photo.pk)


def _effacer(photo: PhotoEvenement, etat: EtatPhoto, par: "Compte | None", motif: str = "") -> PhotoEvenement:
    """Leave of a photograph a line that says what became of it. Its files go when this is committed."""
    image = photo.image
    photo.image, photo.live, photo.etat, photo.motif = None, False, etat, motif
    photo.save()
    image.delete()  # its sizes with it, and by Wagtail's signal each file
    action = "pages.refuser_photo" if etat == EtatPhoto.REFUSEE else "pages.effacer_photo"
    log(instance=photo.bilan.evenement, action=action, user=par, data={"photo": photo.pk})
    return photo
