"""Plain data as YAML and back."""

import json

import pytest
import yaml

from generator.model.codec import dump_yaml, plain_from_yaml

RARE = {"name": "张𬭎", "place": "𠮷山镇", "plain": "淄川区", "hostile": "\\U0001F600 \\ud83d"}


def test_rare_characters_are_written_as_they_are() -> None:
    assert "name: 张𬭎\nplace: 𠮷山镇\nplain: 淄川区\n" in dump_yaml(RARE)
    assert plain_from_yaml(dump_yaml(RARE)) == RARE


def test_json_may_write_them_as_two_escapes() -> None:
    text = json.dumps(RARE)
    assert r"\ud872\udf4e" in text
    assert plain_from_yaml(text) == RARE


def test_half_a_character_is_no_text() -> None:
    with pytest.raises(yaml.YAMLError):
        plain_from_yaml(r'{"name": "\ud872"}')
