"""Archives that are published already → one thin index over them: static, and searchable across.

Only what an archive publishes is read (its catalogue), never its sources; each document is led to at its permanent
address there, and has no page of its own here.
"""

from generator.federation.joint_site import Joint, Wanted, run_federate
from generator.federation.members import Member, find_members

__all__ = ["Joint", "Member", "Wanted", "find_members", "run_federate"]
