"""Several images at once, in the admin: Wagtail's own view keeps each file as it came until its words are written."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from wagtail.images.views.multiple import AddView
from wagtail.models import UploadedFile

from .forms import ChampImageRecue
from .noms import nom_au_hasard


class DeposerDesImagesView(AddView):
    """Keep the pixels of each file, under a name of ours, while its words are written; its own name is forgotten."""

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take one file; answer with the form of its words, or with why it is refused."""
        recu = request.FILES.get("files[]")
        if recu is None:
            return HttpResponseBadRequest()
        try:
            nette = ChampImageRecue().clean(recu)
        except ValidationError as refus:
            return JsonResponse({"success": False, "error_message": "\n".join(refus.messages)})
        nette.name = nom_au_hasard(nette.name)
        self.upload_object = UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(self.model),
            file=nette,
            uploaded_by_user=request.user,
        )
        self.object = self.model(collection_id=request.POST.get("collection"))
        return JsonResponse(self.get_edit_upload_response_data())
