"""What to warn of before listening or watching: the same answers for the podcast and for capsules."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from temoignages.etats import Avertissement

AUCUN_AVERTISSEMENT: Final = "aucun"
# The topics of the whole site, and the answer that there is nothing to warn of: silence is not an answer.
AVERTISSEMENTS: Final = [(AUCUN_AVERTISSEMENT, _("rien qui demande un avertissement")), *Avertissement.choices]
