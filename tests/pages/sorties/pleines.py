"""A release, a platform and a workbook that hold everything that one may hold. All is invented, nothing is drawn."""

import json
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from pages.models import ContactPresse, PorteParole, VarianteRegionale
from pages.publication.errata import rectifier
from temoignages.etats import Portee
from temoignages.models import Consentement
from tests.fabriques.documents import (
    CahierPageFactory,
    PlateformePageFactory,
    RevendicationPageFactory,
    chiffre,
    un_etat,
    un_moyen,
    une_question,
    une_reference,
    une_valeur,
)
from tests.fabriques.fichiers import un_document
from tests.fabriques.pages import publier, un_temoignage_publie, une_amorce, une_image
from tests.fabriques.presse import chiffre as chiffre_de_presse
from tests.fabriques.presse import citation, un_communique, une_autorisation
from tests.fabriques.roles import une_redactrice


def flux(graine: str, *blocs: tuple[str, Any]) -> str:
    """Return the blocks of a field as stored, each with the same identifier at every run."""
    return json.dumps(_nommer([{"type": genre, "value": valeur} for genre, valeur in blocs], graine))


def _nommer(valeur: Any, chemin: str) -> Any:
    if isinstance(valeur, list):
        return [_nommer(sous, f"{chemin}/{rang}") for rang, sous in enumerate(valeur)]
    if not isinstance(valeur, dict):
        return valeur
    nomme = {nom: _nommer(sous, f"{chemin}/{nom}") for nom, sous in valeur.items()}
    return nomme | {"id": str(uuid5(NAMESPACE_URL, chemin))} if {"type", "value"} <= {*valeur} else nomme


def rectifiee(page: Any, avant: str, apres: str, raison: str) -> Any:
    """Publish a page, then a correction of it; return its row."""
    page = publier(page)
    rectifier(page=page, par=une_redactrice(), avant=avant, apres=apres, raison=raison)
    return publier(type(page).objects.get(pk=page.pk).get_latest_revision_as_object())


def permettre_le_papier(temoignage: Any) -> Any:
    """Let a testimony be printed; return it."""
    accord = Consentement.objects.get(empreinte_code=temoignage.empreinte_code)
    accord.pk, accord.portee = None, Portee.IMPRIME
    accord.save()
    return temoignage


def un_communique_plein() -> Any:
    """Return a public release: a quotation, a figure, links, lists, a region, a correction."""
    personne = une_autorisation("Odile Fictive")
    page = un_communique(
        title="Une clé, une table : des lieux ouverts le soir",
        slug="une-cle",
        chapeau="À 17 h, presque toutes les portes se ferment. C'est là que le monde arrive.",
        qui="La Grande Rallonge",
        quand="Le 10 octobre 2026, à 11 h",
        ou="Sur le perron, rue des Ateliers",
        corps=flux(
            "communique",
            ("texte", "<p>Ce matin, 90 tables étaient dehors : <b>personne</b> n'a mangé <i>seul</i>&nbsp;!</p>"),
            citation(personne),
            chiffre_de_presse(valeur="20000", libelle="repas servis en un an", date="2026-09-01"),
            (
                "texte",
                (
                    "<h2>Ce qu’on demande</h2><ol><li>Du temps, le soir comme la fin de semaine, parce que la peine ne "
                    "suit pas les heures de bureau.</li><li>Un local, <a href='https://exemple.org/a'>et son bail</a>."
                    "</li></ol><ul><li>Une clé &lt;solide&gt;, <a href='/'>ici</a>.</li></ul>"
                ),
            ),
        ),
        a_propos="<p>La Grande Rallonge réunit des ressources <a href='/qui-nous-sommes/'>de partout</a>.</p>",
        sources="<ul><li>Registre des repas, septembre 2026.</li></ul>",
    )
    page.porte_paroles = [PorteParole(autorisation=personne)]
    page.contacts = [
        ContactPresse(
            role="Relations avec les médias", courriel="presse@exemple.org", telephone="514 555-0195, poste 2"
        )
    ]
    page.variantes = [VarianteRegionale(region="05", paragraphe="deux tables tiennent tout l'hiver.")]
    return rectifiee(page, "90 tables", "80 tables", "Un compte refait à la main.")


def une_plateforme_pleine() -> Any:
    """Return a public platform: sources cited and quoted by others, notes, figures, words, an image, two demands."""
    parole = permettre_le_papier(un_temoignage_publie("une chaise qui m’attend", amorce=une_amorce()))
    plateforme = PlateformePageFactory.create(
        title="De la place pour tout le monde",
        chapeau="Deux demandes, et leurs moyens.",
        introduction=(
            "<p>Cette plateforme s’est écrite debout (Ardouin, 2019, p. 42)[note : Sur un perron (Ardouin, 2019).]. Le "
            "temps presse (Tellier, dans Grenon, 2011, p. 52).</p>"
        ),
        enjeux="<h3>La langue</h3><p>On la lit à voix haute[note : Ardouin, 2019, p. 9].</p>",
        chiffres=flux("chiffres", chiffre(une_valeur("20000", source="Relevé annuel"))),
        remerciements="<p>Aux gens qui ont tenu le <a href='https://exemple.org/crayon'>crayon</a>.</p>",
        bibliographie=flux(
            "bibliographie",
            une_reference(contenant="Éditions du Perron"),
            une_reference(
                "Grenon, Alix", "2011", titre="Savoirs de perron", genre="article", contenant="L’usage de la parole",
                page="p. 31-58", adresse="https://exemple.org/perron",
            ),
        ),
    )  # fmt: skip
    RevendicationPageFactory.create(
        parent=plateforme,
        title="Payer le chauffage avant les projets",
        slug="chauffage",
        resume="Un lieu coûte le même prix toute l’année.",
        corps=flux(
            "chauffage",
            (
                "texte",
                "<p>Ardouin (2019) l’appelle « la chaise vide »[note : Grenon, 2011, p. 40].</p><ul><li>Ici.</li></ul>",
            ),
            ("extrait", {"texte": "<p>On ne reçoit bien que debout.</p>", "source": "Ardouin, 2019, p. 61"}),
            ("citation", {"temoignage": parole.pk}),
            ("encadre", {"titre": "Bon à savoir", "texte": "<p>La porte est <b>ouverte</b>.</p>"}),
            ("image", une_vue()),
        ),
        moyens=flux(
            "moyens",
            un_moyen("Verser une somme qui suit le coût de la vie.", un_etat("promis", "2026-11-05")),
            un_moyen("Un seul bilan par an (Grenon, 2011)."),
        ),
    )
    RevendicationPageFactory.create(
        parent=plateforme, title="La porte ouverte le soir", slug="soir", resume="La peine finit tard.",
        moyens=flux("soir", un_moyen("Payer deux soirées par semaine.")),
    )  # fmt: skip
    return rectifiee(plateforme, "trois demandes", "deux demandes", "Deux demandes ont été jointes.")


def un_cahier_plein() -> Any:
    """Return a public workbook: parts, questions, values, definitions, annexes that the text calls, a correction."""
    document = un_document(title="La grille")
    question = une_question("Qui vient souvent (voir l’annexe 2)?", lignes=2)
    seconde = une_question("Qui ne vient plus?", "Depuis quand?", "Qu’est-ce qui a changé?", lignes=1)
    definitions = [
        {"texte": "<p>Planche qu’on glisse au milieu.</p>", "source": "Ardouin, 2019, p. 7", "est_traduite": False},
        {"texte": "<p>Geste d’un groupe.</p>", "source": "Tellier, dans Grenon, 2011, p. 52", "est_traduite": True},
    ]
    valeurs = {"titre": "Nos valeurs", "valeurs": [{"nom": "La place", "sens": "Une chaise de plus."}]}
    premiere = [
        ("texte", "<p>Une table se mesure au nombre de coudes[note : Ardouin, 2019].</p>"),
        ("definition", {"terme": "Rallonge", "definitions": definitions}),
        question,
    ]
    deuxieme = [
        ("valeurs", valeurs),
        ("mot", {"texte": "On commence par faire de la place.", "de": "Le groupe du mardi"}),
        ("extrait", {"texte": "<p>Assis, on attend.</p>", "source": "Ardouin, 2019, p. 61"}),
        chiffre(une_valeur("147", libelle="soirées ouvertes", source="Relevé annuel")),
        ("image", une_vue()),
        seconde,
    ]
    parties = [
        {"titre": titre, "contenu": [{"type": genre, "value": valeur} for genre, valeur in contenus]}
        for titre, contenus in (("Qui est assis", premiere), ("Ce à quoi on tient", deuxieme))
    ]
    section = {"titre": "Regarder la table", "introduction": "<p>On compte les chaises.</p>", "parties": parties}
    page = CahierPageFactory.create(
        title="Cahier du printemps",
        slug="cahier",
        chapeau="Trois heures, un crayon par personne.",
        contexte="<p>Seul ou à plusieurs. Pour la suite, voir les annexes 1 et 2.</p>",
        sections=flux("sections", ("section", section)),
        annexes=flux(
            "annexes",
            ("annexe", {"titre": "L’heure des choses", "texte": "<ul><li>9 h : le café</li></ul>", "document": None}),
            (
                "annexe",
                {"titre": "La grille", "texte": "<p>À découper (voir l’annexe 1).</p>", "document": document.pk},
            ),
        ),
        bibliographie=flux("bibliographie", une_reference(), une_reference("Grenon, Alix", "2011", titre="Savoirs")),
    )
    return rectifiee(page, "quatre heures", "trois heures", "Le midi ne compte pas.")


def une_vue() -> dict[str, Any]:
    """Return an image block, as stored."""
    return {
        "image": une_image().pk,
        "texte_alternatif": "Deux tasses sur une nappe",
        "legende": "La nappe",
        "credit": "",
    }
