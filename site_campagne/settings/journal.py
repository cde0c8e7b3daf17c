"""Logs: to the standard error, never an address, never a text."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"ligne": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "ligne"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"level": "WARNING"},
        # Never lower: at DEBUG it writes whole template contexts, and a moderator's holds raw words.
        "django.template": {"level": "WARNING"},
        # Wagtail writes the title of each thing that is edited, the task library a line for each state of each task.
        "wagtail": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
    },
}
