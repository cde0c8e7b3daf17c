"""Who may still be heard: an episode whose guest changed her mind falls silent at that instant."""

from django.db.models import Exists, OuterRef, Q

from ..models.episode_rangees import PersonneEpisode


def est_retenu() -> Q:
    """Return the condition that someone heard in a recording accepts no longer, to be asked of each recording.

    The replacement version is withheld too, unless the person is said not to be heard in it.
    """
    retirees = PersonneEpisode.objects.retirees()
    return Q(Exists(retirees.filter(page__enregistrement=OuterRef("pk")))) | Q(
        Exists(retirees.filter(page__enregistrement_sans=OuterRef("pk"), absente=False))
    )
