"""Two states of a site."""

from pathlib import Path

from tests.bench.trees import Change, compare_trees, list_tree, size_of


def test_added_changed_and_removed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name, text in {"same": "12", "a/changed": "123", "removed": "1"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    old = list_tree(tmp_path)
    assert size_of(old) == 6
    assert compare_trees(old, list_tree(tmp_path)) == Change(0, 0, 0, 0)
    (tmp_path / "removed").unlink()
    (tmp_path / "a/changed").write_text("321", encoding="utf-8")
    (tmp_path / "a/added").write_text("12345", encoding="utf-8")
    change = compare_trees(old, list_tree(tmp_path))
    assert change == Change(added=1, changed=1, removed=1, uploaded=8)
    assert change.files == 3
