"""The errors a caller of the generator can meet; ``cli`` turns them into exit codes."""


class GazetteError(Exception):
    """Anything that this program refuses to do, with a reason in plain words."""


class WrongUse(GazetteError):
    """An option or a setting that cannot be used."""


class NotAGazette(GazetteError):
    """A source that is no gazette issue or cannot be read.

    :param source: name of the file
    :param line: 1-based line at which reading stopped, 0 when the file as a whole is meant
    :param reason: one plain sentence without a full stop
    """

    def __init__(self, source: str, line: int, reason: str) -> None:
        self.source, self.line, self.reason = source, line, reason
        super().__init__(f"{source}:{line}: {reason}")
