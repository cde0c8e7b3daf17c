"""Files kept on a real S3 server."""
