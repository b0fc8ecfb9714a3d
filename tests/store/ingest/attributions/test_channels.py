"""In what something was said."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import only


@pytest.mark.parametrize(
    ("source", "channel"),
    [
        ("The report", "report"),
        ("A report by the bakers", "report"),
        ("The bakers' latest report", "report"),
        ("A statement issued on Monday", "statement"),
        ("The statistics office", None),
        ("Jo Ray, who saw the site,", None),
        ("The author of the book", None),
    ],
)
def test_a_source_is_a_document_by_its_head(source: str, channel: str | None) -> None:
    assert only(f"{source} said that the oven was cold.").channel == channel
