"""The settings of a node of these trials: those of `dev`, on what its environment names; styles where they stand."""

from site_campagne.settings.dev import *  # noqa: F403 - a settings module is the sum of its subjects
from site_campagne.settings.dev import STORAGES

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
