"""`/espace/evenements/<key>/bilan/`: after its event, a resource says how it went and sends its photographs."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from reseau.views.acces import compte_de, pour_les_contacts

from ..models import BilanEvenement, Evenement
from ..models.bilan_evenement import PHOTOS_MAX
from .bilan import BilanRefuse, ajouter_photo, donner_bilan, raison_d_attendre, retirer_photo
from .bilan_formulaire import BilanForm, PhotoForm
from .espace.siens import le_sien

GABARIT = "pages/evenements/espace/bilan.html"
retour = partial(redirect, "espace_evenements:bilan")


@require_http_methods(["GET", "HEAD", "POST"])
@pour_les_contacts
def bilan(requete: HttpRequest, cle: UUID) -> HttpResponse:
    """Ask for the count and the word; keep them."""
    evenement = le_sien(requete, cle)
    connu = BilanEvenement.objects.filter(evenement=evenement).first()
    formulaire = BilanForm(requete.POST or None, instance=connu)
    if requete.method == "POST" and formulaire.is_valid():
        try:
            dit = {nom: formulaire.cleaned_data[nom] for nom in ("participants", "mot")}
            donner_bilan(evenement=evenement, **dit, par=compte_de(requete))
        except BilanRefuse as refus:
            formulaire.add_error(None, str(refus))
        else:
            messages.success(requete, _("Merci : c’est reçu. Vous pouvez le changer ici quand vous voulez."))
            return retour(cle=cle)
    return _montrer(requete, evenement, formulaire=formulaire)


@require_http_methods(["GET", "HEAD", "POST"])
@pour_les_contacts
def photo(requete: HttpRequest, cle: UUID) -> HttpResponse:
    """Take one photograph: what was typed comes back with the errors, the file is chosen again."""
    evenement = le_sien(requete, cle)
    if requete.method != "POST":
        return retour(cle=cle)
    envoi = PhotoForm(requete.POST, requete.FILES)
    if envoi.is_valid():
        lu = envoi.cleaned_data
        try:
            ajouter_photo(
                evenement=evenement, fichier=lu["image"], texte=lu["texte"], accord=envoi.accord, par=compte_de(requete)
            )
        except BilanRefuse as refus:
            envoi.add_error(None, str(refus))
        else:
            messages.success(requete, _("La photo est reçue. La fédération la regarde avant de l’afficher."))
            return retour(cle=cle)
    return _montrer(requete, evenement, envoi=envoi)


@require_POST
@pour_les_contacts
def effacer(requete: HttpRequest, cle: UUID, numero: int) -> HttpResponse:
    """Erase one photograph, at once."""
    evenement = le_sien(requete, cle)
    siens = get_object_or_404(BilanEvenement, evenement=evenement).photos
    retirer_photo(photo=get_object_or_404(siens, pk=numero), par=compte_de(requete))
    messages.success(requete, _("La photo est effacée, partout."))
    return retour(cle=cle)


def _montrer(
    requete: HttpRequest, evenement: Evenement, *, formulaire: Any = None, envoi: PhotoForm | None = None
) -> HttpResponse:
    connu = BilanEvenement.objects.filter(evenement=evenement).first()
    photos = list(connu.photos.select_related("image")) if connu else []
    reste = PHOTOS_MAX - sum(photo.image_id is not None for photo in photos)
    contexte = {
        "evenement": evenement,
        "attendre": raison_d_attendre(evenement),
        "formulaire": formulaire or BilanForm(instance=connu),
        "envoi": envoi or (PhotoForm(initial={"personnes": "non"}) if reste > 0 else None),
        "photos": photos,
    }
    fautif = any(un is not None and un.errors for un in (formulaire, envoi))
    return render(requete, GABARIT, contexte, status=400 if fautif else 200)
