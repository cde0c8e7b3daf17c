"""The way out: what the public sees today, as files that need no server and no software of ours."""
