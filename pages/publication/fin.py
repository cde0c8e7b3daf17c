"""`WAGTAIL_FINISH_WORKFLOW_ACTION`. Wagtail imports it with its own models: nothing here is imported before use."""

from typing import Any


def terminer(workflow_state: Any, user: Any = None) -> None:
    """Publish exactly the revision that was approved, if the gates still let it pass."""
    from .actions import conclure  # noqa: PLC0415 - see above

    conclure(revision=workflow_state.current_task_state.revision, par=user)
