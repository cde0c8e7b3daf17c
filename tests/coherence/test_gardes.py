"""The guards of the suite catch what they are there for."""

import socket

import pytest
from django.template import Context, Template
from wagtail.models import Page, Site

from reseau.models import Compte
from temoignages.coffre.models import CleDepot
from tests.gardes.gabarits import VariableAbsenteError, est_a_nous
from tests.gardes.reseau import ReseauInterditError


@pytest.mark.parametrize(
    "source", ["{{ absente }}", "{% for x in absente %}{% endfor %}", "{{ compte.absent }}", "{{ absente|lower }}"]
)
def test_une_variable_absente_fait_echouer(source: str) -> None:
    with pytest.raises(VariableAbsenteError, match="absent"):
        Template(source).render(Context({"compte": "a"}))


@pytest.mark.parametrize(
    "source",
    ["{% if absente %}{% endif %}", "{{ absente|default:'' }}", "{{ nulle }}", "{% for x in nulle %}{% endfor %}"],
)
def test_une_question_ou_une_valeur_vide_ne_fait_pas_echouer(source: str) -> None:
    Template(source).render(Context({"nulle": ""}))


def test_les_gabarits_de_wagtail_restent_indulgents() -> None:
    assert not est_a_nous("/usr/lib/python3/wagtail/admin/templates/wagtailadmin/base.html")


def test_le_reseau_est_ferme_sauf_la_boucle_locale() -> None:
    with socket.socket() as prise, pytest.raises(ReseauInterditError):
        prise.connect(("192.0.2.1", 80))
    with socket.create_server(("127.0.0.1", 0)) as serveur, socket.socket() as prise:
        prise.connect(serveur.getsockname())


@pytest.mark.django_db
def test_les_deux_bases_sont_ouvertes() -> None:
    assert not CleDepot.objects.exists()
    assert not Compte.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("passage", [1, 2])
def test_une_base_videe_revient_comme_les_migrations_l_ont_faite(passage: int) -> None:
    assert Site.objects.exists()
    Compte.objects.create_user("a")
    Page.objects.all().delete()
