"""An undefined variable in one of our templates fails the test; those of Django and Wagtail stay lenient.

Django calls a missing variable an empty string, so a typing mistake shows as a hole in the page. `{% if x %}` may
still ask about a variable that is not there, and `{{ x|default:… }}` says what to show then.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.template.base import UNKNOWN_SOURCE, FilterExpression, Parser, VariableDoesNotExist
from django.template.context import Context

RACINE = Path(__file__).resolve().parents[2]
BIBLIOTHEQUES = RACINE / ".venv"


class VariableAbsenteError(AssertionError):
    """A template of ours asked for a variable that its context does not hold."""


@cache  # asked for every variable of every page
def est_a_nous(origine: str) -> bool:
    """Say whether the template at `origine` (a path, or Django's mark for a string) is this project's."""
    chemin = Path(origine)
    return origine == UNKNOWN_SOURCE or (chemin.is_relative_to(RACINE) and not chemin.is_relative_to(BIBLIOTHEQUES))


class ExpressionVerifiee(FilterExpression):
    """A template expression that remembers its template, and refuses to resolve to nothing."""

    def __init__(self, token: str, parser: Parser) -> None:
        super().__init__(token, parser)
        self.origine = str(parser.origin)
        # `for` asks Django to forgive an undefined list: a loop over a typing mistake would silently be empty.
        self.dans_for = bool(parser.command_stack) and parser.command_stack[-1][0] == "for"
        self.a_defaut = "|default:" in token

    def resolve(self, context: Context, ignore_failures: bool = False) -> Any:
        """Resolve as Django does. Raises `VariableAbsenteError` for an undefined variable of our templates."""
        indulgent = self.a_defaut or (ignore_failures and not self.dans_for)
        if self.is_var and not indulgent and est_a_nous(self.origine):
            try:
                self.var.resolve(context)
            except VariableDoesNotExist as erreur:
                raise VariableAbsenteError(f"{{{{ {self.token} }}}} in {self.origine}: {erreur}") from erreur
        return super().resolve(context, ignore_failures)


def pytest_configure() -> None:
    """Compile every template of the run with verified expressions, before any is loaded."""
    pytest.MonkeyPatch().setattr(Parser, "compile_filter", lambda parser, token: ExpressionVerifiee(token, parser))
