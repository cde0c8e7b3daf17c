"""What is made once and kept: a PDF, the sizes of a photograph. In a process of its own, on the demonstration."""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from statistics import median
from typing import Any, NamedTuple

from .bilan import Sujet
from .reglage import Reglage
from .serveurs import Site
from .tableau import nombre, tableau

COTES = (4000, 3000)  # twelve megapixels
GRAIN = 4  # pixels: a photograph is smoother than noise


class Duree(NamedTuple):
    """Milliseconds that someone waits, and of processor; several cores at once make the second larger."""

    attente: float
    processeur: float


def mesurer(site: Site, reglage: Reglage) -> Sujet:
    """Measure the PDFs and the photograph."""
    releve = json.loads(site.lancer("-m", __name__, str(2 * reglage.tours)))
    rangees = [
        (nom, str(pdf["pages"]), *(nombre(ms, 0) for ms in pdf["ms"]), nombre(pdf["ms"][0] / pdf["pages"], 0))
        for nom, pdf in releve["pdf"].items()
    ]
    pdfs = tableau(("PDF", "pages", "attente (ms)", "processeur (ms)", "attente par page (ms)"), 1, rangees)
    photo = releve["photo"]
    phrase = (
        f"Une photo de 12 mégapixels ({nombre(photo['mo'], 1)} Mo, JPEG), du fichier reçu à l’original refait de ses "
        f"pixels et à ses {photo['tailles']} tailles (AVIF, WebP) : {nombre(photo['ms'][0], 0)} ms d’attente, "
        f"{nombre(photo['ms'][1], 0)} ms de processeur. En production, le travailleur fait les tailles : la personne "
        f"qui dépose attend {nombre(photo['original'][0], 0)} ms."
    )
    return Sujet("Ce qui se fabrique", f"{pdfs}\n\n{phrase}")


def main(tours: int) -> None:
    """Print the figures of the demonstration of the environment, as JSON."""
    import django  # noqa: PLC0415 - the settings are named by the environment

    django.setup()
    sys.stdout.write(json.dumps({"pdf": _pdfs(tours), "photo": _photo(tours)}))


def _pdfs(tours: int) -> dict[str, Any]:
    """Make the PDF of a release and of a workbook in turn, with nothing kept."""
    from django.core.cache import cache  # noqa: PLC0415 - after `setup`
    from django.test import Client  # noqa: PLC0415 - idem
    from pikepdf import Pdf  # noqa: PLC0415 - idem

    from pages.models import CahierPage, CommuniquePage  # noqa: PLC0415 - idem

    client = Client(SERVER_NAME="127.0.0.1")
    durees: dict[str, list[Duree]] = {}
    pages: dict[str, int] = {}
    for _tour in range(tours + 1):
        for nom, genre in (("communiqué", CommuniquePage), ("cahier", CahierPage)):
            adresse = f"{genre.objects.live().order_by('pk')[0].url}pdf/"
            cache.clear()
            duree, reponse = _chronometrer(partial(client.get, adresse))
            pages[nom] = len(Pdf.open(BytesIO(reponse.content)).pages)
            durees.setdefault(nom, []).append(duree)
    return {nom: {"pages": pages[nom], "ms": _mediane(siennes[1:])} for nom, siennes in durees.items()}


def _photo(tours: int) -> dict[str, Any]:
    """Take a photograph as a deposit does, then remove it."""
    from django.core.files.base import ContentFile  # noqa: PLC0415 - after `setup`

    from medias.models import ImageCampagne  # noqa: PLC0415 - idem
    from medias.traitement import reencoder  # noqa: PLC0415 - idem

    octets, entieres, originaux, tailles = _jpeg(), [], [], 0
    for _tour in range(tours):
        originaux.append(_chronometrer(partial(reencoder, BytesIO(octets)))[0])
        image = ImageCampagne(title="Banc", texte_alternatif="Banc", file=ContentFile(octets, name="banc.jpg"))
        entieres.append(_chronometrer(image.save)[0])
        tailles = image.renditions.count()
        image.delete()
    mo = len(octets) / 1e6
    return {"mo": mo, "tailles": tailles, "ms": _mediane(entieres), "original": _mediane(originaux)}


def _jpeg() -> bytes:
    from PIL import Image  # noqa: PLC0415 - only in the process that measures

    petits = (COTES[0] // GRAIN, COTES[1] // GRAIN)
    bandes = [Image.effect_noise(petits, 60) for _bande in "RGB"]
    sortie = BytesIO()
    Image.merge("RGB", bandes).resize(COTES, Image.Resampling.BICUBIC).save(sortie, "JPEG", quality=90)
    return sortie.getvalue()


def _chronometrer(faire: Callable[[], Any]) -> tuple[Duree, Any]:
    debut, processeur = time.perf_counter(), time.process_time()
    fait = faire()
    return Duree(1000 * (time.perf_counter() - debut), 1000 * (time.process_time() - processeur)), fait


def _mediane(durees: list[Duree]) -> Duree:
    return Duree(*(median(colonne) for colonne in zip(*durees, strict=True)))


if __name__ == "__main__":
    main(int(sys.argv[1]))
