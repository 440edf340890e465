"""Work spread over machines, by Dask distributed, which is loaded only where somebody asks for it.

A piece of work is sent as a small order, and what it made comes back as a small receipt. What is large lies meanwhile
in a folder or object store that all machines share, under a name that is made of its bytes.
"""

from generator.work.cluster.dask_crew import DaskCrew, open_cluster
from generator.work.cluster.joined import Cluster

__all__ = ["Cluster", "DaskCrew", "open_cluster"]
