"""The sample as a user opens it."""

from __future__ import annotations

from pathlib import Path

import pytest

from seeds import sample_bytes
from store.archive import Archive


@pytest.fixture
def sample(tmp_path: Path) -> Archive:
    """The sample's file, copied and opened."""
    path = tmp_path / "sample.json"
    path.write_bytes(sample_bytes())
    return Archive.open(path)
