"""What the site promised people, and what only people can do: jobs, backups, help lines, accounts."""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import timezone
from django.utils.timezone import localtime

from pages.models import AideSetting
from reseau.connexion import ouvre_l_administration
from reseau.models import Compte
from reseau.second_facteur import facteur_de

from ..models import ResponsableSetting
from ..planification.retards import (
    a_un_travailleur,
    taches_echouees,
    taches_en_retard,
    taches_qui_attendent,
    travailleur_est_muet,
)
from ..roles import ADMINISTRATION
from ..sauvegarde.conservation import COFFRE, GARDE_DU_COFFRE, SITE, derniere, instant_de
from ..sauvegarde.lieux import lieu_du_coffre, lieu_du_site
from ..sauvegarde.refus import SauvegardeImpossible
from .constats import BIEN, Constat, avis, panne

VIEILLE: Final = timedelta(hours=30)  # a night missed, and a morning to see it


def examiner_le_travailleur() -> list[Constat]:
    """Check that the worker lives and keeps up with its queue."""
    if travailleur_est_muet():
        return panne(
            "travailleur",
            "« travailler » ne donne plus signe de vie.",
            "systemctl restart du service qui le lance; le journal dit pourquoi il s’est arrêté.",
        )
    if a_un_travailleur() and (attendent := taches_qui_attendent()):
        return panne(
            "travailleur",
            f"{attendent} tâches attendent depuis plus d’un quart d’heure.",
            "Redémarrez « travailler »; si rien ne bouge, lancez-en un second.",
        )
    if echouees := taches_echouees():
        return avis(
            "travailleur",
            f"Des tâches de la file ont échoué depuis un jour : {', '.join(echouees)}.",
            "Le journal dit le genre de chaque échec; pannes.md dit laquelle refaire à la main.",
        )
    return BIEN


def examiner_les_taches() -> list[Constat]:
    """Name the jobs that are late, with the kind of their last error."""
    constats = list(BIEN)
    for retard in taches_en_retard():
        quand = (
            f"n’a pas réussi depuis le {localtime(retard.reussie_le):%Y-%m-%d à %H:%M}"
            if retard.reussie_le
            else "n’a jamais réussi"
        )
        raison = f" (dernier échec : {retard.echec})" if retard.echec else ""
        geste = f"manage.py taches_planifiees --seulement {retard.tache.nom}"
        constats += panne("tâches", f"« {retard.tache.titre} » {quand}{raison}.", geste)
    return constats


def examiner_les_sauvegardes() -> list[Constat]:
    """Look at the age of the last archive of each kind, and for one of the safe that should be gone."""
    if not settings.SAUVEGARDES:
        return panne(
            "sauvegardes",
            "Rien n’est sauvegardé : SAUVEGARDES n’est pas défini.",
            "sauvegardes.md dit comment commencer.",
        )
    constats, instant = list(BIEN), timezone.now()
    try:
        noms = {SITE: lieu_du_site().noms(f"{SITE}-"), COFFRE: lieu_du_coffre().noms(f"{COFFRE}-")}
    except SauvegardeImpossible as refus:
        return panne("sauvegardes", str(refus), "sauvegardes.md, « Quand ça ne marche pas ».")
    for genre, dits in noms.items():
        nom = derniere(dits, genre)
        faite = instant_de(nom, genre) if nom else None
        if faite is None or instant - faite > VIEILLE:
            vu = f"La dernière archive ({genre}) a plus de 30 heures." if faite else f"Aucune archive ({genre})."
            constats += panne("sauvegardes", vu, "manage.py sauvegarder; puis voyez pourquoi la nuit ne l’a pas faite.")
    dates = [date for nom in noms[COFFRE] if (date := instant_de(nom, COFFRE))]
    if any(date <= instant - GARDE_DU_COFFRE - timedelta(hours=6) for date in dates):
        constats += panne(
            "sauvegardes",
            "Une archive du coffre a plus de sept jours : la promesse n’est pas tenue.",
            "manage.py taches_planifiees --seulement archives",
        )
    return constats


def examiner_les_lignes_d_aide() -> list[Constat]:
    """Check that someone verified the help lines within 180 days."""
    if not AideSetting.est_a_verifier():
        return BIEN
    return avis(
        "lignes d’aide",
        "Personne ne les a vérifiées depuis 180 jours.",
        "Appelez chacune, puis notez la date : Réglages, « Lignes d’aide ».",
    )


def examiner_la_responsable() -> list[Constat]:
    """Check that the public can write to someone about personal information."""
    reglage = ResponsableSetting.objects.first()
    if reglage and reglage.est_complet:
        return BIEN
    return avis(
        "vie privée",
        "Personne n’est inscrite comme responsable des renseignements personnels.",
        "Réglages, « Responsable de la vie privée ».",
    )


def examiner_les_comptes() -> list[Constat]:
    """Check that a second factor is demanded and enrolled, and that somebody administers."""
    constats = list(BIEN)
    if not settings.EXIGER_SECOND_FACTEUR and not settings.CREER_SECRETS:
        constats += panne(
            "comptes", "Un mot de passe seul ouvre l’administration.", "Retirez EXIGER_SECOND_FACTEUR de vos réglages."
        )
    equipe = [c for c in Compte.objects.filter(is_active=True).order_by("pk") if ouvre_l_administration(c)]
    if sans := [compte.pk for compte in equipe if facteur_de(compte) is None]:
        constats += avis(
            "comptes",
            f"{len(sans)} comptes de l’équipe sans second facteur (numéros {', '.join(map(str, sans[:10]))}).",
            "Chacun en inscrit un à sa prochaine entrée; fermez ceux qui ne servent plus.",
        )
    administration = Group.objects.filter(name=ADMINISTRATION).first()
    if not any(c.is_superuser or (administration and c.groups.filter(pk=administration.pk).exists()) for c in equipe):
        constats += panne("comptes", "Personne n’administre le site.", "manage.py createsuperuser")
    return constats
