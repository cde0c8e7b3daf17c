"""Load the accounts and the resources of the demo."""

from collections.abc import Iterator

from django.contrib.auth.models import Group

from reseau.models import AliasRessource, Compte, Ressource
from site_campagne.roles import ADMINISTRATION, APPROBATION, MODERATION, REDACTION, TRADUCTION

from .comptes import COMPTES, MOT_DE_PASSE
from .ressources import RESSOURCES

# A small team wears several hats; the rules count people, not hats.
GROUPES = {
    "moderation": (REDACTION, MODERATION, APPROBATION),
    "redaction": (REDACTION,),
    "traduction": (TRADUCTION,),
    "administration": (ADMINISTRATION,),
}


def charger_comptes() -> Iterator[str]:
    """Create the accounts that are not there, with their groups."""
    for demo in COMPTES:
        compte, cree = Compte.objects.get_or_create(
            username=demo.identifiant,
            defaults={"first_name": demo.prenom, "last_name": demo.nom, "email": demo.courriel},
        )
        if cree:
            compte.set_password(MOT_DE_PASSE)
            compte.save()
            compte.groups.set(Group.objects.filter(name__in=GROUPES[demo.role]))
        yield demo.identifiant


def charger_ressources() -> Iterator[str]:
    """Create the resources that are not there, with their other names."""
    for demo in RESSOURCES:
        sous_region, sous_region_de, sous_region_en = demo.sous_region
        ressource, cree = Ressource.objects.get_or_create(
            nom=demo.nom,
            region=demo.region,
            defaults={
                "forme_de": demo.forme_de,
                "forme_confirmee": True,
                "municipalite": demo.municipalite,
                "genre": demo.genre,
                "tranche_membres": demo.tranche,
                "courriel_public": demo.courriel,
                "telephone_public": demo.telephone,
                "description": demo.description,
                "adresse": demo.adresse,
                "lieu_masque": demo.lieu_masque,
                "sous_region": sous_region,
                "sous_region_de": sous_region_de,
                "sous_region_en": sous_region_en,
                "de_confiance": demo.de_confiance,
            },
        )
        if cree:
            for alias in demo.alias:
                AliasRessource(ressource=ressource, nom=alias).save()
        yield demo.nom
