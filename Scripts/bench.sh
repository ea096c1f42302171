#!/bin/sh
# Prints time and peak memory of clean builds of 1,000 and 10,000 synthetic issues.
#   bench.sh BINARY [COUNT…]
set -eu
cd "$(dirname "$0")/.."
binary=$(realpath "$1")
shift
[ $# -gt 0 ] || set -- 1000 10000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '%8s %10s %10s %10s\n' issues 'wall s' 'cpu s' 'peak MiB'
for count in "$@"; do
  site=$work/$count
  mkdir -p "$site/Content"
  cp -r Templates "$site/"
  cp Content/site.yaml "$site/Content/"
  if [ -x ../shared/bench/make_archive.py ]; then
    ../shared/bench/make_archive.py "$count" "$site/Content/bulletins"
  else
    Scripts/make-archive.py "$count" "$site/Content/bulletins"
  fi
  python3 - "$binary" "$site" "$count" <<'PYTHON'
import os, subprocess, sys, time
binary, site, count = sys.argv[1:]
start = time.monotonic()
process = subprocess.Popen([binary, "build", "--quiet", "--site", site])
_, status, use = os.wait4(process.pid, 0)
if status != 0:
    sys.exit(f"the build of {count} issues failed")
wall, cpu = time.monotonic() - start, use.ru_utime + use.ru_stime
print(f"{count:>8} {wall:>10.2f} {cpu:>10.2f} {use.ru_maxrss / 1024:>10.0f}")
PYTHON
  last=$site
done
printf '\n'
Scripts/bench-rebuild.py "$binary" "$last"
