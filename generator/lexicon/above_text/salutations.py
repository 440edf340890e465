"""Whom a speech greets: ``同志们：``, ``各位代表：``, ``尊敬的各位来宾，女士们、先生们，朋友们！``."""

import re

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.signs import ANY_COLON

_GREETED = "同志们|各位代表|各位委员|各位(?:同志|领导|来宾|嘉宾|朋友|企业家|专家)|朋友们|全体委员|(?:来宾|嘉宾|先生|女士|同学|老师|乡亲)们"
NOT_ADDRESSED = (
    r"同志们|各位代表|各位委员|朋友们|全体委员|^尊敬的|委员们$|(?:来宾|嘉宾|先生|女士)们?$"
)
"""What shows that those who are named before a colon are greeted: they are no recipients of a document."""
_GREETING = rf"(?:尊敬的)?[^，。、：！\d]{{0,16}}?(?:{_GREETED})"
_SALUTATION = re.compile(rf"{_GREETING}(?:[、，,]{_GREETING}){{0,5}}(?:{ANY_COLON}|[！!])")


def is_salutation(text: str) -> bool:
    """Whether a line greets those who hear a speech, and says nothing else."""
    return _SALUTATION.fullmatch(squeeze(text)) is not None
