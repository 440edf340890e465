"""The gazettes of the corpus: four that are among the samples, and four beside them."""

from typing import NamedTuple


class Place(NamedTuple):
    """A place that publishes a gazette."""

    folder: str
    name: str
    """As it is called in texts: ``淄川区``."""
    sign: str
    """With which its document numbers begin: ``川``."""
    region: str
    code: str
    above: tuple[tuple[str, str], ...]
    """Signs and names of the organs above it."""
    marked: bool = False
    """Whether a recogniser left Markdown's signs before headings."""

    @property
    def short(self) -> str:
        """Its name without what it is; all of it where that would be no name."""
        return self.name if self.name == "市中区" else self.name[:-1]

    @property
    def government(self) -> str:
        """Its government."""
        return f"{self.name}人民政府"

    @property
    def office(self) -> str:
        """The office of its government."""
        return f"{self.government}办公室"

    @property
    def recipients(self) -> str:
        """To whom its documents go."""
        level = self.name[-1]
        if level == "市":
            return "各县（市、区）人民政府，市直各单位："
        return f"各镇人民政府，各街道办事处，开发区管委会，{level}政府各部门，有关单位："

    def heading(self, text: str) -> list[str]:
        """A title as its texts have it."""
        return [f"# {text}" if self.marked else text]

    def describe(self) -> str:
        """Its ``publication.yml``."""
        level = self.name[-1]
        return (
            f'title: {self.government}公报\nregion: {self.region}\ncode: "{self.code}"\norgans:\n'
            f"  - name: {self.government}\n    aliases: [{level}政府]\n"
            f"    prefixes: [{self.sign}政发, {self.sign}政字]\n"
            f"  - name: {self.office}\n    aliases: [{level}政府办公室, {level}政府办]\n"
            f"    prefixes: [{self.sign}政办发, {self.sign}政办字]\n"
        )


SHANDONG = (("鲁政发", "山东省人民政府"), ("鲁政办发", "山东省人民政府办公厅"))
SHANXI = (("晋政发", "山西省人民政府"), ("晋政办发", "山西省人民政府办公厅"))
ZIBO = (*SHANDONG, ("淄政发", "淄博市人民政府"), ("淄政办字", "淄博市人民政府办公室"))
ZAOZHUANG = (*SHANDONG, ("枣政发", "枣庄市人民政府"))

PLACES = (
    Place("zichuan", "淄川区", "川", "山东省淄博市淄川区", "370302", ZIBO),
    Place("linzi", "临淄区", "临", "山东省淄博市临淄区", "370305", ZIBO),
    Place("shuozhou", "朔州市", "朔", "山西省朔州市", "140600", SHANXI, marked=True),
    Place(
        "zaozhuang-shizhong",
        "市中区",
        "市中",
        "山东省枣庄市市中区",
        "370402",
        ZAOZHUANG,
        marked=True,
    ),
    Place("zhangdian", "张店区", "张", "山东省淄博市张店区", "370303", ZIBO),
    Place("boshan", "博山区", "博", "山东省淄博市博山区", "370304", ZIBO),
    Place("zhoucun", "周村区", "周", "山东省淄博市周村区", "370306", ZIBO),
    Place("datong", "大同市", "同", "山西省大同市", "140200", SHANXI, marked=True),
)
