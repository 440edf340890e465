"""Equal texts become one object, and nothing else changes."""

import msgspec

from generator.model import Finding
from generator.work.sharing import Sharing


def test_equal_texts_are_one_object() -> None:
    said = [Finding(line, "markup", "info", found="##", message="删去标记") for line in (1, 2)]
    data = msgspec.msgpack.encode(said)
    read = msgspec.msgpack.decode(data, type=list[Finding])
    assert read[0].message is not read[1].message
    sharing = Sharing()
    for one in read:
        sharing.share([one], ("kind", "found", "message", "entry"))
    assert read[0].message is read[1].message
    assert read[0].found is read[1].found
    assert read == said
