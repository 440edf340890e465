"""The address of a site: checked before anything is written, and written as text wherever it is."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.errors import WrongUse
from generator.publish import Layout, address
from generator.publish.address import check_address, links_to, site_address

BAD = (
    "example.org", "//example.org/", "/gazettes/", "ftp://example.org/", "javascript:alert(1)", "https://",
    "https:///x",
    "https://exa mple.org/", "https://example.org/a b", "https://example.org/\n",
    "https://example.org/\t", "https://example.org/\0",
    'https://example.org/"', "https://example.org/'", "https://example.org/<b>",
    "https://example.org/?a=1", "https://example.org/#a",
    "https://example.org/{{x}}", "https://example.org\\x", "https://[::1/", "https://example.org:99999/",
    "https://a..b/",
    "https://-/", "https://example.org/&lt", "https://user name@example.org/", "https://\ud800.org/",
    "https://例 子.中国/", "x" * 5_000,
)  # fmt: skip
GOOD = {
    "https://example.org": "https://example.org/",
    "http://example.org/gazettes": "http://example.org/gazettes/",
    "https://example.org:8443/a/b/": "https://example.org:8443/a/b/",
    "http://127.0.0.1:8000": "http://127.0.0.1:8000/",
    "http://[::1]:8000/": "http://[::1]:8000/",
    "https://例子.中国/公报": "https://例子.中国/公报/",
    "HTTPS://Example.org/": "HTTPS://Example.org/",
    "https://example.github.io/~a/b.c-d_e/": "https://example.github.io/~a/b.c-d_e/",
}


@pytest.mark.parametrize("address", BAD)
def test_a_bad_address_is_one_short_line(address: str) -> None:
    with pytest.raises(WrongUse) as refused:
        check_address(address, "SITE_URL")
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 250


@pytest.mark.parametrize(("address", "written"), GOOD.items())
def test_a_good_address_ends_in_a_slash(address: str, written: str) -> None:
    assert check_address(address, "SITE_URL") == written


@pytest.mark.parametrize("value", ["'ftp://x/'", "'https://x/?a'", "[1]", "5", "true"])
def test_the_address_in_the_configuration_is_checked_too(value: str, project: Layout) -> None:
    config = project.config.read_text(encoding="utf-8")
    project.config.write_text(f"{config}\nsite_url: {value}\n", encoding="utf-8")
    with pytest.raises(WrongUse, match="site_url"):
        site_address(project)


@pytest.mark.parametrize("value", ["''", "null", "https://example.org/a"])
def test_a_configuration_may_leave_it_out(value: str, project: Layout) -> None:
    config = project.config.read_text(encoding="utf-8")
    project.config.write_text(f"{config}\nsite_url: {value}\n", encoding="utf-8")
    assert site_address(project) is None
    assert site_address(project, "https://example.org") == "https://example.org/"


@pytest.mark.parametrize("how", ["option", "variable"])
def test_a_build_with_a_bad_address_ends_before_anything_is_written(
    how: str, issues: Path, project: Layout
) -> None:
    bad = "https://example.org/?x"
    arguments = ["build", "--issues", str(issues), "--docs", str(project.docs), "--site", str(project.site),
                 "--config", str(project.config)]  # fmt: skip
    given = ["--site-url", bad] if how == "option" else []
    result = CliRunner().invoke(
        main, [*arguments, *given], env={"SITE_URL": bad} if how == "variable" else {}
    )
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert not (project.docs / "archive").exists()
    assert not (issues / "permalinks.yml").exists()


def test_the_theme_writes_the_address_as_text(root: Path) -> None:
    written = re.compile(r"\{\{[^{}]*(?:canonical_url|site_url|abs_url)[^{}]*\}\}")
    for path in sorted((root / "overrides").rglob("*.*")):
        for expression in written.findall(path.read_text(encoding="utf-8")):
            assert re.search(r"\| (?:e|tojson) ?\}\}", expression), f"{path.name}: {expression}"


@pytest.mark.parametrize(
    ("configured", "given", "indexes", "expected"),
    [
        ("", None, True, ["feeds, no sitemap.xml, no opensearch.xml and no dcat.jsonld"]),
        ("https://example.org", None, True, []),
        ("", "https://example.org/", True, []),
        ("https://example.org/", None, False, ["no FTS5 with trigrams"]),
    ],
)
def test_what_a_site_goes_without_is_said_in_a_line(
    project: Layout,
    monkeypatch: pytest.MonkeyPatch,
    configured: str,
    given: str | None,
    *,
    indexes: bool,
    expected: list[str],
) -> None:
    with project.config.open("a", encoding="utf-8") as file:
        file.write(f"site_url: {configured}\n" if configured else "")
    monkeypatch.setattr(address, "can_index", lambda: indexes)
    said = address.name_lacking(project, given)
    assert len(said) == len(expected)
    assert all(words in line for words, line in zip(expected, said, strict=True))
    assert links_to(project, given).site in ("", "https://example.org/")
