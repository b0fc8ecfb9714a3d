"""Web addresses of reports: what is opened, which host is shown for it, and how the desktop is asked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.terminal import ROOT
from tui.links import Link, LinkError, link, open_with, opener


@pytest.mark.parametrize(
    ("url", "opened", "host"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e", "example.org"),
        ("http://example.org:8080", "http://example.org:8080", "example.org"),
        ("HTTPS://Example.ORG/A", "https://example.org/A", "example.org"),
        ("http://[::1]:80/", "http://[::1]:80/", "::1"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4", "bücher.example (xn--bcher-kva.example)"),
        ("https://аррӏе.com/", "https://xn--80ak6aa92e.com/", "аррӏе.com (xn--80ak6aa92e.com)"),
        ("https://example.org/{a}|b^", "https://example.org/%7Ba%7D%7Cb%5E", "example.org"),
    ],
)
def test_an_address_is_opened_in_ascii_and_its_host_is_shown(url: str, opened: str, host: str) -> None:
    assert link(url) == Link(opened, host)


def test_what_stands_before_an_at_sign_is_not_taken_for_the_host() -> None:
    found = link("https://bbc.co.uk@evil.example/news")
    assert found.host.startswith("evil.example ")
    assert "before the @" in found.host


REFUSED = """
file:///etc/passwd javascript:alert(1) ssh://example.org ftp://example.org /news -x --help
https:// https:///example.org https:example.org http://[bad https://example.org:port/
https://example.org\\@evil.example/ https://℀.example https://%65vil.example/ https://good.example%2f.evil.example/
https://example.org/" https://example.org/`id` https://$(id).example https://exa\u200bmple.org
https://example.org/\u202egro.live https://example.org/\x1b[2J
"""


@pytest.mark.parametrize(
    "url", [*REFUSED.split(), "", "https://a b@c.example", "\thttps://example.org", "https://a.b/\n"]
)
def test_all_else_is_not_opened_and_it_is_said(url: str) -> None:
    with pytest.raises(LinkError):
        link(url)


@given(st.text(max_size=30), st.sampled_from(["", "http:", "https://", "https://example.org/", "https://a@"]))
def test_whatever_an_address_is_what_is_opened_is_printable_ascii_of_a_web_address(text: str, before: str) -> None:
    try:
        found = link(before + text)
    except LinkError:
        return
    assert found.url.isascii()
    assert found.url.isprintable()
    assert found.url.startswith(("http://", "https://"))
    assert not set(found.url) & set(' "\\<>`')


def programs(folder: Path, *names: str) -> str:
    """A PATH with programs of these names."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o755)
    return str(folder)


def test_the_desktop_is_asked_by_its_own_program_and_only_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    path = programs(tmp_path / "bin", "xdg-open", "wslview", "w3m", "open")
    assert opener({"PATH": path, "DISPLAY": ":0"}) == f"{path}/xdg-open"
    assert opener({"PATH": path, "WAYLAND_DISPLAY": "wayland-0"}) == f"{path}/xdg-open"
    assert opener({"PATH": path, "WSL_DISTRO_NAME": "Debian"}) == f"{path}/wslview"
    assert opener({"PATH": path, "BROWSER": "w3m"}) is None
    assert opener({"PATH": str(tmp_path), "DISPLAY": ":0"}) is None


OPENER = f"""#!{sys.executable}
import json, os, sys
told = {{"given": sys.argv[1:], "terminals": [fd for fd in range(3) if os.isatty(fd)],
        "nulls": [os.path.samestat(os.fstat(fd), os.stat(os.devnull)) for fd in range(3)],
        "own": os.getsid(0) == os.getpid()}}
with open(os.path.dirname(sys.argv[0]) + "/asking", "w") as file:
    json.dump(told, file)
os.rename(file.name, os.path.dirname(sys.argv[0]) + "/asked")
"""
"""Writes down how it was started."""


def test_the_program_gets_the_address_as_one_argument_and_no_terminal(tmp_path: Path) -> None:
    program = tmp_path / "opener"
    program.write_text(OPENER)
    program.chmod(0o755)
    url = "https://example.org/$(touch%20x);'a'&b=*?~"
    open_with(str(program), link(url))
    limit = monotonic() + 10
    while not (tmp_path / "asked").exists():
        assert monotonic() < limit, "the program was not started"
        sleep(0.005)
    assert json.loads((tmp_path / "asked").read_text()) == {
        "given": [url],
        "terminals": [],
        "nulls": [True, True, True],
        "own": True,
    }


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(LinkError, match=r"can't be started"):
        open_with(str(tmp_path / "gone"), Link("https://example.org", "example.org"))


WAITING = """
import os, time
from tests.tui.terminal import ROOT
from tui.links import Link, open_with
open_with("/bin/true", Link("https://a.example", "a"))
limit = time.monotonic() + 10
try:
    while time.monotonic() < limit:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        time.sleep(0.005)
except ChildProcessError:
    print("no child is left")
"""


def test_no_exit_code_is_left_behind() -> None:
    done = subprocess.run([sys.executable, "-c", WAITING], capture_output=True, timeout=30, check=True, cwd=ROOT)
    assert done.stdout == b"no child is left\n"
