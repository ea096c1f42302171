#!/usr/bin/env python3
"""Shows a published site to a browser of 2023.

    check-older.py FOLDER [PICTURES]

It is Chromium 108 where `check-older.sh` could install it; else today's, and what older ones pass over is taken out of the
style sheet. Every kind of page must be as readable there as in today's, in the light, in the dark and on paper, everything
must stand where it stands there, the search must find and the filters of lists work, and the console must have nothing to
say. The older browser leaves PICTURES of all it saw.
"""
import contextlib, functools, http.server, pathlib, sys, threading
from contrast import check_contrast
from older_browser import OlderBrowser
from older_style import older
from pictures import pages
from webdriver import Browser

folder = pathlib.Path(sys.argv[1]).resolve()
pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
WIDTHS = (360, 1280)
wrong = []


class Server(http.server.ThreadingHTTPServer):
    """Serves the folder, with its own style sheet or with what is left of that in an older browser."""

    def __init__(self, is_older):
        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self):
                path = folder / self.path.split("?")[0].lstrip("/")
                if path.suffix != ".css" or not is_older:
                    return super().do_GET()
                style = older(path.read_text(encoding="utf-8")).encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/css")
                self.send_header("Content-Length", str(len(style)))
                self.end_headers()
                self.wfile.write(style)

            def end_headers(self):
                self.send_header("Cache-Control", "no-store")
                super().end_headers()

            def log_message(self, *_):
                pass
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        threading.Thread(target=self.serve_forever, daemon=True).start()
        self.root = f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request, client_address):
        # A browser that goes on to another page takes no more of the last one.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


# Where parts of a page stand from side to side; how high they are may differ, since lines are broken otherwise.
PLACES = """
const done = arguments[arguments.length - 1];
document.fonts.ready.then(() => setTimeout(() => {
  const places = {};
  for (const part of document.querySelectorAll("header, main, nav, article, section, footer, form, h1, h2, ul, ol, table, .body, .abstract, .axis *, .front > div")) {
    if (!part.checkVisibility()) continue;
    const { left, width } = part.getBoundingClientRect();
    const name = part.tagName.toLowerCase() + "." + part.className;
    (places[name] ??= []).push([Math.round(left), Math.round(width)]);
  }
  done([places, document.documentElement.scrollWidth - document.documentElement.clientWidth]);
}, 50));
"""


def is_elsewhere(found, wanted):
    """Whether a place is another one: type that came too late for a page is wider or narrower by a hundredth."""
    return abs(found - wanted) > max(1, wanted / 100)


def compare(today, page, before, address):
    """Looks whether everything on a page stands where it stands in today's browser: in `before`, at the root `page`."""
    for width in WIDTHS:
        for browser in {today, before}:
            browser.size(width, is_phone=True)
        today.go(server.root + address)
        places, _ = today.run_later(PLACES)
        before.go(page + address)
        older_places, too_wide = before.run_later(PLACES)
        for name, wanted in places.items():
            found = older_places.get(name, [])
            if len(found) != len(wanted) or any(is_elsewhere(*each) for one, other in zip(found, wanted) for each in zip(one, other)):
                wrong.append(f"{address} at {width}: {name} stands at {found}, not at {wanted}")
        if too_wide > 0:
            wrong.append(f"{address} is {too_wide} pixels wider than a window of {width}")


def use(browser, root):
    """Searches, filters a list, and opens a note."""
    browser.go(root + "search/")
    browser.run("document.getElementById('search-query').focus()")
    browser.write("the")
    browser.press("Enter")
    browser.wait("results of the search", "return document.querySelectorAll('#search-results h2 a').length > 0")
    browser.go(root + "topics/")
    if browser.run("return Boolean(document.querySelector('.filter input'))"):
        browser.run("document.querySelector('.filter input').focus()")
        browser.write(browser.run("return document.querySelector('.letter li a').textContent"))
        browser.wait("a shorter list", "return [...document.querySelectorAll('.letter li')].filter(line => line.offsetParent).length < 5")
    for path in sorted(folder.rglob("index.html")):
        if 'class="footnote-ref"' in path.read_text(encoding="utf-8"):
            browser.go(root + path.parent.relative_to(folder).as_posix() + "/")
            browser.run("document.querySelector('.footnote-ref a').click()")
            browser.wait("a note", "return Boolean(document.querySelector('.note'))")
            break


def keep(browser, name):
    for scheme in ("light", "dark"):
        browser.prefer(scheme)
        for width in WIDTHS:
            browser.size(width)
            browser.screenshot(pictures / f"older-{name}-{width}-{scheme}.png")
    browser.prefer("light")
    browser.print(pictures / f"older-{name}.pdf")


server = Server(is_older=False)
with contextlib.ExitStack() as ends:
    today = ends.enter_context(Browser())
    try:
        before, root = ends.enter_context(OlderBrowser()), server.root
        called = f"Chromium {before.name}"
    except (ImportError, OSError) as error:
        before, root = today, Server(is_older=True).root
        called = f"a browser without what came after 2023, since {error}"
    kinds = pages(folder)
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    for kind, language, address in kinds:
        compare(today, root, before, address)
        for medium in ("", "print"):
            check_contrast(before, address, medium)
        if pictures and before is not today:
            keep(before, f"{kind}-{language}")
    before.size(1280)
    use(before, root)
    wrong += [f"the console says: {message}" for message in before.messages()]
for line in wrong[:30]:
    print("  " + line)
if wrong:
    sys.exit(f"{len(wrong)} things are wrong in {called}")
print(f"{len(kinds)} kinds of pages are as they should be in {called}")
