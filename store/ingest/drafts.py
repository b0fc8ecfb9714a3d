"""What drafting gives: records as they would stand in the archive, all of them still to be reviewed."""

from __future__ import annotations

from typing import NamedTuple

from store.model import Actor, Figure, Statement


class Drafts(NamedTuple):
    """Drafted records of one document, in the order of its text; `actors` are those whom the others name.

    Statements and figures have `review.state` "drafted" and an `origin` with rule and confidence; actors are `drafted`.
    """

    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
