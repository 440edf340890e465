"""Archive → search index: files that a script in the reader's browser loads, a few for each query.

Everything is a classic script (:mod:`~generator.search.script`) below ``data/search/``, so that a
browser loads it from a disk too. For a site on a server many scripts are in one file, of which a query
asks for the bytes that it needs (:mod:`~generator.search.forms`). ``manifest.js`` names all others;
their names change with their content.
"""

from generator.search.brief_index import Elsewhere, build_brief_search
from generator.search.index_files import FOLDER, build_search

__all__ = ["FOLDER", "Elsewhere", "build_brief_search", "build_search"]
