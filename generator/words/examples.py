"""Examples of what people write: in the questions of the command line and the files of an archive.

Names of gazettes and of who publishes them are Chinese whatever the language of a site is.
"""

SITE = "某某市政府公报文库"
DESCRIPTION = "收录某某市人民政府公报。"
PUBLISHER = "某某市人民政府办公室"
REGION = "某某省某某市"
GAZETTE = "某某市人民政府公报"
REASON = "原因"
"""Why a document was withdrawn."""
NUMBER = "某政发〔2021〕3号"
ORDER = "第3号"
"""Numbers of a document and of an order."""
SPECIAL = "增刊第1期"
"""What an issue outside the count is called."""
PART = "下册"
"""What a part of a number is called."""
