"""The bytes of the database files: no raw word before approval, no redacted passage after, nothing once withdrawn."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections

from reseau.models import Compte
from site_campagne.demo.amorces import AMORCES
from site_campagne.demo.atelier import EDITION, FICHIER, PASSAGES
from site_campagne.demo.ressources import RESSOURCES
from temoignages.actions import (
    Confirmation,
    Garde,
    Remplacement,
    Talon,
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
)
from temoignages.actions.conserver import vider_journal_sqlite
from temoignages.chambre.codes import empreinte_code
from temoignages.etats import MotifGarde, MotifLecture
from temoignages.models import Depot, Temoignage, Trace
from tests.fabriques.temoignages import (
    approuver_depot,
    le_repertoire_de_la_demo,
    tout_garder_et_soumettre,
    un_temoignage,
    une_personne,
)
from tests.temoignages.traductions.monde import ecrire

pytestmark = pytest.mark.django_db(transaction=True)

LONGUEUR_SURE = 12  # shorter, a text may be a piece of something public
CONFIE = "le canari confié au saboteur"
AVANT, APRES = "a canary that waits for the kettle", "a chair that waits for the soup"


def retrouves(textes: Iterable[str]) -> set[str]:
    """Return which texts stand, in any of the encodings SQLite may hold, in a file of any database of this run."""
    fichiers = [
        fichier
        for alias in connections
        for fichier in Path(settings.VAR).glob(f"test-{alias}*.sqlite3*")
        if not fichier.name.endswith("-shm")
    ]
    assert {Path(connections[alias].settings_dict["NAME"]) for alias in connections} <= set(fichiers)
    octets = b"\xff".join(fichier.read_bytes() for fichier in fichiers)
    return {texte for texte in textes if texte.encode() in octets or texte.encode("utf-16-le") in octets}


@pytest.fixture(autouse=True)
def fichiers_propres() -> Iterator[None]:
    """Start from files where no other test left a byte."""
    for alias in connections:
        with connections[alias].cursor() as curseur:
            curseur.execute("VACUUM")
    vider_journal_sqlite()
    yield
    with connection.cursor() as curseur:
        curseur.execute("PRAGMA secure_delete=ON")


@pytest.fixture
def importatrice() -> Compte:
    return une_personne("importer_depot")


@pytest.fixture
def bruts(importatrice: Compte) -> tuple[list[str], list[Talon]]:
    """The sixty sentences, imported: those long enough to be sought, and the slips."""
    le_repertoire_de_la_demo()
    lot = preparer_lot(octets=FICHIER.read_bytes(), par=importatrice, edition=EDITION)
    textes = [ligne.texte for ligne in lire_lot(lot=lot, par=importatrice).lignes]
    public = repr((RESSOURCES, AMORCES))
    cherches = [texte for texte in textes if len(texte) >= LONGUEUR_SURE and texte not in public]
    assert retrouves([*cherches, *(passage.texte for passage in PASSAGES)]) == set()
    talons = confirmer_lot(lot=lot, par=importatrice, grain="g", confirmation=Confirmation(attestation=True))
    return cherches, talons


def moderer(depot: Depot, par: Compte) -> Depot:
    """Redact as a person would: take each direct suggestion and what the demo says to remove, keep the rest."""
    depot = prendre(depot=depot, par=par)
    textes = lire(depot=depot, par=par, motif=MotifLecture.MODERATION)
    a_retirer = [passage.texte for passage in PASSAGES if passage.ligne == depot.ligne]
    remplacements, gardes = [], []
    for constat in constats_ouverts(depot, textes.propose):
        passage = textes.propose[constat.debut : constat.fin]
        if constat.niveau == "direct" or any(texte in passage or passage in texte for texte in a_retirer):
            remplacements.append(Remplacement(constat.debut, constat.fin, constat.suggestion))
        else:
            gardes.append(Garde(constat.debut, constat.fin, MotifGarde.VAGUE))
    vue = textes.empreinte
    depot = caviarder(depot=depot, par=par, empreinte_vue=vue, remplacements=remplacements, gardes=gardes)
    textes = lire(depot=depot, par=par, motif=MotifLecture.MODERATION)
    reste = textes.propose
    for texte in a_retirer:
        reste = reste.replace(texte, "quelqu’un")
    if reste != textes.propose:
        depot = retoucher(depot=depot, par=par, empreinte_vue=textes.empreinte, texte=reste)
    return tout_garder_et_soumettre(depot, par)


def test_les_octets_ne_tiennent_ni_brut_ni_passage_retire_ni_mot_repris(bruts: tuple[list[str], list[Talon]]) -> None:
    cherches, talons = bruts
    passages = {passage.texte for passage in PASSAGES}
    codes = {talon.code for talon in talons}
    assert len(cherches) >= 55
    assert retrouves({*cherches, *passages, *codes}) == set()

    premiere, seconde = une_personne("moderer_depot"), une_personne("approuver_depot")
    publies = [approuver_depot(moderer(depot, premiere), seconde) for depot in Depot.objects.order_by("ligne")]
    textes = {temoignage.texte for temoignage in publies}
    assert len(publies) == 60
    assert retrouves(textes) == textes
    assert retrouves(passages | codes) == set()

    for talon in talons[10:15]:
        retirer(empreinte_code=empreinte_code(talon.code))
    restes = set(Temoignage.objects.publies().values_list("texte", flat=True))
    assert len(restes) == len(textes) - 5
    assert retrouves(textes - restes) == set()
    assert retrouves(restes) == restes
    detruire_echus()
    assert retrouves(passages | codes | (textes - restes)) == set()


def test_une_traduction_reecrite_ne_laisse_pas_un_octet_de_la_precedente() -> None:
    temoignage = un_temoignage("une chaise qui m’attend")
    ecrire(temoignage, AVANT)
    assert retrouves([AVANT]) == {AVANT}
    ecrire(temoignage, APRES)
    assert retrouves([AVANT, APRES]) == {APRES}


@pytest.mark.parametrize("encodage", ["utf-8", "utf-16-le"])
def test_un_saboteur_qui_ecrit_un_mot_en_clair_est_vu(encodage: str) -> None:
    Depot.objects.exists()
    Trace.objects.create(verbe="sabote", objet="depot", objet_id="1", le="2026-11-22T00:00Z", motif="")
    assert retrouves([CONFIE]) == set()
    with connection.cursor() as curseur:
        curseur.execute("CREATE TABLE sabotage (colonne BLOB)")
        curseur.execute("INSERT INTO sabotage VALUES (%s)", [CONFIE.encode(encodage)])
    assert retrouves([CONFIE]) == {CONFIE}
    with connection.cursor() as curseur:
        curseur.execute("DROP TABLE sabotage")
    vider_journal_sqlite()
    assert retrouves([CONFIE]) == set()


def test_sans_effacement_sur_une_suppression_laisse_des_octets() -> None:
    """Proof that the search sees freed pages: what `secure_delete` of the settings is there for."""
    with connection.cursor() as curseur:
        curseur.execute("PRAGMA secure_delete=OFF")
        curseur.execute("CREATE TABLE sabotage (colonne TEXT)")
        curseur.execute("INSERT INTO sabotage VALUES (%s)", [CONFIE])
        curseur.execute("DELETE FROM sabotage")
    vider_journal_sqlite()
    assert retrouves([CONFIE]) == {CONFIE}


def test_les_reglages_effacent_pour_de_vrai_dans_les_deux_bases() -> None:
    for alias in connections:
        with connections[alias].cursor() as curseur:
            curseur.execute("PRAGMA secure_delete")
            assert curseur.fetchone() == (1,)
