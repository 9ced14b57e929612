#!/usr/bin/env python
"""Django's command line. The demo needs no environment at all; everything else asks for MODE."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stroomop.settings")
    if sys.argv[1:2] == ["demo"]:
        os.environ.setdefault("MODE", "demo")
    execute_from_command_line(sys.argv)
