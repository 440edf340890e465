"""Pages on disk, the site that MkDocs makes of them, what a bundle packs.

This is the only place that knows MkDocs.
"""

from generator.publish.address import site_address
from generator.publish.files import Changes, write_pages
from generator.publish.identity import read_site, supply_pages
from generator.publish.layout import Layout
from generator.publish.serve import open_server
from generator.publish.site_folder import refuse_to_replace
from generator.publish.start import Start, refuse_full, start_archive
from generator.publish.turns import take_turn

__all__ = [
    "Changes",
    "Layout",
    "Start",
    "open_server",
    "read_site",
    "refuse_full",
    "refuse_to_replace",
    "site_address",
    "start_archive",
    "supply_pages",
    "take_turn",
    "write_pages",
]
