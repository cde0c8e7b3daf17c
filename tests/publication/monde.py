"""A site full of what nobody may read yet: each thing carries a canary in its words and in its files."""

import datetime
import json
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image
from wagtail.models import Page

from medias.models import ImageCampagne
from medias.niveaux import Niveau
from pages.models import (
    AccueilPage,
    CahierPage,
    CampagnePage,
    ContenuPage,
    EditionPage,
    LienPartage,
    PlanPage,
    RayonPage,
)
from pages.publication.partage.modeles import empreinte_de
from pages.publication.porte import ouvrir
from pages.publication.refus import Refus
from reseau.horloge import maintenant
from tests.fabriques.evenements import AgendaPageFactory, EvenementFactory
from tests.fabriques.fichiers import un_document
from tests.fabriques.genres import genres_de_pages, parent_de, une_page
from tests.fabriques.outils import un_fichier, un_outil, une_feuille, une_trousse
from tests.fabriques.pages import CampagnePageFactory, ContenuPageFactory, accueil, corps
from tests.fabriques.pistes import un_enregistrement, une_piste
from tests.fabriques.plan import PlanPageFactory, un_enjeu, un_objectif, un_resultat, un_suivi
from tests.fabriques.rayons import PublicationsPageFactory, RayonPageFactory

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
    RayonPageFactory.create()
    PublicationsPageFactory.create()
    for rang, (genre, parent, champs) in enumerate(_cachees(campagne)):
        page = genre(
            title=f"Ébauche {CANARI} {rang}", slug=f"ebauche-{rang}", live=False, **_mots(genre, monde), **champs
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
    _cacher_les_autres(monde)
    _cacher_des_evenements()
    _cacher_dans_la_boite()
    publique = ContenuPageFactory.create(title="Participer", slug="participer")
    publique.title, publique.corps = f"Ébauche {CANARI}", _contenu(monde)
    publique.save_revision()
    # Public, and not adopted: its follow-up is written and told to nobody.
    suivi = un_objectif("Ouvrir", un_resultat("Une porte.", un_suivi(precision=CANARI, source=CANARI)))
    PlanPageFactory.create(enjeux=corps(un_enjeu("Le soir", suivi)))
    retiree = ContenuPageFactory.create(title=f"Ébauche {CANARI}", slug="retiree", corps=_contenu(monde))
    with ouvrir("robot"):
        retiree.unpublish()
    autre = ContenuPageFactory.create(title="Autre chose", slug="autre", live=False)
    _lien(monde, autre, expire_le=maintenant() + UN_JOUR)
    return monde


def _cacher_des_evenements() -> None:
    """Hide, on a public agenda: a draft, what was taken down, the next version of a public event, its hidden place."""
    AgendaPageFactory.create()
    bientot = maintenant() + UN_JOUR
    mots = {"titre": f"Ébauche {CANARI}", "description": CANARI, "lieu": CANARI, "contact_acces": CANARI}
    EvenementFactory.create(debut=bientot, live=False, **mots)
    retire = EvenementFactory.create(debut=bientot, **mots)
    public = EvenementFactory.create(debut=bientot, lieu=CANARI, adresse=CANARI, lieu_masque=True)
    with ouvrir("robot"):
        retire.unpublish()
        for nom, valeur in mots.items():
            setattr(public, nom, valeur)
        public.save_revision()


def _cacher_dans_la_boite() -> None:
    """Hide, in a public tool and in a kit that has it, a document that is for members, and its accessible version."""
    aux_membres = {"confidentialite": Niveau.MEMBRES}
    jumelle = une_feuille(f"Jumelle {CANARI}", CANARI, **aux_membres)
    reserve = une_feuille(f"Note {CANARI}", CANARI, version_accessible=jumelle, **aux_membres)
    public = une_feuille("Brochure", version_accessible=jumelle)
    outil = un_outil("Le guide", un_fichier(CANARI, document=reserve), un_fichier(document=public), un_fichier("Site"))
    une_trousse("Pour commencer", outil)


def _cacher_les_autres(monde: Monde) -> None:
    """Hide one page of every type that has none yet: a draft, or what waits for its hour, or what is kept."""
    _contenu(monde)  # the picture that theirs show
    cachees = {type(page) for page in Page.objects.filter(slug__startswith="ebauche-").specific()}
    niveaux: tuple[dict[str, Any], ...] = (
        {"go_live_at": timezone.now() + UN_JOUR},
        {"confidentialite": Niveau.TRAVAIL},
        {},
    )
    for rang, genre in enumerate(genre for genre in genres_de_pages() if genre not in cachees):
        titre = f"Ébauche {CANARI} de {genre._meta.model_name}"
        if genre is AccueilPage:
            # There is one, and it is public: its next version is hidden.
            page = accueil()
            ebauche = une_page(AccueilPage, CANARI, titre)
            for nom in ("chapeau", "croise_chapeau", "corps"):
                setattr(page, nom, getattr(ebauche, nom))
            page.save_revision()
            continue
        page = une_page(genre, CANARI, titre, slug=f"ebauche-de-{genre._meta.model_name}", live=False)
        for nom, valeur in niveaux[rang % len(niveaux)].items():
            setattr(page, nom, valeur)
        parent_de(genre).add_child(instance=page)
        page.save_revision()
        with suppress(Refus), ouvrir("robot"):
            if rang % len(niveaux) < 2:
                page.get_latest_revision().publish()


def _cachees(campagne: CampagnePage) -> Iterator[tuple[Any, Any, dict[str, Any]]]:
    demain = timezone.now() + UN_JOUR
    for champs in (
        {},
        {"confidentialite": Niveau.TRAVAIL},
        {"confidentialite": Niveau.MEMBRES},
        {"go_live_at": demain},
    ):
        yield ContenuPage, accueil(), {"chapeau": CANARI, "show_in_menus": True, "au_pied": True, **champs}
    # On a public shelf, which must not name it.
    yield CahierPage, RayonPage.objects.live().get(), {"chapeau": CANARI, "go_live_at": demain}
    yield EditionPage, campagne, {"annee": 2027, "theme": CANARI, "slogan": CANARI, "go_live_at": demain}
    yield PlanPage, accueil(), {"debut": 2026, "fin": 2029, "mission": CANARI, "go_live_at": demain}


def _mots(genre: Any, monde: Monde) -> dict[str, str]:
    """Return the body of a page, where its type keeps it; the words of a workbook are its title."""
    if genre is CahierPage:
        return {}
    contenu = _contenu(monde)
    if genre is PlanPage:
        return {"enjeux": corps(("enjeu", {"titre": CANARI, "analyse": json.loads(contenu), "objectifs": []}))}
    return {"corps": contenu}


def _contenu(monde: Monde) -> str:
    image = ImageCampagne.objects.create(title=CANARI, texte_alternatif=CANARI, credit=CANARI, file=bruit())
    ancien, secret = (secrets.token_hex(EMPREINTE).encode() for _version in range(2))
    document = un_document(b"Note " + ancien, title=CANARI)
    document.file.save("note.txt", ContentFile(b"Note " + secret))  # the former stays, as a version
    taille = image.get_rendition("width-800")
    son = secrets.token_hex(EMPREINTE).encode()
    enregistrement = un_enregistrement("audio", son, title=CANARI)
    une_piste(enregistrement, f"WEBVTT\n\n00:00.000 --> 00:02.000\n<v {CANARI}>{CANARI}\n")
    monde.octets += [son[:EMPREINTE], milieu(image.file), milieu(taille.file), ancien[:EMPREINTE], secret[:EMPREINTE]]
    return corps(
        ("texte", f'<p>{CANARI}</p><p><a linktype="document" id="{document.pk}">{CANARI}</a></p>'),
        ("image", {"image": image.pk, "legende": CANARI}),
        ("enregistrement", {"enregistrement": enregistrement.pk, "titre": CANARI}),
    )


def _lien(monde: Monde, page: Any, **champs: Any) -> None:
    jeton = secrets.token_urlsafe(16)
    lien = LienPartage.objects.create(empreinte=empreinte_de(jeton), destinataire="Le comité", **champs)
    lien.pages.add(page)
    monde.jetons.append(jeton)
