r"""The HTML of generated pages without a Markdown program: the very characters that MkDocs makes of them.

The generator writes few forms of Markdown (``pages/writing``), and this room knows these and no others.
:func:`convert` reads a page once, block by block and sign by sign. What may mean to Python-Markdown anything that is
not described here makes it give None, and Python-Markdown has to read the page: better slow than otherwise. It knows
nothing of MkDocs; ``tests/publish/dialect`` holds it against MkDocs itself: every page of the samples, pages with
markup in every text, and strings by chance.

Blocks, with blank lines between them:

==================  ==============================================================================================
heading             ``## 总则 {#s1 .part-title}``, always with an anchor
paragraph           ``文字``, below it perhaps ``{: #l-39 .note }``; further lines begin with no sign of a block
bullets             ``- 甲``, below it perhaps ``  {#l-3}``, below that perhaps ``    - 乙``, indented by four
definitions         ``成员``, below it ``:   张三``, once or more; a blank line may be before a further value
pipe table          ``| 标题 | 文号 |``, ``| --- | --- |``, rows of as many cells; no ``\|``
element             ``<div class="facts" markdown="1">`` … ``</div>``, each alone, blocks between them; so is
                    ``<details …>`` with its ``<summary>`` on the next line
caption             ``<p class="caption" markdown="span">文字</p>``
table               ``<div … markdown="block">`` with ``<table>``, ``<thead>``, ``<tbody>`` and rows, each on a line and
                    marked so, of ``<td … markdown="span">文字</td>``
raw HTML            ``<figure>…</figure>``, ``<ol …>``, ``<p …>``: from the first character of a line to the last of
                    one, without a blank line; not inside of elements
==================  ==============================================================================================

Signs in running text:

==================  ==============================================================================================
link                ``[39](source/index.md#L39 "标题"){.source-line aria-label="第39行"}``; title and attributes may
                    lack, and the label has signs of its own, but no link
picture             ``![](page-1.png){: loading="lazy" }``, also in the label of a link
tag                 ``<span class="number">``, ``</time>``, ``<br>``: of no block, its values in double quotes
escape              ``\*``; entity ``&lt;``, ``&#124;``, with its semicolon
bold                ``**责任单位：**``, once in a block
``>``, ``[``, ``]``  characters, where they make no link
==================  ==============================================================================================

Attributes are ``#anchor``, ``.class`` and ``name="value"``. Everything else with a meaning is outside: code, emphasis,
``_`` and ``{`` that are not escaped, numbered lists, quotations, rules, references, headings without anchor, comments,
tabs and control characters.

outside  tags  attribute_lists  running_text: signs; headings_listed  sheet: a page while it is written;
plain_blocks  listed_blocks  element_blocks: blocks; conversion: the page
"""

from generator.publish.dialect.conversion import Converted, convert
from generator.publish.dialect.headings_listed import HeadingToken

__all__ = ["Converted", "HeadingToken", "convert"]
