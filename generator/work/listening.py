"""To whom a run reports how it goes on."""

from contextlib import AbstractContextManager
from typing import Protocol


class Voice(Protocol):
    """To whom a run reports how it goes on."""

    def say(self, *lines: str) -> None:
        """Hear lines that a person is to read."""

    def busy(self, what: str) -> AbstractContextManager[None]:
        """Hear that something takes a while."""

    def progress(self, path: str, done: int, total: int) -> None:
        """Hear that a source was read."""


class Ear:
    """A voice that remembers what it said."""

    def __init__(self, voice: Voice) -> None:
        self.heard: list[str] = []
        self.busy = voice.busy
        self.progress = voice.progress
        self._voice = voice

    def say(self, *lines: str) -> None:
        """Pass lines on."""
        self.heard += lines
        self._voice.say(*lines)
