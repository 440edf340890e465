"""Pages that people wrote lead nowhere else in a part than they did in the whole."""

from pathlib import Path

import pytest

from generator.publish.bundles import lead_out

TEXT = (
    "\ufeff见[一](../archive/yunxi/2020/1/1.md#art-2)、[二](../archive/yunxi/2019/12/1.md#art-1)、"
    "[关于](../about.md)、[没有](../nowhere.md)、[站外](https://example.org/archive/x.md)、"
    "![图](../archive/x.md)、[短](../n/%E4%BA%91/2019/1.md)\r\n"
)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Pages of a part: one document, and a page that a person wrote."""
    for name in ("archive/yunxi/2020/1/1.md", "mine/page.md", "about.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(TEXT.encode())
    return tmp_path


def test_links_to_what_only_the_whole_holds_lead_there(docs: Path) -> None:
    lead_out(docs, "https://example.org/g/")
    assert (docs / "mine/page.md").read_bytes().decode() == TEXT.removeprefix("\ufeff").replace(
        "../archive/yunxi/2019/12/1.md", "https://example.org/g/archive/yunxi/2019/12/1/"
    ).replace("../n/%E4%BA%91/2019/1.md", "https://example.org/g/n/云/2019/1/")
    assert (docs / "archive/yunxi/2020/1/1.md").read_bytes() == TEXT.encode()


def test_without_an_address_they_are_their_words(docs: Path) -> None:
    lead_out(docs, "")
    text = (docs / "mine/page.md").read_bytes().decode()
    assert "、二、" in text
    assert "、短\r\n" in text
    assert "[一](../archive/yunxi/2020/1/1.md#art-2)" in text
    assert "[没有](../nowhere.md)" in text
