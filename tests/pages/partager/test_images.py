"""`…/carte.png`: drawn for what is public, with the words of a person only where they allow it, gone with them."""

import datetime
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import translation

from pages.partager import gardees, vues
from pages.partager.cartes import CarteDePage, CarteDeParole
from pages.partager.paroles import COUPE, extrait, parole
from pages.partager.sujets import carte_de_page
from reseau.quotas import Quota
from temoignages.actions import retirer
from temoignages.etats import Avertissement, Echelon, EtatTraduction, Portee
from temoignages.models import Consentement, Temoignage, Traduction
from tests.fabriques.evenements import AgendaPageFactory, EvenementFactory
from tests.fabriques.pages import ContenuPageFactory, EditionPageFactory
from tests.fabriques.temoignages import AmorceFactory, un_temoignage, une_personne

pytestmark = pytest.mark.django_db
PARTOUT = [Portee.WEB, Portee.RESEAUX]
MOTS = "une chaise qui m’attend"


def un_partage(texte: str = MOTS, **champs: Any) -> Temoignage:
    """Return a testimony whose author allows the social media."""
    return un_temoignage(texte, usages=PARTOUT, **champs)


def carte_de(temoignage: Temoignage) -> Any:
    """Return the image of a testimony as its page reads it."""
    return parole(Temoignage.objects.publies().get(pk=temoignage.pk)).carte()


def test_une_page_publique_a_son_image(client: Client) -> None:
    page = ContenuPageFactory.create(title="Venir un mardi")
    reponse = client.get(f"{page.url}carte.png")
    assert reponse.status_code == 200
    assert reponse["Content-Type"] == "image/png"
    assert reponse["Cache-Control"] == "no-cache"
    assert not reponse.cookies
    assert client.get(f"{page.url}carte.png", headers={"If-None-Match": reponse["ETag"]}).status_code == 304


def test_l_accueil_et_ce_qui_n_a_pas_d_image_ont_celle_du_site(client: Client) -> None:
    assert client.get("/carte.png").status_code == 200


def test_une_page_qui_n_est_pas_publique_n_en_a_pas(client: Client) -> None:
    cachee = ContenuPageFactory.create(title="Pas encore")
    type(cachee).objects.filter(pk=cachee.pk).update(live=False)
    for adresse in (f"{cachee.url}carte.png", "/nulle-part/carte.png", "/paroles/zzzzz/carte.png"):
        assert client.get(adresse).status_code == 404, adresse


def test_une_edition_a_ses_fils() -> None:
    assert carte_de_page(EditionPageFactory.create(palette="mousse")).fils == ("#b4d3aa", "#f8ba24")


def test_un_titre_change_change_l_image_tout_de_suite(client: Client) -> None:
    page = ContenuPageFactory.create(title="Avant")
    avant = client.get(f"{page.url}carte.png")
    type(page).objects.filter(pk=page.pk).update(title="Après")
    assert client.get(f"{page.url}carte.png")["ETag"] != avant["ETag"]


def test_un_evenement_et_une_ressource_ont_la_leur(client: Client) -> None:
    agenda, evenement = AgendaPageFactory.create(), EvenementFactory.create()
    images = {client.get(f"{agenda.url}{suite}carte.png")["ETag"] for suite in ("", f"{evenement.slug}/")}
    assert len(images) == 2
    assert client.get(f"{agenda.url}inconnu/carte.png").status_code == 404


def test_les_mots_paraissent_avec_leur_attribution_exacte() -> None:
    temoignage = un_partage(amorce=AmorceFactory.create(texte="Autour de la table, je trouve…"))
    carte = carte_de(temoignage)
    assert isinstance(carte, CarteDeParole)
    assert (carte.amorce, carte.mots) == ("Autour de la table, je trouve…", MOTS)
    assert carte.attribution == temoignage.attribution_texte
    assert MOTS in carte.alternative
    assert temoignage.attribution_texte in carte.alternative


def test_sans_accord_pour_les_medias_sociaux_il_n_y_a_pas_de_mots() -> None:
    carte = carte_de(un_temoignage(MOTS))
    assert isinstance(carte, CarteDePage)
    assert (MOTS in carte.alternative, carte.titre) == (False, "Une parole")


@pytest.mark.parametrize(
    "fin", [{"jusqu_au": datetime.date(2020, 1, 1)}, {"retire_le": datetime.date(2020, 1, 1)}], ids=["echu", "repris"]
)
def test_un_accord_fini_ote_les_mots(client: Client, fin: dict[str, Any]) -> None:
    temoignage = un_partage()
    avant = client.get(f"{temoignage.url}carte.png")
    Consentement.objects.filter(portee=Portee.RESEAUX).update(**fin)
    assert isinstance(carte_de(temoignage), CarteDePage)
    assert client.get(f"{temoignage.url}carte.png")["ETag"] != avant["ETag"]


def test_un_avertissement_ote_les_mots() -> None:
    temoignage = un_partage()
    Temoignage.objects.update(avertissement=Avertissement.DEUIL)
    carte = carte_de(temoignage)
    assert isinstance(carte, CarteDePage)
    assert carte.titre == "Parole, avec avertissement"
    assert MOTS not in carte.alternative
    assert "deuil" not in carte.alternative


def test_l_attribution_n_est_jamais_plus_fine_que_l_accord() -> None:
    temoignage = un_partage()
    Temoignage.objects.update(echelon=Echelon.REGION, region="05")
    Consentement.objects.filter(portee=Portee.RESEAUX).update(attribution_max=Echelon.REGION)
    assert "Estrie" in carte_de(temoignage).attribution
    Consentement.objects.filter(portee=Portee.RESEAUX).update(attribution_max=Echelon.QUEBEC)
    assert "Estrie" not in carte_de(temoignage).alternative
    assert "du Québec" in carte_de(temoignage).attribution


def test_des_mots_qu_on_ne_saurait_ecrire_entiers_ne_paraissent_pas() -> None:
    assert isinstance(carte_de(un_partage("ᐊᐃᓐᖓᐃ, a-t-elle dit")), CarteDePage)


def test_un_long_texte_est_coupe_a_une_phrase_et_le_dit() -> None:
    long = "On s’assoit ensemble et on parle du temps qu’il fait. " * 12
    carte = carte_de(un_partage(long.strip()))
    assert carte.mots.endswith(f"fait. {COUPE}")
    assert "La suite est sur le site." in carte.mentions
    assert "La suite est sur le site." in carte.alternative
    assert extrait("court") == "court"
    assert extrait("un\ndeux\n" * 6).count("\n") == 6


def test_en_anglais_la_traduction_approuvee_parait_et_elle_seule() -> None:
    temoignage = un_partage()
    par, autre = une_personne(), une_personne()
    traduction = Traduction.objects.create(
        temoignage=temoignage, langue="en", texte="a chair waiting for me", constats_ouverts=0,
        empreinte_source=temoignage.empreinte_source, traduite_par=par, modifiee_par=par,
        modifiee_le=datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC),
    )  # fmt: skip
    with translation.override("en"):
        assert carte_de(temoignage).mots == MOTS
        Traduction.objects.filter(pk=traduction.pk).update(
            etat=EtatTraduction.APPROUVEE, approuvee_par=autre, approuvee_le=traduction.modifiee_le
        )
        assert carte_de(temoignage).mots == "a chair waiting for me"
        assert carte_de(temoignage).mentions


def test_un_retrait_tue_l_image_dans_l_instant(client: Client) -> None:
    temoignage = un_partage()
    adresse = f"{temoignage.url}carte.png"
    avant = client.get(adresse)
    assert avant.status_code == 200
    assert "noimageindex" in avant["X-Robots-Tag"]
    retirer(empreinte_code=temoignage.empreinte_code)
    for entetes in ({}, {"If-None-Match": avant["ETag"]}):
        apres = client.get(adresse, headers=entetes)
        assert (apres.status_code, apres["Cache-Control"]) == (410, "no-store")
        assert apres.content.decode() == "Cette parole n’est plus là"


def test_ce_qui_fut_garde_ne_revient_pas_sous_un_autre_etat_du_public(client: Client) -> None:
    temoignage = un_partage()
    avant = client.get(f"{temoignage.url}carte.png")["ETag"]
    un_partage("de la soupe")  # another state of the public side
    assert client.get(f"{temoignage.url}carte.png")["ETag"] != avant


def test_l_image_d_une_parole_n_est_gardee_nulle_part(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    gardes: list[str] = []
    monkeypatch.setattr(caches["pages"], "set", lambda cle, *_reste: gardes.append(cle))
    assert client.get(f"{un_partage().url}carte.png").status_code == 200
    assert not any("carte:" in cle for cle in gardes)
    page = ContenuPageFactory.create(title="Une")
    assert client.get(f"{page.url}carte.png").status_code == 200
    assert f"carte:page:{page.pk}:fr" in gardes


def test_on_ne_dessine_pas_sans_fin_pour_une_meme_connexion(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gardees, "CACHE", "default")  # that of the pages keeps nothing in the suite
    monkeypatch.setattr(vues, "DESSINS", Quota("carte", 1, 600))
    une, autre = ContenuPageFactory.create(title="Une"), ContenuPageFactory.create(title="Autre")
    assert client.get(f"{une.url}carte.png").status_code == 200
    assert client.get(f"{une.url}carte.png").status_code == 200, "kept"
    trop = client.get(f"{autre.url}carte.png")
    assert (trop.status_code, trop["Retry-After"]) == (429, "600")
