"""`/espace/evenements/`: a resource proposes its events, follows them, changes them, cancels them."""
