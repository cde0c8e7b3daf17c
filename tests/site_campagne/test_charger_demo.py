"""The demonstration: built by the apps' own actions, every page answers, twice is once."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Locale, Page

from pages.models import EditionPage, Evenement
from pages.traduction.etats import EtatTraduction, compter
from reseau.models import Compte, Ressource
from temoignages.models import Depot, Temoignage, Trace


@pytest.mark.django_db
def test_la_demo_se_charge_deux_fois_et_chaque_page_repond(client: Client) -> None:
    sortie = StringIO()
    call_command("charger_demo", stdout=sortie)
    assert "moderation1 / demo" in sortie.getvalue()
    assert Temoignage.objects.publies().count() == 60
    assert set(Ressource.objects.values_list("region", flat=True)) == {f"{n:02}" for n in range(1, 18)}
    assert {temoignage.echelon for temoignage in Temoignage.objects.all()} == {"ressource", "region", "quebec"}
    approuvees = Trace.objects.filter(verbe="approuver").values_list("objet", flat=True)
    assert Counter(approuvees) == {"depot": 60, "traduction": 20}
    adresses = [page.url for page in Page.objects.live().filter(depth__gte=2)]
    adresses += [temoignage.url for temoignage in Temoignage.objects.all()]
    assert len(adresses) > 90
    for adresse in [*adresses, "/temoigner/", "/temoigner/suivi/", "/sante/"]:
        reponse = client.get(adresse)
        assert reponse.status_code == 200, adresse
        assert not reponse.cookies, adresse
    assert (Ressource.objects.count(), Evenement.objects.count()) == (90, 45)
    for evenement in Evenement.objects.publies():
        assert client.get(f"/agenda/{evenement.slug}/").status_code == 200
    assert all(edition.temoignages_vedettes for edition in EditionPage.objects.filter(annee__lt=2027))

    assert "Document de travail" in client.get("/partage/demonstration/").content.decode()
    assert {client.get(f"/{slug}/").status_code for slug in ("plan-2028-ebauche", "theme-2028")} == {404}
    assert "Le thème de 2028" not in client.get("/").content.decode()

    francaises = Page.objects.live().filter(locale__language_code="fr", depth__gt=1)
    etats = compter(francaises, Locale.objects.get(language_code="en"))
    assert etats.pop(EtatTraduction.ABSENTE) > 20
    assert etats == {
        EtatTraduction.EN_COURS: 1,
        EtatTraduction.EN_RELECTURE: 1,
        EtatTraduction.PUBLIQUE: 20,
        EtatTraduction.PERIMEE: 1,
        EtatTraduction.ORPHELINE: 0,
    }
    assert "Kitchens, porches, garages where people do better together" in client.get("/en/").content.decode()

    avant = [modele.objects.count() for modele in (Page, Temoignage, Depot, Ressource, Evenement, Compte)]
    call_command("charger_demo", stdout=StringIO())
    assert [modele.objects.count() for modele in (Page, Temoignage, Depot, Ressource, Evenement, Compte)] == avant


@pytest.mark.django_db
def test_la_demo_refuse_de_se_charger_en_production(settings: pytest.FixtureRequest) -> None:
    settings.CREER_SECRETS = False  # type: ignore[attr-defined]  # pytest-django's own settings
    with pytest.raises(CommandError, match="production"):
        call_command("charger_demo")
    assert not Compte.objects.exists()
