"""Documents: clean before they are stored, kept in versions, read by whom they are for."""
