"""The translation of pages: started, written, submitted and kept up to date, and never published by any of it."""
