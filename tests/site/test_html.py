"""Every page is valid HTML: by html5lib always, by the Nu checker where ``$VNU_JAR`` names its file (npm: vnu-jar)."""

import json
import os
import shutil
import subprocess

import html5lib
import pytest

from tests.site.web import Web


def test_every_page_is_parsed_without_an_error(web: Web) -> None:
    wrong = {}
    for address in web.pages:
        parser = html5lib.HTMLParser()
        parser.parse((web.folder / address).read_bytes(), transport_encoding="utf-8")
        if parser.errors:
            wrong[address] = parser.errors[:3]
    assert wrong == {}


@pytest.mark.skipif(not (os.environ.get("VNU_JAR") and shutil.which("java")), reason="needs java and $VNU_JAR")
def test_every_page_is_valid_for_the_nu_checker(web: Web) -> None:
    command = ["java", "-Xss8m", "-jar", os.environ["VNU_JAR"], "--skip-non-html", "--format", "json", str(web.folder)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = [message for message in json.loads(answer.stderr)["messages"] if message["type"] == "error"]
    assert [f"{message['url']}: {message['message']}" for message in messages] == []
