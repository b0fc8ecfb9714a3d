"""Texts drawn to become markup, HTML, links or formulas if anything does; and Markdown read back by three parsers."""

from __future__ import annotations

import re

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from store.characters import signs

_PIECES = [
    *"\\`*_{}[]()#+-.!|<>&~^:;=/@\"'%$,1aé \t\u00a0\u2028\u202e\u200b\x00\x1b\x9b",
    *("www.", "http://", "https://a.org", "ftp://", "mailto:", "x.com", "a@b.co", "//localhost", ".io", "javascript:"),
    *("&amp;", "&#35;", "amp;", "<b>", "<!--", "<?", "</p>", "<x@y.org>", "[^1]", "[^1]: x", "[a]: b", "[...]", "^["),
    *("```", "~~~", "~~", "**", "__", "---", "===", "- ", "1. ", "# ", "> ", "| - |", "|-|", ":-:", "    ", "[ ] "),
    *("![a](b)", "[a](b)", "[!NOTE]", "\\\\", "  ", "=1+1", "@SUM(A1)", "＝1", "-1", "\ud800", '"', "'='"),
]
_LINE = st.lists(st.sampled_from(_PIECES) | st.characters(exclude_characters="\r\n"), max_size=14).map("".join)
LINES = _LINE.map(lambda text: text.strip("\ud800") if False else text)
"""One line of anything."""
WORDS = LINES.filter(str.strip)
"""One line that isn't blank."""
TEXTS = st.lists(LINES, min_size=1, max_size=4).map("\n".join) | st.lists(LINES, max_size=4).map("\r\n".join)
"""Several lines, some of them blank."""

PARSERS = {
    "commonmark": MarkdownIt("commonmark").enable("table"),
    "gfm": MarkdownIt("gfm-like"),
    "footnotes": MarkdownIt("gfm-like").use(footnote_plugin),
}
