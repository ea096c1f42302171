#!/usr/bin/env python3
"""Prints issues to PDF and to Word, imports them again, and compares record and text.

    Scripts/check-round-trip.py PROGRAM [--issues 10] [--seed 1] [--show]

Each issue is made of chance: masthead, editors, authors, abstract, run-in headings, notes, lists, quotations, emphasis.
It is published, printed by Chromium and made a document by Pandoc, and both are imported. The record is what `bulletin
inspect` tells; the text is the words of the page's body. A form whose program is missing is skipped, which is said.
"""
import argparse
import html
import http.server
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading

WORDS = """harbour rope anchor ferry lantern tide winter keeper signal cargo pilot lighthouse timber village market
bridge island council railway glacier meadow orchard weather barge captain mooring breakwater inlet current sailor""".split()
NAMES = ["Ada Lund", "Jonas Vik", "Mira Holm", "Piotr Zawada", "Elin Strand", "Óscar Prat", "Hélène Morel"]
RECORD = ["series", "number", "cumulativeNumber", "date", "publisher", "title", "authors", "editors", "abstract"]


def sentence(chance, least=6, most=16):
    words = [chance.choice(WORDS) for _ in range(chance.randint(least, most))]
    if chance.random() < 0.2:
        words[2] = f"*{words[2]}*"
    if chance.random() < 0.2:
        words[3] = words[3] + chance.choice([",", " –", ";"])
    return " ".join(words)[:1].upper() + " ".join(words)[1:] + "."


def paragraph(chance):
    return " ".join(sentence(chance) for _ in range(chance.randint(2, 6)))


def issue(chance, number):
    day = f"{chance.choice(['January', 'May', 'October'])} {chance.randint(1, 28)}, 2019"
    authors = ", ".join(chance.sample(NAMES, chance.randint(1, 3)))
    parts = [
        "# HARBOUR LETTER", f"No. {number} ({number + 60}) • {day} • © Pilot House",
        "Editors: Karla Moor (Editor-in-Chief), Ole Brandt", "---",
        "## " + " ".join(chance.choice(WORDS).capitalize() for _ in range(4)), authors, "*" + sentence(chance, 12, 24) + "*",
    ]
    notes = []
    for _ in range(chance.randint(3, 6)):
        text = paragraph(chance)
        if chance.random() < 0.5:
            text = f"**{chance.choice(WORDS).capitalize()} {chance.choice(WORDS)}.** " + text
        if chance.random() < 0.3:
            notes.append(f"[^{len(notes) + 1}]: {sentence(chance)}")
            text += f"[^{len(notes)}]"
        parts.append(text)
        if chance.random() < 0.2:
            parts.append("\n".join(f"- {sentence(chance, 4, 8)}" for _ in range(3)))
    return "\n\n".join(parts + notes) + "\n"


def words(page):
    """The words of a page's body, without marks."""
    body = page[page.index('<div class="body">'):page.index('</article>')]
    body = re.sub(r'<footer class="issue-footer">.*?</footer>', " ", body, flags=re.S)
    body = re.sub(r'<sup.*?</sup>|<a[^>]*(data-)?footnote-backref.*?</a>', " ", body, flags=re.S)
    # Blocks and cells part words, other tags do not.
    body = re.sub(r"</(p|li|h\d|div|td|th)>|<br[^>]*>", " ", body)
    text = html.unescape(re.sub(r"<[^>]*>", "", body))
    return re.findall(r"\w+", text)


def served(folder):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *given): super().__init__(*given, directory=folder)
        def log_message(self, *_): pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def settings(site):
    with open(site + "/Content/site.yaml", "w") as file:
        file.write("title: Harbour Letter\nbase_url: https://letter.example.org/\n")


def record(program, path):
    _, out, _ = run(program, "inspect", path, "--format", "json")
    found = json.loads(out.splitlines()[0]) if out else {}
    return {key: found.get(key) for key in RECORD if key in found or "error" not in found} | ({"error": found["error"]} if "error" in found else {})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--issues", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    program = os.path.abspath(asked.program)
    browser = next((name for name in ["chromium", "chromium-browser", "google-chrome"] if shutil.which(name)), None)
    forms = [("pdf", browser and shutil.which("pdftohtml")), ("docx", shutil.which("pandoc"))]
    wrong = 0
    with tempfile.TemporaryDirectory() as top:
        site = top + "/site"
        os.makedirs(site + "/Content/bulletins")
        settings(site)
        chance = random.Random(asked.seed)
        for number in range(1, asked.issues + 1):
            with open(f"{site}/Content/bulletins/{number:03}.md", "w") as file:
                file.write(issue(chance, number))
        status, _, said = run(program, "build", "--site", site)
        if status:
            sys.exit("the issues are not published:\n" + said)
        server = served(site + "/Public")
        for form, is_there in forms:
            if not is_there:
                print(f"{form}: skipped, since what makes it is missing")
                continue
            folder, copy = f"{top}/{form}", f"{top}/from-{form}"
            os.makedirs(folder)
            for number in range(1, asked.issues + 1):
                page, target = f"{site}/Public/2019/{number}/index.html", f"{folder}/{number:03}.{form}"
                if form == "pdf":
                    run(browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--print-to-pdf={target}", f"http://127.0.0.1:{server.server_port}/2019/{number}/")
                else:
                    run("pandoc", "--from", "gfm+footnotes", "--to", "docx", "--output", target,
                        f"{site}/Content/bulletins/{number:03}.md")
            status, out, said = run(program, "import", folder, copy)
            if status:
                sys.exit(f"{form}: {said or out}")
            settings(copy)
            status, _, said = run(program, "build", "--site", copy)
            same = 0
            for number in range(1, asked.issues + 1):
                name = f"{number:03}.md"
                before = record(program, f"{site}/Content/bulletins/{name}")
                after = record(program, f"{copy}/Content/bulletins/{name}")
                differences = [f"{key}: {before[key]!r} became {after.get(key)!r}" for key in before if before[key] != after.get(key)]
                page = f"{copy}/Public/2019/{number}/index.html"
                if not os.path.exists(page):
                    differences.append("it is not published")
                else:
                    a, b = words(open(f"{site}/Public/2019/{number}/index.html").read()), words(open(page).read())
                    if a != b:
                        at = next((at for at, pair in enumerate(zip(a, b)) if pair[0] != pair[1]), min(len(a), len(b)))
                        differences.append(f"text: … {' '.join(a[max(0, at - 3):at + 5])} … became … {' '.join(b[max(0, at - 3):at + 5])} …")
                same += not differences
                wrong += bool(differences)
                for difference in differences:
                    print(f"{form} {number}: {difference}")
                if differences and asked.show:
                    print(open(f"{copy}/Content/bulletins/{name}").read())
            print(f"{form}: {same} of {asked.issues} are as they were")
        server.shutdown()
    sys.exit(1 if wrong else 0)


main()
