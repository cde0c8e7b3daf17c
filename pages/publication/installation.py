"""One workflow for the whole tree and for our snippets, put back in its place by each `migrate`."""

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS
from wagtail.models import Page, Workflow, WorkflowContentType, WorkflowMixin, WorkflowPage, WorkflowTask

from .exigence import publiables
from .relecture import RelectureTask

NOM, ETAPE = "Relecture à deux", "Relecture par une autre personne"


def installer(using: str = DEFAULT_DB_ALIAS, **_signal: object) -> None:
    """Give the root of the tree and our snippets our workflow, and put the others to rest."""
    racine = Page.objects.filter(depth=1).first()
    if using != DEFAULT_DB_ALIAS or racine is None:
        return
    etape, _cree = RelectureTask.objects.update_or_create(name=ETAPE, defaults={"active": True})
    chaine, _cree = Workflow.objects.update_or_create(name=NOM, defaults={"active": True})
    WorkflowTask.objects.get_or_create(workflow=chaine, task=etape)
    WorkflowPage.objects.update_or_create(page=racine, defaults={"workflow": chaine})
    for modele in publiables():
        if issubclass(modele, WorkflowMixin) and not issubclass(modele, Page):
            genre = ContentType.objects.get_for_model(modele)
            WorkflowContentType.objects.update_or_create(content_type=genre, defaults={"workflow": chaine})
    Workflow.objects.exclude(pk=chaine.pk).filter(workflow_pages=None, active=True).update(active=False)
