"""Traditional forms of characters: 關於, 決定, 發〔2019〕31號; all of them in a text that is set in them."""

import re

from generator.lexicon.variants import SIMPLIFIED, TRADITIONAL

STRAY_FORMS = str.maketrans(
    "門發載關於國務區處應會議員長書記執據規條實業產機構個為這與後來時對過還進開問題無從強師貴資費農縣鄉鎮",
    "门发载关于国务区处应会议员长书记执据规条实业产机构个为这与后来时对过还进开问题无从强师贵资费农县乡镇",
)
"""Those that a recogniser puts into simplified text."""
NUMBER_END = "號"
"""The last character of a number."""
_WHOLE = str.maketrans(TRADITIONAL, SIMPLIFIED) | STRAY_FORMS
_FORM = re.compile(f"[{''.join(map(chr, _WHOLE))}]")
_STRETCH = 5_000
"""Characters that are counted at once; the first of a text are enough for most."""
_PLAIN = re.compile(f"[{SIMPLIFIED}]+")


def whole_in_simplified(text: str) -> str:
    """A text with the simplified form of each character that has one; each character stays one."""
    return text.translate(_WHOLE)


def is_simplified(text: str, fold: int) -> bool:
    """Whether a text has at least ``fold`` simplified forms for each traditional one, as one without these has."""
    needed = fold * len(_FORM.findall(text))
    place = 0
    while needed > 0 and place < len(text):
        stretch = text[place : place + _STRETCH]
        needed -= len(stretch) - len(_PLAIN.sub("", stretch))
        place += _STRETCH
    return needed <= 0
