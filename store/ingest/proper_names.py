"""Runs of capitalised words, as names are printed: "Jean-Marc Ayrault", "Bashar al-Assad", "U.S. Central Command"."""

from __future__ import annotations

import re
import sys

from store.ingest.attribution import Span
from store.ingest.lexicon import dotted
from store.ingest.wordlists import alternatives, words

# Of Latin script as Europe, Turkey and Viet Nam write it; a class of all capitals takes ten times as long to compile.
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽƠƯȘȚḤḪṢṬẒẠẾ]"
_LETTER = r"[\w\u0300-\u036f]"
"""Accents may stand behind their letters, as some systems write them."""

_ARABIC = r"(?:al|el|as|ash|an|ar|at|ad|az|ul|ud)-"
_PARTICLES = (
    r"(?:(?:al|el|bin|ibn|bint|abu|umm|de|del|della|der|den|di|da|dos|du|la|le|ten|ter|van|von|zu|y)[^\S\n]+){0,2}"
)
_WORD = (
    rf"(?:(?:{_CAPITAL}\.){{2,}}(?:-based|-backed|-led)?|{alternatives((*dotted(), 'Jr.', 'Sr.', 'St.'))}"
    rf"|{_CAPITAL}\.(?=[^\S\n]+{_CAPITAL})|(?:{_ARABIC})?{_CAPITAL}{_LETTER}*(?:(?:[-.]|['’](?!s\b)){_LETTER}+)*)"
)
# "Secretary of State John Kerry" is one run, "the Secretary of State" is not: its "of" joins only before a name.
_OFFICE_OF = rf"(?:of[^\S\n]+{alternatives(words('departments'))}[^\S\n]+)?"
RUN = re.compile(rf"(?<![\w@#])(?:{_ARABIC})?{_WORD}(?:[^\S\n]+{_OFFICE_OF}{_PARTICLES}{_WORD}){{0,14}}")
"""One to fifteen capitalised words with the small particles between them; never across a line, and "'s" ends it."""

LINKED = re.compile(rf"[^\S\n]+(?:of|for|on|against|in|and)(?:[^\S\n]+the)?[^\S\n]+{_WORD}(?:[^\S\n]+{_WORD}){{0,14}}")
"""What may go on the name of an organisation: "for Human Rights"."""


def runs(text: str, start: int = 0, end: int = sys.maxsize) -> list[Span]:
    """All of them in that stretch of the text, in order."""
    return [found.span() for found in RUN.finditer(text, start, min(end, len(text)))]
