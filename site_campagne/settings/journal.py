"""What the site says of itself: logs, without address nor text; error reports, of places in the code; its numbers."""

from django.core.exceptions import ImproperlyConfigured

from .noyau import env

FORMES = {
    "texte": "site_campagne.journalisation.lignes.FormateurDiscret",
    "json": "site_campagne.journalisation.lignes.FormateurJson",
}
# « texte » for the eye, « json » for what gathers logs.
JOURNAL = env.str("JOURNAL", default="texte")
if JOURNAL not in FORMES:
    raise ImproperlyConfigured("JOURNAL vaut « texte » ou « json ».")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"ligne": {"()": FORMES[JOURNAL]}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "ligne"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Without handlers of its own: Django's would mail its own report.
        "django": {"level": "WARNING", "handlers": []},
        # It has a format of its own, with the address of the query.
        "django.server": {"level": "INFO", "handlers": [], "propagate": True},
        # Never lower: at DEBUG it writes whole template contexts, and a moderator's holds raw words.
        "django.template": {"level": "WARNING"},
        # Never lower: at DEBUG it writes each query with its parameters.
        "django.db.backends": {"level": "WARNING"},
        # Wagtail writes the title of each thing that is edited, the task library a line for each state of each task.
        "wagtail": {"level": "WARNING"},
        "pikepdf": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
    },
}
DEFAULT_EXCEPTION_REPORTER = "site_campagne.journalisation.rapports.RapportDiscret"
DEFAULT_EXCEPTION_REPORTER_FILTER = "site_campagne.journalisation.rapports.FiltreDeRapport"


def lire_jeton(jeton: str) -> str:
    """Return the token of `/sante/mesures/`; empty, there is no such address. Nobody counts the tries: no short one."""
    if jeton and len(jeton) < 24:  # noqa: PLR2004 - as many characters
        raise ImproperlyConfigured("MESURES_JETON est trop court : au moins 24 caractères au hasard.")
    return jeton


MESURES_JETON = lire_jeton(env.str("MESURES_JETON", default=""))
