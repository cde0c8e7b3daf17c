"""The Nu Html Checker, started once for a whole folder of pages."""

import json
import subprocess
from pathlib import Path

from .outils import commande, paquet_npm

JAR = "vnu-jar/build/dist/vnu.jar"


def erreurs(pages: dict[str, str], dossier: Path) -> list[str]:
    """Return the errors of these pages, as « address: line: message: extract ».

    Args:
        pages: the HTML as it was served, by address.
        dossier: an empty folder, where the checker reads them.
    """
    java, jar = commande("java", "default-jre-headless"), paquet_npm(JAR)
    adresses = {}
    for rang, (adresse, html) in enumerate(pages.items()):
        fichier = dossier / f"{rang:03}.html"
        fichier.write_text(html, encoding="utf-8")
        adresses[fichier.name] = adresse
    ordre = [java, "-jar", str(jar), "--errors-only", "--format", "json", "--exit-zero-always", str(dossier)]
    sortie = subprocess.run(ordre, capture_output=True, text=True, check=True, timeout=600).stderr
    return [
        f"{adresses[Path(message['url']).name]}: {message.get('lastLine', 0)}: {message['message']}:"
        f" {message.get('extract', '').strip()}"
        for message in json.loads(sortie)["messages"]
        if message["type"] != "info"
    ]
