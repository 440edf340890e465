"""How a document of a gazette is cited: plain values → a CSL-JSON item, and of that the texts of a reference.

Everything else is made of the item alone: the reference by GB/T 7714 (:mod:`reference_text`), BibTeX, RIS and the
tags of a page. So the same item of a browser, with its address and day, gives the same texts (``reference.js``).
"""

from generator.reference.bibtex import bibtex
from generator.reference.csl_item import Cited, Item, cite_document, csl_item, item_of
from generator.reference.reference_text import GB_2015, GB_2025, Edition, gbt_7714
from generator.reference.ris import ris

__all__ = [
    "GB_2015",
    "GB_2025",
    "Cited",
    "Edition",
    "Item",
    "bibtex",
    "cite_document",
    "csl_item",
    "gbt_7714",
    "item_of",
    "ris",
]
