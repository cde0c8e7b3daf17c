"""Two listings of one resource become one: whatever the other held moves, then it goes."""

from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..fusion import accord_de, suites
from ..models import AliasRessource, AncienneAdresse, Compte, Ressource
from ..permissions import peut_tenir_repertoire
from .erreurs import Refus


@dataclass(frozen=True)
class Deplacement:
    """What moves, in words, and how many of them."""

    nom: str
    nombre: int


def deplacements(ressource: Ressource) -> list[Deplacement]:
    """Return what a merge would move from a resource to another: kinds and counts, never what they say."""
    comptes: dict[str, int] = {}
    for champ in _champs():
        nom = capfirst(str(champ.model._meta.verbose_name_plural))
        comptes[nom] = comptes.get(nom, 0) + champ.model._base_manager.filter(**{champ.name: ressource.pk}).count()
    comptes[_("Personnes de la ressource")] = ressource.contacts.count()
    return [Deplacement(nom, nombre) for nom, nombre in comptes.items() if nombre]


@transaction.atomic
def fusionner(*, gardee: Ressource, absorbee: Ressource, par: Compte) -> Ressource:
    """Move to `gardee` all that belongs to `absorbee`, which is deleted; its name and its address still lead there.

    What `gardee` says of itself stays as it is, but for a place that either hides: it is then hidden.

    Raises:
        Refus: and then nothing changed.
    """
    _exiger(gardee, absorbee, par)
    deux = {
        ressource.pk: ressource
        for ressource in Ressource.objects.select_for_update().order_by("pk").filter(pk__in=(gardee.pk, absorbee.pk))
    }
    if len(deux) < 2:  # noqa: PLR2004 - the two that were asked for
        raise Refus("disparue")
    gardee, absorbee = deux[gardee.pk], deux[absorbee.pk]
    if absorbee.active and not gardee.active:
        raise Refus("inactive")
    for champ in _champs():
        _deplacer(champ, gardee, absorbee)
    for relation in _relations_multiples():
        _reunir(relation, gardee, absorbee)
    _garder_les_noms(gardee, absorbee)
    if absorbee.lieu_masque and not gardee.lieu_masque:
        gardee.lieu_masque, gardee.adresse = True, ""
        gardee.save(update_fields=["lieu_masque", "adresse"])
    disparue = absorbee.pk
    absorbee.delete()
    log(instance=gardee, action="reseau.fusionner", user=par, data={"absorbee": disparue})
    for suite in suites():
        suite(gardee, par)
    return gardee


def _exiger(gardee: Ressource, absorbee: Ressource, par: Compte) -> None:
    if not peut_tenir_repertoire(par):
        raise Refus("permission")
    if gardee.pk == absorbee.pk:
        raise Refus("meme")


def _champs() -> list[models.ForeignKey[Any, Any]]:
    """Return every foreign key to a resource, of any room, but those of many-to-many tables."""
    relations = Ressource._meta.get_fields(include_hidden=True)
    champs = [r.field for r in relations if isinstance(r, models.ManyToOneRel)]
    return [champ for champ in champs if not champ.model._meta.auto_created]


def _relations_multiples() -> list[models.ManyToManyField[Any, Any]]:
    arrivantes = [
        r.field for r in Ressource._meta.get_fields(include_hidden=True) if isinstance(r, models.ManyToManyRel)
    ]
    return [*Ressource._meta.many_to_many, *arrivantes]


def _deplacer(champ: models.ForeignKey[Any, Any], gardee: Ressource, absorbee: Ressource) -> None:
    """Point the rows of one model to the resource that stays; two that cannot both stand agree, or stop the merge."""
    lignes = champ.model._base_manager
    for contrainte in _unicites(champ):
        tenues = lignes.filter(contrainte.condition) if contrainte.condition else lignes.all()
        autres = [f.attname for f in champ.model._meta.concrete_fields if f.name in contrainte.fields and f != champ]
        for ligne in tenues.filter(**{champ.name: absorbee.pk}):
            meme = {nom: getattr(ligne, nom) for nom in autres}
            if None in meme.values():  # equal to nothing, as in SQL
                continue
            if restee := tenues.filter(**{champ.name: gardee.pk}, **meme).first():
                _accorder(restee, ligne)
    lignes.filter(**{champ.name: absorbee.pk}).update(**{champ.name: gardee.pk})


def _unicites(champ: models.ForeignKey[Any, Any]) -> list[models.UniqueConstraint]:
    """Return what may stand once only a resource, in the terms of a constraint."""
    meta = champ.model._meta
    ecrites = [contrainte for contrainte in meta.constraints if isinstance(contrainte, models.UniqueConstraint)]
    anciennes = [*meta.unique_together, *([(champ.name,)] if champ.unique else [])]
    return [
        contrainte
        for contrainte in (*ecrites, *(models.UniqueConstraint(fields=noms, name="_") for noms in anciennes))
        if champ.name in contrainte.fields
    ]


def _accorder(restee: models.Model, partie: models.Model) -> None:
    accord = accord_de(type(partie))
    if accord is None:
        message = _("Les deux ressources ont un même élément, « %(genre)s » : retirez d’abord celui de l’une d’elles.")
        raise Refus("conflit", message % {"genre": partie._meta.verbose_name})
    accord(restee, partie)
    partie.delete()


def _reunir(champ: models.ManyToManyField[Any, Any], gardee: Ressource, absorbee: Ressource) -> None:
    """Give to one resource what the other is tied to, on either side of the relation; ties already there stay one."""
    ici, la = champ.m2m_field_name(), champ.m2m_reverse_field_name()
    if champ.model is not Ressource:
        ici, la = la, ici
    liens = champ.remote_field.through._base_manager  # type: ignore[union-attr]  # every such field has its table
    deja = liens.filter(**{ici: gardee.pk}).values_list(f"{la}_id", flat=True)
    liens.filter(**{ici: absorbee.pk}).exclude(**{f"{la}_id__in": list(deja)}).update(**{ici: gardee.pk})
    liens.filter(**{ici: absorbee.pk}).delete()


def _garder_les_noms(gardee: Ressource, absorbee: Ressource) -> None:
    """Keep the other's name as one more name, each once, and its address as one that leads here."""
    if absorbee.nom != gardee.nom:
        AliasRessource(ressource=gardee, nom=absorbee.nom).save()
    connus = {gardee.cle}
    for alias in AliasRessource.objects.filter(ressource=gardee).order_by("pk"):
        if alias.cle in connus:
            alias.delete()
        connus.add(alias.cle)
    AncienneAdresse.objects.create(ressource=gardee, slug=absorbee.slug)
