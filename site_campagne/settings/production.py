"""The reference. Every required secret comes from the environment; a missing one stops the start."""

# ruff: noqa: F403 - a settings module is the sum of its subjects
from .caches import *
from .comptes import *
from .donnees import *
from .journal import *
from .noyau import *
from .sauvegardes import *
from .securite import *
from .wagtail import *
