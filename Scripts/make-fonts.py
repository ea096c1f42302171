#!/usr/bin/env python3
"""Makes the theme's type anew: Charis SIL from Debian's package `fonts-sil-charis`, cut to the letters that bulletins in
Latin and Cyrillic script need, as WOFF2.

    make-fonts.py FOLDER [--fonts FOLDER] [--outlines FOLDER]

FOLDER is `Templates/assets/fonts`; the package's fonts are taken from the folder given by --fonts, or from where Debian
puts them. With --outlines, `Sources/Site/Embedded/outlines`, the shapes of the letters are written there as text, of which
cards are drawn: a line for each letter with its number, its width and its outline, in thousandths of its size. Needs `fonttools` and `brotli` of PyPI. What comes out is the same, byte for byte, whenever the package is.

The licence of the type keeps the names "Charis" and "SIL" for the whole fonts: what is cut has a name of its own.
"""
import argparse, pathlib, sys

from fontTools import subset
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

FAMILY = "Bulletin Text"
STYLES = {"regular": "CharisSIL-Regular", "italic": "CharisSIL-Italic", "bold": "CharisSIL-Bold"}
# The second part is fetched only by pages that have a letter of it: `style.css` names the same ranges.
PARTS = {
    "latin": "U+20-7E U+A0-107 U+10A-113 U+116-11B U+11E-123 U+126-127 U+12A-12B U+12E-131 U+136-137 U+139-13E U+141-148 "
    "U+14C-14D U+150-15B U+15E-165 U+168-16B U+16E-17E U+192 U+1E9E U+218-21B U+2BC U+2C6-2C7 U+2D8-2DD U+2010-2015 "
    "U+2018-201E U+2020-2022 U+2026 U+202F-2030 U+2032-2033 U+2039-203A U+2044 U+2070 U+2074-2079 U+20AC U+2116 U+2122 "
    "U+2212 U+2248 U+2260 U+2264-2265",
    "cyrillic": "U+400-45F U+462-463 U+472-475 U+490-491 U+4B0-4B1",
}
FEATURES = ["kern", "liga", "locl"]


def code_points(part):
    """The numbers that a list of ranges names."""
    for span in part.split():
        first, _, last = span[2:].partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def cut(source, style, part, target):
    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False, desubroutinize=True,
                             name_IDs=[0, 1, 2, 3, 4, 6, 14], notdef_outline=True, ignore_missing_unicodes=True,
                             drop_tables=subset.Options._drop_tables_default + ["Silt", "Silf", "Feat", "Glat", "Gloc", "Sill"])
    font = subset.load_font(source, options)
    # A time of the machine would make other bytes each time.
    font.recalcTimestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=code_points(PARTS[part]))
    cutter.subset(font)
    names = {1: FAMILY, 2: style.title(), 3: f"{FAMILY} {style} {part}", 4: f"{FAMILY} {style}", 6: f"BulletinText-{style}"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    subset.save_font(font, target, options)


class Outline(BasePen):
    """Writes an outline as SVG does, with each point told from the one before, and y growing downwards."""

    def __init__(self, glyphs, scale):
        super().__init__(glyphs)
        self.scale, self.parts, self.at, self.start = scale, [], (0, 0), (0, 0)

    def rounded(self, point):
        return round(point[0] * self.scale), -round(point[1] * self.scale)

    def write(self, letter, *points):
        points = [self.rounded(point) for point in points]
        numbers = " ".join(f"{x - self.at[0]} {y - self.at[1]}" for x, y in points)
        self.parts.append(letter + numbers.replace(" -", "-"))
        self.at = points[-1]

    def _moveTo(self, point):
        self.write("m", point)
        self.start = self.at

    def _lineTo(self, point):
        if self.rounded(point) != self.at:
            self.write("l", point)

    def _qCurveToOne(self, control, point):
        self.write("q", control, point)

    def _curveToOne(self, first, second, point):
        self.write("c", first, second, point)

    def _closePath(self):
        self.parts.append("z")
        self.at = self.start


def outlines(source, target):
    font = TTFont(source)
    glyphs, names, scale = font.getGlyphSet(), font.getBestCmap(), 1000 / font["head"].unitsPerEm
    lines = []
    for code in sorted(code for part in PARTS.values() for code in code_points(part)):
        if code not in names:
            continue
        pen = Outline(glyphs, scale)
        glyphs[names[code]].draw(pen)
        lines.append(f"{code:x} {round(glyphs[names[code]].width * scale)} {''.join(pen.parts)}".rstrip() + "\n")
    target.write_text("".join(lines), encoding="ascii")
    print(f"{target.name}: {target.stat().st_size:,} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("target", type=pathlib.Path)
    parser.add_argument("--fonts", type=pathlib.Path, default=pathlib.Path("/usr/share/fonts/truetype/charis"))
    parser.add_argument("--outlines", type=pathlib.Path)
    given = parser.parse_args()
    for style, name in STYLES.items():
        source = given.fonts / f"{name}.ttf"
        if not source.exists():
            sys.exit(f"{source} is not there: install Debian's package fonts-sil-charis, or say where it is with --fonts")
        for part in PARTS:
            target = given.target / f"text-{style}-{part}.woff2"
            cut(source, style, part, target)
            print(f"{target.name}: {target.stat().st_size:,} bytes")
        if given.outlines and style != "italic":
            outlines(source, given.outlines / f"{style}.txt")


if __name__ == "__main__":
    main()
