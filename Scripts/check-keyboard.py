#!/usr/bin/env python3
"""Uses a published site with nothing but a keyboard.

    check-keyboard.py FOLDER

On every kind of page, the tabulator must reach each link, button and field once and in order, show where it is, and hide
nothing of that under what stays in view. Then somebody skips to the text, looks something up, narrows it down, asks for more,
filters a list and reads a footnote.
"""
import functools, http.server, pathlib, sys, threading, time
from pictures import Quiet, pages
from webdriver import Browser

folder = pathlib.Path(sys.argv[1]).resolve()
wrong = []

# What can be reached, in the order of the page.
WANTED = """
const wanted = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
  .filter(part => part.checkVisibility({ visibilityProperty: true }) && !part.disabled);
window.wanted = wanted;
// The search begins in its box; here, everybody begins at the top.
document.body.tabIndex = -1;
document.body.focus();
document.body.removeAttribute("tabindex");
scrollTo(0, 0);
return wanted.length;
"""

# Which of them the tabulator is at, and whether one sees it there.
AT = """
const part = document.activeElement;
const style = getComputedStyle(part), place = part.getBoundingClientRect();
const top = document.elementFromPoint(place.left + Math.min(place.width, 20) / 2, place.top + Math.min(place.height, 12) / 2);
return {
  place: window.wanted.indexOf(part), name: part.outerHTML.slice(0, 90),
  isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
  isSeen: place.bottom > 0 && place.top < innerHeight && place.right > 0 && place.left < innerWidth,
  isCovered: Boolean(top) && !part.contains(top) && !top.contains(part) && Boolean(top.closest(".letters, .site-header")) && !part.closest(".letters, .site-header"),
};
"""


def tab_to(browser, selector, most=120):
    for _ in range(most):
        if browser.run("return document.activeElement.matches(arguments[0])", selector):
            return True
        browser.press("Tab")
    wrong.append(f"the tabulator does not reach {selector}")
    return False


def walk(browser, address):
    count = browser.run(WANTED)
    for place in range(min(count, 150)):
        browser.press("Tab")
        at = browser.run(AT)
        if at["place"] != place:
            wrong.append(f"{address}: after {place} comes {at['place']}, {at['name']}")
            return
        for is_right, what in ((at["isMarked"], "has no outline"), (at["isSeen"], "is out of view"), (not at["isCovered"], "is covered")):
            if not is_right:
                wrong.append(f"{address}: {at['name']} {what}")
    # What stays in view at the top covers nothing on the way back either.
    for _ in range(min(count, 150)):
        browser.press("Tab", shift=True)
        if (at := browser.run(AT))["isCovered"]:
            wrong.append(f"{address}: {at['name']} is covered on the way back")
            return


def use(browser, root):
    browser.go(root)
    browser.press("Tab")
    browser.press("Enter")
    browser.press("Tab")
    if not browser.run("return Boolean(document.activeElement.closest('main'))"):
        wrong.append("the first link does not skip to the text")
    browser.press("/")
    browser.write("the")
    browser.press("Enter")
    browser.wait("results", "return document.querySelectorAll('#search-results h2 a').length > 0")
    before = browser.run("return document.querySelectorAll('#search-results h2 a').length")
    if not browser.run("return document.getElementById('search-more').hidden"):
        if tab_to(browser, "#search-more"):
            browser.press("Enter")
            browser.wait("more results", f"return document.querySelectorAll('#search-results h2 a').length > {before}")
            browser.wait("the first of them", f"return document.activeElement === document.querySelectorAll('#search-results h2 a')[{before}]")
    browser.go(root + "search/?q=the")
    browser.wait("results", "return document.querySelectorAll('#search-results h2 a').length > 0")
    found = browser.run("return document.getElementById('search-status').textContent")
    if tab_to(browser, "#search [name=from]"):
        browser.press("ArrowDown")
        browser.wait("a chosen year", "return document.querySelector('#search [name=from]').value !== ''")
        browser.wait("fewer results", "return document.getElementById('search-status').textContent !== arguments[0]", found)
    browser.go(root + "topics/")
    if browser.run("return Boolean(document.querySelector('.filter input'))") and tab_to(browser, ".filter input"):
        name = browser.run("return document.querySelector('.letter li a').textContent")
        browser.write(name)
        browser.wait("a shorter list", "return [...document.querySelectorAll('.letter li')].filter(line => line.offsetParent).length < 5")


def read_note(browser, root):
    """Opens a footnote where it is called, and closes it."""
    for path in sorted(folder.rglob("index.html")):
        if 'class="footnote-ref"' in path.read_text(encoding="utf-8"):
            browser.go(root + path.parent.relative_to(folder).as_posix() + "/")
            break
    else:
        return
    if tab_to(browser, ".footnote-ref a"):
        browser.press("Enter")
        browser.wait("the note", "return Boolean(document.querySelector('.note')) || location.hash !== ''")


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
threading.Thread(target=server.serve_forever, daemon=True).start()
root = f"http://127.0.0.1:{server.server_port}/"
with Browser() as browser:
    kinds = pages(folder)
    for kind, language, address in kinds:
        browser.go(root + address)
        browser.wait("the page", "return document.readyState === 'complete'")
        time.sleep(0.05)
        walk(browser, address)
    use(browser, root)
    read_note(browser, root)
for line in wrong[:30]:
    print("  " + line)
if wrong:
    sys.exit(f"{len(wrong)} things can't be done with a keyboard")
print(f"{len(kinds)} kinds of pages can be used with a keyboard")
