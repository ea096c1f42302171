#!/usr/bin/env python3
"""Walks through a published site as it lies on the disk, without a server, in a browser.

    check-folder.py FOLDER

Every kind of page must have its style, its type and its pictures; the ways to sections, issues and other languages, the box
of the search and the filters of long lists must work, and the console must have nothing to say.
"""
import os, pathlib, sys, urllib.parse
from webdriver import Browser

folder = pathlib.Path(sys.argv[1]).resolve()
wrong = []

# Chromium asks for type twice: early, which it refuses itself on a disk, and when the style sheet does.
EARLY = "/fonts/"

LOOK = """
const done = arguments[0];
document.fonts.ready.then(() => setTimeout(() => done({
  title: document.title, margin: getComputedStyle(document.body).marginTop,
  fonts: [...document.fonts].filter(font => font.status === "loaded").length,
  broken: [...document.images].filter(image => image.complete && !image.naturalWidth).map(image => image.src),
  links: [...document.links].map(link => link.href).filter(link => link.startsWith("file:")),
  forms: [...document.forms].map(form => form.action).filter(action => action.startsWith("file:")),
}), 150));
"""


def address(page):
    return "file://" + urllib.parse.quote(str(folder / page))


def there(link):
    return os.path.isfile(urllib.parse.unquote(urllib.parse.urlsplit(link).path))


def look(browser, page):
    seen = browser.run_later(LOOK)
    if seen["margin"] != "0px" or not seen["fonts"]:
        wrong.append(f"{page} has no style or no type: {seen['margin']}, {seen['fonts']}")
    for link in seen["links"] + seen["forms"] + seen["broken"]:
        # Feeds are for programs.
        if not there(link):
            wrong.append(f"{page} leads to {link}")
    for message in browser.messages():
        if EARLY not in message:
            wrong.append(f"{page}: the console says {message}")
    return seen


def click(browser, selector, what):
    """Follows a link; the path below the folder to which it leads."""
    before = browser.run("return location.href")
    found = browser.run(f"const link = document.querySelector({selector!r}); link?.click(); return Boolean(link)")
    if not found:
        wrong.append(f"there is no {what}")
        return ""
    browser.wait(what, f"return location.href !== {before!r} && document.readyState === 'complete'")
    return urllib.parse.unquote(browser.run("return location.pathname")).removeprefix(str(folder) + "/")


with Browser() as browser:
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("index.html")
                   if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8"))
    for page in pages:
        browser.go(address(page))
        look(browser, page)
    browser.go(address("index.html"))
    for number in range(1, 5):
        at = click(browser, f".site-nav li:nth-child({number}) a", "way to a section")
        if not at.endswith("/index.html"):
            wrong.append(f"the navigation leads to {at}")
    browser.go(address("index.html"))
    issue = click(browser, "#newest a", "newest issue")
    click(browser, ".site-title a", "way home")
    other = click(browser, ".languages a", "other language")
    look(browser, other)
    browser.go(address(issue))
    browser.run("document.querySelector('.search-box input').value = 'e'; document.querySelector('.search-box').requestSubmit()")
    browser.wait("results", "return document.querySelectorAll('#search-results h2 a').length > 0")
    at = click(browser, "#search-results h2 a", "result")
    if not at.endswith("/index.html"):
        wrong.append(f"a result leads to {at}")
    browser.go(address("topics/index.html"))
    if browser.run("return Boolean(document.querySelector('.filter input'))"):
        left = browser.run("""
          const box = document.querySelector(".filter input");
          box.value = document.querySelector(".letter li a").textContent;
          box.dispatchEvent(new Event("input", { bubbles: true }));
          return [...document.querySelectorAll(".letter li")].filter(line => line.offsetParent).length;""")
        if not 0 < left < 5:
            wrong.append(f"the filter leaves {left} lines")
    else:
        print("  there is no list long enough for a filter")

for line in wrong[:40]:
    print("  " + line)
if wrong:
    sys.exit(f"{len(wrong)} things are wrong in a folder on disk")
print(f"{len(pages)} pages work in a folder on disk")
