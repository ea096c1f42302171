#!/bin/sh
# Shows a published site to a browser of 2023, where one can be installed: check-older.sh FOLDER [PICTURES]
set -eu
tools=.build/older
# Qt keeps a whole Chromium, and the packages of its older releases stay where they are.
if ! [ -f "$tools/ready" ]; then
  python3 -m venv "$tools"
  if "$tools/bin/pip" install -q PyQt6==6.5.3 PyQt6-Qt6==6.5.3 PyQt6-WebEngine==6.5.0 PyQt6-WebEngine-Qt6==6.5.3 \
    PyQt6-sip==13.13.0 websocket-client==1.8.0; then
    touch "$tools/ready"
  fi
fi
"$tools/bin/python" Scripts/check-older.py "$@"
