#!/bin/sh
# Asks axe-core about every page of a published site, in the light and in the dark: check-access.sh FOLDER
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
# Redirects send readers on before anybody can ask about them.
(cd "$1" && grep -rL 'http-equiv="refresh"' --include='*.html' .) | sed 's|^\./|http://127.0.0.1:8473/|; s|index\.html$||' |
  sort | xargs Scripts/check-access.py "$axe"
