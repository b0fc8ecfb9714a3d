"""The bench measures right: bytes, cells, runs, reads and regions of programs that do what is known beforehand."""

from __future__ import annotations

import os
import socket
import sys
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.founding import snapshot
from tests.bench import measured_terminal
from tests.bench.bar import Bar, table
from tests.bench.drawing import allowed, within_its_bytes
from tests.bench.emulator import Change, Emulator, Picture
from tests.bench.keys import TITLE_WORDS, WORDS, rows_stayed, source_region
from tests.bench.made_up import NUMBER, made_up, write
from tests.bench.measured_terminal import MeasuredTerminal
from tests.bench.processes import Usage
from tests.bench.relay import LOOPBACK, relay
from tests.bench.starting import quiet_for
from tests.bench.timed import Timed, percentile

SIZE = (30, 10)
PROGRAM = """
import os, tty
tty.setraw(0)
os.write(1, b"ready")
outputs = {outputs!r}
while key := os.read(0, 1):
    for output in outputs.get(key, []):
        os.write(1, output)
"""


def program(folder: Path, outputs: dict[bytes, list[bytes]], *, answering: bool = False) -> MeasuredTerminal:
    """One that writes these outputs after these keys, and nothing else but its first word."""
    script = folder / "program.py"
    script.write_text(PROGRAM.format(outputs=outputs))
    command = (sys.executable, "-S", str(script))
    terminal = MeasuredTerminal(command, env=dict(os.environ), cwd=folder, size=SIZE, answering=answering)
    terminal.wait_for("ready")
    return terminal


def shown(*outputs: bytes) -> Picture:
    emulator = Emulator(*SIZE)
    for output in outputs:
        emulator.feed(output)
    return emulator.picture()


def test_bytes_cells_and_runs_of_a_key_are_those_that_the_program_sent(tmp_path: Path) -> None:
    drawn = b"\x1b[3;5Habc\x1b[3;9Hd\x1b[7;1H\xe2\x80\x9c"
    with program(tmp_path, {b"a": [drawn]}) as terminal:
        answer = terminal.press(b"a")
        assert answer.sent == len(drawn)
        assert answer.change.cells == {(2, 4), (2, 5), (2, 6), (2, 8), (6, 0)}
        assert (answer.change.runs, answer.change.text_bytes) == (3, 4 + 3)
        assert allowed(answer) == 16 + 7 + 3 * 10
        again = terminal.press(b"a")
        assert (again.sent, again.change.runs, again.change.cells) == (len(drawn), 0, frozenset())
        assert 0 < answer.seconds < 30


def test_a_key_without_an_answer_has_none(tmp_path: Path) -> None:
    with program(tmp_path, {}) as terminal:
        answer = terminal.press(b"x")
        assert (answer.sent, answer.moments, answer.seconds) == (0, (), 0.0)


def test_a_key_that_must_be_answered_and_is_not_ends_the_measuring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with program(tmp_path, {b"a": [b"x"]}) as terminal:
        assert terminal.answer(b"a").sent == 1
        monkeypatch.setattr(measured_terminal, "TIMEOUT", 0.1)
        with pytest.raises(TimeoutError, match="b'b' was not answered"):
            terminal.answer(b"b")


def test_what_is_drawn_in_a_region_alone_can_be_left_out(tmp_path: Path) -> None:
    outputs = [b"\x1b[1;1Hlist", b"\x1b[?25l", b"\x1b[5;1Hsource", b"\x1b[?25h"]
    with program(tmp_path, {str(n).encode(): [output] for n, output in enumerate(outputs)}) as terminal:
        answers = [terminal.press(str(n).encode()) for n in range(4)]
        moments = tuple(moment for answer in answers for moment in answer.moments)
        whole = type(answers[0])(b"0", moments, answers[0].change)
        region = frozenset((4, column) for column in range(30))
        assert whole.sent == sum(map(len, outputs))
        assert whole.apart_from(region).sent == len(outputs[0] + outputs[1])
        assert whole.apart_from(frozenset()).sent == whole.sent


def test_queries_are_answered_only_where_the_terminal_is_to_be_modern(tmp_path: Path) -> None:
    query, reply = b"\x1b[c\x1b[?2026$p", b"\x1b[?62;22c\x1b[?2026;2$y"
    outputs = {b"q": [query[:9], query[9:]], reply[-1:]: [b"answered"]}
    with program(tmp_path, outputs) as terminal:
        terminal.press(b"q")
        assert "answered" not in terminal.text
    with program(tmp_path, outputs, answering=True) as terminal:
        terminal.press(b"q")
        assert "answered" in terminal.text


def test_a_program_that_ended_is_told_with_its_last_words(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "print('no such archive')")
    with (
        MeasuredTerminal(command, env=dict(os.environ), cwd=tmp_path) as terminal,
        pytest.raises(EOFError, match="no such archive"),
    ):
        terminal.wait_for("never")


def test_nothing_is_counted_while_a_program_rests(tmp_path: Path) -> None:
    with program(tmp_path, {}) as terminal:
        assert quiet_for(terminal, 0.2)[0] == 0


def test_memory_and_time_are_those_of_this_process_and_its_children() -> None:
    usage = Usage(os.getpid())
    usage.look()
    assert usage.peak_mb > 5
    assert usage.cpu_seconds > 0
    assert os.getpid() in usage.peaks


OUTPUT = (
    b"\x1b[?1049h\x1b[?2026h\x1b[2;3Hone\x1b[38:2::1:2:3mtwo\x1b[0m\x1b]0;title\x07\x1b[>4;2m\x1b[?2026$p\x1b[?u"
    b"\x1b[3;1H\xe2\x80\x9cthree\xe4\xbd\xa0\x1bP+q544e\x1b\\\x1b[2 q\x1b[5;5Hz\x1b[3b\x1b[4;8r\x1b[S"
    b"\x1b[2T\x1b[r\x1b[?2026l"
)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(1, len(OUTPUT) - 1), max_size=12))
def test_the_picture_is_the_same_wherever_the_output_is_cut(cuts: set[int]) -> None:
    ends = [0, *sorted(cuts), len(OUTPUT)]
    assert shown(*(OUTPUT[start:end] for start, end in pairwise(ends))) == shown(OUTPUT)


def test_what_a_terminal_shows_nothing_for_is_not_shown() -> None:
    emulator = Emulator(*SIZE)
    emulator.feed(OUTPUT)
    assert emulator.text.split() == ["onetwo", "“three你", "zzzz"]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 29)), max_size=60))
def test_a_run_is_a_stretch_of_changed_cells_in_a_row(cells: set[tuple[int, int]]) -> None:
    change = Change.between(shown(), shown(*(b"\x1b[%d;%dHx" % (row + 1, column + 1) for row, column in cells)))
    rows = ["".join("x" if (row, column) in cells else " " for column in range(30)) for row in range(10)]
    assert change.runs == sum(len(row.split()) for row in rows)
    assert change.cells == frozenset(cells)
    assert change.text_bytes == len(cells)


def test_the_colour_of_a_blank_is_no_change_and_that_of_a_letter_is() -> None:
    assert Change.between(shown(), shown(b"\x1b[31m  \x1b[0m")).cells == frozenset()
    assert Change.between(shown(), shown(b"\x1b[41m  \x1b[0m")).runs == 1
    assert Change.between(shown(b"a"), shown(b"\x1b[31ma\x1b[0m")).text_bytes == 1


def test_the_region_of_the_source_is_from_its_heading_to_the_foot(tmp_path: Path) -> None:
    lines = [b" 1 Actors | 2 Statements", b"          | row", b"          | 5 Source", b"          |text"]
    outputs = b"\x1b[H" + b"\r\n".join(lines)
    with program(tmp_path, {b"d": [outputs]}) as terminal:
        assert source_region(terminal) == frozenset()
        terminal.press(b"d")
        assert source_region(terminal) == {(row, column) for row in range(2, 8) for column in range(11, 30)}


@pytest.mark.parametrize(
    ("drawn", "stayed"), [(b"\x1b[1;9H2 of 3", True), (b"\x1b[9;1H/ si", True), (b"\x1b[2;1Hx", False)]
)
def test_rows_stay_where_only_heading_and_foot_change(tmp_path: Path, drawn: bytes, stayed: bool) -> None:
    with program(tmp_path, {b"a": [drawn]}) as terminal:
        assert rows_stayed(terminal.press(b"a"), terminal) is stayed


def test_a_key_that_sends_more_than_its_measure_misses_the_bar(tmp_path: Path) -> None:
    with program(tmp_path, {b"a": [b"\x1b[2;2Hab"], b"b": [b"\x1b[2;2Hcd" + b"\x1b[m" * 20]}) as terminal:
        frugal, wasteful = terminal.press(b"a"), terminal.press(b"b")
    assert within_its_bytes([frugal]).met
    missed = within_its_bytes([frugal, wasteful])
    assert not missed.met
    assert missed.measured.startswith("1 of 2 keys; worst: b, 68 of 28 B")
    assert Timed([frugal, wasteful]).sent(50) == 8
    assert Timed([frugal, wasteful]).sent(95) == 68


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = list(range(1, 21))
    assert [percentile(values, percent) for percent in (50, 95, 100)] == [10, 19, 20]
    assert percentile([7.5], 50) == 7.5
    with pytest.raises(ValueError, match="nothing was measured"):
        percentile(list[int](), 50)


def test_a_table_tells_what_was_met_and_what_not() -> None:
    rows = [
        Bar("step", "24 B", "≤ 40 B", True).row,
        Bar("page", "6,000 B", "", False).row,
        Bar("all", "", "", None).row,
    ]
    assert table(("what", "measured", "bar", ""), rows).splitlines() == [
        "| what | measured | bar    |        |",
        "| ---- | -------- | ------ | ------ |",
        "| step | 24 B     | ≤ 40 B | met    |",
        "| page | 6,000 B  |        | MISSED |",
        "| all  |          |        | –      |",
    ]


def test_the_same_number_makes_the_same_archive_with_the_words_that_are_typed(tmp_path: Path) -> None:
    files = write(tmp_path, 2_000)
    assert files.archive.read_bytes() == snapshot(made_up(2_000), archive=NUMBER)
    assert files.lines.read_text().count("\n") == files.table.read_text().count("\n") == 2_000
    for word in WORDS:
        assert word in files.lines.read_text()
    newest = files.table.read_text().splitlines()[:40]
    assert all(word in line.casefold() for line in newest for word in TITLE_WORDS)
    assert files.lines.read_text() == "".join(sorted(files.lines.read_text().splitlines(True), key=day, reverse=True))


def day(line: str) -> str:
    return line[:11]


def test_a_relay_passes_everything_on_both_ways_and_not_before_its_delay() -> None:
    sent = os.urandom(50_000)
    with (
        socket.create_server((LOOPBACK, 0)) as far,
        relay(far.getsockname()[1], delay_ms=50, kbit=8_000) as line,
        socket.create_connection((LOOPBACK, line.port)) as near,
        far.accept()[0] as end,
    ):
        begun = perf_counter()
        near.sendall(sent)
        assert read(end, len(sent)) == sent
        end.sendall(sent[::-1])
        assert read(near, len(sent)) == sent[::-1]
        # 50,000 bytes at 1 MB/s and 50 ms, there and back.
        assert perf_counter() - begun >= 0.2
        line.process.kill()
        assert end.recv(1) == near.recv(1) == b""


def read(source: socket.socket, size: int) -> bytes:
    source.settimeout(20)
    data = b""
    while len(data) < size:
        data += source.recv(size - len(data))
    return data
