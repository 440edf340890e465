"""The strict Content Security Policy: on every page, whole, before anything that it is to rule."""

from generator.publish.serve import POLICY
from tests.site.web import Web


def test_every_page_of_the_site_declares_it_first_of_all_and_the_bundle_does_not(web: Web) -> None:
    wrong = []
    for address, page in web.pages.items():
        metas = page.soup.find_all("meta", attrs={"http-equiv": "Content-Security-Policy"})
        found = [str(meta["content"]) for meta in metas]
        before = [tag.name for tag in metas[0].find_previous_siblings()] if metas else ["meta"]
        if found != ([POLICY] if web.served else []) or before != ["meta"]:
            wrong.append(address)
    assert wrong == []


DATA = "application/ld+json"
"""What no browser runs."""


def test_no_page_carries_script_or_style_of_its_own(web: Web) -> None:
    wrong = [
        address
        for address, page in web.pages.items()
        if page.soup.find("style")
        or page.soup.find(style=True)
        or any(
            not script.get("src") and script.get("type") != DATA
            for script in page.soup.find_all("script")
        )
        or any(name.startswith("on") for tag in page.soup.find_all() for name in tag.attrs)
    ]
    assert wrong == []
