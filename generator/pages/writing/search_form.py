"""The search box of the home page, shown where scripts run."""

SEARCH_PAGE = 'action="search/"', 'action="search.html"'
"""Where the form leads, on a server and in a bundle: generators rewrite links, and no forms."""


def search_form() -> str:
    """The form; it asks the page of the search."""
    return "\n".join([
        f'<form class="home-search scripted" role="search" aria-label="全文检索" method="get" {SEARCH_PAGE[0]}>',
        '<label class="unseen" for="query">检索词</label>',
        '<input id="query" name="q" type="search" autocomplete="off" placeholder="标题、文号或词句">',
        '<button type="submit">检索</button>',
        "</form>",
    ])  # fmt: skip
