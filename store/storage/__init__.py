"""The archive's files: the snapshot that TinyDB reads, the log of what changed since and why, the lock, the copies."""

from store.storage.lock import locked
from store.storage.meta import SCHEMA, Meta
from store.storage.names import backup_of, lock_of, log_of, real
from store.storage.snapshot import RawTable, Snapshot, encode, load, replace

__all__ = [
    "SCHEMA", "Meta", "RawTable", "Snapshot", "backup_of", "encode", "load", "lock_of", "locked", "log_of", "real",
    "replace",
]  # fmt: skip
