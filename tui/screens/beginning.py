"""How a screen begins: nothing of it is shown until all has found its place, and then it is drawn once."""

from __future__ import annotations

from contextlib import ExitStack

from textual.screen import Screen


class Beginning(Screen[None]):
    """A screen whose first frame is the first that anybody sees."""

    def __init__(self) -> None:
        super().__init__()
        self.beginning = ExitStack()
        """What holds all drawing up until the first frame: the app's `batch_update`."""
        self._begun = False

    def on_screen_resume(self) -> None:
        # Next Textual lays out all for the first time, and asks for the frame to be drawn after what is asked for here.
        self.call_later(self.begin_drawing)

    def begin_drawing(self) -> None:
        """What is drawn is shown from now on. Again it does nothing."""
        if not self._begun:
            # The first frame draws all; Textual would have all of it drawn once more right after it.
            self._begun, self._repaint_required = True, False
            self.beginning.close()
