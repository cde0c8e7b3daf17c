"""Every file: images, documents, their storage."""
