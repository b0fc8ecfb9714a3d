"""Texts that strangers may write: what acts on a terminal, turns or hides text, or is markup, code or a format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from store.characters import ACTIVE, unseen, visible

ESC = "\x1b"
ST = ESC + "\\"
STRINGS = {
    "title": f"{ESC}]0;pwned\x07",
    "title, ST": f"{ESC}]2;pwned{ST}",
    "title, unended": f"{ESC}]0;pwned",
    "palette": f"{ESC}]4;1;rgb:ff/00/00\x07",
    "folder": f"{ESC}]7;file://evil/x\x07",
    "link": f"{ESC}]8;;https://evil.example{ST}click{ESC}]8;;{ST}",
    "link, unended": f"{ESC}]8;id=1;https://evil.example{ST}click",
    "notification": f"{ESC}]9;pwned\x07",
    "colour query": f"{ESC}]10;?\x07",
    "clipboard": f"{ESC}]52;c;cHduZWQ=\x07",
    "clipboard, ST": f"{ESC}]52;p;cHduZWQ={ST}",
    "clipboard, unended": f"{ESC}]52;c;cHduZWQ=",
    "clipboard query": f"{ESC}]52;c;?\x07",
    "prompt mark": f"{ESC}]133;A\x07",
    "rxvt notification": f"{ESC}]777;notify;pwned;now\x07",
    "iTerm file": f"{ESC}]1337;File=name=cHdu;inline=1:AAAA\x07",
    "DECRQSS": f'{ESC}P$q"p{ST}',
    "DECUDK": f"{ESC}P0;1|17/6576696c{ST}",
    "sixel": f"{ESC}Pq#0;2;0;0;0#0~~$-{ST}",
    "XTGETTCAP": f"{ESC}P+q544e{ST}",
    "tmux passthrough": f"{ESC}Ptmux;{ESC}{ESC}]0;pwned\x07{ST}",
    "DCS, unended": f"{ESC}Pq",
    "kitty image": f"{ESC}_Gf=24,s=1,v=1;AAAA{ST}",
    "APC, unended": f"{ESC}_pwned",
    "PM": f"{ESC}^pwned{ST}",
    "SOS": f"{ESC}Xpwned{ST}",
    "screen title": f"{ESC}kpwned{ST}",
}
SEQUENCES = {
    "cursor report": f"{ESC}[6n",
    "status report": f"{ESC}[5n",
    "attributes": f"{ESC}[c",
    "second attributes": f"{ESC}[>c",
    "size report": f"{ESC}[18t",
    "title report": f"{ESC}[21t",
    "resize": f"{ESC}[8;5;5t",
    "iconify": f"{ESC}[2t",
    "erase all": f"{ESC}[2J",
    "erase line": f"{ESC}[2K",
    "erase above": f"{ESC}[1J",
    "forged row": f"{ESC}[3;1H▸ 12 Dec 16  Somebody  else said it",
    "row above": f"{ESC}[1A{ESC}[2Kforged",
    "home and back": f"{ESC}[s{ESC}[Hforged{ESC}[u",
    "column": f"{ESC}[1Gforged",
    "scroll region": f"{ESC}[5;10r",
    "leave alternate": f"{ESC}[?1049l",
    "enter alternate": f"{ESC}[?1049h",
    "old alternate": f"{ESC}[?47l",
    "mouse on": f"{ESC}[?1000h{ESC}[?1006h",
    "focus reports": f"{ESC}[?1004h",
    "cursor shown": f"{ESC}[?25h",
    "no paste brackets": f"{ESC}[?2004l",
    "paste end": f"{ESC}[201~:q!",
    "reverse video": f"{ESC}[?5h",
    "no wrap": f"{ESC}[?7l",
    "red": f"{ESC}[31;1mred",
    "concealed": f"{ESC}[8mhidden{ESC}[m",
    "blink": f"{ESC}[5mblink",
    "DECSTR": f"{ESC}[!p",
    "print": f"{ESC}[5i",
    "insert mode": f"{ESC}[4h",
    "newline mode": f"{ESC}[20h",
    "no tab stops": f"{ESC}[3g",
    "insert lines": f"{ESC}[10L",
    "delete lines": f"{ESC}[10M",
    "delete letters": f"{ESC}[5P",
    "repeat": f"A{ESC}[100b",
    "erase a rectangle": f"{ESC}[1;1;20;40$z",
    "kitty keys": f"{ESC}[>31u",
    "synchronised": f"{ESC}[?2026h",
    "RIS": f"{ESC}c",
    "DECALN": f"{ESC}#8",
    "double height": f"{ESC}#3big",
    "saved cursor": f"{ESC}7{ESC}[Hx{ESC}8",
    "line drawing": f"{ESC}(0lqqqk",
    "no UTF-8": f"{ESC}%@",
    "index": f"{ESC}D{ESC}D",
    "reverse index": f"{ESC}M{ESC}M",
    "next line": f"{ESC}Eforged",
    "ESC at the end": f"end{ESC}",
    "CSI at the end": f"end{ESC}[",
    "CSI of C1": "\x9b31mred",
    "OSC of C1": "\x9d0;pwned\x9c",
    "DCS of C1": "\x90$q\x9c",
    "other C1": "a\x84b\x88c\x8dd\x8ee\x98f\x9eg\x9f",
}
CONTROLS = {
    "NUL": "a\x00b",
    "ENQ": "a\x05b",
    "BEL": "a\x07b",
    "backspaces": "safe\b\b\b\bEVIL",
    "SO and SI": "a\x0elqk\x0fb",
    "flow control": "a\x11b\x13c",
    "CAN and SUB": f"{ESC}[3\x18x\x1ay",
    "DEL": "a\x7fb",
    "all of C0": "".join(map(chr, range(1, 9))) + "".join(map(chr, range(14, 28))),
}
LINES = {
    "CR": "safe\rEVIL",
    "LF": "one\ntwo",
    "CR LF": "one\r\ntwo",
    "tab": "a\tb\t\tc",
    "VT": "one\vtwo",
    "FF": "one\ftwo",
    "NEL": "one\x85two",
    "U+2028": "one\u2028two\u2029three",
    "separators": "a\x1cb\x1dc\x1ed\x1fe",
    "forged lines": "true.\n\n▸ 12 Dec 16  Somebody  else said it\n",
}
UNICODE = {
    "override": "\u202egnihtyna\u202c",
    "left-to-right override": "\u202dabc\u202c",
    "embedding": "\u202bab\u202c\u202acd",
    "isolates": "\u2067ab\u2069 \u2066cd\u2069 \u2068ef",
    "unended override": "invoice\u202efdp.exe",
    "direction marks": "a\u200eb\u200fc\u061cd",
    "zero width": "ze\u200bro w\u2060id\ufeffth",
    "joiners": "pass\u200dwo\u200crd",
    "soft hyphens": "de\u00adni\u00aded",
    "tags": "plain\U000e0061\U000e0062\U000e007f",
    "interlinear": "\ufff9base\ufffagloss\ufffb",
    "variation selectors": "a\ufe0fb\ufe01c\U000e0100d",
    "fillers": "a\u115fb\u1160c\u3164d\uffa0e",
    "format controls": "a\u206ab\u206fc\U0001d173d\u180ee",
    "noncharacters": "a\ufffeb\uffffc\ufdd0d\U0001ffffe",
    "private use": "a\ue000b\U000f0000c\U0010fffdd",
    "unassigned": "a\u0378b\U0001fafec",
    "object replacement": "a\ufffcb\ufffdc",
    "pile of marks": "Z" + "\u0300\u0335\u0489" * 20 + "algo",
    "leading marks": "\u0301\u0308\u20dda",
    "enclosing marks": "a\u20dd\u20e3b\u20e0",
    "widest sign": "a\ufdfdb\u2e3bc",
    "wide": "阿勒颇ＡＢＣ한국어ｱｲｳ",
    "jamo": "\u1112\u1161\u11ab\u1100\u1161",
    "ambiguous width": "①○★─·…°±",
    "families": "👨‍👩‍👧‍👦👩🏽‍🚒🏳️‍🌈❤️‍🔥",
    "flags and keycaps": "🇸🇾🇺🇳🇸1️⃣#️⃣☺️☺︎",
    "emoji without end": "👨\u200d",
    "Persian": "می‌خواهم بگویم ۱۲٪",
    "Hindi": "क्‍ष र्‍ हिन्दी श्री",
    "Hebrew": "בְּרֵאשִׁית 12% (א)",
    "Arabic": "«قالَ» ٩٩٠ مدنياً",
    "Thai": "กำลัง น้ำ",
    "lookalikes": "Аlерро",
}
WORDS = {
    "click": "[@click=app.quit]here[/]",
    "bell": "[@click=app.bell]here",
    "closed": "[/red]",
    "closed all": "[/]",
    "sic": "[sic]",
    "notes": "[1] … [sic] [...]",
    "markup link": "[link=https://evil.example]x[/link]",
    "style": "[bold red on white]x[/bold red on white]",
    "unended tag": "[bold",
    "escaped": "\\[red]\\",
    "variable": "[$primary]x[/]",
    "percent": "%s%n%x%d %(a)s",
    "braces": "{0.__class__} {} {{x}}",
    "dollars": "${HOME} $(reboot) `reboot`",
    "shell": "; rm -rf ~ | sh > x & '\"",
    "options": "--help -rf --archive=/etc/passwd",
    "escapes": "\\x1b[31m \\u202e \\033c ^[[2J",
    "entities": "&#27;[31m&lt;script&gt;",
    "HTML": "<script>alert(1)</script><!-- ",
    "formula": "=cmd|' /C calc'!A0",
    "path": "../../../etc/passwd",
    "SQL": "'; DROP TABLE actors; --",
    "quotation marks": "\"a\" 'b' “c” „d“ «e»",
    "long word": "Donau" + "dampfschifffahrt" * 30,
    "many words": "word " * 100,
    "spaces": "a" + " " * 200 + "b",
    "ours": "⟨BROKEN⟩ ⟨hidden⟩ ▸ ● ┃ │ ─ ▌",
    "our words": "text accepted · origin found · sayso: OK",
}
PAYLOADS = STRINGS | SEQUENCES | CONTROLS | LINES | UNICODE | WORDS
"""What it is -> the text."""

BREAKS = re.compile(r"[^\S ]")
"""What parts words or lines, so that the text stands on the screen otherwise than its signs would."""


def twin(text: str) -> str:
    """A harmless text that looks the same on the screen, and hides something where the text does."""
    return visible(text) + ("\u200b" if unseen(text) else "")


def acts(text: str) -> bool:
    """Whether any of it may do something on a terminal."""
    return bool(ACTIVE.search(text) or re.search(r"[\t\n\r]", text))


LETTERS = [
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA1)),
    *"[];?;$!:\\<>=(){}0123456789hlmHJKrcntqPX_^]@/ abc…“砲é",
    *"\u0300\u0335\u20dd\u0600\u0628\u064e\u05d0\u05b8\u0915\u094d\u1100\u1161\u11a8\uac00",
    *"\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\u206a",
    *"\u00ad\u034f\u061c\u115f\u180e\u3164\ufe0e\ufe0f\ufeff\ufff9\ufffb\ufffc\ufffe\uffff\ufdd0\U0001fffe\ue000",
    *"👨👩🏽🏴🇸🇾❤☺\u20e3\U000e0001\U000e0067\U000e007f\U000e0100\U0001d173\U0010ffff",
]
SURROGATES = ["\ud800", "\udc80", "\udfff"]


def random_texts(letters: Sequence[str], count: int) -> Iterator[str]:
    """The same at every call: up to 23 letters each."""
    random = Random(20161213)
    # Half of the letters are ESC, CSI and what ends a sequence, so that many are whole.
    whole = [*letters, *["\x1b", "\x1b[", "\x1b]", "\x9b", "\x07", "\x1b\\"] * (len(letters) // 6)]
    for _ in range(count):
        yield "".join(random.choices(whole, k=random.randrange(24)))
