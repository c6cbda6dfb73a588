"""Exports: participations with their evidence, for other programs; each format can be read back."""

from depositary.exports.formats import FORMATS, Format, UnknownFormat, format_named
from depositary.exports.line import COLUMNS, Line, Quoted, lines

__all__ = ["COLUMNS", "FORMATS", "Format", "Line", "Quoted", "UnknownFormat", "format_named", "lines"]
