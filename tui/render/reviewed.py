"""A draft as its reviewer sees it: what it claims field by field, who is meant, its rule and its copies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from store.folding import fold
from store.model import Anchor, Figure, Speaker, Statement
from store.records import Records
from store.vocabulary import REASONS
from tui.clean import clean
from tui.ink import Ink, Row
from tui.render import names, styles
from tui.render.facts import Fact, people, via, when
from tui.render.text import cut, wrap
from tui.view.meant import Who

LABEL = 9
"""Cells of a label, the space behind it included."""
HEARD = ("who", "act", "outcome", "blames", "accuses")
"""Fields that are heard at once."""
LONGEST_HEARD = 120
"""Cells of the draft's words that are."""
QUOTED = {"direct": "direct", "indirect": "reported", "mixed": "partly"}
PERSONS = ("person", "persons", "people")
SAYING = {"approximate": "about ", "at-least": "at least ", "at-most": "at most ", "range": "–"}
"""What a number says of itself, by its bound."""
LONGEST_ENDING = 3
"""Letters by which a plural is longer than its stem: "famil-ies"."""
LONGEST = 4
"""Lines of one value, at most; the report beside it has all of the words."""


Key: TypeAlias = Callable[[str], str]


class Picture(Struct, frozen=True):
    """All that there is to see of the draft looked at; `draft` is None behind the last one."""

    records: Records
    draft: Statement | Figure | None
    number: int
    total: int
    order: str
    left: int = 0
    copies: int = 0
    who: tuple[Who, ...] = ()
    why: bool = False
    """Whether it is asked why the draft is discarded."""
    key: Key = str
    """From an id of a key to what is pressed for it."""


def kind(draft: Statement | Figure) -> str:
    """What matters of it: "figure", "accusation", "denial", "statement"."""
    if isinstance(draft, Figure):
        return "figure"
    acts = {"denies": "denial", "says": "statement"}
    return "accusation" if draft.accuses else acts.get(draft.act, f"statement, {draft.act}")


def drafted_fields(records: Records, draft: Statement | Figure) -> list[Fact]:
    """What the draft claims, in the order of what matters; nothing that is unknown but who says it."""
    found = _figure(records, draft) if isinstance(draft, Figure) else _statement(records, draft)
    return [(label, value) for label, value in found if value]


def _figure(records: Records, figure: Figure) -> Iterator[Fact]:
    number, unit = names.number(figure), _unit(figure)
    person = unit in PERSONS
    yield "number", " · ".join(filter(None, (f"{number} {unit if not person else ''}".strip(), _bound(figure, number))))
    yield "counted", figure.counted or (unit if person else "")
    status = figure.status if figure.status != "unstated" else ""
    yield "outcome" if figure.outcome else "status", " · ".join(filter(None, (figure.outcome, status)))
    yield "who", _who(records, figure.claimants, figure.source)
    yield "blames", names.actors(records, figure.attributed_to)
    yield "where", names.place(figure.place)
    yield "when", " · ".join(filter(None, (when(figure.period), (figure.counting or "").replace("-", " "))))
    yield "based on", names.actors(records, figure.based_on)
    yield "via", via(records, figure.via)
    # As most are, which tells nothing.
    yield "method", figure.method if figure.method and figure.method != "reported" else ""


def _who(records: Records, speakers: Sequence[Speaker], source: Sequence[Anchor]) -> str:
    return people(records, speakers, source) if speakers or source else names.OWN_VOICE


def _bound(figure: Figure, number: str) -> str:
    """How the number is bounded, where it doesn't say so itself: "about 30" is approximate."""
    return "" if SAYING.get(figure.bound, "?") in number else figure.bound


def _unit(figure: Figure) -> str:
    """The unit where it tells more than what is counted: not of "boarding schools", counted in boarding schools."""
    unit, counted = fold(figure.unit or ""), fold(figure.counted or "")
    stem = unit.removesuffix("y")
    return "" if stem and counted.startswith(stem) and len(counted) - len(stem) <= LONGEST_ENDING else figure.unit or ""


def _statement(records: Records, statement: Statement) -> Iterator[Fact]:
    # As everywhere, a cue that tells no more than that it was said isn't told; in the source it is lit.
    cue = names.cue(statement)
    yield "who", _who(records, statement.speakers, statement.source)
    yield "act", f"{statement.act} · “{cue}”" if cue else statement.act if statement.act != "says" else ""
    yield "quoted", QUOTED[statement.type]
    yield "accuses", names.actors(records, statement.accuses)
    yield "about", names.actors(records, [actor for actor in statement.about if actor not in statement.accuses])
    yield "said on", when(statement.uttered)
    yield "via", " · ".join(filter(None, (via(records, statement.via), statement.channel)))
    yield "within", "another statement" if statement.nested_in else ""


def origin(draft: Statement | Figure) -> str:
    """Which rule drafted it, or which record it is carried over from, how sure that is, what was corrected already."""
    made = draft.origin
    if made is None:
        return ""
    sure = f"{made.confidence:.0%} sure" if made.confidence is not None else ""
    earlier = f"from {made.carried_from}" if made.carried_from else ""
    changed = f"corrected: {', '.join(made.corrected)}" if made.corrected else ""
    return " · ".join(filter(None, (made.rule, earlier, sure, changed)))


def rows(picture: Picture, width: int, height: int) -> list[Row]:
    """The picture in exactly so many lines; where they are too few the last fields go, and it is told how many."""
    draft = picture.draft
    if draft is None:
        told = list(_ended(picture, width))
    else:
        told = [*_questions(picture, width)]
        told += [] if picture.why else _fields(drafted_fields(picture.records, draft), width)
        foot = [] if picture.why else [*_fields([("copies", _copies(picture)), ("rule", origin(draft))], width)]
        room = max(height - len(foot), 1)
        if len(told) > room:
            more = f"… {len(told) - room + 1} more lines: {picture.key('review.correct')} has them"
            told = [*told[: room - 1], [Ink(cut(more, width), styles.DIM)]]
        told += foot
    return [*told[:height], *([[]] * (height - len(told)))]


def title(picture: Picture) -> tuple[str, str]:
    """What the heading says, and what it says at its right end."""
    if picture.draft is None:
        return "· the end", ""
    return f"· {kind(picture.draft)} {picture.number} of {picture.total}", picture.order


def _copies(picture: Picture) -> str:
    count = picture.copies
    noun = "copy" if count == 1 else "copies"
    confirms, discards = picture.key("review.confirm-copies"), picture.key("review.discard-copies")
    return f"{count} {noun}: {confirms} confirms all, {discards} discards all" if count else ""


def _fields(found: Iterable[Fact], width: int) -> Iterator[Row]:
    room = max(width - LABEL - 1, 1)
    for label, value in found:
        if value:
            lines = wrap(value, room)[:LONGEST]
            for number, (start, end) in enumerate(lines):
                head = Ink(clean(f" {label:<{LABEL - 1}}" if not number else " " * LABEL), styles.DIM)
                look = styles.REMARK if label in ("copies", "rule") else styles.PLAIN
                yield [head, Ink(clean(value[start:end]), look)]


def _questions(picture: Picture, width: int) -> Iterator[Row]:
    if picture.why:
        yield [Ink(clean(cut(" Why is it discarded?", width)), styles.BOLD)]
        for number, reason in enumerate(REASONS, 1):
            key = picture.key(f"review.reason-{number}")
            yield [Ink(clean(f"   {key} "), styles.KEY), Ink(cut(reason, width - 4 - len(key)))]
        key, out = picture.key("review.discard"), picture.key("cancel")
        yield [Ink(clean(f"   {key} "), styles.KEY), Ink(cut(f"no reason · {out}: it isn't", width - 4 - len(key)))]
        return
    for who in picture.who:
        yield from _asked(who, width, picture.key)


def _asked(who: Who, width: int, key: Key) -> Iterator[Row]:
    """Whom a drafted actor may be; what was answered stays in sight, for it holds for the next drafts too."""
    text = asked(who, key)
    look = styles.BOLD if not who.answer else styles.REMARK
    for start, end in wrap(text, max(width - 1, 1))[:LONGEST]:
        yield [Ink(clean(f" {text[start:end]}"), look)]


def asked(who: Who, key: Key) -> str:
    """The question in words, or what was answered."""
    name, proposed, yes, no = who.name, who.proposed, key("review.same"), key("review.new")
    if who.answer == "same":
        return f"“{name}” is the known “{proposed}”, as you said · {no} a new one"
    if who.answer == "new":
        return f"“{name}” is a new actor, as you said · {yes} it is “{proposed}”"
    more = f" · {key('review.other')} another of {who.others + 1}" if who.others else ""
    return f"Is “{name}” the known “{proposed}” ({who.reason})? {yes} yes · {no} a new one{more}"


def _ended(picture: Picture, width: int) -> Iterator[Row]:
    for text in ended(picture.left, picture.key):
        for start, end in wrap(text, max(width - 1, 1)):
            yield [Ink(clean(f" {text[start:end]}"))]


def ended(left: int, key: Key) -> Sequence[str]:
    """What is to be said behind the last draft."""
    on, back, out = key("review.skip"), key("review.take-back"), key("close")
    if not left:
        return ["All drafts are reviewed.", f"{back} goes back to the last one, {out} leaves."]
    return [
        f"That was the last one. {left} {'was' if left == 1 else 'were'} left undecided.",
        f"{on} goes to the first of them, {back} back, {out} leaves.",
    ]


def told(picture: Picture) -> str:
    """The draft in a sentence, for who listens."""
    draft = picture.draft
    if draft is None:
        return " ".join(ended(picture.left, picture.key))
    said = names.said(draft) if isinstance(draft, Statement) else draft.anchor.exact
    # The facts stand in the lines above the text, to be read with k; a message has no room for them all.
    parts = [f"{label} {value}" for label, value in drafted_fields(picture.records, draft) if label in HEARD]
    questions = [asked(who, picture.key) for who in picture.who if not who.answer]
    head = f"{kind(draft)} {picture.number} of {picture.total}: {cut(said, LONGEST_HEARD)}"
    return ". ".join(filter(None, [head, ", ".join(parts), *questions, _copies(picture)]))
