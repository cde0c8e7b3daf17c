"""Clean a document before it is stored: what says who made it, where and when goes; what is read stays.

`nettoyer` is the one function to call. The name of a file is never read: its bytes say what it is.
"""

from .formats import Format
from .passage import DocumentNet, nettoyer
from .refus import DocumentRefuse

__all__ = ["DocumentNet", "DocumentRefuse", "Format", "nettoyer"]
