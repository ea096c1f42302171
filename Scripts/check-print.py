#!/usr/bin/env python3
"""Prints every kind of page of a published site and looks what stands where on paper.

    check-print.py FOLDER

Below each page stands its number where lines end, and below those of an issue, where lines begin, the journal. Nothing
reaches into the margins or lies on other words, no page is left empty before the last one, and what only works on screens is not there.
"""
import base64, functools, http.server, pathlib, re, subprocess, sys, tempfile, threading
from pictures import READY, Quiet, pages
from webdriver import Browser

folder = pathlib.Path(sys.argv[1]).resolve()
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11)}
# Points from the edge: less than the margins that the style sheet gives, and more than what it prints in them.
SIDE, FOOT = 50, 50
wrong = []


# What nobody can use on paper.
WORKING = """
return [...document.querySelectorAll("input:enabled, button, select, nav")].filter(part => part.checkVisibility())
  .map(part => part.outerHTML.slice(0, 60));
"""


def lie_on_each_other(words):
    """Two words of a page of which one covers the other; raised ones may touch."""
    words = sorted(words, key=lambda word: word[1])
    for place, (left, top, right, bottom, word) in enumerate(words):
        for other_left, other_top, other_right, _, other in words[place + 1:]:
            if other_top > bottom:
                break
            width = min(right, other_right) - max(left, other_left)
            if width > 2 and bottom - other_top > (bottom - top) / 2:
                return word, other


def look(what, is_issue, is_from_right, sheets):
    for number, (width, height, text) in enumerate(sheets, 1):
        boxes = [(*map(float, box), word) for *box, word in WORD.findall(text)]
        if covered := lie_on_each_other(boxes):
            wrong.append(f"{what}, page {number}: “{covered[0]}” and “{covered[1]}” lie on each other")
        words = [(left, top, right, word) for left, top, right, _, word in boxes]
        running = [word for word in words if word[1] > float(height) - FOOT]
        slash = [left for left, _, _, word in running if word == "/"]
        middle = float(width) / 2
        if len(slash) != 1 or (slash[0] < middle) != is_from_right:
            wrong.append(f"{what}, page {number}: its number stands at {slash} of {width} points")
        text_ends = max((top for _, top, _, _ in words if top <= float(height) - FOOT), default=0)
        if number < len(sheets) and text_ends < float(height) / 2:
            wrong.append(f"{what}, page {number} of {len(sheets)}: the text ends at {text_ends:.0f} of {height} points")
        begins = [left >= middle if is_from_right else left < middle for left, _, _, word in running if len(word) > 4]
        if is_issue and not any(begins):
            wrong.append(f"{what}, page {number}: the running line is not where lines begin")
        for left, _, right, word in words:
            if left < SIDE or right > float(width) - SIDE:
                wrong.append(f"{what}, page {number}: “{word}” stands in the margin")
    return len(sheets)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
threading.Thread(target=server.serve_forever, daemon=True).start()
count = 0
with Browser() as browser, tempfile.TemporaryDirectory() as work:
    for kind, language, address in pages(folder):
        browser.go(f"http://127.0.0.1:{server.server_port}/{address}")
        browser.run_later(READY)
        is_from_right = browser.run("return document.documentElement.dir === 'rtl'")
        browser.prefer("light", "print")
        wrong += [f"{address} has on paper: {part}" for part in browser.run(WORKING) if kind != "search"]
        browser.prefer("light")
        for paper, (width, height) in PAPERS.items():
            printed = browser.ask("Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=False)
            target = pathlib.Path(work, "issue.pdf")
            target.write_bytes(base64.b64decode(printed["data"]))
            text = subprocess.run(["pdftotext", "-bbox", target, "-"], capture_output=True, text=True, check=True).stdout
            count += look(f"{address} on {paper}", kind == "issue", is_from_right, PAGE.findall(text))
for line in wrong[:30]:
    print("  " + line)
if wrong:
    sys.exit(f"{len(wrong)} things are wrong on paper")
print(f"{count} printed pages have everything at its place")
