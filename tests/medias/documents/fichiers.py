"""The talkative documents, one for each kind."""

from .bureautique import docx, epub, odf, pptx, xlsx
from .pdf import pdf_bavard

BAVARDS = {"pdf": pdf_bavard, "docx": docx, "xlsx": xlsx, "pptx": pptx, "odt": odf, "epub": epub}
