#!/bin/sh
# Asks axe-core about every page of a published site, or about the longest of each kind, in the light and in the dark:
# check-access.sh FOLDER [--longest]
set -eu
tools=.build/access
test -d "$tools" || python3 -m venv "$tools"
"$tools/bin/pip" install -q --no-deps axe-playwright-python==0.1.8
axe=$(find "$tools" -name axe.min.js)
python3 -m http.server --bind 127.0.0.1 --directory "$1" 8473 >/dev/null 2>&1 &
server=$!
trap 'kill "$server"' EXIT
for attempt in 1 2 3 4 5; do
  python3 -c 'import urllib.request; urllib.request.urlopen("http://127.0.0.1:8473/")' 2>/dev/null && break
  sleep 0.2
done
if [ "${2:-}" = --longest ]; then
  PYTHONPATH=Scripts python3 -c '
import pathlib, pictures, sys
for _, _, address in pictures.pages(pathlib.Path(sys.argv[1])): print(address)' "$1"
else
  # Redirects send readers on before anybody can ask about them.
  (cd "$1" && grep -rL 'http-equiv="refresh"' --include='*.html' .) | sed 's|^\./||; s|index\.html$||' | sort
fi | sed 's|^|http://127.0.0.1:8473/|' | xargs Scripts/check-access.py "$axe"
