"""What a recording knows of its words: the reviewed tracks. `prefetch_related("pistes")` spares their query."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .pistes import Piste


class AvecDesMots:
    """A recording that has tracks (`medias.pistes`), one a language; only those that someone reviewed count here."""

    pistes: Any
    langue: str

    @property
    def pistes_relues(self) -> Sequence["Piste"]:
        """Those that may be shown, the spoken language first."""
        relues = [piste for piste in self.pistes.all() if piste.est_relue]
        return sorted(relues, key=lambda piste: piste.langue != self.langue)

    @property
    def a_une_transcription(self) -> bool:
        """Whether what is said can be read, in one language at least."""
        return bool(self.pistes_relues)

    def oublier_les_relectures(self) -> None:
        """Make every track a draft again: what is heard is no longer what someone listened to."""
        self.pistes.update(etat="brouillon", relue_par=None, relue_le=None)
