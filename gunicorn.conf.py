"""How gunicorn runs the site, read from the folder it is started in; the command line and the environment win.

`GUNICORN_CMD_ARGS` adds options; `JOURNAL_ACCES=1` writes a line a request, without an address nor a query.
"""

from environ import Env

env = Env()

bind = env.str("ADRESSE_ECOUTE", default="127.0.0.1:8000")
worker_class = "gthread"
workers = env.int("PROCESSUS", default=2)
threads = env.int("FILS", default=4)
timeout = 60
graceful_timeout = 30  # a node that stops ends what it began
keepalive = 5
control_socket_disable = True  # in a home that a service has not, and a door more
# A leak that nobody knows of goes with its process; often, a reader would wait for the imports of the next one.
max_requests, max_requests_jitter = 50_000, 5_000

logger_class = "site_campagne.journalisation.acces.JournalDAcces"
accesslog = "-" if env.str("JOURNAL_ACCES", default="") == "1" else None
access_log_format = "%(m)s %(U)s %(s)s %(B)s %(M)sms"
