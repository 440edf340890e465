"""The names under which documents are listed of which something is not known.

They are part of published addresses, and the same whatever the language of a site is.
"""

UNKNOWN_ISSUER = "发文机关未详"
UNKNOWN_KIND = "未分文种"
UNKNOWN_COLUMN = "未列栏目"
UNKNOWN_REGION = "地区未详"
OTHER_NUMBERS = "其他文号"

UNNAMED_CODES = {
    UNKNOWN_ISSUER: "issuer",
    UNKNOWN_KIND: "kind",
    UNKNOWN_COLUMN: "column",
    UNKNOWN_REGION: "region",
    OTHER_NUMBERS: "numbers",
}
"""What each is called in the keys of words."""
