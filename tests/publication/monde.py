"""A site full of what nobody may read yet: each thing carries a canary in its words and in its files."""

import datetime
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from medias.models import DocumentCampagne, ImageCampagne
from pages.models import CampagnePage, ContenuPage, EditionPage, LienPartage
from pages.publication.confidentialite import Niveau
from pages.publication.partage.modeles import empreinte_de
from pages.publication.porte import ouvrir
from pages.publication.refus import Refus
from reseau.horloge import maintenant
from tests.fabriques.pages import CampagnePageFactory, ContenuPageFactory, accueil, corps

CANARI = "canari-perce-neige"
UN_JOUR = datetime.timedelta(days=1)
# Enough of a file to be sure that it is the one, from its middle: heads are alike.
EMPREINTE = 48


@dataclass
class Monde:
    """What was hidden, and the shared links that must not help: one of another page, one expired, one taken back."""

    octets: list[bytes] = field(default_factory=list)
    jetons: list[str] = field(default_factory=list)

    def trahi_par(self, contenu: bytes) -> bool:
        """Say whether an answer holds a word or a piece of file that was hidden."""
        return CANARI.encode() in contenu.lower() or any(morceau in contenu for morceau in self.octets)


def bruit() -> ContentFile[bytes]:
    """Return a picture that no other looks like, under a name that says too much."""
    fichier = ContentFile(b"", name=f"{CANARI}.png")
    Image.frombytes("RGB", (24, 24), secrets.token_bytes(24 * 24 * 3)).save(fichier, "PNG")
    fichier.seek(0)
    return fichier


def milieu(fichier: Any) -> bytes:
    """Return a piece of a stored file."""
    with fichier.open() as ouvert:
        octets: bytes = ouvert.read()
    return octets[len(octets) // 2 :][:EMPREINTE]


def batir() -> Monde:
    """Fill the site: each kind of hidden page, beside public ones; what tries to go out is held by its guard alone."""
    monde = Monde()
    with ouvrir("robot"):
        accueil().save_revision().publish()
    campagne = CampagnePageFactory.create()
    for rang, (genre, parent, champs) in enumerate(_cachees(campagne)):
        page = genre(
            title=f"Ébauche {CANARI} {rang}", slug=f"ebauche-{rang}", corps=_contenu(monde), live=False, **champs
        )
        parent.add_child(instance=page)
        page.save_revision()
        if page.confidentialite == Niveau.TRAVAIL:
            _lien(monde, page, expire_le=maintenant() - UN_JOUR)
            _lien(monde, page, expire_le=maintenant() + UN_JOUR, revoque_le=maintenant())
        if page.confidentialite != Niveau.PUBLIC or page.go_live_at:
            # Held by its level or by its hour alone: everyone had approved it.
            with suppress(Refus), ouvrir("robot"):
                page.get_latest_revision().publish()
    publique = ContenuPageFactory.create(title="Participer", slug="participer")
    publique.title, publique.corps = f"Ébauche {CANARI}", _contenu(monde)
    publique.save_revision()
    retiree = ContenuPageFactory.create(title=f"Ébauche {CANARI}", slug="retiree", corps=_contenu(monde))
    with ouvrir("robot"):
        retiree.unpublish()
    autre = ContenuPageFactory.create(title="Autre chose", slug="autre", live=False)
    _lien(monde, autre, expire_le=maintenant() + UN_JOUR)
    return monde


def _cachees(campagne: CampagnePage) -> Iterator[tuple[Any, Any, dict[str, Any]]]:
    demain = timezone.now() + UN_JOUR
    for champs in (
        {},
        {"confidentialite": Niveau.TRAVAIL},
        {"confidentialite": Niveau.MEMBRES},
        {"go_live_at": demain},
    ):
        yield ContenuPage, accueil(), {"chapeau": CANARI, "show_in_menus": True, "au_pied": True, **champs}
    yield EditionPage, campagne, {"annee": 2027, "theme": CANARI, "slogan": CANARI, "go_live_at": demain}


def _contenu(monde: Monde) -> str:
    image = ImageCampagne.objects.create(title=CANARI, texte_alternatif=CANARI, credit=CANARI, file=bruit())
    secret = secrets.token_hex(EMPREINTE).encode()
    document = DocumentCampagne.objects.create(
        title=CANARI, file=ContentFile(b"%PDF-1.7 " + secret, name=f"note-{image.pk}.pdf")
    )
    taille = image.get_rendition("width-800")
    monde.octets += [milieu(image.file), milieu(taille.file), secret[:EMPREINTE]]
    return corps(
        ("texte", f'<p>{CANARI}</p><p><a linktype="document" id="{document.pk}">{CANARI}</a></p>'),
        ("image", {"image": image.pk, "legende": CANARI}),
    )


def _lien(monde: Monde, page: Any, **champs: Any) -> None:
    jeton = secrets.token_urlsafe(16)
    lien = LienPartage.objects.create(empreinte=empreinte_de(jeton), destinataire="Le comité", **champs)
    lien.pages.add(page)
    monde.jetons.append(jeton)
