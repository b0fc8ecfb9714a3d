"""Out of the browser and back: a text in the user's own editor, which has the terminal meanwhile."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

from textual.app import App

from tui import editor


def written_outside(app: App[Any], text: str, name: str) -> str:
    """The text as the editor left it; `name` is the field's. Raises EditorError."""
    argv = editor.command(os.environ)
    with nullcontext() if app.is_headless else app.suspend():
        outcome = _outcome(text, argv, name)
    if isinstance(outcome, editor.EditorError):
        raise outcome
    return outcome


def _outcome(text: str, argv: Sequence[str], name: str) -> str | editor.EditorError:
    """Raises nothing: the app has to come back from its suspension."""
    try:
        return editor.edited(text, argv, name)
    except editor.EditorError as error:
        return error
