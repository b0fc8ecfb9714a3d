"""The sample archive: reports in our own words and the records drawn from them, as package data."""

from pathlib import Path


def sample_bytes() -> bytes:
    """The sample archive's file, whole; the same from a wheel, an editable install and a clone."""
    # Not by importlib.resources: what that imports for packages in archives is a hundredth of the browser's start.
    return Path(__file__).with_name("sample.json").read_bytes()
