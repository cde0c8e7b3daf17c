"""A small site to search: a thing of each kind, each under a name that the pairs of words expect."""

from typing import Any

from wagtail.models import Locale

from pages.models import CommuniquePage, ContenuPage, OutilPage, RepertoirePage, RevendicationPage
from pages.recherche.demande import Demande
from pages.recherche.indexation import reconstruire
from pages.recherche.modeles import EntreeRecherche
from pages.recherche.trouvailles import trouver
from reseau.horloge import maintenant
from temoignages.etats import EtatTraduction
from temoignages.models import Temoignage, Traduction
from tests.fabriques.balado import un_enregistrement
from tests.fabriques.evenements import AgendaPageFactory, EvenementFactory
from tests.fabriques.genres import parent_de, une_page
from tests.fabriques.pages import accueil, corps, publier, un_temoignage_publie, une_amorce, une_image
from tests.fabriques.presse import une_autorisation
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import une_personne
from tests.pages.test_langues import traduite

# The name under which the pairs expect it, its kind, its title, its words.
PAGES: tuple[tuple[str, Any, str, str], ...] = (
    ("assemblee", ContenuPage, "Une assemblée pour décider", "Les citoyen·nes et les usager·ère·s y prennent parole."),
    ("benevoles", ContenuPage, "Donner du temps", "Les bénévoles accueillent les nouvelles travailleuses le lundi."),
    ("coeur", ContenuPage, "Le cœur à l’ouvrage", "Nos sœurs et nos œuvres d’art, l’œil ouvert."),
    ("logement", RevendicationPage, "Un toit avant tout", "Le droit au logement : 20 000 personnes l’attendent."),
    ("medicaments", RevendicationPage, "Décider de sa médication", "Gérer ses médicaments avec son pharmacien."),
    ("loi", CommuniquePage, "Une réponse au projet de loi", "Nous dénonçons l’hospitalisation forcée."),
    ("trousse", OutilPage, "Animer un atelier d’écriture", "Des exercices pour écrire à tous·tes, aujourd’hui même."),
    ("rights", ContenuPage, "Your rights in hospital", "People's rights, housing and the healing of communities."),
    ("entraide", ContenuPage, "L’entraide entre pairs", "On s’entraide jusqu’au bout, qu’elles disent."),
    ("hydro", ContenuPage, "Une porte-parole régionale", "Elle parle aux médias, à l’Hôtel-de-Ville, au 811."),
)
EN_ANGLAIS = ("rights",)
# The twins of some of them, in English.
JUMELLES: tuple[tuple[str, str, str], ...] = (
    ("benevoles", "Giving time", "Volunteers welcome the new workers on Mondays."),
    ("coeur", "Heart in the work", "Our sisters’ works of art, shelves of stories, eyes wide open."),
    ("entraide", "Peer support", "Neighbours helping one another, studying and organizing."),
)


def batir() -> dict[str, tuple[str, str]]:
    """Fill the site, and return what each name stands for: source and key, as the index has them."""
    une_image()
    une_autorisation()
    un_enregistrement()
    noms = {}
    for nom, genre, titre, mots in PAGES:
        page = une_page(genre, mots, titre, 1, slug=f"page-{nom}", live=False)
        if nom in EN_ANGLAIS:
            page.locale = Locale.objects.get_or_create(language_code="en")[0]
        parent_de(genre).add_child(instance=page)
        noms[nom] = ("page", str(publier(page).pk))
    agenda, repertoire = AgendaPageFactory.create(), RepertoirePage(title="Répertoire", slug="repertoire", live=False)
    accueil().add_child(instance=repertoire)
    publier(repertoire)
    envol = RessourceFactory.create(nom="L’Envolée", municipalite="Trois-Rivières", region="04")
    evenement = EvenementFactory.create(
        ressource=envol, titre="Café-causerie sur le rétablissement", description="Événement gratuit, dîner fourni."
    )
    parole = un_temoignage_publie("une chaise berçante qui m’attendait", amorce=une_amorce(), region="", edition=2026)
    reconstruire()
    assert agenda.live
    return noms | {
        "envol": ("ressource", str(envol.pk)),
        "causerie": ("evenement", str(evenement.pk)),
        "chaise": ("parole", parole.pk),
    }


def batir_en_anglais() -> dict[str, tuple[str, str]]:
    """Fill the site in both languages; the name of a page that has a twin stands for it, « … (fr) » for the French."""
    noms = batir()
    publier(traduite(accueil(), "Home"))
    for nom, titre, mots in JUMELLES:
        jumelle = traduite(ContenuPage.objects.get(slug=f"page-{nom}"), titre, publique=False)
        jumelle.corps = corps(("texte", f"<p>{mots}</p>"))
        noms |= {f"{nom} (fr)": noms[nom], nom: ("page", str(publier(jumelle).pk))}
    parole = Temoignage.objects.get(pk=noms["chaise"][1])
    une_traduction(parole, "a rocking chair that was waiting for me")
    reconstruire()
    return noms


def une_traduction(parole: Temoignage, texte: str) -> Traduction:
    """Return the approved English of a testimony."""
    return Traduction.objects.create(
        temoignage=parole,
        langue="en",
        texte=texte,
        etat=EtatTraduction.APPROUVEE,
        empreinte_source=parole.empreinte_source,
        constats_ouverts=0,
        traduite_par=(qui := une_personne()),
        modifiee_par=qui,
        modifiee_le=maintenant(),
        approuvee_par=une_personne(),
        approuvee_le=maintenant(),
    )


def premiers(texte: str, combien: int = 3) -> list[tuple[str, str]]:
    """Return the source and key of the first results for some words."""
    cles = [trouvee.cle for trouvee in trouver(Demande(texte).mots).liste[:combien]]
    entrees = EntreeRecherche.objects.in_bulk(cles)
    return [(entrees[cle].source, entrees[cle].cle) for cle in cles]
