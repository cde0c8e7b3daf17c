"""What people do to a page on its way out, as code does it."""

import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Revision

from pages.models import Approbation, ContenuPage
from reseau.models import Compte
from tests.fabriques.pages import ContenuPageFactory, corps

UNE_HEURE = datetime.timedelta(hours=1)


def un_brouillon(par: Compte | None = None, **champs: Any) -> ContenuPage:
    """Return a page that was never public, with one revision written by someone."""
    page: ContenuPage = ContenuPageFactory.create(live=False, has_unpublished_changes=True)
    return recrire(page, par, **champs)


def recrire(page: Any, par: Compte | None = None, **champs: Any) -> Any:
    """Write a new draft of a page, as the editor saves it, and return the page as drafted."""
    page = page.get_latest_revision_as_object()
    for nom, valeur in champs.items():
        setattr(page, nom, valeur)
    page.save_revision(user=par, log_action=True, clean=False)
    return page


def soumettre(page: Any, par: Compte | None) -> Any:
    """Send the latest draft to the second reader; return the state of the workflow."""
    return page.get_workflow().start(page, par)


def agir(page: Any, par: Compte | None, action: str = "approve") -> None:
    """Approve, or ask for changes, as the workflow's button does."""
    etape = page.current_workflow_task_state
    etape.task.specific.on_action(etape, par, action)


def approuver_d_avance(page: Any, le: Any = None) -> Revision:
    """Return the latest draft, approved by nobody in particular and due since an hour, or at `le`."""
    revision: Revision = page.get_latest_revision()
    Approbation.objects.create(revision=revision)
    revision.approved_go_live_at = le or timezone.now() - UNE_HEURE
    revision.save()
    return revision


def texte(html: str) -> str:
    """Return a body of one text."""
    return corps(("texte", html))


def public(page: Any) -> Any:
    """Return the row of a page, as the public sees it."""
    return type(page).objects.get(pk=page.pk)
