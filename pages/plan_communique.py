"""A release as an outline: what its plain text and its PDF are made from, in the order of a newsroom."""

import re
from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from reseau.langue.typographie import typographier

from .publication.confidentialite import mentions
from .publication.sortie import Bloc, Chiffre, Citation, Document, Fragment, Ligne, Paragraphe, ligne
from .references.lecture import lire_html
from .texte_brut import lignes_de

FIN: Final = "– 30 –"


def plan_du_communique(page: Any, variante: Any = None, partage: Any = None) -> Document:
    """Return the outline of a release.

    Args:
        page: the release, as it stands in memory.
        variante: the region whose paragraph is added.
        partage: whom the text is lent to, and what it must then say (`partage.rendu.Partage`).
    """
    dites = list(_mentions(page, partage))
    genre = page.get_genre_display()
    return Document(
        titre=typographier(page.title),
        genre=f"{genre} – {variante.get_region_display()}" if variante else genre,
        tete_courante=typographier(page.title),
        mentions=tuple(dites),
        # Said once: a text under embargo already bears the mention.
        preambule=() if page.mention_de_diffusion in dites else (ligne(page.mention_de_diffusion.upper()),),
        chapeau=typographier(page.chapeau),
        blocs=tuple(_corps(page, variante)),
        fin=tuple(_fin(page)),
        adresse=page.full_url or "" if page.live else "",
    )


def _mentions(page: Any, partage: Any) -> Iterator[str]:
    if partage is None:
        yield from mentions(page)
        return
    yield from partage.mentions
    yield _("Partagé avec : %(destinataire)s") % {"destinataire": partage.destinataire}
    if partage.version:
        yield partage.version


def _corps(page: Any, variante: Any) -> Iterator[Bloc]:
    for nom, texte in page.faits:
        yield Paragraphe((Fragment(f"{nom}\u00a0: ", gras=True), Fragment(typographier(" ".join(texte.split())))))
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
    if genre == "chiffre_source":
        precision = ", ".join(filter(None, [valeur["source"], valeur.date_ecrite]))
        return (Chiffre(valeur.compte, typographier(valeur["libelle"]), typographier(precision)),)
    if valeur.personne is None:
        return ()
    # The words are hers: they keep their spelling.
    dit = Paragraphe(ligne(" ".join(valeur["texte"].split())))
    return (Citation((dit,), ligne(str(valeur.personne))),)


def _fin(page: Any) -> Iterator[Ligne]:
    yield ligne(FIN)
    if page.a_propos:
        yield ligne(_("À propos").upper())
        yield from lignes_de(lire_html(avec_le_domaine(page.a_propos, page)))
    if page.personnes:
        yield ligne(_("Porte-paroles").upper())
        yield from (ligne(str(personne)) for personne in page.personnes)
    contacts = page.contacts.all()
    if contacts:
        yield ligne(_("Renseignements").upper())
    for contact in contacts:
        yield ligne("\n".join(filter(None, [contact.role, contact.courriel, typographier(contact.telephone)])))
    if page.sources:
        yield ligne(_("Sources des chiffres").upper())
        yield from lignes_de(lire_html(avec_le_domaine(page.sources, page)))


def avec_le_domaine(source: str, page: Any) -> str:
    """Return a stored rich text whose paths of this site are whole addresses: a text travels alone."""
    site = page.get_site()
    html = str(expand_db_html(source))
    return re.sub(r"""(href=["'])/(?!/)""", rf"\g<1>{site.root_url}/", html) if site else html
