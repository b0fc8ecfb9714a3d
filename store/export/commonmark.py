"""Text of records as CommonMark that shows it to the letter, whatever the text: it can't become markup, HTML or a link.

Only what would be markup where it stands gets a backslash, so that a quotation can be found in the raw file: `[...]`,
`amp;`, `Gov'ts` and `#Aleppo` stay as they are. Proved for CommonMark and for GFM (tables, strikethrough, bare links,
footnotes). Dangerous characters are shown by the signs of `store.characters`; nothing else differs by a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.characters import signs

_BREAK = re.compile(r"\r\n|\r|\n")
# linkify-it makes links of names that end so (its default list); GFM's own autolinks need www. or a scheme.
_DOMAINS = "[a-z]{2}|biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|xn--[a-z0-9-]+"
_MARKUP = re.compile(
    r"""
      \\ (?= [!-/:-@\[-`{-~] | \s?$ )                # a backslash that would escape what follows, or break the line
    | [`*~]                                         # code, emphasis, strikethrough
    | _++ (?![^\W_])                                # what could end emphasis; within a word none does
    | < (?=\S)                                      # HTML, autolinks
    | & (?= \#?[0-9A-Za-z]+; )                      # entities
    | \[ (?=[\^!]) | (?<=\^) \[ | \] (?=[(:])       # footnotes, alerts, links, link definitions
    | (?<=[\w.+-]) @ (?= [\w-]+\.[\w-] )            # bare mail addresses
    | (?: (?<=mailto) | (?<=xmpp) ) :
    | / (?=/) | (?<=www) \.                         # bare addresses
    | (?<=\S) \. (?= (?:"""
    + _DOMAINS
    + r""") (?![^\W_]) )                            # bare host names
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What makes a block where a line begins with it: headings, quotes, tables and their rules, lists, rules, underlines.
_LEAD = re.compile(
    r"\#{1,6}(?=\s|$) | [>|=] | [-+](?=[\s|:-]|$) | :(?=-) | (?P<number>\d{1,9})[.)](?=\s|$)", re.VERBOSE
)


def inline(text: str) -> str:
    """The text on one line, safe wherever text may stand but in a table's cell; its line breaks become spaces.

    Spaces at the ends are kept, as character references. Empty for empty text.
    """
    return _line(_BREAK.sub(" ", signs(text)))


def heading(text: str) -> str:
    """As `inline`, for a line that begins with # and a space: a # at its end is text too."""
    return re.sub(r"(?<!\\)#$", r"\\#", inline(text))


def cell(text: str) -> str:
    """As `inline`, for a cell of a GFM table; an en dash where there is nothing."""
    return inline(text).replace("|", r"\|") or "–"


def block(text: str) -> str:
    """The text as paragraphs: blank lines part them (several as one), any other line break is a hard break."""
    paragraphs: list[list[str]] = [[]]
    for line in _BREAK.split(signs(text)):
        if line.strip():
            paragraphs[-1].append(_line(line))
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join("\\\n".join(lines) for lines in paragraphs if lines)


def quote(markdown: str) -> str:
    """Markdown as a block quote."""
    return "\n".join(f"> {line}".rstrip() for line in markdown.split("\n"))


def bullets(items: Iterable[str]) -> list[str]:
    """A list of the items, each of one or more blocks, as one block of Markdown; none for no items.

    A blank line parts the items, whatever is in them, so that no list looks other than the next.
    """
    listed = ["- " + "\n".join(f"  {line}".rstrip() for line in item.split("\n"))[2:] for item in items]
    return ["\n\n".join(listed)] if listed else []


def link(url: str) -> str:
    """A web address as an autolink, to the letter; anything else that may stand in a field for one, as plain text."""
    return f"<{url}>" if re.fullmatch(r"https?://[!-;=?-~]+", url) else inline(url)


def _line(line: str) -> str:
    marked = _MARKUP.sub(lambda found: "".join(f"\\{character}" for character in found[0]), line)
    marked = _LEAD.sub(_lead, marked, count=1) if _LEAD.match(marked) else marked
    return _kept(marked)


def _lead(found: re.Match[str]) -> str:
    number = found["number"] or ""
    return f"{number}\\{found[0][len(number) :]}"


def _kept(line: str) -> str:
    """White space at the ends would be stripped; as character references it stays."""
    if line and line[-1].isspace():
        line = f"{line[:-1]}&#{ord(line[-1])};"
    return f"&#{ord(line[0])};{line[1:]}" if line and line[0].isspace() else line
