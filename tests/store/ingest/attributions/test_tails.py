"""The report's own words behind what is said."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import said


@pytest.mark.parametrize(
    "tail",
    [
        ", but gave no details",
        " but offered little proof",
        " and did not elaborate",
        ", but didn't give a reason",
        " without giving details",
        ", without elaborating",
    ],
)
def test_that_no_more_was_said_is_not_said(tail: str) -> None:
    assert said(f"The mayor said that the wall had been cut{tail}.")[0][2] == ("that the wall had been cut")


def test_what_others_gave_is_said() -> None:
    for content in ("that the bank promised loans but gave few", "that the bank erred and gave good reasons"):
        assert said(f"The mayor said {content}.")[0][2] == content
