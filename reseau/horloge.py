"""The clock of the whole project. It stands in the lowest room, which asks it too; every other room asks it here."""

from medias.horloge import aujourdhui, maintenant

__all__ = ["aujourdhui", "maintenant"]
