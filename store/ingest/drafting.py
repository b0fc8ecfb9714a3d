"""From a document to its drafts: the rules for speech and numbers run, and what they find becomes records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from store.identity import figure_id, statement_id
from store.ingest.attribution import Attribution, Span
from store.ingest.attributions import attributions
from store.ingest.belonging import branch_of, office_in
from store.ingest.blame import Blame
from store.ingest.cast import Cast
from store.ingest.drafts import Drafts
from store.ingest.figures import Claim, claims
from store.ingest.occasions import uttered
from store.ingest.phrases import read
from store.ingest.roles import Meant
from store.ingest.sentences import sentences
from store.ingest.voices import Voices, channel_of
from store.ingest.whens import day_of, whens
from store.model import Actor, Anchor, Document, Figure, Hop, Origin, Speaker, Statement, When

# Of ninety pronouns that were resolved, and read after, nine in ten were right; of those with others named on the way
# four in five. How often a paper is rightly ascribed to its issuer was not counted.
_SURENESS = {"stated": 1.0, "resolved": 0.9, "inferred": 0.8, "assumed": 0.5}
_BODIES = ("organisation", "armed-group", "media")
_DEEPEST = 20
"""How far out statements in statements are followed."""
_CLAIM_NOTHING = frozenset(("denies", "declines", "doubts", "asks", "retracts"))
_NOBODY = 0.4
"""What is left of a rule's confidence where the source names somebody who can't be told."""


def draft(document: Document) -> Drafts:
    """All that the rules find in the text. The same document gives the same drafts, ids included; raises nothing."""
    text, today = document.text, day_of(document)
    said = attributions(text)
    quoted = sorted(span for each in said if each.type != "indirect" for span in each.content)
    spans = sentences(text)
    cast = Cast(document.id, text, spans, [span for each in said for span in each.source], quoted)
    making = _Making(document, cast, said)
    making.speakers = _speakers(Voices(cast, text), said)
    making.belong()
    times = whens(text, today)
    ids = [tuple(meant.role.id for meant in each) for each in making.speakers]
    statements = making.statements(uttered(said, ids, times))
    figures = making.figures(claims(text, spans, times, said, today))
    return Drafts(making.actors(statements, figures), statements, figures)


def _speakers(voices: Voices, said: Sequence[Attribution]) -> list[list[Meant]]:
    """Who speaks in each attribution, in its order; asked for in the order of the text, as pronouns need it."""
    found: list[list[Meant]] = [[] for _ in said]
    for place in sorted(range(len(said)), key=lambda place: (said[place].source or said[place].content)[0]):
        found[place] = voices.of(said[place])
    return found


class _Making:
    """The records of one document, made of what the rules found."""

    def __init__(self, document: Document, cast: Cast, said: Sequence[Attribution]) -> None:
        self._document, self._cast, self._said = document, cast, said
        self._blame = Blame(cast, document.text)
        self._ids = self._statement_ids()
        self.speakers: list[list[Meant]] = []
        self._meant: dict[Span, list[Meant]] = {}

    def statements(self, times: Sequence[When | None]) -> tuple[Statement, ...]:
        """In order of the text."""
        made = [self._statement(place, when) for place, when in enumerate(times)]
        return tuple(sorted(made, key=lambda statement: statement.content[0].start))

    def figures(self, found: Sequence[Claim]) -> tuple[Figure, ...]:
        count: Counter[Span] = Counter()
        made: list[Figure] = []
        for claim in found:
            whole = made[claim.part_of].id if claim.part_of is not None else None
            made.append(self._figure(claim, count[claim.span], whole))
            count[claim.span] += 1
        return tuple(made)

    def belong(self) -> None:
        """Tells each role, where the text does, which body it is of."""
        for mention in self._cast.named.mentions:
            if mention.kind in _BODIES and (body := branch_of(self._document.text, mention.span[1])):
                self._set_parent(self._cast.actors(mention), body)
        for said, speakers in zip(self._said, self.speakers, strict=True):
            if len(speakers) == 1 and speakers[0].role.kind == "person" and speakers[0].basis == "stated":
                body = office_in(self._document.text, said.source[0])
                self._set_parent(speakers, body) if body else None

    def _set_parent(self, those: Sequence[Meant], body: Span) -> None:
        bodies = [meant.role for meant in self._cast.meant(body) if meant.role.kind in _BODIES]
        if len(those) == len(bodies) == 1 and bodies[0].id != those[0].role.id and bodies[0].parent is None:
            those[0].role.parent = those[0].role.parent or bodies[0]

    def actors(self, statements: Sequence[Statement], figures: Sequence[Figure]) -> tuple[Actor, ...]:
        """Those whom the records name, in order of the text as far as they were asked about in it."""
        named = {actor for statement in statements for actor in _named_by(statement)}
        named |= {actor for figure in figures for actor in _named_by(figure)}
        named |= {role.parent.id for role in self._cast.roles if role.id in named and role.parent}
        return tuple(role.actor() for role in self._cast.roles if role.id in named)

    def _statement_ids(self) -> list[str]:
        count: Counter[tuple[Span, ...]] = Counter()
        ids: list[str] = []
        for said in self._said:
            ids.append(statement_id(self._document.id, self._anchors(said.content), count[said.content]))
            count[said.content] += 1
        return ids

    def _statement(self, place: int, when: When | None) -> Statement:
        said, speakers = self._said[place], self.speakers[place]
        accused = self._blame.accused(said)
        about = [*self._blame.about(said, [meant.role for meant in speakers])]
        return Statement(
            id=self._ids[place],
            document=self._document.id,
            type=said.type,
            content=self._anchors(said.content),
            speakers=_speaking(speakers),
            source=self._anchors(said.source),
            cue=self._anchors(said.cue),
            act=said.act,
            via=self._hops(said.via),
            channel=said.channel,
            uttered=when,
            about=tuple(role.id for role in about),
            accuses=tuple(role.id for role in accused),
            nested_in=self._around(place),
            flags=said.flags,
            origin=Origin(by="rules", rule=said.rule, confidence=_confidence(said.confidence, said.source, speakers)),
        )

    def _around(self, place: int) -> str | None:
        """The statement that this one is told in; None where the two would be told in each other."""
        outer = self._said[place].nested_in
        seen, at = {place}, outer
        while at is not None and at not in seen and len(seen) < _DEEPEST:
            seen.add(at)
            at = self._said[at].nested_in
        return None if outer is None or at in seen else self._ids[outer]

    def _figure(self, claim: Claim, ordinal: int, whole: str | None) -> Figure:
        """Inside what somebody says it is that speaker's; else whom its sentence names; else the report's own voice."""
        anchor = self._anchor(claim.span)
        carried = claim.attribution
        claimants = self._cast.meant(claim.source[0]) if claim.source else []
        if carried is not None:
            # Who denies a number or asks for it doesn't claim it.
            claimants = self.speakers[carried] if self._said[carried].act not in _CLAIM_NOTHING else []
        return Figure(
            id=figure_id(self._document.id, anchor, ordinal),
            document=self._document.id,
            anchor=anchor,
            bound=claim.bound,
            low=claim.low,
            best=claim.best,
            high=claim.high,
            unit=claim.unit,
            counted=claim.counted,
            outcome=claim.outcome,
            cue=self._anchors(claim.cue),
            source=self._anchors(claim.source),
            claimants=_speaking(claimants),
            via=self._hops(self._said[carried].via) if carried is not None else (),
            based_on=self._named([span for span in claim.based_on if span not in claim.source], claimants),
            attributed_to=self._named(claim.attributed_to),
            status=claim.status,
            counting=claim.counting,
            method=claim.method,
            place=claim.place,
            period=claim.period,
            part_of=whole,
            statement=self._ids[carried] if carried is not None else None,
            flags=claim.flags,
            origin=Origin(
                by="rules", rule=claim.rule, confidence=_confidence(claim.confidence, claim.source, claimants)
            ),
        )

    def _named(self, spans: Sequence[Span], but: Sequence[Meant] = ()) -> tuple[str, ...]:
        """The ids of those whom the runs name, each once; a run that several numbers share is asked about once."""
        for span in spans:
            if span not in self._meant:
                self._meant[span] = self._cast.meant(span)
        found = (meant.role.id for span in spans for meant in self._meant[span])
        return tuple(dict.fromkeys(actor for actor in found if actor not in {meant.role.id for meant in but}))

    def _hops(self, via: Sequence[Span]) -> tuple[Hop, ...]:
        """Outermost first; a paper or a tweet is a way without a name, and who isn't named passes on unnamed."""
        return tuple(self._hop(span) for span in via)

    def _hop(self, span: Span) -> Hop:
        mentions = read(self._document.text, span)
        channel = channel_of(mentions[0]) if mentions and mentions[0].kind == "document" else None
        meant = None if channel else next(iter(self._cast.meant(span)), None)
        return Hop(actor=meant.role.id if meant else None, channel=channel)

    def _anchors(self, spans: Sequence[Span]) -> tuple[Anchor, ...]:
        return tuple(map(self._anchor, spans))

    def _anchor(self, span: Span) -> Anchor:
        return Anchor(*span, self._document.text[slice(*span)])


def _speaking(speakers: Sequence[Meant]) -> tuple[Speaker, ...]:
    return tuple(Speaker(meant.role.id, meant.capacity, meant.basis) for meant in speakers)


def _confidence(of_rule: float, source: Sequence[Span], speakers: Sequence[Meant]) -> float:
    """The rule's own, less what the telling of the speaker adds to its doubt."""
    sure = min((_SURENESS[meant.basis] for meant in speakers), default=_NOBODY if source else 1.0)
    return round(of_rule * sure, 2)


def _named_by(record: Statement | Figure) -> list[str]:
    named = [hop.actor for hop in record.via if hop.actor]
    if isinstance(record, Statement):
        return [*named, *(speaker.actor for speaker in record.speakers), *record.about, *record.accuses]
    return [*named, *(speaker.actor for speaker in record.claimants), *record.based_on, *record.attributed_to]
