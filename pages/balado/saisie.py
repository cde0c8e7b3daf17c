"""The editor of an episode: a number that another has is refused beside its field."""

from typing import Any

from ..models.numero_episode import faute_de_numero
from ..redaction import RedactionForm


class EpisodeForm(RedactionForm):
    """Adds the number to what the editor of every page refuses."""

    def clean(self) -> dict[str, Any]:
        """Refuse a number that another episode has, or that the episode would leave."""
        propre: dict[str, Any] = super().clean()
        serie, saison = self.parent_page.specific, propre.get("saison")
        if saison and "numero" in propre and "numero" not in self.errors:
            faute = faute_de_numero(self.instance.guid, serie.guid, saison, propre["numero"])
            if faute:
                self.add_error("numero", faute)
        return propre
