"""What ``make words`` does: catalogues in step with the master, a new language from its name, what templates load."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import Environment

from generator.words.catalogue import Catalogue, read_catalogue
from generator.words.fixed_texts import paragraphs_of_pages
from tests.words.make_words import (
    IN_SCRIPT,
    IN_TEMPLATE,
    chosen,
    count_untranslated,
    find_keys,
    merge,
    script_words,
    template_words,
    without_frame,
    write_catalogue,
)

ROOT = Path(__file__).parents[2]
SEVERAL_FORMS = ("ar", "cs", "cy", "en", "fr", "ga", "lt", "lv", "mt", "pl", "ro", "ru", "sl", "vi")
"""Languages whose rules for numbers differ."""
FORMS = ("{n} document", "{n} documents")


def make_catalogue(language: str, *messages: tuple[str, str | tuple[str, ...], object]) -> Catalog:
    """A catalogue of keys with their Chinese and a translation."""
    catalogue = Catalog(locale=Locale.parse(language))
    for key, text, translation in messages:
        catalogue.add(text, translation, context=key)  # type: ignore[arg-type]
    return catalogue


@pytest.fixture
def merged() -> Catalog:
    """English that was brought in step with a master that has changed."""
    master = make_catalogue(
        "zh_Hans",
        ("a.kept", "旧文", ""),
        ("a.changed", "新文", ""),
        ("a.new", "添文", ""),
        ("a.counted", ("{n}件", "{n}件"), ("", "")),
        ("a.now_counted", ("{n}期", "{n}期"), ("", "")),
    )
    page, text = next(paragraphs_of_pages())
    own = make_catalogue(
        "en",
        ("a.kept", "旧文", "Kept"),
        ("a.changed", "旧文", "Changed"),
        ("a.gone", "去文", "Gone"),
        ("a.counted", ("{n}件", "{n}件"), FORMS),
        ("a.now_counted", "{n}期", "{n} issues"),
        (page, text, "A paragraph"),
        (page, "没有这一段", "No such paragraph"),
    )
    return merge(master, own, "en")


def test_a_catalogue_has_what_the_master_has(merged: Catalog) -> None:
    keyed = {
        message.context: message for message in merged if message.id and "." in str(message.context)
    }
    assert list(keyed) == ["a.kept", "a.changed", "a.new", "a.counted", "a.now_counted"]
    assert (keyed["a.kept"].string, keyed["a.kept"].fuzzy) == ("Kept", False)
    assert (keyed["a.changed"].string, keyed["a.changed"].fuzzy) == ("Changed", True)
    assert not keyed["a.new"].string
    assert keyed["a.counted"].string == FORMS
    assert not any(keyed["a.now_counted"].string or ()), (
        "a message that counts now has no translation yet"
    )


def test_a_catalogue_has_the_paragraphs_of_the_pages(merged: Catalog) -> None:
    found = {
        (str(message.context), str(message.id)): message.string
        for message in merged
        if message.id and "." not in str(message.context)
    }
    assert list(found) == list(paragraphs_of_pages())
    assert [text for text in found.values() if text] == ["A paragraph"]


def test_a_doubted_message_is_doubted_until_somebody_looks(merged: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "en.po"
    write_catalogue(merged, path, "English")
    with path.open("rb") as file:
        again = merge(make_catalogue("zh_Hans", ("a.changed", "新文", "")), read_po(file), "en")
    assert [message.fuzzy for message in again if message.context == "a.changed"] == [True]


def test_keys_are_found_as_they_are_written(tmp_path: Path) -> None:
    template, script = tmp_path / "main.html", tmp_path / "page.js"
    template.write_text('{{ words.t("theme.menu") }}{{ words.t("validity." ~ state) }}', "utf-8")
    script.write_text('say("search.found", {n: 5}) + say(`validity.${state}`) + say(key)', "utf-8")
    assert find_keys([template], IN_TEMPLATE) == ["theme.menu", "validity."]
    assert find_keys([script], IN_SCRIPT) == ["search.found", "validity."]
    found = dict(chosen(read_catalogue("en"), ["validity.", "count.documents", "nowhere"]))
    assert found["count.documents"] == list(FORMS)
    assert set(found) - {"count.documents"} == {
        key for key in read_catalogue("en").messages if key.startswith("validity.")
    }


def test_a_word_with_quotation_marks_ends_no_attribute_of_a_template() -> None:
    said = {"theme.menu": ('L\'"index" {{ x }} <b>',)}
    words = Catalogue("xx", "xx", "(n != 1)", said, {})
    made = Environment().from_string(template_words(words, ["theme.menu"]))  # noqa: S701 - as MkDocs has it
    assert made.module.t("theme.menu") == "L&#39;&#34;index&#34; {{ x }} &lt;b&gt;"  # type: ignore[attr-defined]


def test_what_is_loaded_is_data() -> None:
    template = template_words(read_catalogue("en"), ["count.documents"])
    assert json.dumps(list(FORMS), indent=4)[1:-1].split() == [
        *template[template.index("[") + 1 : template.index("]")].split()
    ]
    hostile = Catalogue("xx", "xx", "n; alert(1)", {}, {})
    with pytest.raises(AssertionError):
        script_words(hostile, [])


@pytest.mark.parametrize(
    ("rule", "bare"),
    [
        ("0", "0"),
        ("(n != 1)", "n != 1"),
        ("((n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2)", "(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2"),
        ("(n==1) ? 0 : (n==2)", "(n==1) ? 0 : (n==2)"),
    ],
)
def test_a_rule_is_written_without_the_parentheses_around_it(rule: str, bare: str) -> None:
    assert without_frame(rule) == bare


def test_the_rule_of_every_language_can_be_written() -> None:
    rules = {Catalog(locale=Locale.parse(name)).plural_expr for name in SEVERAL_FORMS}
    assert len(rules) > 5
    for rule in rules:
        script = script_words(Catalogue("xx", "xx", rule, {}, {}), [])
        (written,) = re.findall(r"Number\((.*)\)\];", script)
        assert written.count("(") == written.count(")")
        assert not re.search(r"(?<![=!<>])==(?!=)|!=(?!=)", written)


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program for which somebody made a French catalogue and began to translate."""
    folder = tmp_path_factory.mktemp("french")
    ignored = shutil.ignore_patterns("__pycache__", "archive", "n")
    for name in ("generator", "overrides", "docs_src"):
        shutil.copytree(ROOT / name, folder / name, ignore=None if name == "generator" else ignored)
    shutil.copytree(ROOT / "tests/words", folder / "tests/words")
    shutil.copytree(ROOT / "tests/fixtures/demo", folder / "issues/yunxi")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert settings.count("  language: zh\n") == 1
    (folder / "mkdocs.yml").write_text(settings.replace("language: zh", "language: fr"), "utf-8")
    run(folder, "tests.words.make_words", "fr")
    path = folder / "generator/words/languages/fr.po"
    text = path.read_text(encoding="utf-8")
    for msgid, msgstr in {"首页": "Accueil", "关于本库": "À propos du fonds"}.items():
        untranslated = f'msgid "{msgid}"\nmsgstr ""\n'
        assert untranslated in text
        text = text.replace(untranslated, f'msgid "{msgid}"\nmsgstr "{msgstr}"\n')
    path.write_text(text, encoding="utf-8")
    run(folder, "tests.words.make_words")
    assert path.read_text(encoding="utf-8") == text
    return folder


def run(folder: Path, *arguments: str) -> str:
    """Run a module of the copy; what it reports."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.slow
def test_a_language_is_made_of_its_name(french: Path) -> None:
    text = (french / "generator/words/languages/fr.po").read_text(encoding="utf-8")
    assert text.startswith("# Words of the interface in French; see CONTRIBUTING.md.\n")
    assert "Plural-Forms: nplurals=2; plural=(n > 1);" in text
    assert (french / "overrides/partials/words/fr.html").is_file()
    assert (french / "docs_src/assets/scripts/words/fr.js").is_file()
    assert (french / "docs_src/assets/scripts/words/fr-search.js").is_file()


@pytest.mark.slow
def test_a_site_is_built_in_a_language_that_was_begun(french: Path) -> None:
    said = run(french, "generator", "build", "--strict")
    assert "theme.language" not in said
    home = (french / "site/index.html").read_text(encoding="utf-8")
    assert '<html lang="fr"' in home
    assert "Accueil" in home
    about = (french / "site/about/index.html").read_text(encoding="utf-8")
    assert "À propos du fonds</h1>" in about
    assert "忠于原文" in about


def test_what_is_left_to_translate_is_counted() -> None:
    catalogue = make_catalogue(
        "fr",
        ("a.done", "文", "texte"),
        ("a.open", "文", ""),
        ("a.half", ("{n}件", "{n}件"), ("{n} document", "")),
        ("a.plural", ("{n}件", "{n}件"), FORMS),
    )
    catalogue.add("旧", "vieux", context="a.fuzzy", flags=["fuzzy"])
    assert count_untranslated(catalogue) == 3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("found", "put", "line"),
    [
        ('msgstr "Accueil"', 'msgstr "Accueil {n}"', "fr.po: nav.home: its places are not those"),
        ('msgstr "Accueil"', 'msgstr "Accueil', "fr.po:"),
    ],
)
def test_a_catalogue_that_is_wrong_is_one_line(
    french: Path, found: str, put: str, line: str
) -> None:
    path = french / "generator/words/languages/fr.po"
    text = path.read_text(encoding="utf-8")
    try:
        path.write_text(text.replace(found, put, 1), encoding="utf-8")
        (said,) = refused(french)
        assert line in said
    finally:
        path.write_text(text, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["klingon", "../x", "zh"])
def test_what_is_no_language_is_one_line(french: Path, name: str) -> None:
    (said,) = refused(french, name)
    assert name in said


def refused(folder: Path, *names: str) -> list[str]:
    """The lines that ``make words`` ends with."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.words.make_words", *names],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    return done.stderr.splitlines()
