"""Load the images and the pages of the demo. A page that is there is left as the staff made it."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from wagtail.rich_text import RichText

from medias.models import ImageCampagne
from pages.models import (
    AccueilPage,
    AgendaPage,
    CampagnePage,
    ContenuPage,
    EditionPage,
    MurPage,
    RepertoirePage,
    TemoignageVedette,
)
from pages.publication.porte import ouvrir

from .blocs import Appel, Bloc, Citation, Encadre, Extrait, Image, Questions, Texte
from .charger_paroles import amorce_de, temoignage_de
from .contenus import ACCUEIL, CONTENUS
from .dessins import DESSINS
from .editions import CAMPAGNE, EDITIONS, Edition
from .gabarits import Contenu
from .temoignages import PAROLES


def charger_dessins() -> Iterator[str]:
    """Draw the images that are not there."""
    for dessin in DESSINS.values():
        if not ImageCampagne.objects.filter(title=dessin.titre).exists():
            fichier = ContentFile(dessin.dessiner(), name=f"{dessin.cle}.png")
            ImageCampagne(title=dessin.titre, texte_alternatif=dessin.alternative, file=fichier).save()
        yield dessin.cle


def charger_pages() -> Iterator[str]:
    """Create the pages that are not there, under the home page."""
    accueil = accueil_francais()
    if not accueil.chapeau:
        _remplir_accueil(accueil)
    yield "accueil"
    campagne = page_de(
        accueil,
        CampagnePage,
        CAMPAGNE.slug,
        CAMPAGNE.titre,
        introduction=_paragraphes(CAMPAGNE.introduction),
        corps=corps_de(CAMPAGNE.corps),
    )
    for edition in EDITIONS:
        _charger_edition(campagne, edition)
        yield str(edition.annee)
    page_de(accueil, MurPage, "temoignages", "Témoignages", chapeau=CHAPEAU_DU_MUR)
    page_de(accueil, AgendaPage, "agenda", "Agenda", chapeau=CHAPEAU_DE_L_AGENDA)
    page_de(accueil, RepertoirePage, "repertoire", "Répertoire", chapeau=CHAPEAU_DU_REPERTOIRE)
    for contenu in CONTENUS:
        _charger_contenu(accueil, contenu)
        yield contenu.slug


CHAPEAU_DU_MUR = "Des phrases complétées à la main, autour d’une table, puis recopiées ici. Aucune n’est signée."
CHAPEAU_DE_L_AGENDA = "Ce qui se passe près de chez vous pour la Journée, et comment s’y rendre."
CHAPEAU_DU_REPERTOIRE = "Groupes d’entraide, centres de crise, maisons : trouvez une ressource près de chez vous."


def _remplir_accueil(accueil: AccueilPage) -> None:
    accueil.accroche = "\n".join(ACCUEIL.lignes)
    accueil.chapeau = ACCUEIL.chapeau
    accueil.amorce_recu = amorce_de(PAROLES[ACCUEIL.recus[0]].amorce)
    accueil.amorce_donne = amorce_de(PAROLES[ACCUEIL.donnes[0]].amorce)
    accueil.corps = corps_de(ACCUEIL.corps)
    publier(accueil)


def _charger_edition(campagne: CampagnePage, demo: Edition) -> None:
    if EditionPage.objects.filter(annee=demo.annee).exists():
        return
    edition = page_de(
        campagne,
        EditionPage,
        str(demo.annee),
        demo.titre,
        annee=demo.annee,
        jour=demo.jour,
        theme=demo.theme,
        slogan=demo.slogan,
        introduction=_paragraphes(demo.introduction),
        corps=corps_de(demo.corps),
    )
    vedettes = [temoignage_de(PAROLES[cle]) for cle in demo.vedettes]
    edition.vedettes = [TemoignageVedette(temoignage=temoignage) for temoignage in vedettes if temoignage]
    publier(edition)


def _charger_contenu(accueil: AccueilPage, contenu: Contenu) -> None:
    page_de(
        accueil,
        ContenuPage,
        contenu.slug,
        contenu.titre,
        chapeau=contenu.chapeau,
        corps=corps_de(contenu.corps),
        au_pied=True,
    )


def accueil_francais() -> AccueilPage:
    """Return the home page under which the demo is written."""
    accueil: AccueilPage = AccueilPage.objects.get(locale__language_code=settings.LANGUAGE_CODE)
    return accueil


def page_de(parent: Any, genre: Any, slug: str, titre: str, **champs: Any) -> Any:
    """Return the page of that slug under `parent`, created and published when it is not there."""
    presente = genre.objects.child_of(parent).filter(slug=slug).first()
    if presente:
        return presente
    page = genre(title=titre, slug=slug, **{"show_in_menus": genre.show_in_menus_default, **champs})
    page.live = False
    parent.add_child(instance=page)
    publier(page)
    return page


def publier(page: Any) -> None:
    """Write a page of the demo as public, as no screen can."""
    with ouvrir("démonstration"):
        page.save_revision().publish()


def _paragraphes(paragraphes: tuple[str, ...]) -> str:
    return "".join(f"<p>{paragraphe}</p>" for paragraphe in paragraphes)


def corps_de(blocs: tuple[Bloc, ...]) -> list[tuple[str, Any]]:
    """Return the body of a page, without the quotations of testimonies that are not there."""
    return [(bloc.genre, valeur) for bloc in blocs if (valeur := _valeur(bloc)) is not None]


def _valeur(bloc: Bloc) -> Any:
    match bloc:
        case Texte():
            return RichText(bloc.html)
        case Citation():
            temoignage = temoignage_de(PAROLES[bloc.parole])
            return {"temoignage": temoignage} if temoignage else None
        case Image():
            image = ImageCampagne.objects.get(title=DESSINS[bloc.dessin].titre)
            return {"image": image, "legende": bloc.legende, "texte_alternatif": "", "credit": ""}
        case Encadre():
            return {"titre": bloc.titre, "texte": RichText(f"<p>{bloc.texte}</p>"), "ton": bloc.ton}
        case Appel() | Extrait():
            return _champs(bloc)
        case Questions():
            questions = [{"question": q.question, "reponse": RichText(f"<p>{q.reponse}</p>")} for q in bloc.questions]
            return {"titre": bloc.titre, "questions": questions}


def _champs(bloc: Appel | Extrait) -> dict[str, Any]:
    if isinstance(bloc, Extrait):
        return {"titre": bloc.titre, "amorce": None, "edition": bloc.edition, "nombre": bloc.nombre}
    return {"titre": bloc.titre, "texte": bloc.texte, "bouton": bloc.bouton, "page": None, "adresse": bloc.lien}
