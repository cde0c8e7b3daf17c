"""Accounts and resources."""

import factory
from factory.django import DjangoModelFactory

from reseau.etats import TrancheMembres
from reseau.models import Compte, Ressource


class CompteFactory(DjangoModelFactory[Compte]):
    class Meta:
        model = Compte

    username = factory.Sequence(lambda rang: f"personne-{rang}")
    email = factory.LazyAttribute(lambda compte: f"{compte.username}@exemple.org")


class RessourceFactory(DjangoModelFactory[Ressource]):
    class Meta:
        model = Ressource

    nom = factory.Sequence(lambda rang: f"La Passerelle {rang}")
    region = "05"
    forme_confirmee = True
    tranche_membres = TrancheMembres.DE_20_A_49

    @factory.lazy_attribute
    def forme_de(self) -> str:
        return f"de {self.nom}"
