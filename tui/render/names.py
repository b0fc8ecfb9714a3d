"""Names, numbers and dates as a reader sees them; pure text, without a screen."""

from __future__ import annotations

from collections.abc import Iterable

from store import dates
from store.folding import fold
from store.model import Anchor, Figure, Place, Speaker, Statement, When
from store.records import Records

OWN_VOICE = "own voice"
"""No speaker, no claimant: the report says so itself."""

DRAFT, UNREAD = "◇", "○"
"""Before what nobody has reviewed yet, and before a report of which nothing is."""

UNSURE = {"inferred": "?", "assumed": "?"}
"""After a name, a date or a place that the report doesn't state."""

BOUNDS = {"exact": "=", "approximate": "≈", "at-least": "≥", "at-most": "≤", "range": "↔", "order": "≋"}
TYPES = {"direct": "  ", "indirect": "~ ", "mixed": "~“"}
"""Two cells before what was said; direct speech has the marks that were printed."""
TYPE_WORDS = {"direct": "direct speech", "indirect": "reported speech", "mixed": "partly quoted"}
PLAIN = {
    "say", "says", "said", "saying", "tell", "tells", "told", "telling", "add", "adds", "added", "adding",
    "state", "states", "stated", "stating", "write", "writes", "wrote", "writing", "report", "reports", "reported",
    "reporting", "tweet", "tweets", "tweeted", "according", "count", "counts",
}  # fmt: skip
"""Words of a cue, folded, that tell no more than that it was said."""
GAP = " ⟨…⟩ "
"""Between parts of what was said that stand apart in the report: no bracket that a report would print."""


def who(records: Records, speakers: Iterable[Speaker], source: Iterable[Anchor]) -> str:
    """The names, joined; where there is none the words of the report for who, or else its own voice."""
    names = [records.actor_name(speaker.actor) + UNSURE.get(speaker.basis, "") for speaker in speakers]
    words = unnamed(source)
    return " & ".join(names) or (f"{words}?" if words else OWN_VOICE)


def unnamed(source: Iterable[Anchor]) -> str:
    """Whom the report's words mean who aren't known for anybody; nothing where there are no such words."""
    words = " ".join(anchor.exact for anchor in source)
    return f"“{words}”" if words else ""


def actors(records: Records, ids: Iterable[str]) -> str:
    return ", ".join(map(records.actor_name, ids))


def day(when: When | None) -> str:
    """For a column: "12 Dec 16", with "?" where it isn't stated."""
    return dates.short(when) + UNSURE.get(when.basis, "") if when else ""


def place(where: Place | None) -> str:
    return where.name + UNSURE.get(where.basis, "") if where else ""


def said(statement: Statement) -> str:
    """The content as printed, its parts joined by GAP; marks of ours only around direct speech that has none."""
    text = GAP.join(anchor.exact for anchor in statement.content)
    bare = statement.type == "direct" and text[:1] not in "\"“”„«‘'"
    return f"“{text}”" if bare else text


def cue(statement: Statement) -> str:
    """The words that tell the act, where it isn't plain saying: as printed, else the act itself.

    Of reported speech also where what was said is no sentence without them: "accused: failing to act" is what somebody
    blames another for, and not what he did.
    """
    words = " ".join(anchor.exact for anchor in statement.cue)
    if statement.act != "says":
        return words or statement.act
    told = set(fold(words).split())
    # The colon of a headline is a cue too, and tells nothing.
    plain = statement.type == "direct" or PLAIN & told or not any(map(str.isalnum, words))
    return "" if plain else words


def number(figure: Figure) -> str:
    """Low, best and high as one reads them: "990", "676–678", "at least 200,000"."""
    low, best, high = (count(value) if value is not None else "" for value in (figure.low, figure.best, figure.high))
    if low and high and low != high:
        return f"{low}–{high}" + (f" (best {best})" if best else "")
    if best or (low and high):
        return ("about " if figure.bound == "approximate" else "") + (best or low)
    return f"at least {low}" if low else f"at most {high}" if high else "no number"


def count(value: float) -> str:
    """With commas at the thousands."""
    return f"{value:,}" if isinstance(value, int) or value % 1 else f"{int(value):,}"


def figure_words(records: Records, figure: Figure) -> str:
    """A figure in a line, for lists of rivals and parts."""
    parts = [
        " ".join(filter(None, [figure.anchor.exact, figure.outcome])),
        place(figure.place),
        dates.show(figure.period) if figure.period else "",
        who(records, figure.claimants, figure.source),
    ]
    return ", ".join(filter(None, parts))


LEGEND: tuple[tuple[str, str], ...] = (
    ("▸ ▹", "the row under the cursor; ▹ in a pane without the focus"),
    ("↑ ↓", "there are more rows above, below"),
    ("●", "marked"),
    ("┃", "in the range begun with v"),
    ("“…”", "direct speech, in the marks the report printed"),
    ("~", "before what was said: reported speech, in the report's words, never in quotation marks"),
    ("~“", "before what was said: partly quoted; only what stands in marks was printed as said"),
    ('…” "…', "marks beside an ellipsis are ours: they close or open a quotation that had no room"),
    ("denies:", "before what was said: the report's own cue, where it tells more than that it was said"),
    ("…", "words are left out for want of room; within what was said it may be the report's own"),
    ("⟨…⟩", "a gap: the parts stand apart in the report. The source's own is […] as printed"),
    ("⟨not⟩", "the sentence is negated, and the negation had no room in the row"),
    ("=  ≈  ≥  ≤ ", "before a figure: exact, approximate, at least, at most"),
    ("↔  ≋ ", "before a figure: a range; an order of magnitude in vague words"),
    ("?", "after a name, a date or a place: inferred or assumed, not stated by the report"),
    ("own voice", "the report says or claims it itself"),
    ("“…”?", "in place of a name: the report's words for who, of whom it isn't clear whom they mean"),
    ("◇", "a draft, not reviewed yet; before an actor: drafts alone name it; before a report: drafts are left"),
    ("⟨rejected⟩", "a reviewer found that the record doesn't match the text"),
    ("○", "before a report: nothing of it is reviewed yet; in the source: a line with words no record accounts for"),
    ("=2", "before a report: there are 2 copies of the same origin"),
    ("⟨confidential⟩", "left out of exports unless asked for"),
    ("⟨BROKEN⟩", "the record's exact words are not what stands there in the document"),
    ("⟨hidden⟩", "the words hold characters that don't show, or that would act on a terminal"),
    ("▌", "in the source: a line with the record's own words, which are bold; who says it is underlined"),
)
"""Every sign of the screen and what it means."""
