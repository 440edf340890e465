// Written by `make words` from generator/words/languages; not to be changed by hand.
window.gongbaoWords.add({
  "date.year": "{year}",
  "issue.name": "{year}, No. {number}",
  "search.and_issuer": "{issuers}, {issuer}",
  "search.brief.nowhere": "No document contains {words} in its title, number or issuing body.",
  "search.brief.status": "Validity (judged from the gazettes each archive holds)",
  "search.clear": "Clear the filters",
  "search.dates": "Date of issue",
  "search.facet.column": "Column",
  "search.facet.gazette": "Gazette",
  "search.facet.issuer": "Issuing body",
  "search.facet.kind": "Document type",
  "search.facet.region": "Region",
  "search.facet.status": "Validity (judged from the gazettes held)",
  "search.facet.year": "Year",
  "search.failed": "The search data could not be loaded. Please use the registers of years, issuing bodies or document numbers.",
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
  "search.found_checking": "{found}; the number is being checked.",
  "search.found_listed": "{found}; the first {n} are listed",
  "search.found_loosely": "Nothing matches exactly as typed. Ignoring punctuation: {found}",
  "search.found_unfiltered": "{found}; {n} without the filters",
  "search.from": "From",
  "search.marked": [
    "Your search terms are highlighted in {n} place",
    "Your search terms are highlighted in {n} places"
  ],
  "search.more_values": "{n} more",
  "search.near": "A similar document number: {document}",
  "search.no_day": "This date was not used. Please write it as 2020-08-13, 2020-08 or 2020.",
  "search.no_word": "Please enter search terms.",
  "search.not_together": "No document contains all of {words}.",
  "search.nowhere": "No document contains {words}.",
  "search.only_excluded": "Please enter search terms; “-word” only excludes documents.",
  "search.other_ways": "Try fewer or other words, or use the registers of years, issuing bodies and document numbers.",
  "search.printed_in": "{gazette} {issue}",
  "search.quoted": "“{word}”",
  "search.quoted_more": "{words}, “{word}”",
  "search.searching": "Searching…",
  "search.suggestions": "Suggestions",
  "search.title": "Results for “{query}” - {site}",
  "search.unmark": "Remove highlights",
  "search.until": "To",
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
