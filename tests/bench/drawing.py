"""The bars for what a key sends and how long that takes, each measured beside the program that sets it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.bench.bar import Bar
from tests.bench.keys import (
    CLEAR,
    PAGE_DOWN,
    SESSION,
    TITLE_WORDS,
    WORDS,
    answered,
    coded,
    named,
    pressed,
    rows_stayed,
    source_region,
)
from tests.bench.measured_terminal import Answer, MeasuredTerminal
from tests.bench.processes import contention
from tests.bench.programs import Program
from tests.bench.timed import Timed

STEPS, PAGES = 90, 15
"""Keys of a kind in each session; of 30 steps the p95 was the second worst, which is the machine's."""
DEPTH = 15
"""Steps down, and up again, that stay in view."""
LINE, RUN = 16, 10
"""What any key may send besides the characters that changed, and for each run of them."""


class Pool(defaultdict[str, list[Answer]]):
    """Answers by what was measured, over all sessions."""

    def __init__(self) -> None:
        super().__init__(list)
        self.noise: list[float] = []
        """How quiet the machine was, again and again between the keys."""

    def of(self, name: str) -> Timed:
        return Timed(self[name])


def session(sayso: Program, rivals: Iterable[Program], home: Path, pool: Pool) -> None:
    """One start of each program, whose keys then take turns, so that what else the machine does meets all alike."""
    with ExitStack() as stack:
        ours = stack.enter_context(ready(sayso, home))
        others = {program.name: stack.enter_context(ready(program, home)) for program in rivals}
        shown = source_region(ours)
        pool["step, source shown"] += [key.apart_from(shown) for key in answered(ours, steps())]
        filtered(ours, others.get("fzf"), pool, "typed")
        pressed(ours, coded("gz"))
        zoomed(ours, others, pool)
        pressed(ours, coded("gz"))
        pool["session"] += pressed(ours, coded(SESSION))


def ready(program: Program, home: Path) -> MeasuredTerminal:
    """Started, with all of the archive on board."""
    terminal = program.started(home)
    try:
        terminal.wait_for(program.loaded)
        terminal.settle()
    except BaseException:
        terminal.__exit__()
        raise
    return terminal


def steps() -> list[bytes]:
    """Down and up again, all within what is in view at the top of a list of 37 rows."""
    return coded(("j" * DEPTH + "k" * DEPTH) * (STEPS // DEPTH // 2))


def zoomed(ours: MeasuredTerminal, others: Mapping[str, MeasuredTerminal], pool: Pool) -> None:
    """What is measured with one list on the whole screen, as the others have it."""
    for key in steps():
        pool["step"].append(ours.answer(key))
        pool["floor"].append(others["bare Textual"].answer(b"j"))
    filtered(ours, others.get("fzf"), pool, "typed, zoomed")
    staying = [answer for word in TITLE_WORDS for answer in typed(ours, word)]
    pool["rows stay"] += [answer for answer in staying if rows_stayed(answer, ours)]
    pressed(ours, coded("gG"))
    if less := others.get("less"):
        pressed(ours, [b"g", PAGE_DOWN])
        for _ in range(STEPS):
            pool["row"].append(ours.answer(b"j"))
            pool["less, row"].append(less.answer(b"j"))
        for _ in range(PAGES):
            pool["page"].append(ours.answer(PAGE_DOWN))
            pool["less, page"].append(less.answer(b" "))


def filtered(ours: MeasuredTerminal, fzf: MeasuredTerminal | None, pool: Pool, name: str) -> None:
    """The same words in both, word by word in turns; what the source pane draws afterwards is kept apart."""
    shown = source_region(ours)
    for word in WORDS:
        pool.noise.append(contention())
        answers = typed(ours, word)
        pool[name] += [answer.apart_from(shown) for answer in answers]
        pool[f"{name}, all"] += answers
        if fzf:
            pool["fzf"] += answered(fzf, coded(word))
            fzf.press(CLEAR)


def typed(ours: MeasuredTerminal, word: str) -> list[Answer]:
    """The letters of a filter, from an empty one; it is given up again."""
    answered(ours, coded("/"))
    answers = answered(ours, coded(word))
    answered(ours, coded(["Esc"]))
    return answers


def bars(pool: Pool) -> list[Bar]:
    """What the sessions showed. Rows of less and fzf are there without figures where these are not installed."""
    stay = pool.of("rows stay")
    staying = f"{stay.sent(50)} B p50, worst {stay.sent(100)}; {stay.times}, {len(stay.answers)} keys"
    return [
        *of_a_step(pool),
        within_its_bytes(pool["session"]),
        against_less(pool, "row", 3.5),
        against_less(pool, "page", 1.0),
        Bar("zoomed: filter key, the rows stay", staying, "≤ 60 B p50", stay.sent(50) <= 60),
        *against_fzf(pool, "typed", "filter key, all panes"),
        *against_fzf(pool, "typed, zoomed", "zoomed: filter key"),
    ]


def of_a_step(pool: Pool) -> list[Bar]:
    step, floor, shown = pool.of("step"), pool.of("floor"), pool.of("step, source shown")
    ratio = step.milliseconds(95) / floor.milliseconds(95)
    size = f"{step.sent(50)} B, worst {step.sent(100)}"
    return [
        Bar("zoomed: step in view", size, "≤ 40 B", step.sent(100) <= 40),
        Bar("… p50 / p95, by the bare app's", f"{step.times} by {floor.times}: {ratio:.2f}", "p95 ≤ 1.5", ratio <= 1.5),
        Bar("all panes: step in view, until the source follows", str(shown), "", None),
    ]


def within_its_bytes(answers: Sequence[Answer]) -> Bar:
    """Every key by its own measure: the characters that changed, and the runs they stand in."""
    over = [answer for answer in answers if answer.sent > allowed(answer)]
    worst = max(answers, key=lambda answer: answer.sent / allowed(answer))
    measured = f"{len(answers) - len(over)} of {len(answers)} keys; worst: {told(worst)}"
    return Bar(f"any key, all panes: {LINE} + changed characters + {RUN} a run", measured, "all keys", not over)


def allowed(answer: Answer) -> int:
    """Bytes that the key may send, for what it changed on the screen."""
    return LINE + answer.change.text_bytes + RUN * answer.change.runs


def told(answer: Answer) -> str:
    return f"{named(answer.key)}, {answer.sent:,} of {allowed(answer):,} B"


def every_key(pool: Pool) -> str:
    """The keys of the sessions, a line each; what is over its bytes is marked."""
    lines = [
        f"{'OVER ' if answer.sent > allowed(answer) else '     '}{told(answer)}, {answer.seconds * 1000:.1f} ms, "
        f"{len(answer.change.cells)} cells in {answer.change.runs} runs, {len(answer.moments)} reads\n"
        for answer in pool["session"]
    ]
    return "".join(lines)


def against_less(pool: Pool, what: str, asked: float) -> Bar:
    ours, theirs = pool.of(what), pool.of(f"less, {what}")
    said = f"zoomed: scroll by a {what}, by less"
    if not theirs.answers:
        return Bar(said, "less is not installed", f"≤ {asked}", None)
    ratio = ours.sent(50) / theirs.sent(50)
    return Bar(said, f"{ours.sent(50):,} by {theirs.sent(50):,} B: {ratio:.2f}", f"≤ {asked}", ratio <= asked)


def against_fzf(pool: Pool, name: str, said: str) -> list[Bar]:
    """Time until the rows stand; bytes with those of the source pane that follows."""
    ours, whole, theirs = pool.of(name), pool.of(f"{name}, all"), pool.of("fzf")
    if not theirs.answers:
        return [Bar(f"{said}, by fzf's", f"fzf is not installed; {ours}", "", None)]
    time, size = ours.milliseconds(50) / theirs.milliseconds(50), whole.sent(100) / theirs.sent(100)
    measured = f"{whole.sent(100):,} by {theirs.sent(100):,} B: {size:.2f}"
    return [
        Bar(f"{said}: p50 / p95, by fzf's", f"{ours.times} by {theirs.times}: {time:.2f}", "p50 ≤ 0.5", time <= 0.5),
        Bar(f"{said}: worst bytes, by fzf's", measured, "≤ 1.0", size <= 1),
    ]
