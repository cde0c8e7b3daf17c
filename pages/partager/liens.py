"""Where a page may be sent: plain addresses of other sites. Nothing of theirs is loaded, nothing is asked of them."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _

from .apercu import Apercu


@dataclass(frozen=True, slots=True)
class Lien:
    """A way to share. `nom` says where; `est_dehors`: it opens another site."""

    nom: str
    url: str
    est_dehors: bool = True


def liens_de(apercu: Apercu) -> list[Lien]:
    """Return the ways to share what is shown; none when only its address is offered."""
    if not apercu.se_partage:
        return []
    objet, texte = quote(apercu.titre), quote(f"{apercu.titre}\n{apercu.url}")
    return [
        Lien(_("Par courriel"), f"mailto:?subject={objet}&body={texte}", est_dehors=False),
        Lien("Facebook", f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': apercu.url})}"),
        Lien("LinkedIn", f"https://www.linkedin.com/sharing/share-offsite/?{urlencode({'url': apercu.url})}"),
        Lien("Bluesky", f"https://bsky.app/intent/compose?text={texte}"),
    ]
