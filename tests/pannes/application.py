"""What gunicorn serves in these trials: the site, that waits for its database as many seconds as `PATIENCE` says."""

from environ import Env

from site_campagne.etat import delais
from site_campagne.wsgi import application

__all__ = ["application"]

delais.REQUETE = Env().int("PATIENCE", default=delais.REQUETE)  # type: ignore[misc]  # a constant, but for a trial
delais.SILENCE = delais.REQUETE + 1  # type: ignore[misc]  # idem
