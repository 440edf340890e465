"""Traditional forms of the characters that heads, numbers and titles are known by: 關於, 決定, 發〔2019〕31號."""

STRAY_FORMS = str.maketrans(
    "門發載關於國務區處應會議員長書記執據規條實業產機構個為這與後來時對過還進開問題無從強師貴資費農縣鄉鎮",
    "门发载关于国务区处应会议员长书记执据规条实业产机构个为这与后来时对过还进开问题无从强师贵资费农县乡镇",
)
"""Those that a recogniser puts into simplified text."""
NUMBER_END = "號"
"""The last character of a number."""
ABOUT = "關於"
"""What nearly every title has."""
_OF_TITLES = STRAY_FORMS | str.maketrans("號決辦報復轉廢佈擬試點調", "号决办报复转废布拟试点调")


def in_simplified(text: str) -> str:
    """A title as its words are searched for; each character stays one."""
    return text.translate(_OF_TITLES)
