"""Numbers of what is published: names, warnings, quotations, on either side of each."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.errors import GazetteError, WrongUse
from generator.model import Archive, Licence, Site
from generator.publish.address import check_address
from generator.publish.bundles import Bundled
from generator.publish.bundles.bundle import bundle_name, read_me
from generator.publish.bundles.zip_file import entry, write_zip
from generator.publish.identity import read_settings, read_site
from generator.publish.mkdocs import refuse_warnings
from generator.publish.site_folder import is_site
from generator.publish.theme.colours import luminance, read_colour, with_luminance, write_colour
from generator.publish.turns import LEFT

DAY = datetime(2020, 3, 31, tzinfo=UTC)


@pytest.mark.parametrize(("count", "more"), [(20, []), (21, ["… and 1 more"])])
def test_twenty_warnings_are_listed(count: int, more: list[str]) -> None:
    warnings = [f"w{nth}" for nth in range(count)]
    with pytest.raises(GazetteError) as caught:
        refuse_warnings(warnings)
    lines = str(caught.value).split("\n")
    assert lines == [f"the site is not made; warnings: {count}", *warnings[:20], *more]


@pytest.mark.parametrize(
    ("name", "moment", "file"),
    [
        ("云溪 文库", DAY, "云溪-文库-2020-03-31"),
        ("/a/ b!", DAY, "a-b-2020-03-31"),
        ("!!", datetime(1980, 1, 2, tzinfo=UTC), "gongbao-1980-01-02"),
        ("甲", datetime(1980, 1, 1, tzinfo=UTC), "甲"),
    ],
)
def test_the_name_of_a_bundle(name: str, moment: datetime, file: str) -> None:
    assert bundle_name(Site(name=name), moment) == file


def test_the_note_says_what_is_known() -> None:
    site = Site(
        name="文库",
        publisher="办公室",
        licence=Licence("CC0", "https://x/"),
        repository="https://y/",
    )
    lines = read_me(Bundled(Archive(), site, DAY)).decode("utf-8-sig").split("\r\n")
    assert lines[0] == "文库（离线版）"
    assert lines[2] == "本库尚未收录公报。"
    assert lines[-4:] == [
        "整理发布：办公室",
        "文本许可：CC0 https://x/",
        "代码仓库：https://y/",
        "",
    ]
    plain = read_me(Bundled(Archive(), Site(name="文库"), DAY)).decode("utf-8-sig")
    assert plain.endswith("ro-crate-metadata.json。\r\n")


def test_a_packed_file_has_plain_rights_and_one_date(tmp_path: Path) -> None:
    info = entry("a/b", DAY)
    assert (info.create_system, info.external_attr >> 16, info.date_time[:3]) == (
        3,
        0o644,
        (2020, 3, 31),
    )
    (tmp_path / "s/b").mkdir(parents=True)
    for name in ("z", "b/y", "a"):
        (tmp_path / "s" / name).write_text(name, encoding="utf-8")
    write_zip(tmp_path / "s", tmp_path / "dist/x.zip", DAY)
    with zipfile.ZipFile(tmp_path / "dist/x.zip") as packed:
        assert packed.namelist() == ["x/a", "x/b/y", "x/z"]
    assert [path.name for path in (tmp_path / "dist").iterdir()] == ["x.zip"]


def test_a_bad_address_is_quoted_up_to_eighty_characters() -> None:
    for size in (80, 81):
        with pytest.raises(WrongUse) as caught:
            check_address("x" * size, "url")
        assert str(caught.value).count("x") == 80
    with pytest.raises(WrongUse, match=r"'1{80}'$"):
        check_address(int("1" * 81), "url")


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://example.org", True),
        ("http://example.org:8000/a/", True),
        ("https://[::1]/", True),
        ("https://a.example.org./", True),
        ("ftp://example.org/", False),
        ("https:///a", False),
        ("https://exa..mple.org/", False),
        ("https://-a.org/", False),
        ("https://example.org/?q", False),
        ("https://example.org/#a", False),
        ("https://example.org/a b", False),
        ("https://example.org:99999/", False),
    ],
)
def test_an_address_of_the_web(address: str, *, good: bool) -> None:
    if good:
        assert check_address(address, "url") == address.rstrip("/") + "/"
        return
    with pytest.raises(WrongUse):
        check_address(address, "url")


@pytest.mark.parametrize(
    ("value", "colour"),
    [("#a5171b", (165, 23, 27)), ("#a1f", (170, 17, 255)), ("#000000", (0, 0, 0))],
)
def test_a_colour_is_read_and_written(value: str, colour: tuple[int, int, int]) -> None:
    read = read_colour(value)
    assert tuple(round(part * 255) for part in read) == colour
    assert read_colour(write_colour(read)) == read


def test_luminance_is_that_of_wcag() -> None:
    shares = [
        luminance(read_colour(value)) for value in ("#ffffff", "#f00", "#0f0", "#00f", "#0a0a0a")
    ]
    assert [round(share, 6) for share in shares] == [1.0, 0.2126, 0.7152, 0.0722, 0.003035]
    assert round(luminance(read_colour("#808080")), 5) == 0.21586
    grey = with_luminance(read_colour("#17457a"), 0.5)
    assert abs(luminance(grey) - 0.5) < 1e-9


def config(folder: Path, text: str, name: str = "mkdocs.yml") -> Path:
    """A configuration."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("depth", "good"), [(8, True), (9, False)])
def test_eight_configurations_inherit_each_other(tmp_path: Path, depth: int, *, good: bool) -> None:
    path = config(tmp_path, "site_name: 甲\n", "0.yml")
    for nth in range(1, depth + 1):
        path = config(tmp_path, f"INHERIT: {nth - 1}.yml\nn: {nth}\n", f"{nth}.yml")
    if good:
        assert read_settings(path)["site_name"] == "甲"
        return
    with pytest.raises(GazetteError, match="INHERIT"):
        read_settings(path)


@pytest.mark.parametrize(("size", "good"), [(1_000_000, True), (1_000_001, False)])
def test_a_configuration_of_a_million_bytes_is_read(
    tmp_path: Path, size: int, *, good: bool
) -> None:
    text = "site_name: a\n#"
    path = config(tmp_path, text + "x" * (size - len(text)))
    if good:
        assert read_site(path).name == "a"
        return
    with pytest.raises(GazetteError, match="larger than 1,000,000 bytes"):
        read_site(path)


def test_a_bad_value_is_quoted_up_to_forty_characters(tmp_path: Path) -> None:
    for size in (40, 41):
        path = config(tmp_path, f"site_name: {'1' * size}\n")
        with pytest.raises(GazetteError) as caught:
            read_site(path)
        assert str(caught.value).endswith(f" not {'1' * 40}")


@pytest.mark.parametrize(
    ("held", "site"),
    [
        ([], True),
        (["lost+found"], True),
        (["index.html", "data/catalog.json"], True),
        (["index.html"], False),
        (["data/catalog.json"], False),
        (["index.html", ".unfinished"], True),
        ([".unfinished", "mine.txt"], True),
        (["mine.txt"], False),
    ],
)
def test_a_folder_that_a_site_may_replace(tmp_path: Path, held: list[str], *, site: bool) -> None:
    for name in held:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert is_site(tmp_path) is site
    assert not is_site(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("site-0123abcd", True),
        ("site-0123abc", False),
        ("site-0123abcde", False),
        ("-0123abcd", False),
    ],
)
def test_what_a_run_that_died_left_has_eight_digits(name: str, *, left: bool) -> None:
    assert (LEFT.fullmatch(name) is not None) is left
