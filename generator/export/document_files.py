"""The forms of every document, as files of their own: JSON and Akoma Ntoso, in a bundle plain text and Markdown too."""

from collections.abc import Iterator

from generator.archive.text_apart import WHOLE, Texts, with_texts
from generator.export.form import File, Links
from generator.forms.form_files import form_files
from generator.model import Archive


def export_documents(archive: Archive, links: Links, texts: Texts = WHOLE) -> Iterator[File]:
    """Address and bytes of each form of each document.

    It is none of ``EXPORTS``: a build that makes pages one by one makes the forms of a document beside its page.

    :param texts: where those of the documents are, where these do not have them
    """
    publications = {one.id: one for one in archive.publications}
    for issue in archive.issues:
        whole = with_texts(issue, texts.of(issue))
        for record in whole.documents:
            yield from form_files(publications[issue.publication], whole, record, links)
