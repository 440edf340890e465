"""Where a reader suggests a correction: the file of corrections of an issue, in the repository of the archive."""

from urllib.parse import quote

from generator.model import IssueRecord, Site

ENDING = ".corrections.yml"

NEW_FILE = (
    ("/-/edit/", "/-/new/", "file_name"), ("/-/blob/", "/-/new/", "file_name"),
    ("/edit/", "/new/", "filename"), ("/blob/", "/new/", "filename"),
)  # fmt: skip
"""How GitLab and GitHub say that a file is edited or shown, that a new one is made, and what it is called."""


def suggestion(site: Site, record: IssueRecord) -> dict[str, str]:
    """Front matter for the theme: ``suggest`` with the address; nothing where no repository is known.

    What is no print has no file of corrections and is itself corrected.
    """
    if not (site.corrections and record.file):
        return {}
    stem, _, ending = record.file.rpartition(".")
    if ending == "yml":
        return {"suggest": f"{site.corrections}{quote(record.file)}"}
    address = f"{site.corrections}{quote(stem)}{ENDING}"
    is_there = any(finding.entry for finding in record.issue.findings)
    return {"suggest": address if is_there else new_file(address)}


def new_file(address: str) -> str:
    """The address at which a file that is not there yet is begun, where the host is known to have one."""
    folder, _, name = address.rpartition("/")
    for edit, new, parameter in NEW_FILE:
        if edit in folder:
            return f"{folder.replace(edit, new, 1)}?{parameter}={name}"
    return address
