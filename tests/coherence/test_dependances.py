"""What the site stands on was chosen: each dependency is in decision 0008, each package has a licence we accept."""

import re
import tomllib
from email.message import Message
from importlib.metadata import PackageNotFoundError, metadata
from typing import Final

from .arbre import RACINE
from .test_verrous import PAQUET, normaliser, verrou

DECISION = next((RACINE / "docs" / "decisions").glob("0008-*.md"))
# Compatible with GPL-3.0-or-later, as their authors write them.
LIBRES: Final = frozenset(
    {
        "Apache Software License", "Apache-2.0", "BSD License", "BSD-2-Clause", "BSD-3-Clause", "ISC License (ISCL)",
        "LGPL-3.0-only", "MIT", "MIT License", "MIT-0", "MIT-CMU", "MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)",
        "PSF-2.0", "Python Software Foundation License",
    }
)  # fmt: skip
# Declared with a word that says nothing; read in its text.
LUES: Final = {"qrcode": {"Other/Proprietary License"}}  # BSD-3, and MIT for what it took from another
DEMANDE: Final = re.compile(r"\s+#(?: via\b)?\s*(\S*)")


def directes() -> set[str]:
    """Return what `pyproject.toml` asks for, for the site and for development."""
    projet = tomllib.loads((RACINE / "pyproject.toml").read_text())
    voulues = [*projet["project"]["dependencies"], *projet["dependency-groups"]["dev"]]
    return {normaliser(lu[1]) for voulue in voulues if (lu := PAQUET.match(voulue))}


def sans_ligne(noms: set[str], texte: str) -> set[str]:
    """Return the names that a text does not hold as whole words, written as registries compare them."""
    mots = {normaliser(mot.strip(".-_")) for mot in re.findall(r"[\w.-]+", texte)}
    return noms - mots


def refusees(nom: str, declarees: set[str]) -> set[str]:
    """Return the licences of a package that nobody accepted; an empty word when it declares none."""
    return (declarees or {""}) - LIBRES - LUES.get(nom, set())


def licences(nom: str) -> set[str]:
    """Return the licences that an installed package declares, each alone."""
    dit: Message = metadata(nom)  # type: ignore[assignment]  # what it is until 3.12 and after
    classees = [mot.rpartition(" :: ")[2] for mot in dit.get_all("Classifier") or [] if mot.startswith("License ::")]
    dites = dit.get("License-Expression") or ";".join(classees) or dit.get("License") or ""
    return {mot.strip() for mot in re.split(r" AND | OR |;", dites)}


def orphelins(texte: str) -> set[str]:
    """Return the locked packages that nothing asks for: neither us nor another locked package."""
    demandeurs: dict[str, set[str]] = {}
    courant = ""
    for ligne in texte.splitlines():
        if lu := PAQUET.match(ligne):
            courant = normaliser(lu[1])
            demandeurs.setdefault(courant, set())
        elif (dit := DEMANDE.match(ligne)) and dit[1]:
            demandeurs[courant].add(normaliser(dit[1]))
    return {nom for nom, siens in demandeurs.items() if not siens & {"site-campagne", *demandeurs}}


def test_chaque_dependance_a_sa_ligne_dans_la_decision() -> None:
    assert sans_ligne(directes(), DECISION.read_text()) == set()


def test_chaque_paquet_verrouille_est_demande_par_quelqu_un() -> None:
    for fichier in ("requirements.txt", "requirements-dev.txt"):
        assert orphelins((RACINE / fichier).read_text()) == set(), fichier


def test_chaque_paquet_du_site_a_une_licence_acceptee() -> None:
    vus, fautes = 0, {}
    for paquet in verrou("requirements.txt"):
        try:
            declarees = licences(paquet.nom)
        except PackageNotFoundError:  # for another system, or another Python
            continue
        vus += 1
        if mauvaises := refusees(paquet.nom, declarees):
            fautes[paquet.nom] = mauvaises
    assert fautes == {}
    assert vus > 50


def test_ce_qui_n_est_pas_choisi_est_vu() -> None:
    decision = "| django-allauth[mfa] | MIT |\nFor development: pytest-xdist, `ruff`, pillow_heif."
    assert sans_ligne({"django-allauth", "pytest-xdist", "ruff", "pillow-heif"}, decision) == set()
    absents = {"django", "allauth", "xdist", "pillow", "requests"}
    assert sans_ligne(absents, decision) == absents


def test_une_licence_que_personne_n_a_acceptee_est_vue() -> None:
    assert refusees("a", {"AGPL-3.0-only", "MIT"}) == {"AGPL-3.0-only"}
    assert refusees("a", set()) == {""}
    assert refusees("a", {"Other/Proprietary License"}) == {"Other/Proprietary License"}
    assert refusees("qrcode", {"BSD License", "Other/Proprietary License"}) == set()


def test_un_paquet_que_rien_ne_demande_est_vu() -> None:
    texte = "a==1 \\\n    --hash=sha256:aa\n    # via site-campagne (pyproject.toml)\nb==1\n    # via\n    #   a\n"
    assert orphelins(texte) == set()
    assert orphelins(f"{texte}c==1\n    --hash=sha256:aa\nd==1\n    # via x\n") == {"c", "d"}
