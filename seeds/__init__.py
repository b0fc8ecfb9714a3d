"""The sample archive: reports in our own words and the records drawn from them, as package data."""

from importlib.resources import files


def sample_bytes() -> bytes:
    """The sample archive's file, whole; the same from a wheel, an editable install and a clone."""
    return files(__name__).joinpath("sample.json").read_bytes()
