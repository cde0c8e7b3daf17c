"""The one error of a move."""


class DemenagementImpossible(Exception):
    """What could not be done, and what to do, in French; never a word of a row. Nothing was changed."""
