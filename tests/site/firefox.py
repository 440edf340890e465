"""A stock Firefox, driven by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/) over the socket that it opens.

No driver beside it is needed. It runs without a window, on a profile of its own, and is gone with all its processes
when it is closed.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

PREFERENCES: dict[str, bool | int | str] = {
    "app.update.enabled": False,
    "browser.startup.page": 0,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "zh-CN,zh",
    "intl.locale.requested": "zh-CN",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "toolkit.telemetry.enabled": False,
}
"""What a Firefox of its own does not do by itself: ask the network for anything, and offer itself."""
PATIENCE = 60
"""Seconds until a machine under load counts as one that does not answer."""
_SOCKET = re.compile(r"WebDriver BiDi listening on (ws://\S+)")

KEYS = {
    "Enter": "\ue007",
    "Tab": "\ue004",
    "Escape": "\ue00c",
    "ArrowDown": "\ue015",
    "ArrowRight": "\ue014",
    "Shift": "\ue008",
    "Space": " ",
}
"""Keys as WebDriver names them."""


class FirefoxError(Exception):
    """Firefox did not do what it was told."""


class Firefox:
    """One window of a running Firefox."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._count = 0
        self.complaints: list[str] = []
        """Errors and warnings of the console, and requests that failed."""
        self.requests: list[str] = []
        """The address of each request."""
        self.tell("session.new", capabilities={})
        self.tell(
            "session.subscribe",
            events=["log.entryAdded", "network.beforeRequestSent", "network.responseCompleted"],
        )
        self._reader = ""
        self._window = ""
        self.start_anew()

    def start_anew(self) -> None:
        """A window of a reader without history, storage and complaints, in place of the last."""
        last = self._reader
        self._reader = str(self.tell("browser.createUserContext")["userContext"])
        made = self.tell("browsingContext.create", type="tab", userContext=self._reader)
        self._window = str(made["context"])
        if last:
            self.tell("browser.removeUserContext", userContext=last)
        self.complaints.clear()
        self.requests.clear()

    def tell(self, method: str, **parameters: object) -> dict[str, Any]:
        """Send a command; its result. Raises :class:`FirefoxError` with the reason that Firefox gives."""
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv(timeout=PATIENCE))
            if answer.get("id") == self._count:
                break
            self._hear(answer)
        if answer["type"] == "error":
            raise FirefoxError(f"{method}: {answer['error']}: {answer['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _hear(self, event: dict[str, Any]) -> None:
        """Keep what a page complains of and asks for."""
        about = event.get("params", {})
        if event.get("method") == "log.entryAdded" and about["level"] in {"error", "warn"}:
            self.complaints.append(f"{about['source'].get('context', '')}: {about['text']}")
        elif event.get("method") == "network.beforeRequestSent":
            self.requests.append(about["request"]["url"])
        elif (
            event.get("method") == "network.responseCompleted"
            and about["response"]["status"] >= 400
        ):
            self.complaints.append(f"{about['response']['status']}: {about['request']['url']}")

    def resize(self, width: int, height: int = 900) -> None:
        """Give the window a size, in pixels of CSS."""
        self.tell(
            "browsingContext.setViewport",
            context=self._window,
            viewport={"width": width, "height": height},
        )

    def open(self, address: str) -> None:
        """Show a page, and wait until it is loaded."""
        self.tell("browsingContext.navigate", context=self._window, url=address, wait="complete")

    def ask(self, expression: str) -> Any:
        """What a JavaScript expression gives, a promise when it is kept; as JSON has it."""
        given = self.tell(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})))()",
            target={"context": self._window},
            awaitPromise=True,
        )
        if given["type"] == "exception":
            raise FirefoxError(given["exceptionDetails"]["text"])
        text = given["result"].get("value")
        return None if text is None else json.loads(text)

    def run(self, script: str) -> None:
        """Run a script in the page, past its content policy."""
        self.tell(
            "script.evaluate", expression=f"{script}\n;0", target={"context": self._window},
            awaitPromise=False,
        )  # fmt: skip

    def wait(self, condition: str) -> None:
        """Wait until a JavaScript expression is true, on the page that is left or on the one that comes."""
        until = time.monotonic() + PATIENCE
        while not self._holds(condition):
            if time.monotonic() > until:
                raise FirefoxError(f"never true: {condition}")
            time.sleep(0.02)

    def _holds(self, condition: str) -> bool:
        """Whether an expression is true now; a page that is being left does not say."""
        try:
            return bool(self.ask(f"Boolean({condition})"))
        except FirefoxError:
            return False

    def press(self, *keys: str, held: Sequence[str] = ()) -> None:
        """Press keys one after the other, each a name or a character.

        :param held: keys that are held down meanwhile
        """
        down = [{"type": "keyDown", "value": KEYS.get(key, key)} for key in held]
        typed = [
            {"type": kind, "value": KEYS.get(key, key)}
            for key in keys
            for kind in ("keyDown", "keyUp")
        ]
        up = [{"type": "keyUp", "value": KEYS.get(key, key)} for key in held]
        self._act({"type": "key", "id": "keyboard", "actions": [*down, *typed, *up]})

    def click(self, selector: str) -> None:
        """Click on the middle of the first element that a selector finds, brought into sight."""
        place = self.ask(
            f"""(() => {{
                const element = document.querySelector({json.dumps(selector)});
                element.scrollIntoView({{ block: "center", behavior: "instant" }});
                const box = element.getBoundingClientRect();
                return [box.x + box.width / 2, box.y + box.height / 2];
            }})()"""
        )
        moved = {"type": "pointerMove", "x": round(place[0]), "y": round(place[1])}
        pressed = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self._act({"type": "pointer", "id": "mouse", "actions": [moved, *pressed]})

    def _act(self, source: dict[str, object]) -> None:
        """Do what a keyboard or a mouse does."""
        self.tell("input.performActions", context=self._window, actions=[source])

    def picture(self) -> str:
        """A picture of the window as PNG in Base64."""
        given = self.tell("browsingContext.captureScreenshot", context=self._window)
        return str(given["data"])


@contextmanager
def open_firefox(path: str, profile: Path) -> Iterator[Firefox]:
    """A Firefox without a window, until the end of the block.

    :param profile: a folder of its own, which is not there yet and is taken away with what it left in it
    """
    profile.mkdir(parents=True)
    lines = [
        f"user_pref({json.dumps(key)}, {json.dumps(value)});\n"
        for key, value in PREFERENCES.items()
    ]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [
        path,
        "--headless",
        "--no-remote",
        "--remote-debugging-port=0",
        "--profile",
        str(profile),
    ]
    log = profile / "said.txt"
    with ExitStack() as used:
        said = used.enter_context(log.open("wb"))
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            env=os.environ | {"MOZ_HEADLESS": "1", "HOME": str(profile)}, start_new_session=True,
        )  # fmt: skip
        used.callback(shutil.rmtree, profile, ignore_errors=True)
        used.callback(_end, process)
        socket = used.enter_context(
            connect(f"{_socket_of(process, log)}/session", max_size=None, open_timeout=PATIENCE)
        )
        browser = Firefox(socket)
        yield browser
        browser.tell("browser.close")


def _socket_of(process: subprocess.Popen[bytes], log: Path) -> str:
    """The address that a Firefox says on its start."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if match := _SOCKET.search(log.read_text(encoding="utf-8", errors="replace")):
            return match[1]
        time.sleep(0.02)
    raise FirefoxError(f"no socket: {log.read_text(encoding='utf-8', errors='replace')}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Wait for the end of a Firefox that was told to close; what is left of it, or will not go, is stopped."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
