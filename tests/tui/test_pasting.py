"""Words of a command that somebody pastes into a shell: the same words come out, and nothing acts on the way."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.pasting import pasted

WORDS = [
    "it's",
    "$HOME `id` \\",
    "\x1b[201~; rm -rf ~\r",
    "a\u202eb\u200c",
    "line\nend1",
    "é\udcff1",
    "",
    "-x",
    "“é”",
    "!!",
]


def words_of(shell: str, text: str) -> list[bytes]:
    done = subprocess.run([shell, "-c", f"printf '%s\\0' {text}"], capture_output=True, check=True, timeout=10)
    return done.stdout.split(b"\0")[:-1]


@pytest.mark.parametrize("shell", ["bash", "zsh", "ksh"])
def test_a_shell_reads_the_words_as_they_were(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    assert words_of(shell, " ".join(map(pasted, WORDS))) == [os.fsencode(word) for word in WORDS]


def test_words_that_print_are_quoted_as_every_shell_reads_them() -> None:
    plain = [word for word in WORDS if word.isprintable()]
    assert len(plain) > 4
    assert words_of("sh", " ".join(map(pasted, plain))) == [os.fsencode(word) for word in plain]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_whatever_a_word_holds_its_text_prints(word: str) -> None:
    assert pasted(word).isprintable()


@settings(max_examples=20)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=20))
def test_any_words_come_out_of_bash_as_they_went_in(words: list[str]) -> None:
    assert words_of("bash", " ".join(map(pasted, words))) == [word.encode() for word in words]
