"""Filters drawn at random, for the properties that hold of each."""

from __future__ import annotations

from hypothesis import strategies as st

from store.query import FIELDS, And, Condition, Node, Not, Or, Word

WORDS = st.text(st.sampled_from("abé\"“”„()\\:- OR.xn'"), min_size=1, max_size=6)
_DATES = st.sampled_from(["2016", "2016-12", "2016-12-13", "201X", "2016-12-XX", "2016-21", "-0044", "2016?"])
_NUMBERS = st.sampled_from(["0", "990", "8.6", "1,000", "2e6", "-5", "1000000"])


def _ranges(points: st.SearchStrategy[str], orderly: list[str]) -> st.SearchStrategy[str]:
    forms = ["{}", "{}..", "..{}", ">{}", "<{}"]
    return st.builds(str.format, st.sampled_from(forms), points) | st.sampled_from(orderly)


DATES = _ranges(_DATES, ["2016-11..2016-12", "2016-11-17/2016-12-13", "../2016", "2016..2016"])
NUMBERS = _ranges(_NUMBERS, ["8.6..990", "-5..0", "100..1,000"])


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    """A condition as the parser makes them: closed values as listed, quotes where they mean something."""
    field = FIELDS[draw(st.sampled_from(sorted(FIELDS)))]
    if draw(st.integers(0, 9)) == 0:
        return Condition(field.name, "none")
    match field.kind:
        case "choice":
            return Condition(field.name, draw(st.sampled_from(field.values)))
        case "date":
            return Condition(field.name, draw(DATES))
        case "number":
            return Condition(field.name, draw(NUMBERS))
        case "id":
            return Condition(field.name, draw(st.sampled_from(["st-1", "st-1,fi-2", "do-", "x"])))
        case "actor" | "document":
            value = draw(WORDS | st.just("none"))
            return Condition(field.name, value, value == "none" or _must_be_quoted(value) or draw(st.booleans()))
        case _:
            value = draw(WORDS | st.just("none"))
            return Condition(field.name, value, value == "none")


def _must_be_quoted(value: str) -> bool:
    return any(c.isspace() or c in '()"“”„' for c in value)


def _joined(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, min_size=2, max_size=3).map(tuple)
    return st.builds(And, several) | st.builds(Or, several) | st.builds(Not, nodes)


TREES: st.SearchStrategy[Node] = st.recursive(st.builds(Word, WORDS) | conditions(), _joined, max_leaves=6)
