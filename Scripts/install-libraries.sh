#!/bin/sh
# Installs the system's libraries that the build needs and that are not there, with Debian's package manager.
set -eu
packages="pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libfyaml-dev libxxhash-dev"
missing=
for package in $packages "$@"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "installing$missing"
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
$sudo apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
