"""What operators copy holds together: references between files, variables that exist, units that systemd accepts."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.coherence.arbre import RACINE

from .manifestes import DEPLOI, compose, gabarits, manifestes

# Of the containers themselves, of nginx, of PostgreSQL and of what serves S3 in a trial.
D_AILLEURS = {
    "ADRESSE_ECOUTE", "AMONT", "CACHE", "DEPLOI", "DONNEES", "JOURNAUX", "MINIO_ROOT_PASSWORD", "MINIO_ROOT_USER",
    "NOMS", "POSTGRES_DB", "POSTGRES_PASSWORD", "POSTGRES_USER", "STATIQUE",
}  # fmt: skip


def connues() -> set[str]:
    """Return the variables that `.env.example` explains."""
    return set(re.findall(r"^#? ?([A-Z0-9_]+)=", (RACINE / ".env.example").read_text(), re.MULTILINE))


def test_kustomize_assemble_l_exemple() -> None:
    if shutil.which("kubectl") is None:
        pytest.skip("kubectl est absent : kustomize n’a pas été essayé.")
    commande = ["kubectl", "kustomize", str(DEPLOI / "kubernetes" / "exemple")]
    fait = subprocess.run(commande, capture_output=True, text=True, check=False)
    assert fait.returncode == 0, fait.stderr
    assembles = [objet for objet in yaml.safe_load_all(fait.stdout) if objet]
    assert len(assembles) == len(manifestes())
    for objet in assembles:
        if objet["kind"] == "Deployment":
            assert objet["spec"]["template"]["metadata"]["labels"]["app.kubernetes.io/part-of"] == "campagne"
            assert objet["spec"]["template"]["spec"]["containers"][0]["image"].endswith(":2026.11")


def test_l_exemple_nomme_tout_ce_qui_est_a_chacun(tmp_path: Path) -> None:
    """Who copies it and changes its names has no name of ours left, and no bucket."""
    if shutil.which("kubectl") is None:
        pytest.skip("kubectl est absent : kustomize n’a pas été essayé.")
    shutil.copytree(DEPLOI / "kubernetes", tmp_path / "k")
    copie = tmp_path / "k" / "exemple" / "kustomization.yaml"
    changee = copie.read_text().replace("exemple.org", "chez-nous.test")
    copie.write_text(re.sub(r"(s3://|S3_SEAU_PRIVE: )campagne", r"\1nous", changee))
    commande = ["kubectl", "kustomize", str(copie.parent)]
    assemble = subprocess.run(commande, capture_output=True, text=True, check=True).stdout
    assert "value: campagne.chez-nous.test" in assemble
    assert "exemple.org" not in assemble
    assert "s3://campagne" not in assemble
    assert "S3_SEAU_PRIVE: nous" in assemble


def test_ce_qui_se_nomme_d_un_manifeste_a_l_autre_existe() -> None:
    etiquettes = {gabarit["metadata"]["labels"]["app.kubernetes.io/name"] for _nom, gabarit in gabarits()}
    ports = {p["name"] for _n, g in gabarits() for c in g["spec"]["containers"] for p in c.get("ports", [])}
    noms = {(objet["kind"], objet["metadata"]["name"]) for objet in manifestes()}
    for objet in manifestes():
        corps = objet.get("spec", {})
        if objet["kind"] == "Service":
            assert corps["selector"]["app.kubernetes.io/name"] in etiquettes
            assert {port["targetPort"] for port in corps["ports"]} <= ports
        if objet["kind"] == "HorizontalPodAutoscaler":
            assert ("Deployment", corps["scaleTargetRef"]["name"]) in noms
        if objet["kind"] == "Ingress":
            service = corps["rules"][0]["http"]["paths"][0]["backend"]["service"]
            assert ("Service", service["name"]) in noms
    for _nom, gabarit in gabarits():
        for conteneur in gabarit["spec"]["containers"]:
            for source in conteneur.get("envFrom", []):
                assert "secretRef" in source or ("ConfigMap", source["configMapRef"]["name"]) in noms


def test_chaque_variable_est_expliquee() -> None:
    config = next(objet for objet in manifestes() if objet["kind"] == "ConfigMap")
    dites = set(config["data"]) | {nom for service in compose()["services"].values() for nom in _reglages(service)}
    unite = (DEPLOI / "systemd" / "campagne.env.exemple").read_text()
    dites |= set(re.findall(r"^([A-Z0-9_]+)=", unite, re.MULTILINE))
    assert dites - D_AILLEURS - connues() == set()


def test_une_copie_de_l_exemple_ne_defait_pas_ce_que_l_image_regle() -> None:
    """The compose file reads a copy of `.env.example`, which wins over the image: it says again what the image sets."""
    de_l_image = re.findall(r"\b([A-Z][A-Z_]+)=", (DEPLOI / "Dockerfile").read_text())
    ecrites = set(re.findall(r"^([A-Z0-9_]+)=", (RACINE / ".env.example").read_text(), re.MULTILINE))
    assert set(de_l_image) & ecrites <= set(_reglages(compose()["services"]["site-1"]))
    assert {"ADRESSE_ECOUTE", "DOSSIER_STATIQUE"} <= set(de_l_image) & ecrites


def _reglages(service: dict[str, Any]) -> set[str]:
    return set(service.get("environment", {}))


def test_ni_secret_ni_nom_d_hote_reel_dans_les_fichiers() -> None:
    for fichier in DEPLOI.rglob("*"):
        if not fichier.is_file():
            continue
        texte = fichier.read_text()
        assert not re.search(r"(?m)^\s*(SECRET_KEY|S3_SECRET|MOT_DE_PASSE\w*)[ ]*[:=][ ]*[^\s$\"]", texte), fichier
    assert "kind: Secret" not in "".join(f.read_text() for f in (DEPLOI / "kubernetes").rglob("*.yaml"))


def inaccessibles(texte: str, dossiers: set[str]) -> set[str]:
    """Return the folders that this unit, or this command, could not write to."""
    (permis,) = re.findall(r"ReadWritePaths=([^'\n]+)", texte)
    assert "ProtectSystem=strict" in texte
    ecrits = {chemin.removeprefix("-") for chemin in permis.split()}
    return {d for d in dossiers if not {d, *map(str, Path(d).parents)} & ecrits}


def test_le_service_ecrit_partout_ou_ses_reglages_le_disent() -> None:
    exemple = (DEPLOI / "systemd" / "campagne.env.exemple").read_text()
    dits = dict(re.findall(r"^([A-Z0-9_]+)=(.+)$", exemple, re.MULTILINE))
    dossiers = {dits[nom] for nom in ("DOSSIER_DONNEES", "SAUVEGARDES", "SAUVEGARDES_COFFRE")}
    assert {"CLE_SAUVEGARDES", "TROUSSEAU", "POIVRE"} <= dits.keys()
    qui = [f for f in (DEPLOI / "systemd").iterdir() if f.suffix == ".service" or f.name == "campagne-gerer"]
    assert len(qui) == 4
    for fichier in qui:
        assert inaccessibles(fichier.read_text(), dossiers) == set(), fichier.name
    ferme = "ProtectSystem=strict\nReadWritePaths=/srv/campagne -/srv/archives\n"
    assert inaccessibles(ferme, dossiers) == {dits["SAUVEGARDES_COFFRE"]}


def test_systemd_accepte_les_unites(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze est absent : les unités n’ont pas été vérifiées.")
    instances = {"campagne-web@": "campagne-web@8000", "campagne-planifie@": "campagne-planifie@sauvegarder"}
    for unite in (DEPLOI / "systemd").glob("campagne*.*"):
        nom = re.sub(r"^(.+@)(?=\.)", lambda trouve: instances[trouve[1]], unite.name)
        texte = unite.read_text().replace("/opt/campagne/.venv/bin/", "/usr/bin/env -S ")
        (tmp_path / nom).write_text(texte)
    unites = [str(unite) for unite in tmp_path.iterdir() if unite.suffix in {".service", ".socket", ".timer"}]
    fait = subprocess.run(["systemd-analyze", "verify", *unites], capture_output=True, text=True, check=False)
    dites = [ligne for ligne in fait.stderr.splitlines() if "campagne" in ligne]
    assert dites == []
