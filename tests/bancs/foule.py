"""A wall of any size, invented: the same mix of lengths, places, themes and dates whatever the number."""

import datetime
import random
import secrets
from collections.abc import Iterator

from reseau.langue.regions import REGIONS
from reseau.models import Ressource
from temoignages.actions import recompter
from temoignages.etats import Avertissement, Echelon, EtatTemoignage, Portee
from temoignages.models import Amorce, Consentement, Temoignage, Theme
from temoignages.models.temoignage import ALPHABET, LONGUEUR_ID

GRAINE = 20261122
PHRASES, THEMES, RESSOURCES, EDITIONS = 6, 5, 90, (2024, 2025, 2026, 2027)
PAR_LOT = 5000
MOTS = (
    "une table du café des chaises la porte ouverte on rit le matin je reviens quelqu’un écoute sans demander".split()
)


def peupler(nombre: int) -> None:
    """Fill an empty database with `nombre` published texts, one in ten more withdrawn and one in ten more expired."""
    hasard = random.Random(GRAINE)  # noqa: S311 - a drawing that can be made again
    phrases = [
        Amorce.objects.create(texte=f"Ici, pour la fois {rang}, je trouve…", ordre=rang) for rang in range(PHRASES)
    ]
    themes = [Theme.objects.create(nom=f"le thème {rang}", ordre=rang) for rang in range(THEMES)]
    ressources = [_ressource(rang, hasard.choice(REGIONS).code) for rang in range(RESSOURCES)]
    numeros = hasard.sample(range(len(ALPHABET) ** LONGUEUR_ID), nombre + 2 * (nombre // 10))
    for debut in range(0, len(numeros), PAR_LOT):
        lot = [
            _temoignage(
                hasard, _identifiant(numero), hasard.choice(phrases), hasard.choice([*themes, None]), ressources
            )
            for numero in numeros[debut : debut + PAR_LOT]
        ]
        for rang, temoignage in enumerate(lot, start=debut):
            if rang >= nombre + nombre // 10:
                temoignage.etat, temoignage.texte = EtatTemoignage.RETIRE, ""
        Temoignage.objects.bulk_create(lot)
        Consentement.objects.bulk_create(_consentements(lot, debut, nombre))
    recompter()


def _ressource(rang: int, region: str) -> Ressource:
    ressource = Ressource(nom=f"La Maison {rang}", forme_de=f"de La Maison {rang}", region=region, tranche_membres="")
    ressource.save()
    return ressource


def _identifiant(numero: int) -> str:
    signes = []
    for _rang in range(LONGUEUR_ID):
        numero, reste = divmod(numero, len(ALPHABET))
        signes.append(ALPHABET[reste])
    return "".join(signes)


def _temoignage(
    hasard: random.Random, pk: str, amorce: Amorce, theme: Theme | None, ressources: list[Ressource]
) -> Temoignage:
    echelon = hasard.choices(Echelon.values, (2, 5, 3))[0]
    ressource = hasard.choice(ressources)
    return Temoignage(
        pk=pk,
        texte=" ".join(_mots(hasard)),
        amorce=amorce,
        theme=theme,
        edition=hasard.choices(EDITIONS, (1, 2, 3, 4))[0],
        echelon=echelon,
        ressource=ressource if echelon == Echelon.RESSOURCE else None,
        region="" if echelon == Echelon.QUEBEC else ressource.region,
        avertissement=hasard.choice(Avertissement.values) if hasard.random() < 0.03 else "",
        empreinte_code=secrets.token_hex(32),
    )


def _mots(hasard: random.Random) -> Iterator[str]:
    """Draw the words of a text: most have a few, one in twenty is a story."""
    longueur = hasard.randint(100, 250) if hasard.random() < 0.05 else hasard.randint(2, 25)
    for rang in range(1, longueur + 1):
        yield hasard.choice(MOTS) + ("." if not rang % 12 else "")


def _consentements(lot: list[Temoignage], debut: int, nombre: int) -> Iterator[Consentement]:
    for rang, temoignage in enumerate(lot, start=debut):
        echu = nombre <= rang < nombre + nombre // 10
        fin = datetime.date(2025, 10, 9) if echu else datetime.date((2027, 2029)[rang % 2], 10, 9)
        yield Consentement(
            empreinte_code=temoignage.empreinte_code,
            portee=Portee.WEB,
            edition=temoignage.edition,
            jusqu_au=fin,
            attribution_max=Echelon.RESSOURCE,
            version_formulaire="banc",
            donne_le=datetime.date(2024, 9, 1),
        )
