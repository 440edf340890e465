"""``prove`` holds for the site and for the bundle as they are really built."""

import shutil
from pathlib import Path

import pytest

from generator.model import Archive
from generator.prove import open_outlet, prove_issues


@pytest.mark.parametrize("name", ["site", "bundle"])
def test_what_is_built_is_proven(
    name: str, real_archive: Archive, request: pytest.FixtureRequest
) -> None:
    outlet = open_outlet(request.getfixturevalue(name))
    proofs = list(prove_issues(outlet, real_archive.issues))
    assert [proof.differences for proof in proofs] == [()] * len(real_archive.issues)


def test_the_packed_bundle_is_proven(bundle: Path, real_archive: Archive, tmp_path: Path) -> None:
    packed = shutil.make_archive(
        str(tmp_path / "packed"), "zip", bundle.parent.parent, bundle.parent.name
    )
    (proof,) = prove_issues(open_outlet(Path(packed)), real_archive.issues[:1])
    assert proof.differences == ()


def test_a_site_that_lost_a_character_is_not(
    site: Path, real_archive: Archive, tmp_path: Path
) -> None:
    copy = shutil.copytree(site, tmp_path / "site")
    record = real_archive.documents[0]
    page = copy / f"archive/{record.id}/index.html"
    text = page.read_text(encoding="utf-8")
    heading = next(one for one in text.split("</h1>") if 'id="title"' in one)
    page.write_text(text.replace(f"{heading}</h1>", f"{heading[:-1]}</h1>"), encoding="utf-8")
    (difference,) = (
        one
        for proof in prove_issues(open_outlet(copy), real_archive.issues)
        for one in proof.differences
    )
    assert difference.where == "pages"
    assert difference.said == f"lost: “{record.document.title[-1]}”"
    assert difference.line == record.document.at["title"][0]
