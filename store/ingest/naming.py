"""A run of capitalised words read: an office before a name, an organisation, a state, or a person's name alone."""

from __future__ import annotations

import re
from functools import cache

from store.ingest import lexicon
from store.ingest.attribution import Span
from store.ingest.mention import Mention
from store.ingest.proper_names import LINKED
from store.ingest.wordlists import entries, words

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"(?:[A-Z][A-Z&]+|(?:[A-Z]\.){2,})\d?(?:-[A-Z]+)?")
_CODE = re.compile(r"\b[A-Z]{3}\b")
_SMALL = re.compile(r"\s+[a-z]")
_BASED = re.compile(r"\w+-(?:based|backed|led|funded|run|owned|affiliated)\b")
_OWNING_STATE = re.compile(r"((?:[A-Z][\w.-]*[^\S\n]+){0,2}[A-Z][\w.-]*)['’]s?\s+$")
_OF_SOMETHING = frozenset(("Ministry", "Department", "Bank", "Court", "Council", "Office", "Institute", "University"))
_PAPERS = frozenset(("Daily", "Weekly"))
_MOST_WORDS = 4


def named(text: str, run: Span, end: int) -> Mention | None:
    """What the run names; `end` is how far the name of an organisation may go on ("for Human Rights").

    A word that no list knows is taken for a person's name. None where nothing but small words is there.
    """
    spans = [found.span() for found in _WORD.finditer(text, *run)]
    while spans and (text[slice(*spans[0])] in words("articles") or _BASED.match(text, *spans[0])):
        spans.pop(0)
    if not spans or (len(spans) == 1 and _is_no_name(text, spans[0])):
        return None
    if branch := _branch(text, spans):
        return branch
    if body := known(text, (spans[0][0], spans[-1][1])) or _organisation(text, spans, end):
        return body if body.kind != "organisation" or body.head == lexicon.NAME else _of_its_state(text, run[0], body)
    while len(spans) > 1 and text[slice(*spans[0])] in words(
        "before-names"
    ):  # the Republican National Committee keeps it
        spans.pop(0)
    return _with_office(text, spans) or _people(text, spans) or _person(text, spans)


def _is_no_name(text: str, span: Span) -> bool:
    """Whether the word only tells where others are from or what they believe ("Western allies"), or is said loud."""
    word = text[slice(*span)]
    if word in words("adjectives"):
        return _SMALL.match(text, span[1]) is not None
    return word.isupper() and len(word) > 1 and (word.lower() in words("shouted") or word in _codes())


@cache
def _codes() -> frozenset[str]:
    """Of currencies, by ISO 4217: NOK."""
    return frozenset(code for entry in entries("currencies") for code in _CODE.findall(entry))


def known(text: str, span: Span) -> Mention | None:
    """Whom the lists have under these very words, with or without "the"."""
    found = lexicon.known().get(squeezed(lexicon.without_article(text[slice(*span)])))
    if found is None:
        return None
    state = found.name if found.kind == "state" else None
    return Mention(span, found.kind, found.name, head=found.form, state=state)


def _branch(text: str, spans: list[Span]) -> Mention | None:
    """That of one country is a body of its own: the "Kenya Red Cross", "Amnesty International Kenya"."""
    for cut in range(1, len(spans)):
        first, rest = (spans[0][0], spans[cut - 1][1]), (spans[cut][0], spans[-1][1])
        for body, owner in ((rest, first), (first, rest)):
            state = lexicon.known().get(squeezed(text[slice(*owner)]))
            if squeezed(text[slice(*body)]) in words("federations") and state and state.kind == "state":
                whole = (spans[0][0], spans[-1][1])
                return Mention(whole, "organisation", squeezed(text[slice(*whole)]), head=lexicon.NAME)
    return None


def _of_its_state(text: str, start: int, body: Mention) -> Mention:
    """The "Egyptian Foreign Ministry" for "Egypt's Foreign Ministry": by itself it might be any state's."""
    owner = _OWNING_STATE.search(text, max(0, start - 40), start)
    words_before = owner[1].split() if owner else []
    for place in range(len(words_before)):
        state = lexicon.known().get(" ".join(words_before[place:]))
        if state and state.kind == "state":
            return body._replace(name=f"{lexicon.adjective(state.name)} {body.name}")
    return body


def squeezed(phrase: str) -> str:
    """With single blanks."""
    return " ".join(phrase.split())


def in_letters(phrase: str) -> str:
    """An organisation at its head by its letters, as titles have it: "UN Secretary-General"."""
    for name, letters in lexicon.letters().items():
        if phrase.startswith(name + " "):
            return letters + phrase[len(name) :]
    return phrase.replace("U.N. ", "UN ", 1) if phrase.startswith("U.N. ") else phrase


def _organisation(text: str, spans: list[Span], end: int) -> Mention | None:
    """A name with such a word; a title or an office after it means a person: "Army Gen. Lee"."""
    there = [text[slice(*span)] for span in spans]
    if there[-2:] == ["General", "Staff"]:
        return Mention((spans[0][0], spans[-1][1]), "organisation", squeezed(" ".join(there)), head="staff")
    if there[0] in lexicon.titles():
        return None
    if not any(word in lexicon.organisation_words() for word in there):
        return _medium(text, spans, there)
    last = there[-1]
    if len(there) == 1 and not (last in _OF_SOMETHING and LINKED.match(text, spans[0][1], end)):  # "Police"
        return Mention(spans[0], "organisation", last.lower(), "definite", head=last.lower())
    if _office_end(there) and last not in lexicon.organisation_words():
        return None
    start, stop = spans[0][0], spans[-1][1]
    while (linked := LINKED.match(text, stop, end)) and _goes_on(linked, first=stop == spans[-1][1]):
        stop = linked.end()
    if found := known(text, (start, stop)):
        return found
    kind = _medium(text, spans, there)
    return kind or Mention((start, stop), "organisation", squeezed(text[start:stop]), head=last.lower())


def _goes_on(linked: re.Match[str], *, first: bool) -> bool:
    """Whether what is linked is of the name: "of Health", and "and Fisheries" after it, but no "and Russia"."""
    if linked[0].split()[0] != "and":
        return True
    return not first and squeezed(linked[0]).removeprefix("and ").removeprefix("the ") not in lexicon.known()


def _medium(text: str, spans: list[Span], there: list[str]) -> Mention | None:
    span = (spans[0][0], spans[-1][1])
    if there[-1] in lexicon.media_words() or (len(there) > 1 and there[0] in _PAPERS):
        return Mention(span, "media", squeezed(text[slice(*span)]), head="medium")
    if len(there) == 1 and _LETTERS.fullmatch(there[0]):
        return Mention(span, "organisation", there[0], head="letters")
    return None


def _office_end(there: list[str]) -> int:
    """How many words, from the first, are an office or a title before a name."""
    last = 0
    for place, word in enumerate(there):
        small = word.lower()
        offices = (small, small.removesuffix("s"), small.rpartition("-")[2])
        if word in lexicon.titles() or any(office in lexicon.offices() for office in offices):
            last = place + 1
    if last and there[last : last + 1] == ["of"]:
        last += 3 if there[last + 1 : last + 3] in (["Foreign", "Affairs"], ["Homeland", "Security"]) else 2
    return last


def _with_office(text: str, spans: list[Span]) -> Mention | None:
    """As in "French Foreign Minister Jean-Marc Ayrault", "Mr. Ayrault"; or an office alone: "Foreign Minister"."""
    there = [text[slice(*span)] for span in spans]
    cut = _office_end(there)
    if not cut:
        return None
    whole = (spans[0][0], spans[-1][1])
    title = squeezed(" ".join(there[:cut]))
    gender = next((lexicon.genders()[word] for word in there[:cut] if word in lexicon.genders()), None)
    if cut >= len(there):
        return Mention(whole, "office", in_letters(title), head=there[-1].lower(), capacity=title, gender=gender)
    capacity = None if all(word in lexicon.genders() or word in ("Dr.", "Dr") for word in there[:cut]) else title
    head = (there[there.index("of") - 1] if "of" in there[1:cut] else there[cut - 1]).lower()
    return Mention(whole, "person", squeezed(" ".join(there[cut:])), capacity=capacity, head=head, gender=gender)


def _people(text: str, spans: list[Span]) -> Mention | None:
    """Many, by a state or a party: "Russians", "Democrats"; "the Democrat" is one of them, told of before."""
    word = text[slice(*spans[0])]
    if len(spans) == 1 and word in words("before-names"):
        return Mention(spans[0], "anonymous-source", word, "definite", head=word.lower())
    of = lexicon.known().get(word[:-1]) if word.endswith("s") else None
    if len(spans) > 1 or not ((of and of.form == lexicon.ADJECTIVE) or word[:-1] in words("before-names")):
        return None
    return Mention(spans[0], "collective", word, "unnamed", head=word.lower())


def _person(text: str, spans: list[Span]) -> Mention | None:
    """A name of up to four words; a state's adjective before it is told of the person: "Russian Dmitri Orlov"."""
    there = [text[slice(*span)] for span in spans]
    first = lexicon.known().get(there[0])
    whole = (spans[0][0], spans[-1][1])
    if first and first.kind == "state" and first.form == lexicon.ADJECTIVE and len(there) == 2:
        return Mention(whole, "collective", squeezed(" ".join(there)), head="people")
    adjective = first is not None and first.form == lexicon.ADJECTIVE
    if len(there) > 1 and not adjective and text[max(0, whole[0] - 4) : whole[0]].lower() == "the ":
        return Mention(whole, "organisation", squeezed(" ".join(there)))  # "the Syria Civil Defence" is no person
    if first and first.kind == "state" and len(there) > 2:
        return Mention(whole, "person", squeezed(" ".join(there[1:])), capacity=there[0])
    if len(there) > _MOST_WORDS:
        return Mention(whole, "organisation", squeezed(" ".join(there)))
    return Mention(whole, "person", squeezed(" ".join(there)))
