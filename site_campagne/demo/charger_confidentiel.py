"""Load what the demo keeps from the public: a working draft lent by a signed link, and a page under embargo."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from medias.niveaux import Niveau
from pages.models import Approbation, ContenuPage, LienPartage
from pages.publication.partage.modeles import empreinte_de
from pages.publication.porte import ouvrir
from reseau.horloge import maintenant

from .charger_pages import accueil_francais, corps_de
from .confidentiel import DESTINATAIRE, EMBARGO, JETON, TRAVAIL
from .gabarits import Contenu

DUREE_DU_LIEN = timedelta(days=90)
ATTENTE = timedelta(days=30)


def charger_confidentiel() -> Iterator[str]:
    """Create the two pages and the link that are not there."""
    travail, _neuve = _ebauche(TRAVAIL, confidentialite=Niveau.TRAVAIL)
    yield TRAVAIL.slug
    if not LienPartage.objects.filter(empreinte=empreinte_de(JETON)).exists():
        lien = LienPartage.objects.create(
            empreinte=empreinte_de(JETON), destinataire=DESTINATAIRE, expire_le=maintenant() + DUREE_DU_LIEN
        )
        lien.pages.add(travail)
    yield JETON
    neuf_heures = (maintenant() + ATTENTE).replace(hour=9, minute=0, second=0, microsecond=0)
    page, neuve = _ebauche(EMBARGO, go_live_at=neuf_heures)
    if neuve:
        revision = page.get_latest_revision()
        Approbation.objects.create(revision=revision)
        with ouvrir("démonstration", revision):
            revision.publish()
    yield EMBARGO.slug


def _ebauche(contenu: Contenu, **champs: Any) -> tuple[ContenuPage, bool]:
    accueil = accueil_francais()
    presente = ContenuPage.objects.child_of(accueil).filter(slug=contenu.slug).first()
    if presente:
        return presente, False
    page = ContenuPage(
        title=contenu.titre,
        slug=contenu.slug,
        chapeau=contenu.chapeau,
        corps=corps_de(contenu.corps),
        live=False,
        has_unpublished_changes=True,
        **champs,
    )
    accueil.add_child(instance=page)
    page.save_revision()
    return page, True
