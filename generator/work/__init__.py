"""How work is done, whatever it is: spread over processes, and kept by the content that it was made of.

Nothing here knows a gazette. A piece of work is a function of a module that gets plain values and returns plain
values; which process does it, and whether it was done before, makes no difference to the bytes.
"""

from generator.work.beneath import files_below
from generator.work.crew import ALONE, Crew, open_crew
from generator.work.program import program_key
from generator.work.results import NOWHERE, Shelves, Store, key_of

__all__ = [
    "ALONE",
    "NOWHERE",
    "Crew",
    "Shelves",
    "Store",
    "files_below",
    "key_of",
    "open_crew",
    "program_key",
]
