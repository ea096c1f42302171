#!/usr/bin/env python3
"""Shows a published site to a browser of 2023: one that passes over what style sheets have had since then.

    check-older.py FOLDER

No such browser can be had everywhere, so what it would not understand is taken out of the style sheet. Every kind of page
must be as readable as before, in the light and in the dark, and everything must stand where it stood.
"""
import functools, http.server, pathlib, re, sys, threading
from contrast import check_contrast
from pictures import pages
from webdriver import Browser

folder = pathlib.Path(sys.argv[1]).resolve()

# What Chromium 109, Firefox 110 and Safari 16.3 do not all understand, as it would be passed over: whole blocks, whole
# rules, single declarations.
BLOCKS = re.compile(r"@(media[^{]*\(scripting|starting-style|scope|view-transition|position-try|container style)[^{]*\{")
SELECTORS = (":has(", ":dir(", ":popover-open", "::details-content", ":user-invalid", ":state(", "::scroll-marker")
PROPERTIES = ("text-wrap", "hanging-punctuation", "hyphenate-limit-chars", "anchor-name", "position-anchor", "position-area",
              "interpolate-size", "field-sizing", "animation-timeline", "view-timeline", "text-box", "text-box-trim")
VALUES = re.compile(r"light-dark\(|color-mix\(|anchor\(|calc-size\(|\blh\b|content:[^;]*/ \"")


def without_block(style, start):
    depth = 0
    for at in range(style.index("{", start), len(style)):
        depth += {"{": 1, "}": -1}.get(style[at], 0)
        if depth == 0:
            return style[:start] + style[at + 1:]
    return style[:start]


def older(style):
    """A style sheet as such a browser understands it."""
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.S)
    while found := BLOCKS.search(style):
        style = without_block(style, found.start())

    def rule(match):
        selector, declarations = match.groups()
        if any(part in selector for part in SELECTORS) or "&" in selector:
            return ""
        kept = [each for each in declarations.split(";")
                if each.split(":")[0].strip() not in PROPERTIES and not VALUES.search(each)]
        return selector + "{" + ";".join(kept) + "}"
    return re.sub(r"([^{}]+)\{([^{}]*)\}", rule, style)


class Server(http.server.ThreadingHTTPServer):
    """Serves the folder, with an older style sheet or with its own."""
    is_older = False

    def __init__(self):
        server = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self):
                path = folder / self.path.split("?")[0].lstrip("/")
                if path.suffix != ".css" or not server.is_older:
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


# Where parts of a page stand from side to side; how high they are may differ, since lines are broken otherwise.
PLACES = """
const places = {};
for (const part of document.querySelectorAll("header, main, nav, article, section, footer, form, h1, h2, ul, ol, table, .body, .abstract, .front > div")) {
  if (!part.checkVisibility()) continue;
  const { left, width } = part.getBoundingClientRect();
  const name = part.tagName.toLowerCase() + "." + part.className;
  (places[name] ??= []).push([Math.round(left), Math.round(width)]);
}
return [places, document.documentElement.scrollWidth - document.documentElement.clientWidth];
"""

wrong = []
server = Server()
with Browser() as browser:
    kinds = pages(folder)
    for kind, language, address in kinds:
        url = f"http://127.0.0.1:{server.server_port}/{address}"
        for width in 360, 1280:
            browser.call("POST", browser.session + "/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
                "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": True}})
            seen = []
            for server.is_older in (False, True):
                browser.go(url)
                seen.append(browser.run(PLACES))
            for name, places in seen[0][0].items():
                if seen[1][0].get(name) != places:
                    wrong.append(f"{address} at {width}: {name} stands at {seen[1][0].get(name)}, not at {places}")
            if seen[1][1] > 0:
                wrong.append(f"{address} is {seen[1][1]} pixels wider than a window of {width}")
        check_contrast(browser, address)
for line in wrong[:30]:
    print("  " + line)
if wrong:
    sys.exit(f"{len(wrong)} things are not where they were, without what is newest")
print(f"{len(kinds)} kinds of pages are as they were in a browser of 2023")
