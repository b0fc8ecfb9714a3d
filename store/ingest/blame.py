"""Whom a statement is about, and whom it accuses, where its words say so plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.ingest import lexicon, nouns
from store.ingest.attribution import Attribution, Span
from store.ingest.cast import Cast
from store.ingest.mention import Mention
from store.ingest.roles import Role
from store.ingest.wordlists import alternatives, words

_WHOM = r"(?P<whom>[^,.;:!?\"“”\n]{2,90}?)"
_BREAK = re.compile(r"(?:[,:\"“”\n]|(?<!amp);)\s*|\b(?:that|because|while|but)\s+")
_ACCUSED = re.compile(
    rf"\b(?:accus(?:ed|es|ing|e)|blam(?:ed|es|ing|e))\s+{_WHOM}\s+(?:of|for)\b"
    rf"|\bblam(?:ed|es|ing|e)\s+(?:[^,.;:!?\"“”\n]{{2,60}}?)\s+on\s+(?P<on>[^,.;:!?\"“”\n]{{2,60}})"
    rf"|\b(?:held|holds|hold|holding)\s+{_WHOM.replace('whom', 'held')}\s+(?:responsible|accountable)\b"
)
_RESPONSIBLE = re.compile(
    r"\s+(?:is|are|was|were|be|remains?)\s+(?:(?!not\b)\w+ly\s+)?(?:responsible|accountable|to\s+blame|guilty|complicit)\b"
    r"(?!\s+(?:to|only\s+to)\b)"
)
_DEEDS = alternatives(words("violent-deeds"))
_BY = re.compile(
    rf"\b{_DEEDS}(?:\s+(?:in|on|against)\s+[\w\s-]{{2,40}}?)?(?:\s+(?:(?:being|that\s+were)\s+)?(?:committed|carried\s+out|perpetrated|launched|conducted))?"
    r"\s+by\s+(?P<by>[^,.;:!?\"“”\n]{2,80}?)(?=[,.;:!?\"“”\n]|\s+(?:in|at|on|near|during|after|since|as|for|to|that|which|who"
    r"|is|are|was|were|has|have|had|will|would|could|may|must|lay|lies?)\b|$)",
    re.I,
)
_LIES_WITH = re.compile(
    r"\b(?:responsibility|blame)\b[^.;!?\n]{0,80}?\s(?:lies?|lay|rests?|rested)\s+with\s+(?P<with>[^,.;:!?\"“”\n]{2,80})",
    re.I,
)
_NOBODY_BLAMED = ("denies", "doubts", "declines", "asks", "retracts")
_WHERE = re.compile(
    r"\b(?:in|from|to|at|near|across|inside|outside|into|through|throughout|around|within|toward|towards|over)\s+(?:the\s+)?$",
    re.I,
)
_GROUPS = re.compile(
    rf"\b(?:(?:[A-Z][\w-]+|[a-z]+-[a-z]+)\s+){{1,3}}{alternatives(words('armed-group-heads'))}\b"
    r"|\b[Tt]he\s+regime\b|\binternational\s+community\b"
)
_LONGEST = 4000
_NEXT_WORD = re.compile(r"\s+([\w’']+)")
_ABOUT = ("state", "organisation", "armed-group", "office", "media")


class Blame:
    """What is said of whom in the contents of a document's statements."""

    def __init__(self, cast: Cast, text: str) -> None:
        self._cast, self._text = cast, text

    def accused(self, said: Attribution) -> list[Role]:
        """The X of "accused X of", "blamed X for", "X are accountable for", "attacks by X"; nobody in a denial."""
        if said.act in _NOBODY_BLAMED:
            return []
        first = min(span[0] for span in (*said.cue, *said.content))
        spans = [*self._by_verb((first, min(said.content[-1][1], first + _LONGEST)))]
        for content in _short(said.content):
            spans += [*self._as_subject(content), *self._as_doer(content)]
        return _once(meant.role for span in spans for meant in self._cast.meant(span) if _can_be_blamed(meant.role))

    def about(self, said: Attribution, speakers: Sequence[Role]) -> list[Role]:
        """Whom the contents name: persons the text knows, states (not as a place), organisations and groups."""
        found: list[tuple[int, Role]] = []
        for start, end in _short(said.content):
            for mention in self._cast.named.between(start, end):
                if mention.kind == "person":
                    those = self._cast.people.of(mention)
                    found += (
                        [(mention.span[0], self._cast.person(those[0]))] if len(those) == 1 and those[0].known else []
                    )
                elif mention.kind in _ABOUT and not self._is_place(mention) and not self._is_mere_word(mention):
                    found += [(mention.span[0], meant.role) for meant in self._cast.actors(mention)]
            for group in _GROUPS.finditer(self._text, start, end):
                found += [(group.start(), meant.role) for meant in self._cast.meant(group.span())]
        return [
            role for role in _once(role for _, role in sorted(found, key=lambda each: each[0])) if role not in speakers
        ]

    def _is_mere_word(self, mention: Mention) -> bool:
        """Whether what a newspaper is called may be a word like any: "Independent access", without its article."""
        start, end = mention.span
        called = mention.kind == "media" and mention.name.startswith("The ") and " " not in self._text[start:end]
        return called and self._text[max(0, start - 4) : start].lower() != "the "

    def _by_verb(self, span: Span) -> Iterator[Span]:
        for found in _ACCUSED.finditer(self._text, *span):
            yield found.span(found.lastgroup or 0)

    def _as_subject(self, content: Span) -> Iterator[Span]:
        """From where the clause begins to "are responsible"."""
        for found in _RESPONSIBLE.finditer(self._text, *content):
            begun = max(content[0], found.start() - 90)
            breaks = [m.end() for m in _BREAK.finditer(self._text, begun, found.start())]
            yield (breaks[-1] if breaks else begun, found.start())

    def _as_doer(self, content: Span) -> Iterator[Span]:
        for found in _BY.finditer(self._text, *content):
            yield found.span("by")
        for found in _LIES_WITH.finditer(self._text, *content):
            yield found.span("with")

    def _is_place(self, mention: Mention) -> bool:
        """Whether a state is where something is ("in Syria"), or whence somebody ("his French counterpart")."""
        start, end = mention.span
        if mention.kind != "state":
            return False
        if mention.head == lexicon.ADJECTIVE:
            following = _NEXT_WORD.match(self._text, end)
            return not (following and nouns.is_government(following[1]))
        return _WHERE.search(self._text, max(0, start - 20), start) is not None


def _short(content: Sequence[Span]) -> Iterator[Span]:
    """No more than that of each part: a content as long as a book names everybody, and is about nobody."""
    return ((start, min(end, start + _LONGEST)) for start, end in content)


def _can_be_blamed(role: Role) -> bool:
    return role.kind not in ("document", "media")


def _once(roles: Iterator[Role]) -> list[Role]:
    return list({role.id: role for role in roles}.values())
