#!/bin/sh
# Installs the system's libraries that the build needs and that are not there, with Debian's package manager.
set -eu
packages="pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libgumbo-dev libfyaml-dev libtomlplusplus-dev libxxhash-dev libsqlite3-dev libmicrohttpd-dev libgoogle-perftools-dev binutils"
missing=
# A folder that has nothing but the archives of these libraries, and that pkg-config names first: with it, the linker
# makes them part of the program.
link_archives() {
  mkdir -p .build/archives
  newer=$(newer_markdown)
  for name in cmark-gfm cmark-gfm-extensions gumbo fyaml xxhash sqlite3; do
    for path in /usr/lib/lib$name.a /usr/lib/*/lib$name.a ${newer:+"$newer/lib$name.a"}; do
      [ ! -f "$path" ] || ln -sf "$path" .build/archives/
    done
    printf 'Name: %s\nDescription: %s\nVersion: 0\nLibs: -L%s -l%s\n' "$name" "$name" "$PWD/.build/archives" "$name" \
      > ".build/archives/lib$name.pc"
    # Debian's files for Gumbo and SQLite have no “lib” in their names.
    cp ".build/archives/lib$name.pc" ".build/archives/$name.pc"
  done
  link_allocator
}
# The folder of a libcmark-gfm that somebody built, where it is newer than Debian's: each version bears more of the texts
# that were written to take long. pkg-config asks its folder, /usr/local, before Debian's, as the compiler does for headers.
newer_markdown() {
  found=$(PKG_CONFIG_PATH='' pkg-config --modversion libcmark-gfm 2>/dev/null) || return 0
  folder=$(PKG_CONFIG_PATH='' pkg-config --variable=libdir libcmark-gfm)
  debian=$(dpkg-query -W -f '${Version}' libcmark-gfm-dev)
  if dpkg --compare-versions "$found" gt "${debian%-*}" && [ -f "$folder/libcmark-gfm-extensions.a" ]; then
    echo "libcmark-gfm $found in $folder is newer than Debian's ${debian%-*}, and is used" >&2
    echo "$folder"
  fi
}
# TCMalloc as one object: what comes from an archive is hidden from the C library, which would go on to use its own.
link_allocator() {
  for path in /usr/lib/libtcmalloc_minimal.a /usr/lib/*/libtcmalloc_minimal.a; do
    [ ! -f "$path" ] || ld -r -o .build/archives/tcmalloc.o --whole-archive "$path"
  done
}
cd "$(dirname "$0")/.."
for package in $packages "$@"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
# A newer libcmark-gfm that Debian has by now is installed, or told to whoever may not.
newest=$(apt-cache policy libcmark-gfm-dev 2>/dev/null | sed -n 's/^ *Candidate: //p')
debian=$(dpkg-query -W -f '${Version}' libcmark-gfm-dev 2>/dev/null) || debian=$newest
if [ -n "$newest" ] && dpkg --compare-versions "$newest" gt "$debian"; then
  echo "libcmark-gfm $newest can be had, and $debian is installed" >&2
  [ "$(id -u)" -ne 0 ] || missing="$missing libcmark-gfm-dev libcmark-gfm-extensions-dev"
fi
if [ -z "$missing" ]; then
  link_archives
  exit 0
fi
echo "installing$missing"
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
$sudo apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
link_archives
