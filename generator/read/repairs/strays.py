"""Single characters that a recogniser put for others: ``and`` for 和, traditional forms in simplified text."""

import re

from generator.model import Finding
from generator.read.lines import Line

_AND = re.compile(r"(?<=[\u4e00-\u9fff”》）)])\s*\band\b\s*(?=[\u4e00-\u9fff“《])")
_TRADITIONAL = str.maketrans("門發載關於國務區處應會議員長書記執據規條實業產機構個為這與後來時對過還進開問題無從強師貴資費農縣鄉鎮",
                             "门发载关于国务区处应会议员长书记执据规条实业产机构个为这与后来时对过还进开问题无从强师贵资费农县乡镇")
_CHAR = re.compile(f"[{''.join(chr(code) for code in _TRADITIONAL)}]")
_FEW = 0.002
"""Share of traditional forms above which a text counts as written in them."""


def repair_strays(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without stray English words and, in a simplified text, without stray traditional forms."""
    size = sum(len(line.text) for line in lines)
    simplified = sum(len(_CHAR.findall(line.text)) for line in lines) <= max(20, size * _FEW)
    repaired, findings = [], []
    for line in lines:
        text, found = _AND.subn("和", line.text)
        if found:
            findings.append(_finding(line.number, "and", "和"))
        for char in dict.fromkeys(_CHAR.findall(text)) if simplified else ():
            findings.append(_finding(line.number, char, char.translate(_TRADITIONAL)))
            text = text.replace(char, char.translate(_TRADITIONAL))
        repaired.append(line if text == line.text else line.with_text(text))
    return repaired, findings


def _finding(number: int, found: str, correct: str) -> Finding:
    return Finding(line=number, kind="ocr-char", severity="info", found=found, correct=correct, message="识别错字，据上下文改正")
