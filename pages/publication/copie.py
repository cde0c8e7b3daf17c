"""The form of a copy: it is born a draft, for everyone."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class CopieForm(CopyForm):
    """Wagtail's, without what it offers to whoever could publish: a public copy, an alias."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take both choices away."""
        super().__init__(*args, **kwargs)
        for champ in ("publish_copies", "alias"):
            self.fields.pop(champ, None)
