#!/usr/bin/env python3
"""Writes the table of HTML's named characters, which the standard lists and Python keeps.

    named-characters.py > Sources/Templating/Markup/NamedCharacters.swift
"""
from html.entities import html5

names = {}
for name, characters in html5.items():
    bare = name.rstrip(";")
    code = "+".join(f"{ord(c):x}" for c in characters)
    # A star marks the names that are known without a semicolon, too.
    names[bare] = code + ("*" if bare in html5 else "")
words = [f"{name}={code}" for name, code in sorted(names.items())]
lines, line = [], ""
for word in words:
    if len(line) + len(word) > 113:
        lines.append(line)
        line = ""
    line += (" " if line else "") + word
lines.append(line)
print('''import Text

/// The characters that have names in HTML. `Scripts/named-characters.py` writes this file.
enum NamedCharacters {
  /// The longest name.
  static let longest = %d

  /// UTF-8 by name, with the semicolon, and without it where browsers know the name so.
  static let all: [Bytes: Bytes] = {
    var all: [Bytes: Bytes] = [:]
    for word in table.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      let parts = word.split(separator: UInt8(ascii: "="))
      let isBare = word.last == UInt8(ascii: "*")
      var characters = Bytes()
      for code in (isBare ? parts[1].dropLast() : parts[1]).split(separator: UInt8(ascii: "+")) {
        let scalar = UInt32(Array(code).string, radix: 16).flatMap { Unicode.Scalar($0) }
        characters += scalar.map { Bytes(String($0).utf8) } ?? []
      }
      if isBare { all[Array(parts[0])] = characters }
      all[Array(parts[0]) + [UInt8(ascii: ";")]] = characters
    }
    return all
  }()

  private static let table = Bytes(
    """
    %s
    """.utf8)
}''' % (max(map(len, names)), "\n    ".join(lines)))
