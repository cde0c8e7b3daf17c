"""The spoken word: encrypted deposits, anonymisation, moderation, published testimonies, withdrawal."""
