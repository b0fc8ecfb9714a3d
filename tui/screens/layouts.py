"""How the board is laid out where it isn't wide and whole: sheets that are read when they are first wanted.

To read them at every start would be a hundredth of it, and most starts want none of them.
"""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

_SHEETS = {
    "-narrow": """
    Board.-narrow Titles { display: block; }
    Board.-narrow #left { display: none; max-width: 100%; }
    Board.-narrow #left > Frame { margin: 0; }
    Board.-narrow ListPane { display: none; height: 1fr; }
    Board.-narrow ListPane > Rows { margin: 0; }
    Board.-narrow #source { height: 6; }
    Board.-narrow.-short #source { display: none; }
    Board.-narrow.-at-actors #left, Board.-narrow.-at-documents #left { display: block; width: 1fr; height: 1fr; }
    Board.-narrow.-at-actors #right, Board.-narrow.-at-documents #right { width: 1fr; }
    Board.-narrow.-at-actors #actors, Board.-narrow.-at-documents #documents,
    Board.-narrow.-at-statements #statements, Board.-narrow.-at-figures #figures { display: block; }
    Board.-narrow.-at-source #source { display: block; height: 1fr; }
    Board.-narrow.-at-actors, Board.-narrow.-at-documents { layout: vertical; }
    Board.-narrow.-at-actors #right, Board.-narrow.-at-documents #right { height: 6; }
    Board.-narrow.-short.-at-actors #right, Board.-narrow.-short.-at-documents #right { display: none; }
    """,
    "-zoomed": """
    Board.-zoomed Frame { display: none; height: 1fr; }
    Board.-zoomed #left > Frame { margin: 0; }
    Board.-zoomed #left, Board.-zoomed #right { display: none; width: 1fr; max-width: 100%; }
    Board.-zoomed.-at-actors #left, Board.-zoomed.-at-documents #left { display: block; height: 1fr; }
    Board.-zoomed.-at-statements #right, Board.-zoomed.-at-figures #right, Board.-zoomed.-at-source #right {
        display: block; height: 1fr;
    }
    Board.-zoomed.-at-actors #actors, Board.-zoomed.-at-documents #documents,
    Board.-zoomed.-at-statements #statements, Board.-zoomed.-at-figures #figures,
    Board.-zoomed.-at-source #source { display: block; height: 1fr; }
    """,
    "-reviewing": """
    Board #review { width: 5fr; min-width: 40; max-width: 56; margin: 0 1 0 0; }
    Board.-reviewing #left, Board.-reviewing ListPane, Board.-reviewing Titles { display: none; }
    Board.-narrow.-reviewing { layout: vertical; }
    Board.-narrow.-reviewing #review { width: 1fr; max-width: 100%; height: 6fr; margin: 0; }
    Board.-narrow.-reviewing #right { width: 1fr; height: 5fr; }
    Board.-narrow.-reviewing Titles, Board.-narrow.-reviewing ListPane { display: none; }
    """,
}


def lay_out(board: Screen[Any], name: str, *, wanted: bool = True) -> None:
    """Lays the board out so ("-narrow", "-zoomed", "-reviewing"), or no more."""
    if wanted:
        board.app.stylesheet.add_source(_SHEETS[name], (__file__, name), is_default_css=True)
    board.set_class(wanted, name)
