#!/usr/bin/env python3
"""Writes COUNT synthetic issues with printed mastheads into a folder, the same bytes each time: make-archive.py COUNT FOLDER"""
import datetime, pathlib, random, sys

count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
chance = random.Random(1)
words = "harbour river treaty winter register quay signal budget pilot channel ferry agreement level customs season".split()
people = [f"{given} {family}" for given in ("Ada", "Łucja", "Jürgen", "Żaneta", "Øystein") for family in ("Buk", "Łęcka", "Oak", "Straßner")]
topics = [f"{first} {second}".title() for first in words for second in words[:6]]


def prose(sentences):
    return " ".join(" ".join(chance.choice(words) for _ in range(chance.randint(10, 25))).capitalize() + "." for _ in range(sentences))


day, year, number = datetime.date(1990, 1, 2), 0, 0
for index in range(count):
    number, year = (number + 1 if day.year == year else 1), day.year
    sections = "\n\n".join(f"**{topic}.** {prose(8)}" for topic in chance.sample(topics, 5))
    editors = ", ".join(chance.sample(people, 6))
    text = (
        f"# BULLETIN\n\nNo. {number} ({index + 1}) • {day:%B} {day.day}, {day.year} • © Example\n\nEditors: {editors}\n\n---\n\n"
        f"## {prose(1)[:60].strip()}\n\n{chance.choice(people)}\n\n*{prose(3)}*\n\n{prose(5)}\n\n{sections}\n")
    path = folder / str(year) / f"{number:03d}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if index % max(1, count // 9000 + 1) == 0:
        day += datetime.timedelta(days=1)
