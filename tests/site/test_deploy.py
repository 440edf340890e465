"""The sample configuration of a server: it stands alone, knows every file of the site, and nginx takes it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

CHANGES = {
    "gazettes.example.org;": "archive.test;",
    "/etc/ssl/certs/gazettes.example.org.pem": "{folder}/site.pem",
    "/etc/ssl/private/gazettes.example.org.key": "{folder}/site.key",
    "/srv/gongbao/site": "{folder}/site",
}
"""What its first lines tell an administrator to change: name, certificate and key, root."""

OWN_FOLDERS = "".join(
    f"{name}_temp_path {{folder}}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
)
"""Lets the check run for a user who may not write where nginx keeps what it receives."""


@pytest.fixture(scope="module")
def sample(root: Path) -> str:
    """The text of the sample."""
    return (root / "deploy/nginx.conf").read_text(encoding="utf-8")


def test_it_needs_no_file_of_the_system_but_the_certificate(sample: str) -> None:
    assert re.findall(r"^\s*include\b.*", sample, re.MULTILINE) == []
    assert set(re.findall(r"(/(?:etc|srv)/[^;\s]+);", sample)) == {name for name in CHANGES if name.startswith("/")}


def test_every_file_of_the_site_has_a_type(sample: str, site: Path) -> None:
    block = re.search(r"types \{(.*?)\}", sample, re.DOTALL)
    assert block
    known = {f".{suffix}" for line in re.findall(r"\S+/\S+ ([\w ]+);", block[1]) for suffix in line.split()}
    assert {file.suffix for file in site.rglob("*") if file.is_file()} <= known


@pytest.mark.skipif(not (shutil.which("nginx") and shutil.which("openssl")), reason="needs nginx and openssl")
def test_nginx_takes_it_once_name_certificate_and_root_are_changed(sample: str, tmp_path: Path) -> None:
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=archive.test"]
    files = ["-keyout", tmp_path / "site.key", "-out", tmp_path / "site.pem"]
    subprocess.run([*make, *files], check=True, capture_output=True)
    for name, value in CHANGES.items():
        assert name in sample
        sample = sample.replace(name, value.format(folder=tmp_path))
    changed = sample.replace("http {", f"http {{ {OWN_FOLDERS.format(folder=tmp_path)}", 1)
    (tmp_path / "nginx.conf").write_text(changed, encoding="utf-8")
    here = f"pid {tmp_path}/nginx.pid; error_log stderr;"
    command = ["nginx", "-t", "-c", str(tmp_path / "nginx.conf"), "-g", here]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
