"""Expressions that official documents print, each once, as text of a larger pattern.

Variants are side by side. ``years.py`` has the forms of a year, ``verbs.py`` what a document does
with another, ``labels.py`` the words that head a line, ``columns.py`` what heads the columns of a
table, ``title_parts.py`` where the parts of a title begin, ``stops.py`` the marks that end sentences
and clauses, ``signs.py`` brackets, dashes and the marks of lists.

Where two readers use different lists, both are named here, with what each has more:
to make them one is a new rule.
"""
