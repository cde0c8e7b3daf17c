"""What a page shows must be there to be shown: a recording that is ready, people who still accept."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex

from medias.models import Enregistrement, EtatPreparation, ImageCampagne

from ..constats import Constat, Regle, Severite


def chercher(page: Any) -> Iterator[Constat]:
    """Yield the recordings that are not ready, then what shows someone whose permission is over or taken back."""
    cites = _cites(page)
    for enregistrement in Enregistrement.objects.filter(pk__in=cites[Enregistrement]):
        chemin = cites[Enregistrement][enregistrement.pk]
        if enregistrement.etat != EtatPreparation.PRET:
            yield Constat(chemin, _non_pret(enregistrement))
        elif not enregistrement.est_montrable:
            message = _("Une personne de l’enregistrement « %(titre)s » n’accepte pas, ou plus, qu’on l’entende.")
            yield Constat(chemin, message % {"titre": enregistrement.title})
    for image in ImageCampagne.objects.filter(pk__in=cites[ImageCampagne], montrable=False):
        message = _("Une personne de l’image « %(titre)s » n’accepte pas, ou plus, qu’on la montre.")
        yield Constat(cites[ImageCampagne][image.pk], message % {"titre": image.title})


def _non_pret(enregistrement: Enregistrement) -> str:
    if enregistrement.etat == EtatPreparation.ECHEC:
        message = _("La préparation de l’enregistrement « %(titre)s » a échoué : ouvrez-le pour lire pourquoi.")
    else:
        message = _("L’enregistrement « %(titre)s » n’est pas encore prêt : attendez la fin de sa préparation.")
    return message % {"titre": enregistrement.title}


def _cites(page: Any) -> dict[type, dict[int, str]]:
    """Return the recordings and the images to which a page refers as it stands in memory, with where it does."""
    genres = {ContentType.objects.get_for_model(modele).pk: modele for modele in (Enregistrement, ImageCampagne)}
    trouves: dict[type, dict[int, str]] = {modele: {} for modele in genres.values()}
    # As Wagtail's index reads a row that is saved: the same rule for a draft as for a live page.
    for genre, cle, _modele, chemin in ReferenceIndex._extract_references_from_object(page):
        if modele := genres.get(genre):
            trouves[modele].setdefault(int(cle), chemin)
    return trouves


ENREGISTREMENTS = Regle("medias_montrables", Severite.BLOQUANT, chercher)
