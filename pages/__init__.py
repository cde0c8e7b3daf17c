"""What the public visits, and how it gets published."""
