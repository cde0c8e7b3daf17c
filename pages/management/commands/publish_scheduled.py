"""Wagtail's own command, by habit or by an old timer: ours answers. Its bare loop would stop at the first refusal."""

from .publier_programmees import Command

__all__ = ["Command"]
