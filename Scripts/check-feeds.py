#!/usr/bin/env python3
"""Reads every feed of a published site as a feed reader would, and says what is wrong: check-feeds.py FOLDER"""
import email.utils, pathlib, re, sys
import feedparser

folder = pathlib.Path(sys.argv[1])
wrong = []
feeds = sorted(folder.rglob("feed.xml"))
for path in feeds:
    def complain(what):
        wrong.append(f"{path}: {what}")

    raw = path.read_text(encoding="utf-8")
    feed = feedparser.parse(raw)
    if feed.bozo:
        complain(f"a feed reader can't read it: {feed.bozo_exception}")
    for field in ("title", "link", "description", "language"):
        if not feed.feed.get(field) and field != "description":
            complain(f"the channel has no {field}")
    own = [link.href for link in feed.feed.links if link.rel == "self"]
    expected = "/" + str(path.relative_to(folder))
    if len(own) != 1 or not own[0].endswith(expected):
        complain(f"the link to itself is {own}, not one that ends in {expected}")
    seen = set()
    for entry in feed.entries:
        if entry.id in seen:
            complain(f"{entry.id} comes twice")
        seen.add(entry.id)
        if not entry.id.startswith("https://") or entry.link != entry.id:
            complain(f"{entry.id} is no permanent link")
        if email.utils.parsedate_to_datetime(entry.published) is None:
            complain(f"{entry.published} is no date")
        if not re.fullmatch(r"\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}", entry.published):
            complain(f"{entry.published} has not the form of RFC 822")
        if not entry.get("content"):
            complain(f"{entry.id} has no text")
        for attribute in re.findall(r'(?:href|src)="([^"]*)"', entry.content[0].value):
            if not re.match(r"(https?|mailto):", attribute):
                complain(f"{entry.id} has the relative address {attribute}")
    for item in re.findall(r"<item>.*?</item>", raw, re.S):
        if item.index("<description>") > item.index("<content:encoded>"):
            complain("content comes before description")
if not feeds:
    wrong.append("there is no feed")
if wrong:
    sys.exit("\n".join(wrong))
print(f"{len(feeds)} feeds can be read, with dates, permanent links and whole addresses")
