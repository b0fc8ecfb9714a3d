"""One sentence read for all that is said in it, by whom."""

from __future__ import annotations

from store.ingest.attribution import Attribution, Span
from store.ingest.attributions.according import according
from store.ingest.attributions.adverbials import Adverbials, adverbials, channel_of
from store.ingest.attributions.after_cue import content_after
from store.ingest.attributions.before_cue import content_before
from store.ingest.attributions.clauses import Clause, clauses, main_subject
from store.ingest.attributions.contents import clause_end, statement_type
from store.ingest.attributions.groups import Group
from store.ingest.attributions.lexicon import CONJUNCTIONS, ING, PARTICIPLE, documents, forms
from store.ingest.attributions.nouns import noun_cues
from store.ingest.attributions.bylines import byline
from store.ingest.attributions.passives import passive
from store.ingest.attributions.relays import is_medium, quoting_another
from store.ingest.attributions.phrases import Run, phrases_after, time_end
from store.ingest.attributions.rules import confidence
from store.ingest.attributions.tokens import QUOTE, WORD, Sentence
from store.vocabulary import Act, Channel

_CHANNEL_OF_VERB: dict[str, Channel] = {
    "tweet": "tweet", "retweet": "tweet", "post": "post", "blog": "post", "testify": "testimony",
}  # fmt: skip


_OPENING = frozenset("after when while although though before since because if as once".split())
# What a participle behind a noun says only of the noun: "taxpayers reporting gains".
_OF_NOUNS = frozenset("thing clause named thing-quoted".split())
_NOBODY = frozenset("there it this that these those here".split())
_LEADING = frozenset("despite amid after although though while following".split())
_RELATIVE = frozenset("who which that".split())
_JOINING = frozenset("and but or that then so".split())


class Reading:
    """What is said in one sentence. `floor` is the place of its first token behind a dateline."""

    def __init__(self, sentence: Sentence, floor: int = 0) -> None:
        self.sentence = sentence
        self.floor = floor
        self.found: list[Attribution] = []
        self.introduces: Attribution | None = None
        """What a sentence that ends in a colon says of the quotation in the next line; its content is empty."""

    def attributions(self) -> list[Attribution]:
        """In order of their cues; those within another's content are nested in it."""
        sentence = self.sentence
        said_by_noun = [noun for noun in noun_cues(sentence) if noun.source]
        if "according" in sentence.lows or "words" in sentence.lows:
            leading = self._leading_clause([noun.content for noun in said_by_noun])
            for part in according(sentence, self.floor, leading):
                self._add(part.content, part.source, part.cue, "according-to", when=part.when)
        read = clauses(sentence, self.floor)
        starts = sorted(clause.starts for clause in read if clause.starts is not None)
        starts += [self._before(cue) for cue in sorted(a.cue[0][0] for a in self.found)]
        for clause in read:
            limit = min((at for at in starts if at > clause.group.verb), default=len(sentence))
            self._clause(clause, limit)
        if not self.found and (line := byline(sentence)):
            self._add((line.content,), line.source, line.dash, "by-line")
        for noun in said_by_noun:
            self._add((noun.content,), noun.source, noun.cue, noun.rule, act=noun.act, when=noun.when)
        if sentence[len(sentence) - 1].kind == ":" and self.introduces is None:
            self._introduces()
        self._behind_colon()
        return self._nested()

    def _leading_clause(self, said: list[Run]) -> int:
        """Where the main clause begins behind "Despite claims that …,": what that clause holds is another's."""
        if self.sentence[self.floor].low in _LEADING:
            for _, after in said:
                if self.sentence[after].kind == ",":
                    return after + 1
        return self.floor

    def _before(self, offset: int) -> int:
        return next(at for at, token in enumerate(self.sentence.tokens) if token.start >= offset)

    def _clause(self, clause: Clause, limit: int) -> None:
        sentence, group = self.sentence, clause.group
        if group.infinitive or (group.modal and not group.negated):
            return
        if group.form == PARTICIPLE:
            found = passive(sentence, group, self.floor, limit)
            if found:
                flags = ("relayed",) if found.relayed else ()
                self._add((found.content,), found.source, found.cue, found.rule, act=self._act(group), flags=flags)
            return
        if clause.inverted and clause.source:
            self._inverted(clause, clause.source)
            return
        if clause.source is None:
            return
        if self._embedded(clause, clause.source) or self._no_document(group, clause.source):
            return
        limit = self._main_clause(clause.source, group.after, limit)
        extra = adverbials(sentence, group.after, limit, group.frames())
        relative = sentence[group.first - 1].low in _RELATIVE
        if not relative and not clause.shared and group.frames() & {"after", "after-quoted"} and self._posted(clause, clause.source, extra):
            return
        if not clause.shared and sentence[clause.source[0] - 1].low in ("if", "unless"):
            return
        if quoting := quoting_another(sentence, group, limit):
            self._add((quoting.content,), quoting.source, quoting.cue, "quoting", via=(clause.source,), flags=("relayed",))
            return
        content = content_after(sentence, group, extra.after, limit)
        if content and not (group.form == ING and not clause.shared and content.rule in _OF_NOUNS):
            self._said(((content.first, content.after),), clause.source, group, extra, content.rule)
        elif group.negated and sentence[group.after].low == "to" and group.verbs[0].lemma in ("respond", "reply"):
            after = clause_end(sentence, group.after, limit)
            self._add(((group.after, after),), clause.source, (group.first, group.after), "declines", act="declines")
        elif sentence[extra.after].kind == ":" and extra.after == len(sentence) - 1:
            self.introduces = self._open(clause.source, (group.first, extra.after), self._act(group), extra)
        elif group.refused:
            self._declines(group, clause.source)

    def _embedded(self, clause: Clause, source: Run) -> bool:
        """"the money he says he raised": a clause that a noun takes without a word between. "what he called": a name."""
        if clause.shared or source[0] > clause.group.first:
            return False
        if self.sentence[clause.group.first - 1].low in _RELATIVE or clause.group.form == ING:
            return False
        before = self.sentence[source[0] - 1]
        if before.kind != WORD or source[0] <= self.floor:
            return False
        content = self.sentence.tokens[source[0]].start
        nested = any(start <= content < end for a in self.found for start, end in a.content)
        if before.low == "what":
            return nested
        starts = any(start == content for a in self.found for start, _ in a.content)
        return nested and not starts and before.low not in CONJUNCTIONS and before.low not in _JOINING

    @staticmethod
    def _only_document(group: Group) -> bool:
        return all("doc" in verb.frames and not verb.frames & {"that", "clause"} for verb in group.verbs)

    def _no_document(self, group: Group, source: Run) -> bool:
        """"The study shows that", not "the video shows that"."""
        return self._only_document(group) and not any(t.low in documents() for t in self.sentence.tokens[source[0] : source[1]])

    def _main_clause(self, source: Run, place: int, limit: int) -> int:
        """Where the main clause begins, for "When she said that …, the crowd left"; else `limit`."""
        sentence = self.sentence
        if sentence[place - 1].low in forms() and self._relative(place):
            return next((at for at in range(place + 1, limit) if sentence[at].kind == ","), limit)
        before = sentence[source[0] - 1].low
        opens = source[0] - 2 < self.floor or sentence[source[0] - 2].low in ("and", "but", "even", "so") or sentence[source[0] - 2].kind == ","
        if before not in _OPENING or not opens:
            return limit
        for at in range(place + 2, limit):
            behind = sentence[at + 1]
            if sentence[at].kind == "," and behind.kind == WORD and behind.low not in CONJUNCTIONS and behind.low not in ("and", "or") and not behind.low.endswith("ing"):
                return at
        return limit

    def _behind_colon(self) -> None:
        """introduced: "The sign had but one word: “No.”", a colon and a quotation that no cue speaks for."""
        sentence = self.sentence
        for at in range(self.floor + 1, len(sentence) - 1):
            start = sentence[at + 1].start
            if sentence[at].kind != ":" or sentence[at + 1].kind != QUOTE:
                continue
            if any(first <= start < after for a in self.found for first, after in a.content):
                return
            source = main_subject(sentence, self.floor, at)
            if source and source[1] < at and sentence[source[0]].low not in _NOBODY:
                self._add(((at + 1, clause_end(sentence, at + 1, len(sentence))),), source, (source[1], at), "introduced")
            return

    def _introduces(self) -> None:
        """introduced: "He made one more remark:", and the quotation in the next line."""
        source = main_subject(self.sentence, self.floor, len(self.sentence) - 1)
        if source and source[1] < len(self.sentence) - 1:
            self.introduces = self._open(source, (source[1], len(self.sentence) - 1), "says", Adverbials(0))

    def _open(self, source: Run, cue: Run, act: Act, extra: Adverbials) -> Attribution:
        span = self.sentence.span
        return Attribution(
            "direct", (), (span(*source),), (span(*cue),), "introduced", confidence("introduced"),
            act=act, channel=extra.channel, when=extra.when,
        )  # fmt: skip

    def _declines(self, group: Group, source: Run) -> None:
        """declines: "She declined to comment", with nothing said about what."""
        to = next(at for at in range(group.verb, group.first, -1) if self.sentence[at].low == "to")
        self._add(((to, group.after),), source, (group.first, to), "declines", act="declines")

    def _relative(self, place: int) -> bool:
        """Whether a "who" with a comma before it stands shortly before `place`."""
        lows = self.sentence.lows
        return any(lows[at] in ("who", "which") and self.sentence[at - 1].kind == "," for at in range(max(1, place - 4), place))

    def _posted(self, clause: Clause, source: Run, extra: Adverbials) -> bool:
        first = source[0] - (self.sentence[source[0] - 1].low == "as" and self.sentence[source[0] - 2].kind == ",")
        around = content_before(self.sentence, first, extra.after, self._floor(first), len(self.sentence))
        if around is None:
            return False
        if around.right and self.found and around.rule == "said-amid" and self.sentence[around.right[0]].kind == QUOTE:
            return False  # "She said it had gone, and when pressed, she replied, “…”": the left is said already
        runs = (around.left, around.right) if around.right else (around.left,)
        self._said(runs, source, clause.group, extra, around.rule)
        if self.sentence[extra.after].kind == ":" and (content := content_after(self.sentence, clause.group, extra.after, len(self.sentence))):
            self._said(((content.first, content.after),), source, clause.group, extra, content.rule)
        return True

    def _floor(self, place: int) -> int:
        """Where what is said before `place` may begin: behind the last semicolon."""
        if self.sentence[place - 1].kind == "," and self.sentence[place - 2].low in ("which", "who", "what"):
            return place - 2
        for at in range(place - 2, self.floor, -1):
            if self.sentence[at].kind == ";" or (self.sentence[at].kind == ":" and self.sentence[at + 1].kind == QUOTE):
                return at + 1
        return self.floor

    def _inverted(self, clause: Clause, source: Run) -> None:
        group = clause.group
        extra = adverbials(self.sentence, source[1], len(self.sentence), frozenset())
        around = content_before(self.sentence, group.first, extra.after, self._floor(group.first), len(self.sentence))
        if around:
            runs = (around.left, around.right) if around.right else (around.left,)
            self._said(runs, source, group, extra._replace(after=group.after), around.rule)
        elif self.sentence[extra.after].kind in (":", ","):
            content = content_after(self.sentence, group, extra.after, len(self.sentence))
            if content:
                self._said(((content.first, content.after),), source, group, extra._replace(after=group.after), content.rule)

    def _said(self, runs: tuple[Run, ...], source: Run, group: Group, extra: Adverbials, rule: str) -> None:
        lead = self._lead(source[0], runs)
        channel = extra.channel or next((_CHANNEL_OF_VERB[v.lemma] for v in group.verbs if v.lemma in _CHANNEL_OF_VERB), None)
        via = (extra.hearer,) if extra.hearer and is_medium(self.sentence, *extra.hearer) else ()
        cue = (group.first, max(group.after, extra.hearer[0] if extra.hearer else extra.after))
        self._add(
            runs, source, cue, rule, act=self._act(group), when=extra.when or lead[0], channel=channel or lead[1], via=via
        )

    def _lead(self, place: int, runs: tuple[Run, ...]) -> tuple[Span | None, Channel | None]:
        """When and in what, by the words before the source ("Last month, in a letter, the bank said")."""
        if runs[0][0] < place:
            return None, None
        sentence, at = self.sentence, self.floor
        when = None
        if (end := time_end(sentence, at)) > at:
            when = sentence.span(at, end)
        return when, channel_of(sentence, at, place) if sentence[place - 1].kind == "," else None

    @staticmethod
    def _act(group: Group) -> Act:
        if group.refused or group.negated:
            return "declines"
        return group.verbs[0].act

    def _add(
        self,
        runs: tuple[Run, ...],
        source: Run | None,
        cue: Run,
        rule: str,
        act: Act = "says",
        when: Span | None = None,
        channel: Channel | None = None,
        flags: tuple[str, ...] = (),
        via: tuple[Run, ...] = (),
    ) -> None:
        sentence = self.sentence
        runs = tuple(run for run in runs if run[1] > run[0])
        if not runs:
            return
        content = tuple(sentence.span(*run) for run in runs)
        if source and channel is None:
            channel = _document(sentence, source)
        self.found.append(
            Attribution(
                statement_type(sentence.text, content),
                content,
                (sentence.span(*source),) if source else (),
                (sentence.span(*cue),),
                rule,
                confidence(rule),
                act=act,
                channel=channel,
                via=tuple(sentence.span(*run) for run in via),
                when=when,
                flags=flags,
            )
        )

    def _nested(self) -> list[Attribution]:
        ordered = sorted(self.found, key=lambda a: (a.cue[0], a.content))
        nested = []
        for attribution in ordered:
            around = [
                (end - start, i)
                for i, other in enumerate(ordered)
                for start, end in other.content
                if other is not attribution and start <= attribution.cue[0][0] and attribution.cue[0][1] <= end
            ]
            nested.append(attribution._replace(nested_in=min(around)[1] if around else None))
        return nested


def _document(sentence: Sentence, source: Run) -> Channel | None:
    """The channel where the source is a document: "the statement", "a report by the ministry"."""
    known = documents()
    for token in sentence.tokens[source[0] : source[1]]:
        if token.low in ("of", "by", "from", "for", "in", "on", "'s"):
            break
        if token.low in known:
            return known[token.low]
    return None
