#!/usr/bin/env python
"""Django's command line for site_campagne; settings default to the local ones."""

import os
import shlex
import sys
from pathlib import Path
from typing import Final

from django.core.management import execute_from_command_line

SETTINGS: Final = "DJANGO_SETTINGS_MODULE"
# The settings of a machine in production, which `campagne-gerer` reads: the local ones would be another, empty, site.
PRODUCTION: Final = Path("/etc/campagne/campagne.env")


def main() -> None:
    """Run the command named in `sys.argv`."""
    if not os.environ.get(SETTINGS) and PRODUCTION.exists():
        sys.exit(f"Ce site est en production. Tapez : sudo campagne-gerer {shlex.join(sys.argv[1:])}".rstrip())
    os.environ.setdefault(SETTINGS, "site_campagne.settings.dev")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
