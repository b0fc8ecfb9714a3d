"""The rules by name: each is explained where it stands, and has been measured."""

from __future__ import annotations

import ast
from pathlib import Path

from store.ingest.attributions import rules
from store.ingest.wordlists import table

DOCSTRINGS = " ".join(
    ast.get_docstring(node) or ""
    for path in Path(rules.__file__).parent.glob("*.py")
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module)
)


def test_every_rule_is_explained_with_an_example() -> None:
    words = {word for word in DOCSTRINGS.replace(":", " : ").replace(",", " ").split() if word}
    assert set(table("speech-rules")) <= words


def test_a_confidence_is_a_share() -> None:
    assert all(0 < rules.confidence(rule) <= 1 for rule in table("speech-rules"))
    assert rules.confidence("quoted-after") > rules.confidence("carried-on")
