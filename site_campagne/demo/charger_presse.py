"""Load the newsroom of the demo, the agenda of its day, and its collective work with its follow-up."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from wagtail.rich_text import RichText

from medias.models import AutorisationNom, ImageCampagne, PorteeNom
from pages.models import (
    AccueilPage,
    CommuniquePage,
    ContactPresse,
    EditionPage,
    OeuvrePage,
    PhotoOeuvre,
    Plage,
    PorteParole,
    ProgrammePage,
    SalleDePressePage,
    VarianteRegionale,
)

from .charger_pages import accueil_francais, page_de, publier
from .dessins import DESSINS
from .presse import (
    A_PROPOS,
    COMMUNIQUES,
    DESCRIPTION_DE_L_OEUVRE,
    DESCRIPTION_LONGUE,
    JOUR_2026,
    PERSONNES,
    PROGRAMME,
    SUIVI_DE_L_OEUVRE,
    Chiffre,
    Citee,
    Communique,
)


def charger_presse() -> Iterator[str]:
    """Create the permissions and the pages that are not there."""
    accueil = accueil_francais()
    for personne in PERSONNES.values():
        AutorisationNom.objects.get_or_create(
            nom=personne.nom,
            defaults={
                "role": personne.role,
                "portee": PorteeNom.SITE,
                "donnee_le": date(2026, 9, 1),
                "jusqu_au": date(2029, 8, 31),
                "preuve": personne.preuve,
            },
        )
        yield personne.cle
    chapeau = "Ce que la fédération dit aux médias, et quand elle l’a dit."
    salle = page_de(accueil, SalleDePressePage, "communiques", "Salle de presse", chapeau=chapeau)
    for communique in COMMUNIQUES:
        _charger_communique(salle, communique)
        yield communique.slug
    _charger_programme()
    yield "programme"
    _charger_oeuvre(accueil)
    yield "oeuvre"


def _charger_communique(salle: SalleDePressePage, demo: Communique) -> None:
    if CommuniquePage.objects.child_of(salle).filter(slug=demo.slug).exists():
        return
    champs = {"genre": demo.genre, "date": demo.date, "chapeau": demo.chapeau, "edition": demo.edition}
    faits = dict(zip(("qui", "quoi", "quand", "ou"), demo.faits, strict=True))
    page: Any = CommuniquePage(
        title=demo.titre,
        slug=demo.slug,
        corps=[_bloc(partie) for partie in demo.corps],
        a_propos=A_PROPOS,
        sources=demo.sources,
        live=False,
        **champs,
        **faits,
    )
    page.porte_paroles = [PorteParole(autorisation=_accord(cle)) for cle in demo.porte_paroles]
    page.contacts = [
        ContactPresse(role="Relations avec les médias", courriel="presse@exemple.org", telephone="514 555-0195")
    ]
    page.variantes = [VarianteRegionale(region=code, paragraphe=texte) for code, texte in demo.variantes]
    salle.add_child(instance=page)
    publier(page)


def _bloc(partie: str | Citee | Chiffre) -> tuple[str, Any]:
    match partie:
        case Citee():
            return "citation_nommee", {"texte": partie.texte, "autorisation": _accord(partie.personne)}
        case Chiffre():
            valeurs = {"valeur": partie.valeur, "libelle": partie.libelle, "source": partie.source, "date": partie.date}
            return "chiffre_source", {**valeurs, "unite": "", "adresse": ""}
        case _:
            return "texte", RichText(partie)


def _accord(cle: str) -> AutorisationNom:
    return AutorisationNom.objects.get(nom=PERSONNES[cle].nom)


def _charger_programme() -> None:
    edition = EditionPage.objects.get(annee=JOUR_2026.year, locale=accueil_francais().locale_id)
    if ProgrammePage.objects.child_of(edition).exists():
        return
    page: Any = ProgrammePage(
        title="Le programme de la Journée",
        slug="programme",
        chapeau="Du café à la nappe. On arrive et on repart quand on veut.",
        jour=JOUR_2026,
        lieu="Salle communautaire, Montréal",
        live=False,
    )
    page.plages = [
        Plage(debut=m.debut, fin=m.fin, genre=m.genre, titre=m.titre, description=m.description) for m in PROGRAMME
    ]
    edition.add_child(instance=page)
    publier(page)


def _charger_oeuvre(accueil: AccueilPage) -> None:
    if OeuvrePage.objects.child_of(accueil).filter(slug="oeuvre").exists():
        return
    page: Any = OeuvrePage(
        title="La nappe des demandes",
        slug="oeuvre",
        edition=2025,
        chapeau="Une nappe cousue à beaucoup de mains, laissée dans un bureau où l’on décide.",
        description=DESCRIPTION_DE_L_OEUVRE,
        lieu="Québec",
        destinataire="le bureau de la ministre responsable",
        depot_le=date(2025, 10, 10),
        retour_prevu_le=date(2026, 10, 10),
        suivi=SUIVI_DE_L_OEUVRE,
        suivi_le=date(2026, 10, 14),
        live=False,
    )
    image = ImageCampagne.objects.get(title=DESSINS["tablee"].titre)
    page.photos = [
        PhotoOeuvre(image=image, legende="La nappe, avant son départ", description_longue=DESCRIPTION_LONGUE)
    ]
    accueil.add_child(instance=page)
    publier(page)
