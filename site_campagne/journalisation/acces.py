"""What gunicorn writes of each request, when it is asked to: how long what took, never who asked for it."""

import re
from datetime import timedelta
from typing import Any, Final

from environ import Env
from gunicorn.glogging import Logger

from .discretion import rayer
from .lignes import FormateurDiscret, FormateurJson

# Where a word of the address says what somebody writes, looks for, or may open.
DISCRETES: Final = re.compile(
    r"^(/(?:en/)?(?:temoigner|suivi|partage|recherche|paroles|espace|admin|documents|media|static)/).+"
)


class JournalDAcces(Logger):
    """gunicorn's own, whose lines are struck out like all others."""

    error_fmt = "%(message)s"

    def setup(self, cfg: Any) -> None:
        """Open the logs; errors are written in the shape of the site's."""
        super().setup(cfg)
        forme = FormateurJson if Env().str("JOURNAL", default="texte") == "json" else FormateurDiscret
        for sortie in self.error_log.handlers:
            sortie.setFormatter(forme())

    def atoms(self, resp: Any, req: Any, environ: dict[str, Any], request_time: timedelta) -> dict[str, str]:
        """Return the only things that a format can name: method `m`, folder `U`, status `s`, bytes `B`, time `M`."""
        statut = resp.status if isinstance(resp.status, str) else str(resp.status)
        return {
            "m": str(environ.get("REQUEST_METHOD", "-")),
            "U": rayer(DISCRETES.sub(r"\1…", str(environ.get("PATH_INFO", "-")))),
            "s": statut.split(None, 1)[0],
            "B": str(getattr(resp, "sent", 0)),
            "M": str(int(request_time.total_seconds() * 1000)),
        }
