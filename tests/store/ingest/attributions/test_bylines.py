"""Quotations with the speaker behind a dash."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import rules, said


@pytest.mark.parametrize("between", [" – ", " ― ", "—", "\n— ", " -- "])
def test_the_name_behind_the_dash_or_below_the_quotation_has_said_it(between: str) -> None:
    text = f"“Nobody told us.”{between}Jo Ray, baker"
    assert [(found[0], found[2]) for found in said(text)] == [("Jo Ray, baker", "“Nobody told us.”")]
    assert rules(text) == ["by-line"]


def test_somebody_without_a_name_may_sign() -> None:
    assert said("“Nobody told us.” — a resident of the old town")[0][0] == "a resident of the old town"


def test_two_by_lines_are_two_speakers() -> None:
    text = "“Nobody told us.” – Jo Ray\n“We had to run.” – Al Lo"
    assert [found[0] for found in said(text)] == ["Jo Ray", "Al Lo"]


def test_a_sentence_behind_a_dash_is_no_name() -> None:
    assert rules("“Nobody told us” – The sign was small and hung where nobody looked for it.") == []
