"""Draws the README's picture: `python -m tests.tui.picture` writes it anew after the screen has changed."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from seeds import sample_bytes
from tui.app import SaysoApp
from tui.config import Config, Launch

PICTURE = Path(__file__).parent / "pictures" / "browser.svg"
SIZE = (132, 40)


async def drawn(folder: Path) -> str:
    """The browser on the sample archive as an SVG that asks no other host for a font."""
    archive = folder / "sample.json"
    archive.write_bytes(sample_bytes())
    app = SaysoApp(Launch(archive, True, False, None, None, None, Config(), folder))
    async with app.run_test(size=SIZE) as pilot:
        while app.browser.shown is None or app.browser.subject is None:
            await pilot.pause()
        rows = app.browser.rows("statements")
        await pilot.press(*["j"] * 6)
        while app.browser.subject.record.id != rows.row_id:
            await pilot.pause()
        await pilot.press("2", "space", "k")
        while app.browser.subject.record.id != rows.row_id:
            await pilot.pause()
        await pilot.pause()
        picture = app.export_screenshot(title="sayso")
    picture = re.sub(r"\s*@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    return picture.replace("Fira Code", "ui-monospace, monospace").replace("\r\n", "\n")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.write_text(asyncio.run(drawn(Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
