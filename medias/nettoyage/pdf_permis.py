"""What a PDF keeps, where people and their tools write: by name, so that what is unknown goes (ISO 32000-2)."""

from typing import Final

FICHIER: Final = frozenset("/Root /Size /Prev /XRefStm".split())
DOCUMENT: Final = frozenset(
    "/Type /Version /Extensions /Pages /PageLabels /Names /Dests /ViewerPreferences /PageLayout /PageMode /Outlines"
    " /OpenAction /URI /AcroForm /StructTreeRoot /MarkInfo /Lang /OutputIntents /OCProperties /Requirements".split()
)
PAGE: Final = frozenset(
    "/Type /Parent /Resources /MediaBox /CropBox /BleedBox /TrimBox /ArtBox /BoxColorInfo /Contents /Rotate /Group"
    " /Annots /Tabs /StructParents /UserUnit /VP /Trans /Dur".split()
)
IMAGE: Final = frozenset(
    "/Type /Subtype /Width /Height /ColorSpace /BitsPerComponent /Intent /ImageMask /Mask /Decode /Interpolate"
    " /Alternates /SMask /SMaskInData /StructParent /OC /Length /Filter /DecodeParms /Matte".split()
)
NOTE: Final = frozenset(
    "/Type /Subtype /Rect /Contents /P /F /AP /AS /Border /C /StructParent /OC /Lang /A /Dest /H /PA /QuadPoints /BS"
    " /BE /CA /ca /BM /Popup /IRT /RT /IT /L /LE /LL /LLE /IC /RD /Vertices /InkList /Open /State /StateModel /CL /DA"
    " /DS /Q /Name /Parent /Sy /MK /FT /Kids /TU /TM /Ff /V /DV /Opt /TI /I /MaxLen /RV /CO /Cap".split()
)
CHAMP: Final = NOTE | {"/T"}  # the name of a field of a form; in a note, that of a person
NOMS: Final = frozenset("/Dests /AP /Pages /Templates".split())
# What a click may do: lead elsewhere in the document or on the web, show, hide, empty a form.
ACTIONS: Final = frozenset("/GoTo /URI /Named /Hide /ResetForm /SetOCGState /Thread".split())
ACTION: Final = frozenset("/Type /S /D /SD /URI /IsMap /N /T /H /Fields /Flags /State /PreserveRB /Next".split())
