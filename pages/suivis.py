"""What waits for the staff: people named whose permission has ended, works of which no news came."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from medias.models import AutorisationNom
from reseau.courriel import distribuer
from reseau.horloge import aujourdhui
from reseau.models import Compte

from .models import OeuvrePage

DEMANDE = "pages.demander_suivi"


def pages_a_retirer() -> list[Page]:
    """Return the public pages that name a person whose permission has ended: her words no longer show there.

    Nothing is unpublished by itself: a person reads what is left, then corrects the page or takes it down.
    """
    valides = AutorisationNom.objects.valides(aujourdhui()).values_list("pk", flat=True)
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(AutorisationNom),
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    finies = references.exclude(to_object_id__in=[str(pk) for pk in valides])
    cles = {int(cle) for cle in finies.values_list("object_id", flat=True)}
    return list(Page.objects.live().filter(pk__in=cles).order_by("title"))


def demander_les_suivis() -> int:
    """Write once to those who write pages, for each work whose follow-up is due; return how many were asked for.

    Raises what the mail server raises; nothing is noted then, and the next hour tries again.
    """
    demandees = PageLogEntry.objects.filter(action=DEMANDE).values_list("page_id", flat=True)
    dues = [oeuvre for oeuvre in OeuvrePage.objects.suivi_attendu() if oeuvre.pk not in set(demandees)]
    destinataires = _destinataires() if dues else []
    if not destinataires:
        return 0
    adresse = settings.WAGTAILADMIN_BASE_URL
    liens = [(oeuvre, adresse + reverse("wagtailadmin_pages:edit", args=[oeuvre.pk])) for oeuvre in dues]
    corps = render_to_string("pages/courriels/suivi.txt", {"liens": liens})
    distribuer(_("Que devient l’œuvre collective?"), corps, destinataires)
    for oeuvre in dues:
        log(instance=oeuvre, action=DEMANDE)
    return len(dues)


def _destinataires() -> list[tuple[int, str]]:
    comptes = Compte.objects.filter(is_active=True).exclude(email="").order_by("pk")
    choisis = [compte for compte in comptes if not compte.is_superuser and compte.has_perm("pages.publier_seul")]
    return [(compte.pk, compte.email) for compte in choisis]
