"""Several files at once, in the admin: Wagtail's own views keep each as it came until its words are written."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from wagtail.documents.views.multiple import AddView as PlusieursDocumentsView
from wagtail.images.views.multiple import AddView as PlusieursImagesView
from wagtail.models import UploadedFile

from .doublons import dire_les_doublons
from .forms import ChampImageRecue
from .forms_document import ChampDocumentRecu
from .noms import nom_au_hasard


class DeposerView:
    """Keep each file clean, under a name of ours, while its words are written; its own name is forgotten."""

    champ: Any
    model: Any

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take one file; answer with the form of its words, or with why it is refused."""
        recu = request.FILES.get("files[]")
        if recu is None:
            return HttpResponseBadRequest()
        try:
            net = self.champ().clean(recu)
        except ValidationError as refus:
            return JsonResponse({"success": False, "error_message": "\n".join(refus.messages)})
        net.name = nom_au_hasard(net.name)
        self.recu = net
        self.upload_object = UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(self.model),
            file=net,
            uploaded_by_user=request.user,
        )
        self.object = self.model(collection_id=request.POST.get("collection"))
        return JsonResponse(self.get_edit_upload_response_data())  # type: ignore[attr-defined]  # Wagtail's


class DeposerDesImagesView(DeposerView, PlusieursImagesView):
    """Several images."""

    champ = ChampImageRecue


class DeposerDesDocumentsView(DeposerView, PlusieursDocumentsView):
    """Several documents."""

    champ = ChampDocumentRecu

    def get_edit_upload_form_context_data(self) -> dict[str, Any]:
        """Say beside the title that the site has this very file."""
        contexte: dict[str, Any] = super().get_edit_upload_form_context_data()
        if avis := dire_les_doublons(self.recu.somme, self.request.user):
            contexte["form"].fields["title"].help_text = avis
        return contexte
