"""When, in what and to whom something was said."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import only, runs


@pytest.mark.parametrize(
    ("text", "cue", "when"),
    [
        ("Ray said earlier in the day the road was open.", "said earlier in the day", "earlier in the day"),
        ("Ray said on Tuesday that the road was open.", "said on Tuesday", "on Tuesday"),
        ("“It is open,” Ray said in a statement issued Tuesday.", "said in a statement issued Tuesday", "Tuesday"),
        ("Ray told the council late Monday that it was open.", "told", "late Monday"),
        ("Last month, Ray said that the road was open.", "said", "Last month"),
        ("Ray said in 2011 that the road was open.", "said in 2011", "in 2011"),
    ],
)
def test_the_words_that_say_when_are_kept(text: str, cue: str, when: str) -> None:
    found = only(text)
    assert runs(text, found.cue) == cue
    assert found.when
    assert runs(text, [found.when]) == when


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Ray said in a statement that it was open.", "statement"),
        ("Ray tweeted that it was open.", "tweet"),
        ("Ray said on Twitter that it was open.", "tweet"),
        ("Ray said at a news conference on Friday that it was open.", "press-conference"),
        ("Ray said in an interview with two bakers that it was open.", "interview"),
        ("In a letter, Ray said that it was open.", "letter"),
        ("The report says that it was open.", "report"),
        ("Ray testified that it was open.", "testimony"),
        ("Ray said that it was open.", None),
    ],
)
def test_the_channel_is_told_by_words(text: str, channel: str | None) -> None:
    assert only(text).channel == channel
