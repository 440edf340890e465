"""What CONTRIBUTING.md shows of corrections can be copied."""

import re
from pathlib import Path

from msgspec import convert

from generator.model.codec import plain_from_yaml
from generator.model.correction import OPERATIONS, Correction

PROVENANCE = {"by": "编者", "on": "2026-11-21", "why": "分栏错接", "authority": "reading"}


def test_the_examples_of_the_guide_are_corrections(root: Path) -> None:
    guide = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = [
        plain_from_yaml(block) for block in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    ]
    shown = [
        convert(PROVENANCE | entry, Correction).operation for block in blocks for entry in block
    ]
    assert set(shown) == set(OPERATIONS)
