"""Documents come in here: files, folders, stdin, pages of the web and JSON Lines become `Document`s."""

from depositary.documents.document import Document, UndatedCapture, content_id
from depositary.documents.intake import LIMIT_BYTES, Intake
from depositary.documents.places import collect

__all__ = ["LIMIT_BYTES", "Document", "Intake", "UndatedCapture", "collect", "content_id"]
