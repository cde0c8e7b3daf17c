"""The WSGI entry point; production settings unless told otherwise. What answers readers waits for no database long."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_campagne.settings.production")

application = get_wsgi_application()

from .etat import delais, veilleuse  # noqa: E402 - once the settings are read

connection_created.connect(delais.borner, dispatch_uid="site_campagne.delais")
veilleuse.allumer()

# What is loaded by now lives as long as the process: the collector never looks at it again, and looks less often at the
# rest, little of which goes in circles. One twentieth of the time of a page (docs/performance.md).
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 50)
