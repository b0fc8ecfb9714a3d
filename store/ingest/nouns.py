"""Common nouns that stand for actors: "the Syrian regime", "a spokesman for the ministry", "local sources"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.ingest import lexicon
from store.ingest.attribution import Span
from store.ingest.mention import Mention, Reach
from store.ingest.naming import in_letters, known, squeezed
from store.ingest.proper_names import runs
from store.ingest.wordlists import table, words
from store.vocabulary import ActorKind

_GOVERNMENTS = re.compile(r"gov(?:ernmen)?['’]?ts?")
_OF = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?")
_OWNER = re.compile(r"(.+?)['’]s?\s+")
_BASED = re.compile(r"^(?:[A-Z][\w.]*\s+)*[\w.]+-based\s+")
_MALE = re.compile(r"(?:\w+man|father|son|brother|husband|boy|king|prince)(?<!woman)")
_FEMALE = re.compile(r"(?:\w*woman|mother|daughter|sister|wife|girl|queen|princess|actress)")
_MANY = re.compile(r"[\w-]+(?:people|men|women|ists|ians|makers|workers|holders|leaders|keepers|owners|goers|writers)")
_ONE = re.compile(r"[\w-]+(?:man|woman|person|ist|ian|maker|worker|holder|leader|keeper|owner|goer|writer)")
_GOES_ON = re.compile(r"['’]|\s+[a-z]+(?:s|men|ers)\b(?<!says)(?<!was)(?<!has)")
_NO_SPEAKERS = ("tank", "website", "newspaper", "broadcaster", "hospital")
_NAMED = re.compile(r"\b(?:(?:Mrs?|Ms|Dr)\.|[A-Z][\w’'-]+) $")
"""Before a word that is a name: "Mrs. May", "Theresa May"."""
_AROUND = 3000
"""How far around, in characters, a word is looked for in small letters."""


class Noun(NamedTuple):
    """A phrase cut up: text[start:first] is its article, text[first:stop] ends with the noun, text[stop:end] goes on.

    `article` is definite, indefinite or "".
    """

    text: str
    start: int
    first: int
    stop: int
    end: int
    article: str

    @property
    def core(self) -> str:
        return squeezed(self.text[self.first : self.stop])

    @property
    def plain(self) -> str:
        """The phrase without the capital that it has only at the head of a sentence."""
        first = self.core.partition(" ")[0]
        small = first.lower()
        around = self.text[max(0, self.start - _AROUND) : self.end + _AROUND]
        if first == small or not (first == self.core or re.search(rf"(?<!\w){re.escape(small)}(?!\w)", around)):
            return self.core
        return small + self.core[len(first) :]

    @property
    def head(self) -> str:
        return self.core.split()[-1].lower()

    @property
    def heads(self) -> tuple[str, ...]:
        """The last two words, and the last."""
        last = self.core.lower().split()[-2:]
        return (" ".join(last), last[-1])

    @property
    def proper(self) -> bool:
        """Whether a name is in it, before the noun or after."""
        return bool(runs(self.text, self.first, self.end))

    def mention(self, kind: ActorKind, name: str, reach: Reach, **more: object) -> Mention:
        made = Mention((self.start, self.end), kind, name, reach, head=self.head, gender=gender(self.head))
        return made._replace(**more)  # type: ignore[arg-type]


def gender(head: str) -> str | None:
    """What the word tells, m or f: "spokeswoman"."""
    return "f" if _FEMALE.fullmatch(head) else "m" if _MALE.fullmatch(head) else None


def is_government(word: str) -> bool:
    return word.lower() in words("government-words") or _GOVERNMENTS.fullmatch(word.lower()) is not None


def is_common(word: str) -> bool:
    """Whether it is one of the nouns that are read here, at the head of a sentence: "Residents", "Gov'ts"."""
    small = word.lower()
    lists = ("collectives", "unnamed", "armed-group-heads", "documents")
    return is_government(word) or small.removesuffix("s") in table("documents") or any(small in words(n) for n in lists)


def is_lowered(text: str, span: Span) -> bool:
    """Whether a word that no list knows has its capital only from the head of its sentence: "Builder … a builder"."""
    word, (start, end) = text[slice(*span)], span
    if word in lexicon.known() or not word.isalpha() or text[:start].rstrip(" ")[-1:].isalnum():
        return False
    around, small = text[max(0, start - _AROUND) : end + _AROUND], word.lower()
    return _stands(around, small) and not any(
        around[at - 2] in "," or around[at - 2].islower() or _NAMED.search(around, max(0, at - 20), at)
        for at in _places(around, word)
        if at > 1 and around[at - 1] == " "
    )


def _stands(text: str, word: str) -> bool:
    return next(_places(text, word), None) is not None


def _places(text: str, word: str) -> Iterator[int]:
    """Where the whole word stands."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield at
        at = text.find(word, end)


def read(noun: Noun) -> Mention | None:
    """Whom the noun stands for; None where it is nobody who can speak."""
    rules = (_government, _armed, _document, _organisation, _office, _unnamed)
    return next((found for rule in rules if (found := rule(noun))), None)


def _government(noun: Noun) -> Mention | None:
    """As in "the Syrian regime", "the governments of Syria"; "the Assad regime" is named for a man."""
    if not is_government(noun.head):
        return None
    before = noun.core[: -len(noun.head)].strip()
    after = _OF.match(noun.text, noun.stop, noun.end)
    state = (_state(before) if before else None) or (_state(noun.text[after.end() : noun.end]) if after else None)
    if state:
        return noun.mention("state", government(state), "named", state=state)
    if noun.head in ("state", "authorities", "cabinet", "leadership"):
        return None
    if before and runs(before):
        if noun.head == "administration":
            return noun.mention("organisation", noun.core, "named")
        return noun.mention("state", noun.core, "definite", weak=True)
    return noun.mention("state", noun.head, "definite" if noun.article == "definite" else "unnamed", weak=True)


def government(state: str) -> str:
    """What the government of a state is called: "Syrian government"."""
    adjectives = lexicon.states().get(state, ())
    return f"{adjectives[0]} government" if adjectives else f"government of {state}"


def _state(phrase: str) -> str | None:
    """The state whose name or adjective is in the phrase, the last of them."""
    for start, end in reversed(runs(phrase)):
        found = known(phrase, (start, end)) or known(phrase, (start, start + len(phrase[start:end].split()[0])))
        if found and found.state:
            return found.state
    return None


def _armed(noun: Noun) -> Mention | None:
    if not any(head in words("armed-group-heads") for head in noun.heads):
        return None
    return noun.mention("armed-group", noun.core, "named" if runs(noun.core) or " " in noun.core else "unnamed")


def _document(noun: Noun) -> Mention | None:
    if not any(head in table("documents") or head.removesuffix("s") in table("documents") for head in noun.heads):
        return None
    return noun.mention("document", noun.core, "definite" if noun.article == "definite" else "unnamed")


def _organisation(noun: Noun) -> Mention | None:
    """Named in "the Trump campaign"; "the campaign" is whichever was spoken of; "a rights group" isn't named."""
    if noun.head not in words("organisation-heads") and (noun.head not in words("firms") or noun.head in _NO_SPEAKERS):
        return None
    core = _BASED.sub("", noun.core)
    if runs(core):
        owner = _OWNER.match(core)
        state = lexicon.known().get(owner[1]) if owner else None
        if owner and state and state.kind == "state":
            core = f"{lexicon.adjective(state.name)} {core[owner.end() :]}"
        return noun.mention("organisation", in_letters(core), "named")
    if noun.article == "definite":
        return _of_a_place(noun, core) or noun.mention("organisation", core, "definite")
    kind: ActorKind = "collective" if noun.head in words("collectives") else "anonymous-source"
    return noun.mention(kind, noun.core, "unnamed")


def _of_a_place(noun: Noun, core: str) -> Mention | None:
    """Named in "the central bank of Zambia", not in "the group of Zambian teachers"."""
    of = _OF.match(noun.text, noun.stop, noun.end)
    place = next(iter(runs(noun.text, of.end(), noun.end)), None) if of else None
    if of is None or place is None or place[0] != of.end() or _GOES_ON.match(noun.text, place[1]):
        return None
    words_ = squeezed(noun.text[slice(*place)])
    state = lexicon.known().get(words_)
    if state and state.kind == "state":
        return noun.mention("organisation", f"{lexicon.adjective(state.name)} {core}", "named")
    return noun.mention("organisation", f"{core} of {words_}", "named")


def _office(noun: Noun) -> Mention | None:
    """An office in "UN humanitarian adviser on Syria"; "the minister" points to one; "a minister" is anybody."""
    if not any(head in lexicon.offices() for head in noun.heads):
        return None
    name = in_letters(squeezed(noun.text[noun.first : noun.end]))
    if noun.article == "indefinite" or (not noun.article and not noun.proper and noun.core.islower()):
        return noun.mention("anonymous-source", noun.core if not noun.proper else name, "unnamed")
    if noun.article == "definite":
        return noun.mention("office", name, "definite")
    return noun.mention("office", name, "named", capacity=name)


def _unnamed(noun: Noun) -> Mention | None:
    """A source without a name: "local sources", "a resident", "the resident"; "residents" are many."""
    if any(head in words("unnamed") for head in noun.heads) or (noun.article and _ONE.fullmatch(noun.head)):
        reach: Reach = "definite" if noun.article == "definite" else "unnamed"
        return noun.mention("anonymous-source", noun.plain, reach)
    if any(head in words("collectives") for head in noun.heads) or _MANY.fullmatch(noun.head):
        return noun.mention("collective", noun.plain, "unnamed")
    return _people(noun, noun.head)


def _people(noun: Noun, head: str) -> Mention | None:
    """Anybody: "one passenger", "passengers", "aid agencies"."""
    if head in words("people") and noun.article == "indefinite":
        return noun.mention("anonymous-source", noun.plain, "unnamed")
    bodies = head[:-3] + "y" if head.endswith("ies") else head[:-1]
    if head.endswith("s") and (head in words("people") or bodies in words("organisation-heads")):
        return noun.mention("collective", noun.plain, "unnamed")
    return None
