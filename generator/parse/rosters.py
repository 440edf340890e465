"""Rosters (组长：… 成员：…): names set apart by blanks, cut over lines, stuck to the post before them."""

import re
from dataclasses import dataclass, field

from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.names import is_name, split_names
from generator.lexicon.text import squeeze, tidy
from generator.model import Member, Roster, RosterGroup
from generator.read import Line

_ROLES = ("总指挥长", "副总指挥", "总指挥", "指挥长", "副指挥长", "名誉组长", "第一组长", "常务副组长", "执行副组长", "副组长", "组长", "组员", "副召集人", "召集人",
          "总召集人", "副总召集人", "成员单位", "成员", "副主任委员", "主任委员", "副主任", "主任", "委员", "顾问", "秘书长", "副秘书长", "副会长", "会长", "联络员", "副主席", "主席", "副局长", "专家")
_SPACED = "|".join(r"\s*".join(role) for role in sorted(_ROLES, key=len, reverse=True))
_ROLE = re.compile(rf"(?:^|(?<=\s)|(?<=[\u4e00-\u9fff)）]))(?P<role>{_SPACED})\s*[:：]\s*")
_POST = re.compile(r"[长任员记理席授师官督表导政监察干部]$|代表\)?$|成员$|负责人$|干部$|[)）]$|[长任记理席]人?$")
_POST_WORD = re.compile(r"局|委|办|厅|政府|街道|公司|书记|主任|镇|区|县|市|院|部|中心|队|社|会|厂|行|代表|协|校|公安|科|处|所|站|长")
_PROSE = re.compile(r"[。；;]|，.*，|,.*,")
_NAME = re.compile(r"[\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{1,6}(?:[·•．][\u4e00-\u9fff]{1,6}){1,2}")


@dataclass(slots=True)
class _Group:
    role: str | None
    members: list[list[str]] = field(default_factory=list)


def roster_end(lines: list[Line], place: int) -> int:
    """The end of the roster that begins at ``place``; ``place`` itself when none begins there."""
    if split_names(lines[place].text):
        return _names_end(lines, place)
    if not _begins(lines, place):
        return place
    end = place + 1
    while end < len(lines) and _is_member_line(lines, end):
        end += 1
    return end if _persons(lines[place:end]) > 1 else place


def _names_end(lines: list[Line], place: int) -> int:
    """The end of a list that holds nothing but names, several a line; a single line of two is no list."""
    end = place
    while end < len(lines) and (split_names(lines[end].text) or (end > place and is_name(lines[end].text))):
        end += 1
    return end if sum(len(split_names(line.text)) for line in lines[place:end]) > 2 else place


def _begins(lines: list[Line], place: int) -> bool:
    text = lines[place].text.strip("\t ")
    match = _ROLE.match(text)
    if not match or _PROSE.search(text):
        return False
    tokens = text[match.end():].split()
    named = len(tokens) > 1 and (_NAME.fullmatch(tokens[0]) is not None or (_is_post(tokens[0]) and _NAME.fullmatch("".join(tokens[1:])) is not None))
    return named or (not tokens and place + 1 < len(lines) and _looks_listed(lines[place + 1]))


def _looks_listed(line: Line) -> bool:
    tokens = line.text.split()
    return len(tokens) > 1 and _NAME.fullmatch(tokens[0]) is not None and not _PROSE.search(line.text)


def _is_member_line(lines: list[Line], place: int) -> bool:
    """Whether a line goes on with a roster: role, name and post, the rest of a cut name or the rest of a post."""
    line = lines[place]
    text = line.text.strip("\t ")
    if _PROSE.search(text) or (read_enumerator(text) and not line.cells) or len(text) > 70 or line.mark.startswith("#"):
        return False
    tokens = text.split()
    if _ROLE.match(text):
        return True
    if len(tokens) > 1:
        return _NAME.fullmatch(tokens[0]) is not None or (_is_post(tokens[0]) and _NAME.fullmatch("".join(tokens[1:])) is not None)
    return (bool(_POST_WORD.search(text)) and _POST.search(text) is not None and re.search(r"、|副|党", text) is not None \
        and (_is_open_post(lines[place - 1].text) or (place + 1 < len(lines) and len(text) < 8))) or (len(text) <= 8 and _is_open_post(lines[place - 1].text))


def _is_open_post(text: str) -> bool:
    """Whether a line stops before its post is complete."""
    last = text.rsplit(maxsplit=1)[-1] if text.split() else ""
    return not re.search(r"(?:长|主任|书记|员|理|席|代表|人|师|[)）])$", last) or last.endswith(("，", ",", "、"))


def _persons(lines: list[Line]) -> int:
    return sum(len(group.members) for group in _groups(lines)[0])


def read_roster(lines: list[Line]) -> tuple[Roster, Line | None]:
    """The roster of the lines, and the end of the last line when it already belongs to the paragraph that follows."""
    if split_names(lines[0].text):
        members = tuple(Member(tidy(name).replace(" ", "")) for line in lines for name in split_names(line.text) or [line.text])
        return Roster(groups=(RosterGroup(None, members),), lines=tuple(line.number for line in lines)), None
    groups, rest = _groups(lines)
    roster = Roster(
        groups=tuple(RosterGroup(group.role, tuple(Member("".join(parts[:1]), tidy(" ".join(parts[1:])) or None) for parts in group.members))
                     for group in groups if group.members),
        lines=tuple(line.number for line in lines),
    )
    last = lines[-1]
    return roster, last.with_text(rest) if rest else None


def _groups(lines: list[Line]) -> tuple[list[_Group], str]:
    """Groups of [name, post …], read from the stream of tokens of all lines."""
    groups = [_Group(None)]
    name = ""
    swapped = _posts_first(lines)
    for index, line in enumerate(lines):
        for token in _swap(_tokens(line.text)) if swapped else _tokens(line.text):
            if role := _ROLE.fullmatch(token):
                groups.append(_Group(squeeze(role["role"])))
                name = ""
            elif _is_name_piece(token, name, groups[-1]):
                name += token
            elif name:
                groups[-1].members.append([name, token])
                name = ""
            elif groups[-1].members and not (index == len(lines) - 1 and _is_stray(token)):
                groups[-1].members[-1].append(token)
            elif index == len(lines) - 1 and groups[-1].members:
                return groups, token
    if name and groups[-1].members and len(name) > 4:
        return groups, name
    if name:
        groups[-1].members.append([name])
    return groups, ""


def _posts_first(lines: list[Line]) -> bool:
    """Whether most lines print the post before the name."""
    pairs = [[token for token in _tokens(line.text) if not _ROLE.fullmatch(token)] for line in lines]
    swapped = sum(len(pair) > 1 and _is_post(pair[0]) and _NAME.fullmatch("".join(pair[1:])) is not None for pair in pairs)
    return swapped * 2 > len(pairs)


def _swap(tokens: list[str]) -> list[str]:
    """Role, post, name → role, name, post."""
    role = [token for token in tokens if _ROLE.fullmatch(token)]
    rest = tokens[len(role):]
    return [*role, "".join(rest[1:]), rest[0]] if len(rest) > 1 else tokens


def _is_post(token: str) -> bool:
    return len(token) > 1 and _POST.search(token) is not None and (len(token) > 4 or re.search(r"长|任|书记|理", token) is not None)


def _tokens(text: str) -> list[str]:
    """The tokens of a line; a role with its colon is a token of its own."""
    marked = _ROLE.sub(lambda match: f"\n{squeeze(match['role'])}：\n", text)
    tokens = []
    for piece in marked.split("\n"):
        tokens += [piece] if _ROLE.fullmatch(piece) else piece.split()
    return tokens


def _is_name_piece(token: str, name: str, group: _Group) -> bool:
    """Whether a token is a name or a piece of one."""
    if not name and ("·" in token or "•" in token) and _NAME.fullmatch(token):
        return True
    if not name and len(token) == 4 and _NAME.fullmatch(token) and not _POST.search(token) and not _POST_WORD.search(token):
        return True
    if not _NAME.fullmatch(token) or len(name + token) > 4:
        return False
    return len(token) <= 3 and not (name and len(name) >= 2 and _POST_WORD.search(token) and _POST.search(token))


def _is_stray(token: str) -> bool:
    """Whether the last token of a roster is no post but the beginning of the next paragraph."""
    return not _POST.search(token) and len(token) > 3
