"""Documents come in here: files, folders, stdin, pages of the web and JSON Lines become `Document`s."""

from depositary.documents.document import Document, UndatedCapture, content_id
from depositary.documents.intake import Intake

__all__ = ["Document", "Intake", "UndatedCapture", "content_id"]
