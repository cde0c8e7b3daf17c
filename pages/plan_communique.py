"""A release as an outline: what its plain text and its PDF are made from, in the order of a newsroom."""

import re
from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from reseau.typographie import typographier

from .plan_page import document_de, fait
from .plan_savant import chiffre, citation_nommee
from .publication.confidentialite import mentions
from .publication.sortie import Bloc, Chiffre, Document, Fragment, Paragraphe, Titre, ligne
from .references.lecture import lire_html

FIN: Final = "– 30 –"


def plan_du_communique(page: Any, variante: Any = None) -> Document:
    """Return the outline of a release.

    Args:
        page: the release, as it stands in memory.
        variante: the region whose paragraph is added.
    """
    genre, diffusion = page.get_genre_display(), page.mention_de_diffusion
    return document_de(
        page,
        f"{genre} – {variante.get_region_display()}" if variante else genre,
        _corps(page, variante),
        chapeau=page.chapeau,
        # Said once: a text under embargo already bears the mention.
        preambule=() if diffusion in mentions(page) else (ligne(diffusion.upper()),),
        fin=tuple(_fin(page)),
    )


def _corps(page: Any, variante: Any) -> Iterator[Bloc]:
    for nom, texte in page.faits:
        yield fait(nom, " ".join(texte.split()))
    blocs = [bloc for enfant in page.corps for bloc in _du_bloc(enfant.block_type, enfant.value, page)]
    if variante:
        blocs.append(Paragraphe(ligne(typographier(variante.texte))))
    origine = Fragment(f"{page.origine} ")
    if blocs and isinstance(blocs[0], Paragraphe):
        blocs[0] = Paragraphe((origine, *blocs[0].contenu))
    else:
        blocs.insert(0, Paragraphe((origine,)))
    yield from blocs


def _du_bloc(genre: str, valeur: Any, page: Any) -> tuple[Bloc, ...]:
    if genre == "texte":
        return lire_html(avec_le_domaine(valeur.source, page))
    if genre == "chiffre":
        return (chiffre(valeur),) if valeur["valeur"] else ()
    if genre == "chiffre_source":
        precision = ", ".join(filter(None, [valeur["source"], valeur.date_ecrite]))
        return (Chiffre(valeur.compte, typographier(valeur["libelle"]), typographier(precision)),)
    return (citation_nommee(valeur),) if valeur.personne else ()


def _fin(page: Any) -> Iterator[Bloc]:
    yield Paragraphe(ligne(FIN))
    if page.a_propos:
        yield Titre(1, _("À propos"))
        yield from lire_html(avec_le_domaine(page.a_propos, page))
    if page.personnes:
        yield Titre(1, _("Porte-paroles"))
        yield from (Paragraphe(ligne(str(personne))) for personne in page.personnes)
    contacts = page.contacts.all()
    if contacts:
        yield Titre(1, _("Renseignements"))
    for contact in contacts:
        lignes = (contact.role, contact.courriel, typographier(contact.telephone))
        yield Paragraphe(ligne("\n".join(filter(None, lignes))))
    if page.sources:
        yield Titre(1, _("Sources des chiffres"))
        yield from lire_html(avec_le_domaine(page.sources, page))


def avec_le_domaine(source: str, page: Any) -> str:
    """Return a stored rich text whose paths of this site are whole addresses: a text travels alone."""
    site = page.get_site()
    html = str(expand_db_html(source))
    return re.sub(r"""(href=["'])/(?!/)""", rf"\g<1>{site.root_url}/", html) if site else html
