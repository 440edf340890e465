"""What is printed in 《》 and is no document: newspapers, magazines, books, films, columns, as words of them say."""

WORKS_BEHIND = (
    "杂志|期刊|学刊|报刊|报纸|刊物|月刊|双月刊|季刊|周刊|旬刊|画报|报社|编辑部|记者|专栏|栏目|节目|频道|一书|丛书|书籍|专著|读本|教材"
    "|电影|影片|纪录片|专题片|宣传片|警示片|电视剧|电视片|话剧|舞剧|歌曲|画册|连环画"
)
"""Right behind the title, or behind the last of several: ``《求是》杂志``, ``《甲报》《乙报》等报刊``."""
WORKS_BEFORE = "杂志|报纸|期刊|图书|书籍|专著|电影|影片|纪录片|专题片|宣传片|警示片|电视剧|电视片|话剧|舞剧|歌曲|画册|专栏|栏目|节目"
"""Right before it: ``观看电影《焦裕禄》``."""
NEWSPAPER = r"(?:[^，。；：关于]{1,10})?(?<![公通简快专月季年预申汇上呈海警情填督送])报"
"""The name of a newspaper, which ends in 报 and is no 公报, 通报, 简报, 月报 …: ``《人民日报》``."""
OWN_GAZETTE = r"[^，。；：]{2,16}政府公报"
"""The name of a gazette: ``《某某市人民政府公报》``."""
