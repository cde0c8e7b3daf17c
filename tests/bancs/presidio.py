"""Presidio on the same texts, as the peer: run by its own environment, reads a JSON list of texts, answers as JSON.

No model and no network: a blank French spaCy pipeline, and the recognisers by shape that ship with Presidio, those of
Canada and those of no country, declared for French. Every result counts, whatever its confidence.
"""

import json
import socket
import sys
import time
from importlib.metadata import version
from typing import Any, NoReturn
from unittest.mock import patch

# None of these is installed where types are checked.
import spacy  # type: ignore[import-not-found]
import tldextract  # type: ignore[import-not-found]
from presidio_analyzer import (  # type: ignore[import-not-found]
    AnalyzerEngine,
    RecognizerRegistry,
    predefined_recognizers,
)
from presidio_analyzer.nlp_engine import SpacyNlpEngine  # type: ignore[import-not-found]

DE_NULLE_PART = ("CreditCard", "Crypto", "Date", "Email", "Iban", "Ip", "MacAddress", "Phone", "Url", "Uuid")
DU_CANADA = ("CaPostalCode", "CaSin")


def refuser(*_: object) -> NoReturn:
    """Refuse any connection."""
    raise OSError("Le banc ne va pas sur le réseau.")


class PipelineVide(SpacyNlpEngine):
    """A French tokeniser and nothing else."""

    def __init__(self) -> None:
        """Stand as already loaded: there is no model to fetch."""
        super().__init__()
        self.nlp = {"fr": spacy.blank("fr")}


def analyseur() -> Any:
    """Return Presidio's engine, in French."""
    outils = [getattr(predefined_recognizers, f"{nom}Recognizer") for nom in (*DE_NULLE_PART, *DU_CANADA)]
    registre = RecognizerRegistry([outil(supported_language="fr") for outil in outils], supported_languages=["fr"])
    return AnalyzerEngine(registry=registre, nlp_engine=PipelineVide(), supported_languages=["fr"])


def repondre(textes: list[str]) -> dict[str, object]:
    """Return the passages found in each text, the seconds of processor that each took, and Presidio's version."""
    moteur = analyseur()
    moteur.analyze(text="", language="fr")
    passages, secondes = [], []
    for texte in textes:
        debut = time.process_time()
        trouves = moteur.analyze(text=texte, language="fr")
        secondes.append(time.process_time() - debut)
        passages.append([(trouve.start, trouve.end) for trouve in trouves])
    return {"passages": passages, "secondes": secondes, "version": version("presidio-analyzer")}


if __name__ == "__main__":
    # The list of domains that comes with it; by default it would be fetched.
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    with patch.multiple(socket.socket, connect=refuser, connect_ex=refuser), patch("socket.getaddrinfo", refuser):
        sys.stdout.write(json.dumps(repondre(json.load(sys.stdin))))
