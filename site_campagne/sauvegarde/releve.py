"""What is counted of a database, to compare it with what an archive gives back."""

from typing import Any

# By table: how many rows, then what its engine sums of them, if it does.
Releve = dict[str, list[Any]]
