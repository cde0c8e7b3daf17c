"""The compose file and the Kubernetes manifests by their schemas; and what is badly written is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from .manifestes import Objet, compose, manifestes, schema

schemas = pytest.importorskip("fastjsonschema", reason="fastjsonschema est absent : aucun schéma n’a été vérifié.")


@pytest.fixture(scope="module")
def verifier() -> Callable[[Objet], None]:
    """Return what refuses a badly written object, by its kind: each is compiled once."""
    tout, prets = schema("kubernetes"), {}

    def verifier_un(objet: Objet) -> None:
        genre = f"{objet['apiVersion']}/{objet['kind']}"
        if genre not in prets:
            prets[genre] = schemas.compile({"$ref": tout["kinds"][genre], "definitions": tout["definitions"]})
        prets[genre](objet)

    return verifier_un


def test_les_manifestes_suivent_le_schema_de_kubernetes(verifier: Callable[[Objet], None]) -> None:
    genres = set()
    for objet in manifestes():
        verifier(objet)
        genres.add(objet["kind"])
    assert genres == set(GATER)


def _du_pod(objet: Objet) -> Objet:
    corps = objet["spec"].get("jobTemplate", objet)["spec"]
    conteneur: Objet = corps["template"]["spec"]["containers"][0]
    return conteneur


# One fault of each sort, in each kind: a word that does not exist, a number for a text, something that is missing.
GATER: dict[str, list[Callable[[Objet], Any]]] = {
    "ConfigMap": [lambda o: o["data"].update(A=1), lambda o: o.update(donnees={})],
    "CronJob": [
        lambda o: o["spec"].pop("schedule"),
        lambda o: o["spec"].update(schedule=3),
        lambda o: o["spec"].update(fuseau="America/Toronto"),
        lambda o: _du_pod(o).update(commande=[]),
    ],
    "Deployment": [
        lambda o: o["spec"].pop("selector"),
        lambda o: o["spec"].update(replicas="deux"),
        lambda o: _du_pod(o).update(readynessProbe={}),
        lambda o: _du_pod(o).pop("name"),
        lambda o: _du_pod(o)["securityContext"].update(readOnlyRootFilesystem="oui"),
    ],
    "HorizontalPodAutoscaler": [lambda o: o["spec"].pop("maxReplicas"), lambda o: o["spec"].update(minReplica=2)],
    "Ingress": [lambda o: o["spec"].update(rules={}), lambda o: o["spec"]["rules"][0].update(hote="a")],
    "Job": [
        lambda o: o["spec"].update(ttl=120),
        lambda o: o["spec"].update(backoffLimit="4"),
        lambda o: _du_pod(o).pop("name"),
        lambda o: o.pop("spec"),
    ],
    "NetworkPolicy": [
        lambda o: o["spec"].update(egres=[]),
        lambda o: o["spec"].update(podSelector=[]),
        lambda o: o["spec"].update(policyTypes="Egress"),
    ],
    "PodDisruptionBudget": [lambda o: o["spec"].update(minimum=1), lambda o: o["spec"].update(selector="site")],
    "Service": [lambda o: o["spec"].update(port=[]), lambda o: o["spec"].update(ports=[{"name": "http"}])],
}


@pytest.mark.parametrize(
    ("genre", "gater"), [(genre, gater) for genre, gates in GATER.items() for gater in gates], ids=lambda v: str(v)[:24]
)
def test_un_manifeste_mal_ecrit_est_refuse(
    genre: str, gater: Callable[[Objet], Any], verifier: Callable[[Objet], None]
) -> None:
    objet = next(objet for objet in manifestes() if objet["kind"] == genre)
    verifier(objet)
    gater(objet)
    with pytest.raises(schemas.JsonSchemaException):
        verifier(objet)


@pytest.fixture(scope="module")
def verifier_compose() -> Callable[[Objet], None]:
    """Return what refuses a badly written compose file. Durations are Docker's: no format."""
    pret: Callable[[Objet], None] = schemas.compile(schema("compose"), use_formats=False)
    return pret


def test_compose_suit_son_schema(verifier_compose: Callable[[Objet], None]) -> None:
    verifier_compose(compose())


@pytest.mark.parametrize(
    "gater",
    [
        lambda site: site.update(readonly=True),
        lambda site: site.update(read_only={}),
        lambda site: site.update(cap_drop="ALL"),
        lambda site: site.update(depends_on={"base": {"condition": "service_prete"}}),
        lambda site: site.update(healthcheck={"essai": []}),
        lambda site: site.update(tmpfs={}),
    ],
)
def test_un_compose_mal_ecrit_est_refuse(
    gater: Callable[[Objet], Any], verifier_compose: Callable[[Objet], None]
) -> None:
    fichier = compose()
    gater(fichier["services"]["site-1"])
    with pytest.raises(schemas.JsonSchemaException):
        verifier_compose(fichier)
