"""Reports to bring in, in our own words: as text, as a page, as a PDF; and readers that are tried in this process."""

from __future__ import annotations

import zlib
from pathlib import Path

from store.editing.editor import Editor
from store.intake import Given, Job, Outcome, Source, Taken
from store.intake.reading import read

EDITOR = Editor("tester", "2020-03-04T09:00:00Z")
PARAGRAPHS = (
    "The mayor of Aldmoor said on Monday that shells had hit the market and that at least 12 people were killed there.",
    "“We counted 12 dead, and we are still counting,” she told the council, which had been called in from the hills.",
    "The army denied that its guns had fired, and said that the town was of no interest to it in this part of the war.",
    "Some 40 people were hurt, the hospital said, and many of those were brought to it by their own neighbours.",
    "The talks that had begun in Brae in the spring would go on with the help of the elders, an envoy told reporters.",
)
ARTICLE = "Shells fall on Aldmoor market\n\n" + "\n".join(PARAGRAPHS) + "\n"


def page(*paragraphs: str, head: str = "", lang: str = "en-GB") -> str:
    """An HTML page with what a news site puts around an article."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>Shells fall on Aldmoor market - The Courier</title>{head}'
        '</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav><article>'
        f"<h1>Shells fall on Aldmoor market</h1>{body}</article>"
        "<footer><p>© 2026 The Courier. All rights reserved.</p></footer></body></html>"
    )


HEAD = (
    '<meta charset="utf-8"><link rel="canonical" href="https://courier.example/2020/aldmoor">'
    '<meta property="og:site_name" content="The Courier"><meta name="author" content="Mara Quill">'
    '<meta property="article:published_time" content="2020-03-03T22:10:00+01:00">'
)


def pdf(*lines: str, filters: bytes = b"/FlateDecode", stream: bytes | None = None) -> bytes:
    """A PDF of one page with these lines; or with this stream, as it is, behind these filters."""
    if stream is None:
        shown = "".join(f"1 0 0 1 50 {750 - 14 * number} Tm ({line}) Tj\n" for number, line in enumerate(lines))
        stream = zlib.compress(f"BT /F1 11 Tf\n{shown}ET".encode("cp1252"))
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def job(data: bytes | str, name: str = "report.txt", **texts: str) -> Job:
    """A file of that name with these bytes, and what is given of it."""
    content = data.encode() if isinstance(data, str) else data
    return Job(Source(Path(name), content), Given(texts, EDITOR))


def outcome(data: bytes | str, name: str = "report.txt", **texts: str) -> Outcome:
    """What comes of it."""
    return read(job(data, name, **texts))


def taken(data: bytes | str, name: str = "report.txt", **texts: str) -> Taken:
    """What comes of it, which must be a document."""
    found = outcome(data, name, **texts)
    assert isinstance(found, Taken), found
    return found
