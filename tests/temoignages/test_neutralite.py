"""No word of anyone in a name, a log or the audit trail."""

import logging
from collections.abc import Callable

import pytest
from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from reseau.models import Compte
from temoignages.actions import (
    Confirmation,
    Garde,
    Refus,
    Remplacement,
    approuver,
    caviarder,
    confirmer_lot,
    constats_ouverts,
    detruire_echus,
    lire,
    lire_lot,
    prendre,
    preparer_lot,
    retirer,
    retoucher,
    soumettre,
)
from temoignages.etats import MotifGarde, MotifLecture
from temoignages.models import Trace
from tests.fabriques.reseau import RessourceFactory
from tests.fabriques.temoignages import un_depot, un_temoignage, une_personne

CANARI = "Canarigaétane"
# Written by the staff about nobody's deposit: their name is what they say.
DU_PERSONNEL = {"Amorce", "NomPermis"}
MODELES = [
    modele
    for application in ("temoignages", "coffre")
    for modele in apps.get_app_config(application).get_models()
    if modele.__name__ not in DU_PERSONNEL
]

# What the detector says of a passage: its own vocabulary, never the passage.
FERMES = {"type", "niveau", "regle"}


def une_ligne(modele: type[Model]) -> Model:
    """Return a row, unsaved, whose every free text column holds the canary."""
    champs: dict[str, object] = {}
    for champ in modele._meta.concrete_fields:
        if champ.name in FERMES:
            continue
        genre = champ.get_internal_type()
        if genre == "TextField" or (genre == "CharField" and not champ.choices and (champ.max_length or 99) < 60):
            champs[champ.name] = CANARI
        elif genre == "BinaryField":
            champs[champ.name] = CANARI.encode()
    champs.pop("id", None)
    return modele(**champs)


@pytest.mark.parametrize("modele", [m for m in MODELES if m is not Trace], ids=lambda modele: modele.__name__)
def test_aucun_modele_ne_montre_un_mot_dans_son_nom(modele: type[Model]) -> None:
    ligne = une_ligne(modele)
    for montre in (str(ligne), repr(ligne), f"{ligne}", repr([ligne])):
        assert CANARI not in montre


@pytest.mark.django_db
def test_aucune_ligne_vraie_ne_montre_un_mot_ni_un_code_dans_son_nom() -> None:
    un_temoignage("canari tranquille")
    un_depot(f"Merci à {CANARI}.")
    lot = preparer_lot(octets=fichier(CANARI), par=une_personne())
    noms = [f"{ligne}{ligne!r}" for modele in MODELES for ligne in modele._default_manager.all()]
    assert len(noms) >= 10
    assert not [nom for nom in noms if "canari" in nom.casefold()]
    assert str(lot) == str(lot.pk)[:8]


@pytest.mark.django_db
def test_un_saboteur_serait_vu(monkeypatch: pytest.MonkeyPatch) -> None:
    modele = type(un_temoignage())
    monkeypatch.setattr(modele, "__str__", lambda self: self.texte)
    assert CANARI in str(une_ligne(modele))


def fichier(texte: str) -> bytes:
    return f"amorce;texte;ressource;attribution\n;{texte} écoute;La Ruche;québec\n;b;Inconnue;québec\n".encode()


def tout_faire() -> None:
    """Send a canary through every action, refusals included."""
    lectrice, seconde = une_personne(), une_personne()
    depot = prendre(depot=un_depot(f"Merci à {CANARI} au 418 555-0187"), par=lectrice)
    vu = lire(depot=depot, par=lectrice, motif=MotifLecture.MODERATION)
    nom, numero = constats_ouverts(depot, vu.propose)
    for geste in (
        lambda: soumettre(depot=depot, par=lectrice, empreinte_vue=vu.empreinte),
        lambda: retoucher(depot=depot, par=lectrice, empreinte_vue=vu.empreinte, texte=CANARI * 2000),
        lambda: caviarder(depot=depot, par=lectrice, empreinte_vue=CANARI),
        lambda: un_depot(CANARI * 2000),
    ):
        refuser_sans_un_mot(geste)
    depot = caviarder(
        depot=depot,
        par=lectrice,
        empreinte_vue=vu.empreinte,
        remplacements=[Remplacement(numero.debut, numero.fin, "téléphone")],
        gardes=[Garde(nom.debut, nom.fin, MotifGarde.PUBLIC)],
    )
    vu = lire(depot=depot, par=lectrice, motif=MotifLecture.MODERATION)
    depot = soumettre(depot=depot, par=lectrice, empreinte_vue=vu.empreinte)
    vu = lire(depot=depot, par=seconde, motif=MotifLecture.APPROBATION)
    refuser_sans_un_mot(lambda: approuver(depot=depot, par=lectrice, empreinte_vue=vu.empreinte))
    temoignage = approuver(depot=depot, par=seconde, empreinte_vue=vu.empreinte)
    importer(lectrice)
    retirer(empreinte_code=temoignage.empreinte_code)
    detruire_echus(instant=timezone.now())


def importer(par: Compte) -> None:
    RessourceFactory.create(nom="La Ruche")
    lot = preparer_lot(octets=fichier(CANARI), par=par)
    assert [ligne.numero for ligne in lire_lot(lot=lot, par=par).erreurs] == [3]
    refuser_sans_un_mot(lambda: confirmer_lot(lot=lot, par=par, grain="g", confirmation=Confirmation(attestation=True)))
    confirmer_lot(lot=lot, par=par, grain="g", confirmation=Confirmation(attestation=True, sans_les_erreurs=True))


def refuser_sans_un_mot(geste: Callable[[], object]) -> None:
    with pytest.raises(Refus) as refus:
        geste()
    assert CANARI not in f"{refus.value}{refus.value!r}"


@pytest.mark.django_db
def test_ni_journal_ni_trace_ne_tient_un_mot(caplog: pytest.LogCaptureFixture) -> None:
    for nom in ("", *list(logging.root.manager.loggerDict)):
        caplog.set_level(logging.DEBUG, logger=nom or None)
    logging.getLogger("temoignages").debug("le filet marche")
    tout_faire()

    lignes = "\n".join(f"{entree.getMessage()} {entree.exc_text} {entree.args!r}" for entree in caplog.records)
    assert "le filet marche" in lignes
    assert CANARI.casefold() not in lignes.casefold()
    assert "555-0187" not in lignes
    traces = repr(list(Trace.objects.values()))
    assert CANARI not in traces
    assert {"deposer", "prendre", "lire", "caviarder", "soumettre", "approuver", "retirer", "confirmer"} <= set(
        Trace.objects.values_list("verbe", flat=True)
    )
