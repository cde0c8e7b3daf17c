"""What every container must be: without power, bounded, watched; and each rule, broken, is named."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from .manifestes import DEPLOI, Objet, compose, gabarits, manifestes

# Who answers requests; who works; who comes once. PostgreSQL and what serves S3 in a trial write their own files.
SERVENT, TRAVAILLENT = {"site", "facade"}, {"taches", "gerer"}
ECRIVENT = {"base", "coffre", "minio"}
DEJA_SANS_RACINE = {"site-1", "site-2", "taches", "migrer", "facade", "minio"}  # by their image, or for a trial alone
REGLAGES = {"SAUVEGARDES", "SAUVEGARDES_COFFRE", "CLE_SAUVEGARDES", "TROUSSEAU", "POIVRE", "TACHES"}


def manques(objets: list[Objet]) -> Iterator[str]:
    """Yield what the manifests lack."""
    for nom, gabarit in gabarits(objets):
        yield from (f"{nom} : {manque}" for manque in _d_un_pod(gabarit["spec"]))
    par_genre: dict[str, list[Objet]] = {}
    for objet in objets:
        par_genre.setdefault(objet["kind"], []).append(objet)
    deploiements = {objet["metadata"]["name"]: objet for objet in par_genre["Deployment"]}
    yield from (f"{nom} : absent" for nom in (SERVENT | TRAVAILLENT) - deploiements.keys())
    for nom in SERVENT & deploiements.keys():
        (conteneur,) = deploiements[nom]["spec"]["template"]["spec"]["containers"]
        yield from (f"{nom} : {sonde}" for sonde in ("readinessProbe", "livenessProbe") if sonde not in conteneur)
        if deploiements[nom]["spec"].get("strategy", {}).get("rollingUpdate", {}).get("maxUnavailable") != 0:
            yield f"{nom} : une version nouvelle arrête l’ancienne avant de servir"
        gardes = [objet["spec"] for objet in par_genre.get("PodDisruptionBudget", [])]
        if not any(garde["selector"]["matchLabels"]["app.kubernetes.io/name"] == nom for garde in gardes):
            yield f"{nom} : PodDisruptionBudget"
    yield from _du_reseau(objets, par_genre.get("NetworkPolicy", []))
    yield from _a_son_heure(par_genre)


def _d_un_pod(pod: Objet) -> Iterator[str]:
    contexte = pod.get("securityContext", {})
    if not (contexte.get("runAsNonRoot") and contexte.get("runAsUser", 0)):
        yield "runAsNonRoot"
    if contexte.get("seccompProfile") != {"type": "RuntimeDefault"}:
        yield "seccompProfile"
    if pod.get("automountServiceAccountToken") is not False:
        yield "automountServiceAccountToken"
    for conteneur in pod["containers"]:
        droits = conteneur.get("securityContext", {})
        if not droits.get("readOnlyRootFilesystem"):
            yield "readOnlyRootFilesystem"
        if droits.get("allowPrivilegeEscalation") is not False or droits.get("capabilities") != {"drop": ["ALL"]}:
            yield "pouvoirs"
        bornes = conteneur.get("resources", {})
        if "memory" not in bornes.get("limits", {}) or {"cpu", "memory"} - set(bornes.get("requests", {})):
            yield "resources"
    montes = {volume["name"] for conteneur in pod["containers"] for volume in conteneur["volumeMounts"]}
    if montes != {volume["name"] for volume in pod["volumes"]}:
        yield "volumes"
    if any("emptyDir" in volume and "sizeLimit" not in volume["emptyDir"] for volume in pod["volumes"]):
        yield "sizeLimit"


def _du_reseau(objets: list[Objet], regles: list[Objet]) -> Iterator[str]:
    """Yield what lets pods talk: no rule that closes all, or a pod that no rule opens to what it needs."""
    fermees = [r["spec"] for r in regles if set(r["spec"]["policyTypes"]) == {"Ingress", "Egress"}]
    if not any(
        "ingress" not in r and r["podSelector"]["matchLabels"].get("app.kubernetes.io/part-of") for r in fermees
    ):
        yield "NetworkPolicy : rien n’est fermé d’abord"
    nommes = set()
    for regle in regles:
        choix = regle["spec"]["podSelector"]
        nommes.add(choix.get("matchLabels", {}).get("app.kubernetes.io/name"))
        nommes |= {valeur for exigence in choix.get("matchExpressions", []) for valeur in exigence["values"]}
    for nom, gabarit in gabarits(objets):
        if gabarit["metadata"]["labels"]["app.kubernetes.io/name"] not in nommes:
            yield f"{nom} : NetworkPolicy"


def _a_son_heure(par_genre: dict[str, list[Objet]]) -> Iterator[str]:
    """Yield what nothing would do: the schema, the backups, all that the settings must say for them."""
    dits = [
        " ".join(conteneur.get("command", []))
        for _nom, gabarit in gabarits(
            [*par_genre.get("CronJob", []), *par_genre.get("Job", []), *par_genre["Deployment"]]
        )
        for conteneur in gabarit["spec"]["containers"]
    ]
    for commande in ("manage.py sauvegarder", "manage.py travailler", "migrate coffre --database coffre"):
        if not any(commande in dit for dit in dits):
            yield f"personne ne lance « {commande} »"
    for tache in par_genre.get("CronJob", []):
        if tache["spec"].get("concurrencyPolicy") != "Forbid" or "timeZone" not in tache["spec"]:
            yield f"{tache['metadata']['name']} : deux à la fois, ou une heure qui n’est pas d’ici"
    for travail in par_genre.get("Job", []):
        if "ttlSecondsAfterFinished" not in travail["spec"]:
            yield f"{travail['metadata']['name']} : ne se remplacerait pas à la version suivante"
    (config,) = par_genre["ConfigMap"]
    yield from (f"reglages : {nom}" for nom in sorted(REGLAGES) if not config["data"].get(nom))


def manques_de_compose(services: dict[str, Objet]) -> Iterator[str]:
    """Yield what the compose file lacks."""
    for nom, service in services.items():
        if not service.get("read_only") and nom not in ECRIVENT:
            yield f"{nom} : read_only"
        if service.get("cap_drop") != ["ALL"] or service.get("security_opt") != ["no-new-privileges:true"]:
            yield f"{nom} : pouvoirs"
        if nom not in DEJA_SANS_RACINE and service.get("user", "0:0").startswith("0"):
            yield f"{nom} : user"
        if not (service.get("mem_limit") and service.get("pids_limit")):
            yield f"{nom} : limites"
        if any(not str(port).startswith("127.0.0.1:") for port in service.get("ports", [])):
            yield f"{nom} : un port ouvert à tous"
    for nom in ("site-1", "site-2", "taches"):
        if services[nom]["depends_on"].get("migrer") != {"condition": "service_completed_successfully"}:
            yield f"{nom} : n’attend pas les migrations"
        yield from (f"{nom} : {reglage}" for reglage in sorted(REGLAGES) if reglage not in services[nom]["environment"])


def test_chaque_conteneur_est_sans_pouvoir_borne_et_surveille() -> None:
    assert list(manques(manifestes())) == []
    assert list(manques_de_compose(compose()["services"])) == []


def test_aucune_image_ne_tourne_en_racine() -> None:
    """The last word of each target that is run is a user with a number, and not root's."""
    _entete, *cibles = (DEPLOI / "Dockerfile").read_text().split("\nFROM ")
    assert len(cibles) == 3
    for cible in cibles:
        if " AS outils" in cible.splitlines()[0]:
            continue
        dernier = [ligne.split()[1] for ligne in cible.splitlines() if ligne.startswith("USER ")][-1]
        assert dernier.partition(":")[0].isdigit(), cible.splitlines()[0]
        assert int(dernier.partition(":")[0]) > 0


def pod_de(objets: list[Objet], nom: str) -> Objet:
    pod: Objet = dict(gabarits(objets))[nom]["spec"]
    return pod


def objet_de(objets: list[Objet], genre: str, nom: str) -> Objet:
    return next(o for o in objets if (o["kind"], o["metadata"]["name"]) == (genre, nom))


def conteneur_de(objets: list[Objet], nom: str) -> Objet:
    conteneur: Objet = pod_de(objets, nom)["containers"][0]
    return conteneur


SANS: dict[str, Callable[[list[Objet]], Any]] = {
    "gerer : absent": lambda o: o.remove(objet_de(o, "Deployment", "gerer")),
    "site : runAsNonRoot": lambda o: pod_de(o, "site")["securityContext"].update(runAsUser=0),
    "taches : seccompProfile": lambda o: pod_de(o, "taches")["securityContext"].pop("seccompProfile"),
    "migrer : automountServiceAccountToken": lambda o: pod_de(o, "migrer").pop("automountServiceAccountToken"),
    "sauvegarde : readOnlyRootFilesystem": lambda o: conteneur_de(o, "sauvegarde")["securityContext"].pop(
        "readOnlyRootFilesystem"
    ),
    "facade : pouvoirs": lambda o: conteneur_de(o, "facade")["securityContext"].pop("capabilities"),
    "site : resources": lambda o: conteneur_de(o, "site")["resources"].pop("limits"),
    "site : volumes": lambda o: conteneur_de(o, "site")["volumeMounts"].pop(),
    "taches : sizeLimit": lambda o: pod_de(o, "taches")["volumes"][0]["emptyDir"].clear(),
    "facade : livenessProbe": lambda o: conteneur_de(o, "facade").pop("livenessProbe"),
    "site : readinessProbe": lambda o: conteneur_de(o, "site").pop("readinessProbe"),
    "site : une version nouvelle arrête l’ancienne avant de servir": lambda o: objet_de(o, "Deployment", "site")[
        "spec"
    ].pop("strategy"),
    "facade : PodDisruptionBudget": lambda o: o.remove(objet_de(o, "PodDisruptionBudget", "facade")),
    "NetworkPolicy : rien n’est fermé d’abord": lambda o: o.remove(objet_de(o, "NetworkPolicy", "personne")),
    "taches : NetworkPolicy": lambda o: objet_de(o, "NetworkPolicy", "sortir")["spec"]["podSelector"][
        "matchExpressions"
    ][0]["values"].remove("taches"),
    "personne ne lance « manage.py sauvegarder »": lambda o: o.remove(objet_de(o, "CronJob", "sauvegarde")),
    "personne ne lance « migrate coffre --database coffre »": lambda o: o.remove(objet_de(o, "Job", "migrer")),
    "sauvegarde : deux à la fois, ou une heure qui n’est pas d’ici": lambda o: objet_de(o, "CronJob", "sauvegarde")[
        "spec"
    ].update(concurrencyPolicy="Allow"),
    "migrer : ne se remplacerait pas à la version suivante": lambda o: objet_de(o, "Job", "migrer")["spec"].pop(
        "ttlSecondsAfterFinished"
    ),
    "reglages : SAUVEGARDES_COFFRE": lambda o: objet_de(o, "ConfigMap", "campagne")["data"].pop("SAUVEGARDES_COFFRE"),
}


@pytest.mark.parametrize(("attendu", "gater"), SANS.items(), ids=SANS.keys())
def test_ce_qui_manque_aux_manifestes_est_nomme(attendu: str, gater: Callable[[list[Objet]], Any]) -> None:
    objets = manifestes()
    gater(objets)
    assert list(manques(objets)) == [attendu]


SANS_COMPOSE: dict[str, Callable[[dict[str, Objet]], Any]] = {
    "redis : read_only": lambda s: s["redis"].pop("read_only"),
    "base : pouvoirs": lambda s: s["base"].pop("cap_drop"),
    "coffre : user": lambda s: s["coffre"].update(user="0:0"),
    "facade : limites": lambda s: s["facade"].pop("mem_limit"),
    "minio : un port ouvert à tous": lambda s: s["minio"].update(ports=["9000:9000"]),
    "taches : n’attend pas les migrations": lambda s: s["taches"]["depends_on"].pop("migrer"),
    "site-2 : CLE_SAUVEGARDES": lambda s: s["site-2"]["environment"].pop("CLE_SAUVEGARDES"),
}


@pytest.mark.parametrize(("attendu", "gater"), SANS_COMPOSE.items(), ids=SANS_COMPOSE.keys())
def test_ce_qui_manque_au_compose_est_nomme(attendu: str, gater: Callable[[dict[str, Objet]], Any]) -> None:
    services = {nom: _a_part(service) for nom, service in compose()["services"].items()}
    gater(services)
    assert list(manques_de_compose(services)) == [attendu]


def _a_part(service: Objet) -> Objet:
    """Return a service whose parts are its own: the file shares them by anchors."""
    return {cle: dict(valeur) if isinstance(valeur, dict) else valeur for cle, valeur in service.items()}
