"""One clause with a verb of speech: what it says is said, and by whom."""

from __future__ import annotations

from store.ingest.attribution import Span
from store.ingest.attributions.adverbials import Adverbials, adverbials
from store.ingest.attributions.after_cue import Content, content_after
from store.ingest.attributions.anonymity import kept_back
from store.ingest.attributions.before_cue import content_before
from store.ingest.attributions.channels import named_channel, verb_channel
from store.ingest.attributions.clauses import Clause
from store.ingest.attributions.contents import clause_end
from store.ingest.attributions.declining import declined
from store.ingest.attributions.find import Find, Finds
from store.ingest.attributions.grammar import BE, NOBODY, RELATIVE
from store.ingest.attributions.groups import Group
from store.ingest.attributions.lexicon import ING, PARTICIPLE, documents
from store.ingest.attributions.passives import passive
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.relays import citing, is_medium, quoting_another
from store.ingest.attributions.scopes import content_floor, content_limit, embedded, needs_document
from store.ingest.attributions.times import time_end
from store.ingest.attributions.tokens import DASH, QUOTE, Sentence

# What a participle behind a noun says only of the noun: "taxpayers reporting gains".
_OF_NOUNS = frozenset(["thing", "clause", "named", "thing-quoted"])
_POSTED = frozenset(("after", "after-quoted"))


class Cued:
    """Reads the clauses of one sentence into `finds`. `floor` is the place where the sentence begins."""

    def __init__(self, sentence: Sentence, floor: int, finds: Finds) -> None:
        self.sentence, self.floor, self.finds = sentence, floor, finds
        self.introduces: Find | None = None
        """What a clause that ends in a colon says of the quotation in the next line; its content is empty."""

    def read(self, clause: Clause, limit: int) -> None:
        """What the clause says, its content not going beyond `limit`."""
        group, source = clause.group, clause.source
        if group.infinitive or (group.modal and not group.negated) or cites(clause):
            return
        if group.form == PARTICIPLE:
            if find := passive(self.sentence, group, self.floor, limit):
                self.finds.add(find)
        elif source and clause.inverted:
            self._inverted(group, source)
        elif source and not self._another_s(clause, source):
            self._active(clause, source, content_limit(self.sentence, clause, source, self.floor, limit))

    def _another_s(self, clause: Clause, source: Run) -> bool:
        sentence = self.sentence
        if embedded(sentence, clause, source, self.floor, self.finds) or needs_document(sentence, clause.group, source):
            return True
        return not clause.shared and sentence[source[0] - 1].low in ("if", "unless", "whether")

    def _active(self, clause: Clause, source: Run, limit: int) -> None:
        sentence, group = self.sentence, clause.group
        extra = adverbials(sentence, group.after, limit, group.frames())
        alone = clause.shared or sentence[group.first - 1].low in RELATIVE
        if self._as_said(group, source, extra):
            return
        if not alone and not group.refused and group.frames() & _POSTED and self._posted(group, source, extra):
            return
        if any(find.source and find.cue[0] < find.source[0] == group.after for find in self.finds.all):
            return  # "…, the agency reported, citing a doctor": it is the doctor's already
        if sentence.question:
            return  # "Did she say that it held?": nobody says she did
        if find := quoting_another(sentence, group, source, limit):
            self.finds.add(find)
            return
        content = content_after(sentence, group, extra.after, limit)
        if content and not (content.rule in _OF_NOUNS and self._of_noun(clause)):
            self._after(content, source, group, extra)
        elif (find := declined(sentence, group, source, limit)) and not kept_back(sentence, group, *find.content[0]):
            self.finds.add(find)
        elif sentence[extra.after].kind == ":" and extra.after == len(sentence) - 1:
            self.introduces = self._find((), source, group, extra, "introduced")

    def _of_noun(self, clause: Clause) -> bool:
        """Whether a participle only tells more of a noun before it that is no document ("a statement calling it")."""
        group = clause.group
        participle = group.form == ING and not clause.shared and not group.words & BE
        return participle and self.sentence[group.first - 1].low not in documents()

    def _as_said(self, group: Group, source: Run, extra: Adverbials) -> bool:
        """as-said: "As the mayor pointed out, the dam held"."""
        sentence, comma = self.sentence, extra.after
        before = sentence[source[0] - 2]
        opens = source[0] - 1 == self.floor or before.kind in (";", DASH) or before.low in ("and", "but")
        if sentence[source[0] - 1].low != "as" or not opens or sentence[comma].kind != ",":
            return False
        content = (comma + 1, clause_end(sentence, comma + 1, len(sentence)))
        self.finds.add(self._find((content,), source, group, extra, "as-said"))
        return True

    def _posted(self, group: Group, source: Run, extra: Adverbials) -> bool:
        """Content before the source, where there is any."""
        sentence = self.sentence
        first = source[0] - (sentence[source[0] - 1].low == "as" and sentence[source[0] - 2].kind == ",")
        floor = content_floor(sentence, first, self.floor)
        around = content_before(sentence, first, extra.after, floor, len(sentence))
        if around is None or ("after" not in group.frames() and not around.rule.startswith("quoted")):
            return False
        if around.right and self.finds.all and around.rule == "said-amid" and sentence[around.right[0]].kind == QUOTE:
            return False  # "She said it had gone, and when pressed, she replied, “…”": the left is said already
        runs, rule = around.runs(), around.rule
        if around.right and sentence[group.verb].low == "put" and sentence[around.right[0]].kind == QUOTE:
            runs, rule = (around.right,), "quoted"  # "He was, as one aide put it, “a bull”": the left is the report's
        self.finds.add(self._find(runs, source, group, extra, rule))
        if sentence[extra.after].kind == ":":
            self._after(content_after(sentence, group, extra.after, len(sentence)), source, group, extra)
        return True

    def _inverted(self, group: Group, source: Run) -> None:
        """The source behind its verb: "“…,” said the man", and "Said the man: “…”"."""
        sentence = self.sentence
        extra = adverbials(sentence, source[1], len(sentence), frozenset())
        floor = content_floor(sentence, group.first, self.floor)
        around = content_before(sentence, group.first, extra.after, floor, len(sentence))
        said = extra._replace(after=group.after)
        if around:
            self.finds.add(self._find(around.runs(), source, group, said, around.rule, extra.after))
        elif sentence[extra.after].kind in (":", ","):
            self._after(content_after(sentence, group, extra.after, len(sentence)), source, group, said)

    def _after(self, content: Content | None, source: Run, group: Group, extra: Adverbials) -> None:
        if content and not kept_back(self.sentence, group, content.first, content.after):
            self.finds.add(self._find(((content.first, content.after),), source, group, extra, content.rule))

    def _find(
        self, runs: tuple[Run, ...], source: Run, group: Group, extra: Adverbials, rule: str, behind: int | None = None
    ) -> Find:
        """`behind` is the place behind all of it, where the source doesn't stand before its verb."""
        sentence = self.sentence
        follows = not runs or runs[0][0] >= source[0]
        channel = extra.channel or verb_channel(group) or named_channel(sentence, source[1], group.first)
        if follows and channel is None and sentence[source[0] - 1].kind == ",":
            channel = named_channel(sentence, self.floor, source[0])
        via = (extra.hearer,) if extra.hearer and is_medium(sentence, *extra.hearer) else ()
        flags = ("relayed",) if group.hearsay else ()
        if cited := citing(sentence, extra.after if behind is None else behind):
            source, via, flags = cited, (source, *via), ("relayed",)
        cue = (group.first, max(group.after, extra.hearer[0] if extra.hearer else extra.after))
        when = extra.when or self._before_verb(source, group) or (self._lead() if follows else None)
        act = "declines" if sentence[source[0]].low in NOBODY else group.act
        return Find(runs, source, cue, rule, act, when, channel, via, flags)

    def _before_verb(self, source: Run, group: Group) -> Span | None:
        """As in "The bank today announced"."""
        times = ((at, time_end(self.sentence, at)) for at in range(source[1], group.first))
        return next((self.sentence.span(at, end) for at, end in times if end > at), None)

    def _lead(self) -> Span | None:
        """The words that say when at the sentence's beginning: "Last month, the bank said"."""
        end = time_end(self.sentence, self.floor)
        return self.sentence.span(self.floor, end) if end > self.floor else None


def cites(clause: Clause) -> bool:
    """Whether it only tells what another clause's words are based on: "she said, citing two doctors, that it held"."""
    return clause.shared and clause.group.form == ING and clause.group.verbs[0].lemma == "cite"
