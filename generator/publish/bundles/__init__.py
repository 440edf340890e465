"""An archive or a part of it as one file: the bundle that a reader opens, the bag that an archivist keeps."""

from generator.publish.bundles.bundle import Bundled
from generator.publish.bundles.laying_out import build_bundle, layout_of_part, path_of
from generator.publish.bundles.written_pages import lead_out

__all__ = ["Bundled", "build_bundle", "layout_of_part", "lead_out", "path_of"]
