"""Read printed government gazettes (政府公报) and publish them as a static archive.

Data flows one way; each folder is a stage and imports only from the stages above it
(``model`` and ``errors`` are open to all)::

    model/     frozen values: Span, Finding, Block, Part, Document, Issue, Archive
    lexicon/   vocabularies: numerals, dates, document numbers, organs, regions, kinds of document
    read/      bytes → numbered lines → lines as people corrected them → repaired lines
    parse/     lines → Issue
    link/      citations of a document, their relations and targets
    archive/   many issues → one Archive: permanent ids, registers
    pages/     Archive → Markdown pages
    export/    Archive → data files and their schemas
    search/    Archive → search index
    publish/   pages on disk, MkDocs, bundles, new archives
    cli/       the only place that prints, reads argv or exits
"""
