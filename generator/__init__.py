"""Read printed government gazettes (政府公报) and publish them as a static archive.

Data flows one way; each folder is a stage and imports only from the stages above it
(``model`` and ``errors`` are open to all)::

    model/       frozen values: Span, Finding, Block, Part, Document, Issue, Archive, ids
    lexicon/     vocabularies: numerals, dates, document numbers, organs, regions, kinds of document
    words/       the words that a reader of the site sees
    reference/   a document → how it is cited: CSL-JSON, GB/T 7714, BibTeX, RIS
    visible/     an issue → what must be seen of it on pages, in data and in the index
    read/        bytes → numbered lines → lines as people corrected them → repaired lines
    parse/       lines → Issue: issue/, document/, corrected/, text/, rows/, plausibility/
    proof/       bytes and the issue read of them → where each character is
    outline/     levels and lasting anchors of headings
    link/        citations of a document, their relations and targets; whether it is in force
    life/        what documents do to each other, by date; two versions of one instrument
    source/      the folder issues/: which file is what
    permanence/  the ledger of permanent addresses
    registers/   what the archive holds, cites and lacks
    accuracy/    how well an annotated issue was read
    forms/       a document → plain text, Markdown, JSON, Akoma Ntoso
    archive/     many issues → one Archive
    pages/       Archive → Markdown pages
    export/      Archive → data files and their schemas
    feeds/       Archive → feeds of the newest documents
    search/      Archive → search index
    publish/     pages on disk, MkDocs, bundles, new archives
    federation/  archives that are published → one index over them
    prove/       what was published, held against the issues
    build.py     the driver, which reads as a table of contents
    cli/         the only place that prints, reads argv or exits
"""
