"""The kinds of documents that the site takes: few, open or read by everyone."""

from enum import Enum

_OFFICE = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"


class Format(Enum):
    """The extension that a stored file takes, what people call it, and its media type."""

    PDF = ("pdf", "PDF", "application/pdf")
    DOCX = ("docx", "Word", f"{_OFFICE}.wordprocessingml.document")
    XLSX = ("xlsx", "Excel", f"{_OFFICE}.spreadsheetml.sheet")
    PPTX = ("pptx", "PowerPoint", f"{_OFFICE}.presentationml.presentation")
    ODT = ("odt", "ODT", f"{_ODF}.text")
    ODS = ("ods", "ODS", f"{_ODF}.spreadsheet")
    ODP = ("odp", "ODP", f"{_ODF}.presentation")
    EPUB = ("epub", "EPUB", "application/epub+zip")
    CSV = ("csv", "CSV", "text/csv; charset=utf-8")
    TEXTE = ("txt", "Texte", "text/plain; charset=utf-8")

    @property
    def extension(self) -> str:
        return self.value[0]

    @property
    def nom(self) -> str:
        return self.value[1]

    @property
    def genre(self) -> str:
        return self.value[2]


PAR_EXTENSION = {format_.extension: format_ for format_ in Format}
PAR_GENRE = {format_.genre: format_ for format_ in Format}
