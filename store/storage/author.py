"""Who changes an archive, and when: what stands in each line of its log."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def login() -> str:
    """The real login, by the process's real user; a user without a name as a number."""
    from pwd import getpwuid  # who only reads has no need of it

    try:
        return getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"user {os.getuid()}"


def alias() -> str:
    """Who says to be at work: SAYSO_USER, as where several share a login; "" where it isn't set."""
    return os.environ.get("SAYSO_USER", "").strip()


def now() -> str:
    """UTC, to the second, as in 2016-12-13T09:00:00Z."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
