#!/bin/sh
# Writes the default theme into the program, so that `bulletin init` needs no files beside the binary.
set -eu
cd "$(dirname "$0")/.."
out=Sources/CommandLine/DefaultTheme.swift
{
  echo '// Made by Scripts/embed-theme.sh from the folder Templates: change the files there and run `make theme`.'
  echo '// swift-format-ignore-file'
  echo
  echo '/// The files of the default theme with their paths below Templates.'
  echo 'enum DefaultTheme {'
  echo '  static let files: [(path: String, text: String)] = ['
  (cd Templates && find . -type f ! -name '.*' | LC_ALL=C sort) | while read -r path; do
    printf '    ("%s", #"""\n' "${path#./}"
    cat "Templates/$path"
    printf '\n"""#),\n'
  done
  echo '  ]'
  echo '}'
} > "$out.new"
mv "$out.new" "$out"
