#!/usr/bin/env python3
"""Holds every page of a published site to what a reader can take: check-weights.py FOLDER [--all]

No page has more than 150 KB or more than 300 links. What an issue loads beside its text – style, scripts, the type of its
script – has at most 53 KB as servers send it, which leaves 7 KB for a text of 1,300 words. Prints the heaviest page of each kind, or, with --all, every page that
is too heavy; ends with 1 where there is one."""
import gzip, pathlib, re, sys

MOST_BYTES, MOST_LINKS = 150 * 1024, 300
MOST_BESIDE = 53 * 1024
LOADED = re.compile(rb'(?:<link rel="(?:stylesheet|preload)"|<script)[^>]* (?:href|src)="([^"?]+)')
LINK = re.compile(rb"<a\b[^>]*\bhref=")


def kind(path):
    """What the first folder of an address says that a page is."""
    parts = [part for part in path.parts[:-1] if not (len(part) == 2 and part.isalpha())]
    if not parts:
        return "home"
    if parts[0].isdigit():
        return "volume" if len(parts) == 1 else "months" if parts[1] == "months" else "issue"
    if len(parts) == 1:
        return parts[0]
    return parts[0] + (", a letter" if parts[1] == "letters" else ", one" if len(parts) == 2 else ", a part of one")


def beside(page, path):
    """How many bytes a page loads; type is packed already."""
    files = {(path.parent / name.decode()).resolve() for name in LOADED.findall(page)}
    return sum(len(data) if file.suffix == ".woff2" else len(gzip.compress(data, 6))
               for file in files for data in [file.read_bytes()])


def main():
    folder = pathlib.Path(sys.argv[1])
    heaviest, heavy, count, loaded = {}, [], 0, None
    for path in sorted(folder.rglob("*.html")):
        page = path.read_bytes()
        name, weight = path.relative_to(folder), (len(page), len(LINK.findall(page)))
        count += 1
        if weight[0] > MOST_BYTES or weight[1] > MOST_LINKS:
            heavy.append((name, weight))
        if loaded is None and kind(name) == "issue":
            loaded = beside(page, path)
        of_kind = heaviest.setdefault(kind(name), [0, 0, "", ""])
        for place, value in enumerate(weight):
            if value > of_kind[place]:
                of_kind[place], of_kind[place + 2] = value, str(name.parent)
    for name, (size, links, largest, longest) in sorted(heaviest.items()):
        print(f"{name:28} {size / 1024:7.1f} KB  {largest:40.40} {links:4} links  {longest}")
    print(f"{count} pages, {len(heavy)} too heavy; an issue loads {(loaded or 0) / 1024:.1f} KB beside its text")
    for name, (size, links) in heavy if "--all" in sys.argv else heavy[:10]:
        print(f"/{name}: {size / 1024:.1f} KB, {links} links", file=sys.stderr)
    sys.exit(1 if heavy or (loaded or 0) > MOST_BESIDE else 0)


if __name__ == "__main__":
    main()
