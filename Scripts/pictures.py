#!/usr/bin/env python3
"""Takes pictures of every kind of page, to be looked at: three widths, light, dark and printed, in each language.

    pictures.py FOLDER SITE...

A SITE is a published folder. Pages of a kind are alike, so of each kind and language the longest is taken: it has most of
what there is. The pictures are `FOLDER/site-kind-language-width-scheme.png`, the prints `….pdf`, and `index.html` shows
them all.
"""
import base64, functools, html, http.server, os, pathlib, re, sys, threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from webdriver import Browser

WIDTHS = (360, 768, 1280)
KINDS = {
    "home": r"", "issue": r"\d{4}/[^/]+/", "volume": r"\d{4}/", "archive": r"archive/", "topics": r"topics/",
    "topic": r"topics/[^/]+/", "people": r"people/", "person": r"people/[^/]+/", "editors": r"editors/",
    "month": r"\d{4}/months/[^/]+/", "letter": r"(topics|people)/letters/[^/]+/", "part": r"(topics|people)/[^/]+/[^/]+/",
    "search": r"search/", "page": r"[a-z-]+/", "missing": r"404\.html",
}


def pages(site):
    """The kind, the language and the address of the pages to be taken."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        text = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        language = re.search(r'<html lang="([^"]+)"', text)[1]
        below = address.removeprefix(language + "/")
        for kind, pattern in KINDS.items():
            if re.fullmatch(pattern, below):
                if (kind, language) not in found or len(text) > found[kind, language][1]:
                    found[kind, language] = (address, len(text))
                break
    return [(kind, language, address) for (kind, language), (address, _) in sorted(found.items())]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


# Pictures that wait until somebody scrolls to them are asked for at once.
READY = """
const done = arguments[0];
for (const image of document.images) image.loading = "eager";
Promise.all([document.fonts.ready, ...[...document.images].map(image => image.decode().catch(() => {}))])
  .then(() => setTimeout(done, 100));
"""


def take(browser, address, target):
    """Takes all pictures of a page; their names."""
    names = []
    for scheme in ("light", "dark"):
        for width in WIDTHS:
            browser.size(width)
            browser.prefer(scheme)
            browser.go(address)
            browser.run_later(READY)
            # A page that never ends is seen as far as anybody scrolls.
            height = max(900, min(6000, browser.run("return document.documentElement.scrollHeight")))
            browser.size(width, height)
            picture = browser.ask("Page.captureScreenshot")
            name = target.with_name(f"{target.name}-{width}-{scheme}.png")
            name.write_bytes(base64.b64decode(picture["data"]))
            names.append(name.name)
    browser.prefer("light")
    for paper, (width, height) in {"a4": (8.27, 11.69), "letter": (8.5, 11)}.items():
        printed = browser.ask("Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=False)
        name = target.with_name(f"{target.name}-{paper}.pdf")
        name.write_bytes(base64.b64decode(printed["data"]))
        names.append(name.name)
    return names


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    with Browser() as browser:
        for site in map(pathlib.Path, sys.argv[2:]):
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for kind, language, address in pages(site):
                target = folder / f"{site.resolve().parent.name}-{kind}-{language}"
                names = take(browser, f"http://127.0.0.1:{server.server_port}/{address}", target)
                rows.append((target.name, names))
            server.shutdown()
    body = "".join(
        f"<h2>{html.escape(title)}</h2><p>"
        + "".join(f'<a href="{name}"><img src="{name}" alt="{name}" loading="lazy" height="420"></a> '
                  if name.endswith(".png") else f'<a href="{name}">{name}</a> ' for name in names)
        for title, names in rows)
    (folder / "index.html").write_text(f"<!doctype html><title>Pictures</title>{body}", encoding="utf-8")
    print(f"{sum(len(names) for _, names in rows)} pictures of {len(rows)} pages: {folder / 'index.html'}")


if __name__ == "__main__":
    main()
