// Written by `make words` from generator/words/languages; not to be changed by hand.
window.gongbaoWords.add({
  "script.citation": "Citation",
  "script.citation_copied": "The paragraph and its source were copied.",
  "script.cited": "{quotation} — {source}",
  "script.cited_first_page": "{quotation} — {source} (first page of the document)",
  "script.citing": "Each paragraph is followed by two buttons, “Link” and “Citation”.",
  "script.copy": "Copy",
  "script.copy_citation": "Copy this paragraph with its source: “{start}”",
  "script.copy_form": "Copy {form}",
  "script.copy_link": "Copy a link to this paragraph: “{start}”",
  "script.form_copied": "{form} has been copied.",
  "script.link": "Link",
  "script.link_copied": "The link to this paragraph was copied.",
  "script.not_copied": "Could not copy. Please select the text and copy it yourself.",
  "script.save": "Download",
  "script.save_form": "Download {form}",
  "script.share": "Share from this device",
  "script.share_here": "Address of this page",
  "script.share_offline": "This page was opened from a disk; it has no address to share."
});
