"""The marks that end or divide sentences, as parts of a class.

Each reader takes them as far as its question goes.

====================  ==========================  ==============================================================
variant               marks                       who reads with it
====================  ==========================  ==============================================================
``STOPS``             。；                        force, status, enclosures, titles, cuts in mid-line
``ANY_STOPS``         。；;                       closing elements, titles, leads, rosters
``SENTENCE_STOPS``    。；！？                    the sentence around a citation, prose among tables
``CLAUSE_STOPS``      ，,。；                     how a part is set: enumerators before a clause
``LEAD_STOPS``        ，,。；;：:                 leads and captions
``TORN_STOPS``        ，,。；、                   the text around a torn place
``PROSE_STOPS``       ，,。；：:;、               what makes a line prose, where pages tear paragraphs
``HEAD_STOPS``        ，。；：:、                 what no running head has
``SPOKEN_STOPS``      ，。；：、,;:！？!?…“”《》  what no entry of a list has
``PARAGRAPH_STOPS``   。：:                       what closes the paragraph before a list
``HEADING_STOPS``     。：:；，.                  what may close a run-in heading
``ENDING_STOPS``      。！？；…!?;                what ends a sentence, brackets and quotation marks behind it apart
====================  ==========================  ==============================================================
"""

STOPS = "。；"
ANY_STOPS = f"{STOPS};"
SENTENCE_STOPS = f"{STOPS}！？"
CLAUSE_STOPS = f"，,{STOPS}"
LEAD_STOPS = f"，,{ANY_STOPS}：:"
TORN_STOPS = f"{CLAUSE_STOPS}、"
PROSE_STOPS = f"{LEAD_STOPS}、"
HEAD_STOPS = f"，{STOPS}：:、"
SPOKEN_STOPS = "，。；：、,;:！？!?…“”《》"
PARAGRAPH_STOPS = "。：:"
HEADING_STOPS = "。：:；，."
ENDING_STOPS = "。！？；…!?;"
