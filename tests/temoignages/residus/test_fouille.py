"""The search says where, how surely, how much; never what; and forgets nothing that it must destroy."""

import secrets
from collections.abc import Iterator
from traceback import format_exception
from uuid import UUID

import pytest
from django.db import DatabaseError

from temoignages.actions.signaler import signaler
from temoignages.chambre.scelles import cle_de
from temoignages.chambre.trousseau import ChambreFermee
from temoignages.coffre.models import CleDepot
from temoignages.etats import NatureIncident
from temoignages.models import Incident, Trace
from temoignages.residus import suite
from temoignages.residus.bardeaux import preparer
from temoignages.residus.fouille import Certitude, Trouvaille, fouiller
from temoignages.residus.morceaux import Morceau
from temoignages.residus.prise import prendre_empreintes
from temoignages.residus.suite import FouilleInterrompue, chercher_prise
from tests.fabriques.pages import ContenuPageFactory

TEXTE = "pendant que la bouilloire chantait sous les tuques mauves du corridor"
COURT = "une tuque mauve"
CLE = secrets.token_bytes(32)


def test_chaque_lieu_est_compte_une_fois_sans_un_mot() -> None:
    morceaux = [
        Morceau("default.t.a", "1", TEXTE),
        Morceau("default.t.a", "1", f"encore {TEXTE}"),
        Morceau("default.t.b", "1", "rien"),
        Morceau("default.t.a", "2", COURT),
    ]
    trouvailles = list(fouiller(preparer([TEXTE, COURT], CLE), morceaux))
    assert trouvailles == [
        Trouvaille("default.t.a", "1", Certitude.CERTAIN, 8),
        Trouvaille("default.t.a", "2", Certitude.AVIS, 1),
    ]
    assert "tuque" not in repr(trouvailles)


@pytest.mark.parametrize(
    ("sauf", "reste"),
    [
        ([], {"default.t.a", "default.ta.a", "octets:default"}),
        (["default.t.a"], {"default.ta.a", "octets:default"}),
        (["default.t"], {"default.ta.a", "octets:default"}),
        (["default.t.a#1", "octets"], {"default.ta.a"}),
        (["default.t.a#2"], {"default.t.a", "default.ta.a", "octets:default"}),
    ],
)
def test_une_surface_attendue_est_passee(sauf: list[str], reste: set[str]) -> None:
    lieux = ("default.t.a", "default.ta.a", "octets:default")
    morceaux = [Morceau(lieu, "1", TEXTE) for lieu in lieux]
    assert {t.surface for t in fouiller(preparer([TEXTE], CLE), morceaux, sauf=sauf)} == reste


def test_la_fouille_ne_garde_rien_de_ce_qu_elle_lit() -> None:
    vus = 0

    def sans_fin() -> Iterator[Morceau]:
        nonlocal vus
        while True:
            vus += 1
            yield Morceau("s", str(vus), TEXTE if vus % 100 == 0 else "rien")

    trouvailles = fouiller(preparer([TEXTE], CLE), sans_fin())
    assert [next(trouvailles).reference, next(trouvailles).reference] == ["100", "200"]
    assert vus <= 201


@pytest.mark.django_db
def test_une_prise_cherche_par_empreintes_signale_puis_se_detruit() -> None:
    prise = prendre_empreintes([TEXTE])
    assert prise is not None
    assert "tuques" not in repr(prise)
    page = ContenuPageFactory.create(chapeau=TEXTE)
    trouvailles = chercher_prise(identifiant=prise.identifiant, marques=prise.marques)
    assert ("default.pages_contenupage.chapeau", str(page.pk)) in {(t.surface, t.reference) for t in trouvailles}
    incident = Incident.objects.get(surface="default.pages_contenupage.chapeau")
    assert (incident.nature, incident.reference) == (NatureIncident.RESIDU, str(page.pk))
    assert not CleDepot.objects.exists(), "without the key the hashes are noise"
    assert chercher_prise(identifiant=prise.identifiant, marques=prise.marques) == []


@pytest.mark.django_db
def test_une_prise_sans_reste_ne_signale_rien() -> None:
    prise = prendre_empreintes([TEXTE])
    assert prise is not None
    assert chercher_prise(identifiant=prise.identifiant, marques=prise.marques) == []
    assert not Incident.objects.exists()


@pytest.mark.django_db
def test_un_texte_court_trouve_n_ouvre_pas_d_incident() -> None:
    prise = prendre_empreintes([COURT])
    assert prise is not None
    ContenuPageFactory.create(chapeau=COURT)
    certitudes = {t.certitude for t in chercher_prise(identifiant=prise.identifiant, marques=prise.marques)}
    assert certitudes == {Certitude.AVIS}
    assert not Incident.objects.exists()


@pytest.mark.django_db
def test_une_prise_sans_mot_ne_laisse_pas_de_cle() -> None:
    assert prendre_empreintes(["…", ""]) is None
    assert not CleDepot.objects.exists()


@pytest.mark.django_db
def test_une_fouille_interrompue_est_un_incident_et_se_detruit_quand_meme(monkeypatch: pytest.MonkeyPatch) -> None:
    def casser() -> Iterator[Morceau]:
        raise DatabaseError(f"Could not decode to UTF-8 column 'texte' with text '{TEXTE}'")  # as SQLite says it

    prise = prendre_empreintes([TEXTE])
    assert prise is not None
    monkeypatch.setattr(suite, "lire_tout", casser)
    with pytest.raises(FouilleInterrompue, match=r"^DatabaseError$") as interrompue:
        chercher_prise(identifiant=prise.identifiant, marques=prise.marques)
    # What the table of tasks keeps, and what the log writes.
    assert TEXTE not in "".join(format_exception(interrompue.value))
    assert Incident.objects.get().reference == prise.identifiant
    cle_id = UUID(prise.identifiant)
    with pytest.raises(ChambreFermee):
        cle_de(cle_id)


@pytest.mark.django_db
def test_signaler_deux_fois_n_ouvre_qu_un_incident_et_rouvre_apres_cloture() -> None:
    lieu = {"nature": NatureIncident.RESIDU, "surface": "default.t.a", "reference": "1"}
    premier = signaler(**lieu)  # type: ignore[arg-type] # three fields of two types
    assert signaler(**lieu) == premier  # type: ignore[arg-type]
    assert Trace.objects.filter(verbe="signaler").count() == 1
    Incident.objects.update(clos_le=premier.ouvert_le)
    assert signaler(**lieu) != premier  # type: ignore[arg-type]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("surface", "reference"),
    [
        ("a", "une phrase"),
        ("a", "x" * 65),
        ("", "1"),
        ("s" * 121, "1"),
        ("« a »", "1"),
        ("a\n", "1"),
        ("elle chantait", "1"),
    ],
)
def test_un_incident_refuse_ce_qui_pourrait_etre_un_texte(surface: str, reference: str) -> None:
    with pytest.raises(ValueError, match="jamais par un texte"):
        signaler(nature=NatureIncident.RESIDU, surface=surface, reference=reference)
    assert not Incident.objects.exists()
