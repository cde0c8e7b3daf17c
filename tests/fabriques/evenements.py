"""Events, public or not."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import factory
from factory.django import DjangoModelFactory

from pages.models import AgendaPage, Evenement
from pages.publication.porte import ouvrir

from .pages import PublieeFactory, accueil
from .reseau import RessourceFactory

MIDI = datetime(2026, 10, 10, 12, tzinfo=ZoneInfo("America/Toronto"))


class AgendaPageFactory(PublieeFactory):
    class Meta:
        model = AgendaPage

    title = "Agenda"
    slug = "agenda"
    show_in_menus = True
    chapeau = "Trouvez ce qui se passe près de chez vous."
    parent = factory.LazyFunction(accueil)


class EvenementFactory(DjangoModelFactory[Evenement]):
    """An event that is public at once; `live=False` makes a draft without a revision."""

    class Meta:
        model = Evenement

    ressource = factory.SubFactory(RessourceFactory)
    titre = factory.Sequence(lambda rang: f"Café et visite de la maison {rang}")
    debut = MIDI
    fin = factory.LazyAttribute(lambda evenement: evenement.debut + timedelta(hours=3))
    municipalite = "Granby"
    region = "05"
    courriel_public = "accueil@exemple.org"

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        public = kwargs.pop("live", True)
        with ouvrir("fabrique"):
            evenement = super()._create(model_class, *args, live=False, **kwargs)
            if public:
                evenement.save_revision().publish()
        evenement.refresh_from_db()
        return evenement
