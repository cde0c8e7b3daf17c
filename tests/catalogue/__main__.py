"""`make messages`: the catalogues follow the code; what has no translation yet is named, and refused."""

import sys

from babel.messages.catalog import Catalog

from .extraction import extraire, pluriels
from .fichiers import en_mo, en_po, est_traduite, fichier, fusionner, lire


def ecrire(langue: str, catalogue: Catalog) -> list[str]:
    """Write the two files of `langue`.

    Returns:
        The sentences without a translation, as the code writes them.
    """
    for suffixe, octets in (("po", en_po(catalogue)), ("mo", en_mo(catalogue))):
        chemin = fichier(langue, suffixe)
        chemin.parent.mkdir(parents=True, exist_ok=True)
        chemin.write_bytes(octets)
    phrases = [phrase for phrase in catalogue if phrase.id]
    manquantes = [str(phrase.id) for phrase in phrases if not est_traduite(phrase)]
    sys.stdout.write(f"{langue} : {len(phrases)} phrases, {len(manquantes)} à traduire\n")
    return manquantes


if __name__ == "__main__":
    anglais = extraire("en")
    ecrire("fr", pluriels(anglais))
    fusionner(anglais, lire("en"))
    if restes := ecrire("en", anglais):
        sys.exit("\n".join(restes))
