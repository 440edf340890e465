"""A folder as one ZIP file that has the same bytes wherever and whenever it is packed."""

import zipfile
from datetime import datetime
from pathlib import Path

from generator.errors import naming

UNFINISHED = ".bundle.part"
"""What is being packed, beside the bundles that are whole; the next run takes its place."""


def write_zip(folder: Path, path: Path, moment: datetime) -> None:
    """Pack a folder under one top folder named like the file.

    Sorted entries, one date: the same bytes every time.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(UNFINISHED)
    try:
        with naming(path):
            pack(folder, unfinished, path.stem, moment)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def pack(folder: Path, path: Path, top: str, moment: datetime) -> None:
    """Write the files of a folder into a ZIP file, below the folder ``top``."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        for file in files_below(folder):
            bundle.writestr(
                entry(f"{top}/{file.relative_to(folder).as_posix()}", moment), file.read_bytes()
            )


def files_below(folder: Path) -> list[Path]:
    """Every file below a folder, in the order of their paths."""
    return sorted((file for file in folder.rglob("*") if file.is_file()), key=Path.as_posix)


def entry(name: str, moment: datetime) -> zipfile.ZipInfo:
    """The head of a packed file: its name, one date and plain rights."""
    info = zipfile.ZipInfo(name, moment.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # Unix, on every machine
    info.external_attr = 0o644 << 16
    return info
