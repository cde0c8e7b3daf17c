"""Sends the models of the safe to their own database, and nothing else there."""

from typing import Any

from django.db.models import Model

COFFRE = "coffre"


class RouteurCoffre:
    """Database router: application `coffre` ↔ database `coffre`."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        return COFFRE if model._meta.app_label == COFFRE else None

    def db_for_write(self, model: type[Model], **hints: Any) -> str | None:
        return COFFRE if model._meta.app_label == COFFRE else None

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return (app_label == COFFRE) == (db == COFFRE)
