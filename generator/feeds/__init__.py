"""The newest documents of the archive for feed readers: Atom (RFC 4287) and JSON Feed 1.1.

A feed has an entry a document, newest first, for the archive, each gazette, issuer, kind and year. It needs the
absolute address of the site; without one none is written.
"""

from generator.feeds.feed_files import build_feeds

__all__ = ["build_feeds"]
