"""A server of this process, at work while a test asks it something."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import BaseServer

INTERVAL = 0.01
"""Seconds after which a server looks whether it is to end."""


@contextmanager
def running(server: BaseServer) -> Iterator[None]:
    """Let a server answer until the block ends."""
    thread = threading.Thread(target=server.serve_forever, args=(INTERVAL,))
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
