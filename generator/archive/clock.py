"""The date of what is published: that of the archive, never today's.

So the same issues give the same bytes.
"""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime

from generator.errors import GazetteError
from generator.model import Archive

VARIABLE = "SOURCE_DATE_EPOCH"
"""The environment's say (https://reproducible-builds.org/specs/source-date-epoch/), in seconds
since 1970."""

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The first moment that a ZIP file can name."""
LATEST = datetime(2107, 12, 31, tzinfo=UTC)
"""The last day that a ZIP file can name."""


def clock_of(archive: Archive) -> datetime:
    """The moment that a site or bundle of ``archive`` is dated with.

    ``SOURCE_DATE_EPOCH`` when it is set, else the latest date on which an issue was published, else
    the latest date of a document, else the first day of the latest year of an issue, else
    1980-01-01. Dates that are doubted (:mod:`generator.registers.plausible`) do not count.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        return max(_moment(named), EARLIEST)
    published = [record.published for record in archive.issues]
    signed = [record.day for record in archive.documents]
    years = [f"{record.year}-01-01" for record in archive.issues if record.year]
    latest = _latest(published) or _latest(signed) or _latest(years) or EARLIEST
    return min(max(latest, EARLIEST), LATEST)


_SHOWN = 40
"""Most characters of a bad value that an error quotes."""


def _moment(seconds: str) -> datetime:
    """The moment that the environment names."""
    try:
        moment = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as error:
        reason = f"{VARIABLE} is no count of seconds: {seconds[:_SHOWN]!r}"
        raise GazetteError(reason) from error
    if moment.date() > LATEST.date():
        reason = f"{VARIABLE} names a moment after {LATEST:%Y-%m-%d}, which no ZIP file can hold: {seconds}"
        raise GazetteError(reason)
    return moment


def _latest(dates: Iterable[str | None]) -> datetime | None:
    """The latest of the dates that the calendar has."""
    return max(filter(None, map(_day, dates)), default=None)


def _day(text: str | None) -> datetime | None:
    """The day of an ISO date; None where the calendar has none."""
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
