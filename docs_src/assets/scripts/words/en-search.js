// Written by `make words` from generator/words/languages; not to be changed by hand.
window.gongbaoWords.add({
  "date.year": "{year}",
  "issue.name": "{year}, No. {number}",
  "search.all_of_archive": ", remove this limit",
  "search.and_issuer": "{issuers}, {issuer}",
  "search.brief.nowhere": "No document contains {words} in its title, number or issuing body.",
  "search.brief.status": "Validity (judged from the gazettes each archive holds)",
  "search.by_date": "Date (newest first)",
  "search.by_fit": "Relevance",
  "search.clear": "Clear the filters",
  "search.copied": "Link copied.",
  "search.copy": "Copy a link to this search",
  "search.copy_by_hand": "The browser does not allow copying; please copy the address in the address bar.",
  "search.dates": "Date of issue",
  "search.facet.column": "Column",
  "search.facet.gazette": "Gazette",
  "search.facet.issuer": "Issuing body",
  "search.facet.kind": "Document type",
  "search.facet.region": "Region",
  "search.facet.status": "Validity (judged from the gazettes held)",
  "search.facet.topic": "Subject",
  "search.facet.year": "Year",
  "search.failed": "The search data could not be loaded. Please use the registers of years, issuing bodies or document numbers.",
  "search.feed": "Subscribe to new documents: {name} (Atom)",
  "search.filters": "Filters",
  "search.filters_chosen": "Filters ({n} chosen)",
  "search.found": [
    "Found {count} document",
    "Found {count} documents"
  ],
  "search.found_about": [
    "Found about {count} document",
    "Found about {count} documents"
  ],
  "search.found_all": "{found}.",
  "search.found_by_date": "{found}, newest first",
  "search.found_checking": "{found}; the number is being checked.",
  "search.found_listed": "{found}; the first {n} are listed",
  "search.found_otherwise": [
    "{found}; {n} has other punctuation",
    "{found}; {n} have other punctuation"
  ],
  "search.found_otherwise_about": [
    "{found}; about {n} has other punctuation",
    "{found}; about {n} have other punctuation"
  ],
  "search.found_otherwise_all": "{found}, with other punctuation than typed",
  "search.found_unfiltered": "{found}; {n} without the filters",
  "search.from": "From",
  "search.further": [
    "{n} further passage",
    "{n} further passages"
  ],
  "search.further_none": "No further passages",
  "search.further_unknown": "Look for further passages",
  "search.issued_by": "Issued by {document}",
  "search.marked": [
    "Your search terms are highlighted in {n} place",
    "Your search terms are highlighted in {n} places"
  ],
  "search.more_values": "{n} more",
  "search.near": "A similar document number: {document}",
  "search.near.found": [
    "No document matches exactly; {n} is close to what you searched for.",
    "No document matches exactly; these {n} are close to what you searched for."
  ],
  "search.near.meant": "Did you mean {query}?",
  "search.near.sound": [
    "Read as pinyin, {n} document was found.",
    "Read as pinyin, {n} documents were found."
  ],
  "search.near.weak": [
    "No document is close; {n} contains some of the characters.",
    "No document is close; these {n} contain some of the characters."
  ],
  "search.no_day": "This date was not used. Please write it as 2020-08-13, 2020-08 or 2020.",
  "search.no_word": "Please enter search terms.",
  "search.not_together": "No document contains all of {words}.",
  "search.nowhere": "No document contains {words}.",
  "search.nowhere_as_typed": "No document contains exactly {words}.",
  "search.only_excluded": "Please enter search terms; “-word” only excludes documents.",
  "search.other_ways": "Try fewer or other words, or use the registers of years, issuing bodies and document numbers.",
  "search.otherwise": "other punctuation than typed",
  "search.printed_in": "{gazette} {issue}",
  "search.quoted": "“{word}”",
  "search.quoted_more": "{words}, “{word}”",
  "search.scope": "Searching only in:",
  "search.searching": "Searching…",
  "search.sort": "Sort by",
  "search.suggestions": "Suggestions",
  "search.title": "Results for “{query}” - {site}",
  "search.unmark": "Remove highlights",
  "search.until": "To",
  "search.ways.cited": [
    "{document} is listed among the cited documents; {n} document cites it.",
    "{document} is listed among the cited documents; {n} documents cite it."
  ],
  "search.ways.citing": "Find the documents that cite it",
  "search.ways.dated": [
    "{n} document is dated {date}:",
    "{n} documents are dated {date}:"
  ],
  "search.ways.gazettes": [
    "The archive has this gazette:",
    "The archive has these gazettes:"
  ],
  "search.ways.issue": "{gazette}, {issue}",
  "search.ways.issues": [
    "The archive has this issue:",
    "The archive has these issues:"
  ],
  "search.ways.no_issue": "The archive does not have this issue.",
  "search.ways.none_dated": "No document of the archive is dated {date}.",
  "search.ways.numerals": [
    "With the number written as in {query} there is {n} document.",
    "With the number written as in {query} there are {n} documents."
  ],
  "search.ways.only_dated": [
    "List only this {n} document",
    "List only these {n} documents"
  ],
  "search.ways.published": [
    "Issue published, {date}:",
    "Issues published, {date}:"
  ],
  "search.ways.title": "《{title}》",
  "search.ways.unheld": [
    "The archive does not hold {document}; {n} document cites it.",
    "The archive does not hold {document}; {n} documents cite it."
  ],
  "search.without": [
    "Without {words}: {query} ({n} document)",
    "Without {words}: {query} ({n} documents)"
  ],
  "validity.begun": "Start date reached",
  "validity.expired": "Expired",
  "validity.none": "No record of repeal or expiry",
  "validity.pending": "Not yet in force",
  "validity.repealed": "Repealed",
  "validity.term": "Within its term"
});
