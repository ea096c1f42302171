#!/usr/bin/env python3
"""Puts hundreds of spellings of dangerous addresses into every place that an author's text reaches, builds the site, and
opens its pages and feeds in a browser: no address may be one that the browser would run, and nothing may have run.

    check-addresses.py BINARY
"""
import functools, http.server, itertools, json, os, random, subprocess, sys, tempfile, threading, urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from webdriver import Browser

binary = os.path.realpath(sys.argv[1])
PAYLOAD = "localStorage.setItem('ran',1)"
SCHEMES = {
    "javascript": "javascript:" + PAYLOAD,
    "vbscript": "vbscript:" + PAYLOAD,
    "data": f"data:text/html,<script>{PAYLOAD}</script>",
    "drawing": f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload=\"{PAYLOAD}\"/>",
    "file": "file:///etc/passwd",
    "blob": "blob:" + PAYLOAD,
    "source": "view-source:javascript:" + PAYLOAD,
}


def spellings():
    """Ways to write an address that a browser may still take for it."""
    chance = random.Random(1)
    found = []
    for address in SCHEMES.values():
        scheme, rest = address.split(":", 1)
        found += [address, scheme.upper() + ":" + rest, "".join(map(chance.choice, zip(scheme, scheme.upper()))) + ":" + rest]
        # Browsers pass over what stands before the scheme, and over tabs and line ends inside of it.
        for sign in ["\x01", "\x0b", "\x0c", "\x1f", "\x20", "\t", "\u00a0", "\u200b", "\ufeff", "\u2028", "\u0301", "\u00ad"]:
            found += [sign + address, scheme + sign + ":" + rest, scheme + ":" + sign + rest, scheme[:4] + sign + scheme[4:] + ":" + rest]
        for name in ["&Tab;", "&NewLine;", "&#9;", "&#10;", "&#x0d;", "&#0;", "&#1;", "&#x200b;", "&zwj;"]:
            found += [name + address, scheme[:4] + name + scheme[4:] + ":" + rest, scheme + name + ":" + rest, scheme + ":" + name + rest]
        # Letters and the colon as references, with and without zeros and semicolons, and behind percent signs.
        for form in ["&#{};", "&#{:07d};", "&#{:07d}", "&#x{:x};", "&#X{:06X};"]:
            found.append("".join(form.format(ord(letter)) for letter in scheme) + ":" + rest)
            found.append(form.format(ord(scheme[0])) + scheme[1:] + ":" + rest)
            found.append(scheme + form.format(ord(":")) + rest)
        found += [scheme + sign + rest for sign in ["&colon;", "&COLON;", "%3A", "\\:", "\uff1a", "\ua789", ":\u0338", ":\u20e3"]]
        found += ["%" + format(ord(scheme[0]), "x") + scheme[1:] + ":" + rest, "\\" + address, "//" + address, "#" + address]
    return list(dict.fromkeys(found))


#: Places for an address in a text; each a line of Markdown.
PLACES = [
    "[w]({a})", "[w](<{a}>)", "[w]({a} \"t\")", "<{a}>", "![w]({a})", "[![w](x.png)]({a})", "[w][{n}]\n\n[{n}]: {a}", "[w][{n}]\n\n[{n}]: <{a}>",
    "<a href=\"{a}\">w</a>", "<a href='{a}'>w</a>", "<a href={a}>w</a>", "<a\nhref\n=\n\"{a}\">w</a>", "<A HREF=\"{a}\">w</A>",
    "<img src=\"{a}\" alt=\"w\">", "<img srcset=\"{a} 2x\" alt=\"w\">", "<iframe src=\"{a}\"></iframe>", "<form action=\"{a}\"><button>w</button></form>",
    "<svg><a xlink:href=\"{a}\"><text>w</text></a></svg>", "<object data=\"{a}\"></object>", "<embed src=\"{a}\">", "<area href=\"{a}\">",
    "<base href=\"{a}\">", "<blockquote cite=\"{a}\">w</blockquote>", "<button formaction=\"{a}\">w</button>", "<math href=\"{a}\">w</math>",
    "**[w]({a}).** Run in.", "### [w]({a})", "| [w]({a}) |\n|-|\n| <a href=\"{a}\">w</a> |", "- [w]({a})", "> [w]({a})", "w[^{n}]\n\n[^{n}]: [w]({a})",
]
#: Places in front matter, as values that YAML reads as they are.
KEYS = ["aliases", "permalink", "doi", "slug", "language", "translation_of", "publisher", "rights", "license", "image", "canonical", "url", "link", "orcid"]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def masthead(number, title, byline="Lena Orzech", abstract="*An abstract.*"):
    return (f"# BULLETIN\n\nNo. {number} ({number}) • January {number % 28 + 1}, 2010 • © X\n\nEditors: Halina Brzeska\n\n---\n\n"
            f"## {title}\n\n{byline}\n\n{abstract}\n\n")


def site(folder):
    """A site in which each place has all spellings."""
    write(folder + "/Content/site.yaml", "title: Bulletin\nbase_url: https://b.example.org/\nlanguages: [en]\n")
    every = [address for address in spellings() if "\n" not in address]
    for number, place in enumerate(PLACES, 1):
        lines = [place.replace("{a}", address).replace("{n}", f"r{index}") for index, address in enumerate(every)]
        write(f"{folder}/Content/bulletins/{number}.md", masthead(number, f"Place {number}") + "\n\n".join(lines) + "\n")
    number = len(PLACES)
    for address in every:
        number += 1
        link = f"[w]({address})"
        write(f"{folder}/Content/bulletins/{number}.md", masthead(number, f"Title {link}", f"Lena {link} Orzech", f"*An {link} abstract.*") + f"**Run-in {link}.** Text.\n")
    for key in KEYS:
        number += 1
        value = json.dumps(every[:40] if key == "aliases" else SCHEMES["javascript"])
        write(f"{folder}/Content/bulletins/{number}.md", f"---\n{key}: {value}\n---\n" + masthead(number, f"Key {key}") + "Text.\n")
    return len(every)


def build(folder):
    """Builds the site; texts that are refused are taken away, since what is not published can't run."""
    for _ in range(40):
        made = subprocess.run([binary, "build", "--site", folder, "--format", "json", "--force"], capture_output=True, text=True)
        report = json.loads(made.stdout)
        refused = {one["file"] for one in report["diagnostics"] if one["severity"] == "error"}
        if report["published"]:
            return
        if not refused or made.returncode not in (0, 1):
            break
        for path in refused:
            os.remove(folder + "/" + path)
    sys.exit(f"the site is not built: {made.stderr[-2000:]} {made.stdout[-2000:]}")


#: All that a browser would follow or load on a page, by what it makes of it itself.
LOOK = """
const safe = ['http:', 'https:', 'mailto:', 'tel:', 'about:'];
const wrong = [];
function look(root) {
  for (const one of root.querySelectorAll('*')) {
    for (const name of ['href', 'src', 'action', 'formaction', 'data', 'cite', 'xlink:href', 'srcset', 'poster', 'background', 'http-equiv']) {
      if (!one.hasAttribute(name)) continue;
      const value = one.getAttribute(name);
      let protocol = '?';
      try { protocol = new URL(value, 'https://b.example.org/').protocol } catch { continue }
      const isPixels = one.tagName === 'IMG' && /^data:image\\/(png|gif|jpeg|webp)/i.test(value);
      if (!safe.includes(protocol) && !isPixels) wrong.push(one.outerHTML.slice(0, 200));
    }
    for (const {name} of one.attributes) if (/^on/i.test(name)) wrong.push(one.outerHTML.slice(0, 200));
  }
}
"""
PAGE = LOOK + """
look(document);
for (const one of document.querySelectorAll('main a[href]')) {
  if (!/^https?:/.test(one.href)) one.click();
}
return {wrong, ran: localStorage.getItem('ran'), links: document.querySelectorAll('a').length};
"""
FEED = LOOK + """
const done = arguments[arguments.length - 1];
fetch(arguments[0]).then((answer) => answer.text()).then((text) => {
  const feed = new DOMParser().parseFromString(text, 'application/xml');
  if (feed.querySelector('parsererror')) wrong.push('no XML: ' + feed.querySelector('parsererror').textContent.slice(0, 200));
  for (const part of feed.querySelectorAll('description, encoded, content, summary'))
    look(new DOMParser().parseFromString(part.textContent, 'text/html'));
  for (const link of feed.querySelectorAll('link, guid, url')) {
    const value = link.textContent || link.getAttribute('href') || '';
    if (value && !/^https?:/.test(value)) wrong.push(value.slice(0, 200));
  }
  done({wrong, ran: localStorage.getItem('ran'), links: feed.querySelectorAll('link').length});
});
"""


def main():
    with tempfile.TemporaryDirectory() as folder:
        count = site(folder)
        build(folder)
        public = folder + "/Public"
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=public)
        handler.log_message = lambda *_: None
        http.server.SimpleHTTPRequestHandler.log_message = lambda *_: None
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://127.0.0.1:{server.server_port}/"
        pages, feeds = [], []
        for at, _, names in os.walk(public):
            for name in names:
                path = os.path.relpath(os.path.join(at, name), public)
                if name.endswith(".html"):
                    pages.append(path)
                elif name.endswith("feed.xml"):
                    feeds.append(path)
        # Of equal kinds, enough: every page of a place, and some of the lists.
        own = [page for page in pages if page.startswith("2010/")]
        others = [page for page in pages if not page.startswith("2010/")]
        random.Random(1).shuffle(others)
        looked = links = 0
        with Browser() as browser:
            for path in sorted(own) + sorted(others[:120]):
                browser.go(home + path)
                links += check(path, browser.run(PAGE))
                looked += 1
            browser.go(home + "404.html")
            for path in sorted(feeds)[:40]:
                links += check(path, browser.run_later(FEED, "/" + path))
                looked += 1
        server.shutdown()
        if looked < 100 or links < 500:
            sys.exit(f"only {looked} pages with {links} links were looked at")
        print(f"ok: {count} spellings in {len(PLACES) + len(KEYS) + 4} places: nothing runs on {looked} pages and feeds")


def check(path, found):
    if found["wrong"] or found["ran"]:
        sys.exit(f"/{path}: {'something ran' if found['ran'] else 'an address would run'}: {found['wrong'][:3]}")
    return found["links"]


if __name__ == "__main__":
    main()
