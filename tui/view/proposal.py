"""A record that is about to be made: what is asked for it, and what the answers make of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias, cast, get_args

from store.editing import making
from store.editing.basis import ground, pronoun
from store.editing.fields import edited
from store.editing.making import Selected
from store.editing.notation import quoted
from store.editing.soundness import checked
from store.errors import EditError
from store.model import Figure, Record, Speaker, Statement
from store.records import Records
from store.vocabulary import Act, Bound, Outcome, RelationKind, StatementType
from tui.view import likely, naming
from tui.view.naming import NewActor, Offer
from tui.view.units import sentence

Kind: TypeAlias = Literal["statement", "figure", "actor", "relation"]


class Question(NamedTuple):
    """One line of the dialogue.

    `choices` are the words of a closed list, "" for none of them; `names` is whether actors are named; `empty` is what
    it means that nothing is answered.
    """

    name: str
    label: str
    choices: tuple[str, ...] = ()
    names: bool = False
    empty: str = ""


OWN = "nobody: the report says it itself"
ORDERS = ("this one to the marked one", "the marked one to this one")
KIND, ACTOR_KIND = "what", "actor-kind"
NAMES = ("speakers", "claimants")
QUESTIONS: Mapping[Kind, tuple[Question, ...]] = {
    "statement": (
        Question("speakers", "Who says", names=True, empty=OWN),
        Question("type", "Printed as", get_args(StatementType)),
        Question("act", "Act", get_args(Act)),
        Question("uttered", "Said on", empty='no date; else as 2016-12-12, or 2016-12-12 "late Monday" resolved'),
    ),
    "figure": (
        Question("number", "Number", empty="none; else as 990, or 676..678"),
        Question("bound", "Bound", get_args(Bound)),
        Question("counted", "Counted", empty="what is counted, as printed"),
        Question("outcome", "Outcome", ("", *get_args(Outcome))),
        Question("claimants", "Who claims", names=True, empty=OWN),
    ),
    "actor": (Question("name", "Name"), Question("kind", "Kind", naming.KINDS)),
    "relation": (
        Question("kind", "Relation", get_args(RelationKind)),
        Question("order", "Of", ORDERS),
        Question("why", "Why", empty="in a line, if it needs saying"),
    ),
}


class Proposal:
    """What is to be made of words selected in a report, or of two records that are to be related (`pair`, ids).

    `answers` are as they are typed in a form (see `store.editing.notations`), by kind of record and question.
    """

    def __init__(
        self, records: Records, document: str = "", selected: Selected | None = None, pair: tuple[str, str] = ("", "")
    ) -> None:
        self.records, self.document, self.pair = records, document, pair
        self.selected = selected or Selected(())
        self.text = records.documents[document].text if document else ""
        self.new: NewActor | None = None
        self._laid: tuple[NewActor, Records] | None = None
        self.answers: dict[str, dict[str, str]] = {"relation": {"kind": "restates", "order": ORDERS[0], "why": ""}}
        self.kinds: tuple[str, ...] = ("relation",)
        self.kind: Kind = "relation"
        if document:
            self._suggest()

    @property
    def words(self) -> list[str]:
        """The parts selected, as printed."""
        return [self.text[slice(*span)] for span in self.selected.content]

    @property
    def questions(self) -> Sequence[Question]:
        """Those of this kind of record; where a new actor is named also which kind of actor that is."""
        asked = [Question(KIND, "Make", self.kinds)] if len(self.kinds) > 1 else []
        for question in QUESTIONS[self.kind]:
            asked.append(question)
            if question.names and self.new is not None:
                asked.append(Question(ACTOR_KIND, "  who is", naming.KINDS))
        return asked

    def answer(self, name: str) -> str:
        if name == KIND:
            return self.kind
        if name == ACTOR_KIND:
            return self.new.kind if self.new else ""
        return self.answers[self.kind][name]

    def put(self, name: str, text: str) -> None:
        """Another answer; a new actor who isn't named any more is none."""
        if name == KIND:
            self.kind = cast(Kind, text)
        elif name == ACTOR_KIND and self.new:
            self.new = self.new._replace(kind=text)
        else:
            self.answers[self.kind][name] = text
            if self.new is not None and name in NAMES and self.new.name not in text:
                self.new = None

    def offers(self, question: Question) -> list[Offer]:
        """The actors whom the name that is typed there may mean."""
        if not question.names:
            return []
        return naming.offers(self.laid, self.document, self.answer(question.name))

    def take(self, question: str, offer: Offer) -> None:
        """The actor offered in place of the name that is typed."""
        if offer.new:
            self.new = NewActor(offer.name, naming.kind_of(offer.name))
        self.put(question, naming.completed(self.answer(question), offer.name))

    def _suggest(self) -> None:
        words = " ".join(" ".join(self.words).split())
        self.kinds = ("statement", "figure", "actor")
        self.kind = cast(Kind, likely.kind(self.words, cue=bool(self.selected.cue)))
        made = making.statement(self.records, self.document, self.selected)
        who, number = self._named(made), likely.number(words)
        self.answers["statement"] = {"speakers": who, "type": made.type, "act": "says", "uttered": ""}
        self.answers["figure"] = {
            **{"number": likely.written(number), "bound": number.bound, "counted": likely.counted(words)},
            **{"outcome": likely.outcome(words) or likely.outcome(self._around()), "claimants": who},
        }
        self.answers["actor"] = {"name": words[: likely.LONGEST_NAME], "kind": "person"}

    def _around(self) -> str:
        """What is said in one breath with the words: their sentence, or as much of it as semicolons leave."""
        (start, end), *_ = self.selected.content
        found = sentence(self.text, start)
        return likely.clause(self.text[slice(*found)], (start - found[0], end - found[0])) if found else ""

    @property
    def _source(self) -> str:
        """The words kept for who says it."""
        return " ".join(" ".join(self.text[slice(*span)] for span in self.selected.source).split())

    def _named(self, made: Statement) -> str:
        """The one actor whom the words kept as the source name; else those words, where they can be a name."""
        name = self._source.partition(",")[0]
        found = naming.matching(self.records, self.document, name)
        if len(found) == 1 and ground(self.records, made, Speaker(found[0].id)).basis == "stated":
            return naming.called(self.records, self.document, found[0])
        return quoted(name) if len(name) <= likely.LONGEST_NAME and not pronoun(name) else ""

    @property
    def laid(self) -> Records:
        """The records with the new actor among them. Raises EditError where there can't be one."""
        if self.new is None:
            return self.records
        if self._laid is None or self._laid[0] != self.new:
            self._laid = self.new, self.records.over(self.new.made(self.records, self.document))
        return self._laid[1]

    def made(self) -> list[Record]:
        """What is to be saved: the record, behind the new actor whom it names. Raises EditError."""
        records = self.laid
        record = self._made(records, dict(self.answers[self.kind]))
        self._check_named(record)
        new = self.new.made(self.records, self.document) if self.new and self.kind in ("statement", "figure") else None
        found = [new, record] if new and new.id in people(record) else [record]
        for each in found:
            checked(records, None, each)
        return [each for each in found if each is not None]

    def _check_named(self, record: Record) -> None:
        """Raises EditError where "he" is kept as who says it, and nobody is named: it is no one's own voice."""
        if pronoun(self._source) and isinstance(record, Statement | Figure) and not people(record):
            name = "speakers" if isinstance(record, Statement) else "claimants"
            raise EditError(name, f"“{self._source}” is printed. Type the name of whom that means.")

    def _made(self, records: Records, answers: dict[str, str]) -> Record:
        if self.kind == "statement":
            return edited(making.statement(records, self.document, self.selected), answers, records)
        if self.kind == "figure":
            numbers = likely.numbers(answers["bound"], answers.pop("number"))
            return edited(making.figure(records, self.document, self.selected, **numbers), answers, records)
        if self.kind == "actor":
            return NewActor(answers["name"], answers["kind"]).made(records, self.document)
        subject, object_ = self.pair if answers["order"] == ORDERS[0] else self.pair[::-1]
        kind = cast(RelationKind, answers["kind"])
        for known in records.relations_of(subject):
            if (known.kind, known.subject, known.object) == (kind, subject, object_):
                raise EditError("kind", f"that is said already, by {known.id}.")
        return edited(making.relation(records, kind, subject, object_), {"why": answers["why"]}, records)


def people(record: Record | None) -> set[str]:
    """The ids of those who speak or claim."""
    found = record.speakers if isinstance(record, Statement) else ()
    return {who.actor for who in (record.claimants if isinstance(record, Figure) else found)}
