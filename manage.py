#!/usr/bin/env python
"""Django's command line for site_campagne; settings default to the local ones."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command named in `sys.argv`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_campagne.settings.dev")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
