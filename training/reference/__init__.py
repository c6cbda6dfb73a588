"""Where tables of the reference come from: importers that can be run again on a newer edition."""
