"""Only what was cleaned is drawn: the type checker refuses the rest, and no code of ours goes round it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.clean import clean
from tui.ink import Ink, fitted
from tui.render import styles

TUI = Path(__file__).parents[2] / "tui"
MODULES = sorted(TUI.rglob("*.py"))
GATES = {"clean.py", "ink.py"}
"""The modules that may say of a text that it is clean."""
READ_AS_MARKUP = {"notify", "border_title", "border_subtitle", "tooltip", "sub_title", "loading", "from_markup"}
"""Attributes of Textual's through which text is drawn that nobody cleaned."""


def named(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of whatever is called, and of each attribute."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.lineno, f"{node.func.id}()"
        elif isinstance(node, ast.Attribute):
            yield node.lineno, node.attr


def takes_shown_text(tree: ast.AST) -> bool:
    return any(isinstance(n, ast.ImportFrom) and n.module == "tui.clean" for n in ast.walk(tree))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(TUI)))
def test_no_text_is_called_clean_that_was_not_cleaned(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    found = list(named(tree))
    assert [place for place in found if place[1] in READ_AS_MARKUP] == []
    if module.name not in GATES and takes_shown_text(tree):
        assert [place for place in found if place[1] in ("Shown()", "cast()")] == []


def test_the_proof_that_the_type_checker_refuses_other_text_is_in_place() -> None:
    """mypy fails where the ignore is needed by nothing, so where any text is taken for ink."""
    source = (TUI / "ink.py").read_text(encoding="utf-8")
    assert 'Ink("any text")  # type: ignore[arg-type]' in source
    project = (TUI.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert "[tool.mypy]\nstrict = true" in project


def test_ink_costs_no_more_than_a_segment() -> None:
    assert not hasattr(Ink(clean("a")), "__dict__")
    assert Ink(clean("a"), styles.BOLD) == ("a", styles.BOLD, None)


def test_what_looks_so_besides_keeps_its_text_and_its_look() -> None:
    both = Ink(clean("a"), styles.BOLD).also(styles.DIM)
    assert both.style is not None
    assert (both.text, both.style.bold, both.style.dim) == ("a", True, True)
    assert Ink(clean("a")).also(styles.DIM).style == styles.DIM


@given(st.lists(st.text("ab 砲é👩", max_size=8), max_size=5), st.integers(0, 30))
def test_a_row_is_cut_or_padded_to_its_width(texts: list[str], width: int) -> None:
    row = fitted([Ink(clean(text)) for text in texts], width)
    shown = "".join(ink.text for ink in row)
    assert sum(ink.cell_length for ink in row) == cell_len(shown) == width
    assert "".join(texts).startswith(shown.rstrip())
