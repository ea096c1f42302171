#!/usr/bin/env python3
"""Holds every page of a published site to what a reader can take: check-weights.py FOLDER [--all]

No page has more than 150 KB or more than 300 links. Prints the heaviest page of each kind, or, with --all, every page that
is too heavy; ends with 1 where there is one."""
import pathlib, re, sys

MOST_BYTES, MOST_LINKS = 150 * 1024, 300
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


def main():
    folder = pathlib.Path(sys.argv[1])
    heaviest, heavy, count = {}, [], 0
    for path in sorted(folder.rglob("*.html")):
        page = path.read_bytes()
        name, weight = path.relative_to(folder), (len(page), len(LINK.findall(page)))
        count += 1
        if weight[0] > MOST_BYTES or weight[1] > MOST_LINKS:
            heavy.append((name, weight))
        of_kind = heaviest.setdefault(kind(name), [0, 0, "", ""])
        for place, value in enumerate(weight):
            if value > of_kind[place]:
                of_kind[place], of_kind[place + 2] = value, str(name.parent)
    for name, (size, links, largest, longest) in sorted(heaviest.items()):
        print(f"{name:28} {size / 1024:7.1f} KB  {largest:40.40} {links:4} links  {longest}")
    print(f"{count} pages, {len(heavy)} too heavy")
    for name, (size, links) in heavy if "--all" in sys.argv else heavy[:10]:
        print(f"/{name}: {size / 1024:.1f} KB, {links} links", file=sys.stderr)
    sys.exit(1 if heavy else 0)


if __name__ == "__main__":
    main()
