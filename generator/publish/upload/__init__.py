"""What a host has to be told of a site that was built anew: the files that are other than they were."""

from generator.publish.upload.changed_files import Change, SiteChanges, compare_sites

__all__ = ["Change", "SiteChanges", "compare_sites"]
