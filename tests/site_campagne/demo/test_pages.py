"""The invented pages: what they refer to exists, and their French is well set."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser

import pytest

from site_campagne.demo import amorces, comptes, confidentiel, contenus, editions, evenements, ressources, temoignages
from site_campagne.demo.blocs import Appel, Bloc, Citation, Encadre, Extrait, Image, Questions, Texte
from site_campagne.demo.dessins import DESSINS
from site_campagne.demo.protection import PROTECTION
from site_campagne.demo.temoignages import PAROLES, RECOLTES

BALISES = {"h2", "h3", "p", "ul", "ol", "li", "a", "strong", "em"}
CORPS = [page.corps for page in (contenus.ACCUEIL, *contenus.CONTENUS, editions.CAMPAGNE, *editions.EDITIONS)]
BLOCS: list[Bloc] = [bloc for corps in CORPS for bloc in corps]


def textes(objet: object) -> Iterator[str]:
    """Every string held by a value, at any depth."""
    if isinstance(objet, str):
        yield re.sub(r"<[^>]*>", "", objet)
    elif isinstance(objet, dict):
        yield from textes(tuple(objet.values()))
    elif isinstance(objet, tuple | list):
        for element in objet:
            yield from textes(element)
    elif is_dataclass(objet):
        yield from textes(tuple(getattr(objet, champ.name) for champ in fields(objet)))


EDITORIAL = (
    contenus.ACCUEIL,
    contenus.CONTENUS,
    (confidentiel.TRAVAIL, confidentiel.EMBARGO, confidentiel.DESTINATAIRE),
    editions.CAMPAGNE,
    editions.EDITIONS,
    amorces.AMORCES,
    ressources.RESSOURCES,
    evenements.EVENEMENTS,
    temoignages.RECOLTES,
    comptes.COMPTES,
    comptes.MENTION,
    tuple((dessin.titre, dessin.alternative) for dessin in DESSINS.values()),
)


@pytest.mark.parametrize(
    "faute",
    [
        pytest.param("'", id="apostrophe droite"),
        pytest.param('"', id="guillemet droit"),
        pytest.param(r"\.\.\.", id="trois points"),
        pytest.param(r"[^\u00a0]:(?=\s|$)", id="deux-points sans insécable"),
        pytest.param(r"\s[;!?]", id="espace avant un signe haut"),
        pytest.param("«[^\u00a0]|[^\u00a0]»", id="guillemet sans insécable"),
        pytest.param(r"  |^\s|\s$", id="espace de trop"),
        pytest.param(r"\d (?:octobre|jours|ans|\d{3}\b(?!-))", id="nombre sans insécable"),
    ],
)
def test_typographie(faute: str) -> None:
    assert [texte for texte in textes(EDITORIAL) if re.search(faute, texte)] == []


def test_le_titre_de_l_accueil_tient_en_trois_lignes_courtes() -> None:
    assert len(contenus.ACCUEIL.lignes) == 3
    assert all(0 < len(ligne) <= 12 for ligne in contenus.ACCUEIL.lignes)


def test_ce_que_les_pages_citent_existe() -> None:
    cites = {bloc.parole for bloc in BLOCS if isinstance(bloc, Citation)}
    cites |= {cle for edition in editions.EDITIONS for cle in edition.vedettes}

    assert cites | {*contenus.ACCUEIL.recus, *contenus.ACCUEIL.donnes} <= set(PAROLES)
    assert {bloc.dessin for bloc in BLOCS if isinstance(bloc, Image)} == set(DESSINS)


def test_une_edition_ne_met_en_vedette_que_ses_paroles() -> None:
    annees = {parole.cle: recolte.edition for recolte in RECOLTES for parole in recolte.paroles}
    for edition in editions.EDITIONS:
        assert {annees[cle] for cle in edition.vedettes} <= {edition.annee}


def test_les_colonnes_de_l_accueil_alternent_le_recu_et_le_donne() -> None:
    assert {PAROLES[cle].amorce for cle in contenus.ACCUEIL.recus} == {"table"}
    assert {PAROLES[cle].amorce for cle in contenus.ACCUEIL.donnes} == {"depose"}


def test_les_sept_sortes_de_blocs_servent() -> None:
    assert {type(bloc) for bloc in BLOCS} == {Texte, Citation, Image, Encadre, Appel, Questions, Extrait}
    assert {bloc.ton for bloc in BLOCS if isinstance(bloc, Encadre)} <= {"lin", "gaude", "eglantine", "mousse"}


def test_le_texte_riche_reste_dans_les_balises_permises_et_bien_fermees() -> None:
    for bloc in BLOCS:
        if isinstance(bloc, Texte):
            verificateur = Balises()
            verificateur.feed(bloc.html)
            assert verificateur.ouvertes == []


class Balises(HTMLParser):
    """Keeps the open tags; an unknown or badly closed one fails."""

    def __init__(self) -> None:
        super().__init__()
        self.ouvertes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in BALISES
        assert {nom for nom, _ in attrs} <= {"href"}
        self.ouvertes.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.ouvertes.pop() == tag


def test_les_liens_internes_menent_a_une_page_connue() -> None:
    adresses = {"/journee/", "/temoignages/", "/temoigner/", "/temoigner/suivi/"}
    adresses |= {f"/{page.slug}/" for page in contenus.CONTENUS}
    liens = {lien for bloc in BLOCS if isinstance(bloc, Texte) for lien in re.findall(r'href="(/[^"]*)"', bloc.html)}
    liens |= {bloc.lien for bloc in BLOCS if isinstance(bloc, Appel)}

    assert liens | {bouton.adresse for bouton in contenus.ACCUEIL.boutons} <= adresses


def test_la_promesse_est_dite_mot_pour_mot() -> None:
    page = " ".join(textes(PROTECTION))

    assert "publié sans nom, selon une procédure d’anonymisation" in page
    assert "anonyme" not in " ".join(textes(EDITORIAL))


def test_trois_editions_le_10_octobre_et_la_derniere_en_preparation() -> None:
    assert [edition.annee for edition in editions.EDITIONS] == [2025, 2026, 2027]
    assert {(edition.jour.month, edition.jour.day) for edition in editions.EDITIONS} == {(10, 10)}
    assert not editions.EDITIONS[-1].corps
    assert not editions.EDITIONS[-1].vedettes


def test_les_comptes_permettent_deux_lectures_et_portent_des_courriels_fictifs() -> None:
    roles = [compte.role for compte in comptes.COMPTES]

    assert roles.count("moderation") == 2
    assert roles.count("administration") == 1
    assert all(compte.courriel.endswith("@exemple.org") for compte in comptes.COMPTES)
