"""`python -m tests.audit`: known advisories about what is locked; exit 1 for one, or with `--exiger` for no answer."""

import argparse
import sys

from tests.coherence.arbre import RACINE

from .avis import conclure, demander

VERROU = "requirements-dev.txt"  # the site's packages and ours: tests/coherence/test_verrous.py


def main() -> int:
    """Ask, say, and return the code."""
    lecture = argparse.ArgumentParser(description="Les paquets verrouillés devant les avis de sécurité connus.")
    lecture.add_argument("--exiger", action="store_true", help="échouer aussi quand le service n’a pas répondu")
    exiger = lecture.parse_args().exiger
    code, lignes = conclure(VERROU, demander(RACINE / VERROU), exiger=exiger)
    sys.stdout.write("".join(f"{ligne}\n" for ligne in lignes))
    return code


if __name__ == "__main__":
    sys.exit(main())
