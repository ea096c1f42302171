#!/usr/bin/env python3
"""Times the preview of a synthetic archive: until the first page is there, and from a save to the change on screen.

    bench-preview.py BINARY SITE [EDITS]

SITE has the archive in Content/bulletins; it is changed, and its .bulletin is made anew.
"""
import os, shutil, signal, statistics, subprocess, sys, time, urllib.error, urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from webdriver import Browser

binary, site = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2])
edits = int(sys.argv[3]) if len(sys.argv) > 3 else 50
issues = sorted(os.path.join(folder, name) for folder, _, names in os.walk(site + "/Content/bulletins")
                for name in names if name.endswith(".md"))
PORT = 4778
HOME = f"http://localhost:{PORT}/"


def start():
    """The preview, and the seconds until it gave its first page."""
    begin = time.monotonic()
    process = subprocess.Popen([binary, "preview", "--site", site, "--port", str(PORT)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        try:
            with urllib.request.urlopen(HOME) as answer:
                answer.read()
            return process, time.monotonic() - begin
        except (urllib.error.URLError, ConnectionError):
            if process.poll() is not None:
                sys.exit("the preview ends at once")
            time.sleep(0.002)


def stop(process):
    process.send_signal(signal.SIGINT)
    process.wait()


def retitled(text, number):
    head, rest = text.split("\n## ", 1)
    return f"{head}\n## Title {number}: {rest}"


shutil.rmtree(f"{site}/.bulletin", ignore_errors=True)
process, without = start()
stop(process)
with_store = []
for _ in range(5):
    process, took = start()
    with_store.append(took)
    stop(process)
print(f"preview of {len(issues)} issues: first page {without:.2f} s without a store, {statistics.median(with_store):.2f} s with one")

process, _ = start()
with Browser() as browser:
    for name, change in (("text", lambda text, number: text + f"\nSentence {number} at the end.\n"), ("title", retitled)):
        path = issues[len(issues) // 2]
        text = open(path, encoding="utf-8").read()
        browser.go(HOME + ".preview/")
        address = browser.run("return [...document.querySelectorAll('tbody tr')].find((row) =>"
                              " row.lastElementChild.textContent === arguments[0]).querySelector('a').href",
                              os.path.relpath(path, site))
        browser.go(address)
        browser.wait("the panel", "return document.querySelector('#bulletin-panel summary') !== null")
        browser.run("window.seen = []; let last = '';"
                    "new MutationObserver(() => { const now = Date.now(), text = document.querySelector('main').textContent;"
                    " if (text !== last) { last = text; window.seen.push([now, text]); } })"
                    ".observe(document.body, { childList: true, subtree: true })")
        took = []
        for number in range(edits):
            mark = f"Sentence {number} at" if name == "text" else f"Title {number}:"
            with open(path + ".new", "w", encoding="utf-8") as file:
                file.write(change(text, number))
            os.replace(path + ".new", path)
            saved = time.time()
            at = browser.wait("a change", "return window.seen.find((one) => one[1].includes(arguments[0]))?.[0]", mark)
            took.append(max(0, at - saved * 1000))
            time.sleep(0.1)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        print(f"from a save to the changed {name} on screen: median {statistics.median(took):.0f} ms, worst {max(took):.0f} ms, {edits} edits")
stop(process)
