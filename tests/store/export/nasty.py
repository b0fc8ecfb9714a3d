"""Texts drawn to become markup, HTML, links or formulas if any do; and Markdown as three parsers read it back."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from store.characters import signs

_PIECES = [
    *"\\`*_{}[]()#+-.!|<>&~^:;=/@\"'%$,1aé \t\u00a0\u2028\u202e\u200b\x00\x1b\x9b",
    *("www.", "http://", "https://a.org", "ftp://", "mailto:", "x.com", "a@b.co", "//localhost", ".io", "javascript:"),
    *("&amp;", "&#35;", "amp;", "<b>", "<!--", "<?", "</p>", "<x@y.org>", "[^1]", "[^1]: x", "[a]: b", "[...]", "^["),
    *("```", "~~~", "~~", "**", "__", "---", "===", "- ", "1. ", "# ", "> ", "| - |", "|-|", ":-:", "    ", "[ ] "),
    *("![a](b)", "[a](b)", "[!NOTE]", "\\\\", "  ", "=1+1", "@SUM(A1)", "＝1", "-1", "\ud800", "'=", "⟨gap⟩"),
]
LINES = st.lists(st.sampled_from(_PIECES) | st.characters(exclude_characters="\r\n"), max_size=14).map("".join)
"""One line of anything, maybe blank."""
WORDS = LINES.filter(str.strip)
"""One line that isn't blank."""
TEXTS = st.builds(str.join, st.sampled_from(["\n", "\r\n", "\r", "\n\n"]), st.lists(LINES, min_size=1, max_size=4))
"""Several lines, some of them blank."""

PARSERS = {
    "commonmark": MarkdownIt("commonmark").enable("table"),
    "gfm": MarkdownIt("gfm-like"),
    "footnotes": MarkdownIt("gfm-like").use(footnote_plugin),
}


class Page(NamedTuple):
    """What a parser sees: blocks by their names, the text in each, and which markup and addresses are in the text."""

    blocks: list[str]
    texts: list[str]
    markup: set[str]
    links: set[str]


def parsed(markdown: str, parser: str) -> Page:
    """A hard break is a newline in the text; a soft one, which no export makes, is "↲"."""
    page = Page([], [], set(), set())
    plain = {"text": None, "text_special": None, "hardbreak": "\n", "softbreak": "↲"}
    for token in PARSERS[parser].parse(markdown):
        if token.type != "inline":
            page.blocks.append(token.type)
            continue
        children = token.children or []
        page.texts.append("".join(plain.get(child.type, "") or child.content for child in children))
        page.markup.update(child.type for child in children if child.type not in plain)
        page.links.update(str(child.attrs["href"]) for child in children if "href" in child.attrs)
    return page


def one_line(text: str) -> str:
    """The text as it must read where there's room for one line."""
    return re.sub(r"\r\n|\r|\n", " ", signs(text))


def paragraphs(text: str) -> list[str]:
    """The text as it must read where there's room for paragraphs."""
    found: list[list[str]] = [[]]
    for line in re.split(r"\r\n|\r|\n", signs(text)):
        if line.strip():
            found[-1].append(line)
        else:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]
