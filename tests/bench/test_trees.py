"""Two states of a site."""

from pathlib import Path

from tests.bench.trees import Change, compare_trees, list_tree, size_of


def test_added_changed_and_removed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name, text in {"same": "12", "a/changed": "123", "removed": "1"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    old = list_tree(tmp_path)
    assert size_of(old) == 6
    assert compare_trees(old, list_tree(tmp_path)) == Change(0, 0, 0, 0, 0, 0)
    (tmp_path / "removed").unlink()
    (tmp_path / "a/changed").write_text("321", encoding="utf-8")
    (tmp_path / "a/added").write_text("12345", encoding="utf-8")
    change = compare_trees(old, list_tree(tmp_path))
    assert change == Change(added=1, changed=1, removed=1, uploaded=8, search=0, lists=8)
    assert change.files == 3


def test_what_is_uploaded_is_of_the_search_of_lists_or_of_issues() -> None:
    new = {
        name: (1 << nth, b"")
        for nth, name in enumerate((
            "data/search/g/0-1-ab.js", "data/search/manifest.js",
            "archive/kinds/通知/2011-2/index.html",
            "archive/years/2011/index.html", "data/catalog/index.json", "index.html",
            "archive/cited/2011/index.html",
            "archive/yunxi/2011/4/1/index.html", "archive/yunxi/2011/zengkan-1/index.html",
            "archive/yunxi/2011/4-5/index.html", "data/search/t/1-0-ab.js",
            "data/catalog/yunxi/2011/4.json", "n/云政发/2011/4/index.html",
        ))
    }  # fmt: skip
    change = compare_trees({}, new)
    assert (change.search, change.lists) == (0b11, 0b1111100)
