"""What the command line says of what the system refused."""

import errno
import os
import sys
from typing import TextIO

import pytest

from generator.cli import voice


def refused(code: int, path: str | None, monkeypatch: pytest.MonkeyPatch) -> list[TextIO]:
    """The streams that are given up when the system refused something."""
    given: list[TextIO] = []
    monkeypatch.setattr(voice, "give_up", given.append)
    error = OSError(code, os.strerror(code)) if path is None else OSError(code, "", path)
    voice.say_refused(error)
    return given


@pytest.mark.parametrize(
    "code",
    [errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO, errno.EBADF],
    ids=errno.errorcode.get,
)
def test_what_cannot_be_written_and_has_no_name_is_the_standard_output(
    code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(code, None, monkeypatch) == [sys.stdout]
    assert capsys.readouterr().err.startswith("standard output: ")


def test_nothing_is_said_where_nobody_listens(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(errno.EPIPE, None, monkeypatch) == [sys.stdout]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("code", "path"), [(errno.ENOSPC, "site"), (errno.EACCES, None)])
def test_a_file_that_has_a_name_and_what_is_not_written_give_nothing_up(
    code: int,
    path: str | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert refused(code, path, monkeypatch) == []
    assert "standard output" not in capsys.readouterr().err
