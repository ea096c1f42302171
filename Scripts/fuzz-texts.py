#!/usr/bin/env python3
"""Builds sites of texts that are damaged at random, and looks at what is published of them.

  fuzz-texts.py BULLETIN [ROUNDS] [SEED] [--keep FOLDER]

Texts are mastheads, front matter in YAML, TOML and JSON, header lines, Markdown, HTML within Markdown and tags of other
engines, put together of pieces with extreme values, cut, doubled and nested; registers and settings are damaged, too. A
build must end by itself within bounds of time and memory, and say what is wrong; what it publishes must be well-formed,
run nothing that the theme does not bring, and be the same bytes on one thread and on several. A failure is printed with
its seed, which alone repeats it: fuzz-texts.py BULLETIN 1 SEED
"""
import html.parser, json, os, pathlib, random, re, resource, shutil, subprocess, sys, tempfile
import xml.etree.ElementTree as XML

arguments = sys.argv[1:]
keep = pathlib.Path(arguments.pop(arguments.index("--keep") + 1)) if "--keep" in arguments else None
arguments = [argument for argument in arguments if argument != "--keep"]
program, rounds, first = os.path.abspath(arguments[0]), int((arguments[1:2] or ["20"])[0]), int((arguments[2:3] or ["1"])[0])
FILES, SECONDS, MEMORY = 30, 30, 3 << 30

numbers = ["0", "1", "-1", "23", "007", "99999999999999999999", "1e308", "0x7f", "१२", "XIV", "3–4", "½", "NaN", ".5"]
dates = ["2010-02-11", "2010-02-30", "0000-00-00", "99999-01-01", "February 11, 2010", "11. lutego 2010", "2010", "Spring 2010",
         "2010-02-11T25:61:61Z", "2010-02-11 10:00:00 +0200", "Mai 2010", "12/31/1999", "~", "2010-W05", "-2010-01-01"]
names = ["Ada Buk", "Łucja Oak, Jürgen Straßner", "Dr. A. B. van der Berg Jr. (Chief; Managing)", "李明", "O’Neill-Šmíd", "and and and",
         "A", ", ,", "Ada Buk and Łucja Oak", "<b>Ada</b>", "Ada\u202eBuk", "e\u0301\u0301\u0301 Oak", "[Ada](a.md)", "Editors", "(((" ]
texts = ["It was built of oak.", "**Iran.** Talks went on.", "*Opened", "See [this](2.md#x) and [that](javascript:alert(1)).", "![A map](map.png)",
         "A[^1] note[^b].", "[^1]: The note.", "> quoted", "- one\n- two\n  1. three", "| a | b |\n|---|:-:|\n| c | d |", "```\ncode", "    code", "---", "***",
         "Term\n: meaning", "a  \nb\\\nc", "&amp; &lt; &#0; &#xFFFE; &nosuch;", "[a]: <b c> 'd'", "[a][b] [c] ![d][e]", "www.example.org a@b.example <https://x.example/>",
         "{% include x.md %}", "{{ site.title }}", "{% if a %}b{% endif %}", "{{< figure src=\"map.png\" >}}", "{: .note #x}", "$$x^2$$", "[[wiki|page]]", "~~gone~~ ==kept==",
         "- [ ] task\n- [x] done", "## Heading {#id}", "Heading\n===", "# BULLETIN", "No. 4 (5) • May 1, 2010 • © Bay", "Editors: Ada Buk", "*An abstract.*", "har-\nbour", "“a” ‘b’ 'c' \"d\"", "\u00a0\u200b\ufeff\u00ad"]
markup = ["<b>", "</b>", "<div>", "</div>", "<p onclick=alert(1)>", "<script>alert(1)</script>", "<!--", "-->", "<a href='javascript:alert(1)'>x</a>", "<img src=x onerror=alert(1)>", "<svg><script>alert(1)</script>",
          "<math><mi//xlink:href=\"data:x,<script>\">", "<table><tr><td>", "</td></table>", "<iframe src=https://x.example>", "<style>*{}</style>", "<textarea>", "<title>", "<plaintext>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "</main>", "</body></html>", "<![CDATA[", "]]>", "<?php", "<base href=//x.example>", "<form action=javascript:alert(1)>", "<details open ontoggle=alert(1)>", "<a id=x name=y>", "<video><source src=x>", "<template>", "<select><option>", "<a\u0301 b>"]
keys = ["title", "date", "number", "authors", "author", "tags", "topics", "categories", "draft", "status", "aliases", "permalink", "abstract", "description", "corrections", "updated", "language", "lang",
        "volume", "series", "doi", "license", "published", "publishDate", "expiryDate", "slug", "url", "translation", "editors", "extra", "taxonomies", "weight", "Title", "cumulative", "image"]
scalars = ["true", "null", "[a, b, [c]]", "{a: b, c: [d]}", "'x''y'", "\"\\u0041\\x\"", "|\n  a\n  b", ">-\n  a\n\n  b", "&a b", "*a", "!!binary x", "!x y", "{{ x }}", "[", "{", "- a", "? b", "a: b: c", "@x", "`x`", "%x", "\t", "'", "\"", "#x", ""]
controls = ["\0", "\x01", "\x1b[31m", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "\u202e", "\r", "\r\n", "\t", "\u0301", "\U0010ffff", "\u00a0"]


class Author:
    """Writes texts, all of them by one seed."""

    def __init__(self, seed):
        self.chance = random.Random(seed)

    def pick(self, *lists):
        return self.chance.choice(self.chance.choice(lists))

    def value(self):
        return self.pick(scalars, scalars, numbers, dates, names, texts, markup)

    def yaml(self):
        lines = [f"{self.pick(keys)}: {self.value()}" for _ in range(self.chance.choice([0, 0, 0, 1, 2, 7]))]
        if self.chance.randrange(6):
            lines = ["title: The Quay", f"date: {self.chance.randint(1900, 2020)}-0{self.chance.randint(1, 9)}-11"] + lines
        return "---\n" + "\n".join(lines) + self.pick(["\n---\n\n", "\n---\n\n", "\n...\n", "\n", ""])

    def toml(self):
        values = ["true", "1", "-0x1", "1979-05-27T07:32:00Z", "'''a\nb'''", "\"\\u00e9\"", "[1, 'a', [2]]", "{a = 1}", "nan", "+inf", "99999999999999999999", "1__0", "'", "["]
        lines = [f"{self.pick(keys, ['a.b', '[x]', '[[y]]'])} = {self.pick(values)}" for _ in range(self.chance.choice([0, 0, 0, 1, 2, 7]))]
        if self.chance.randrange(6):
            lines = ["title = 'The Quay'", f"date = {self.chance.randint(1900, 2020)}-03-11"] + lines
        return "+++\n" + "\n".join(lines) + self.pick(["\n+++\n\n", "\n+++\n\n", "\n"])

    def json(self):
        members = {self.pick(keys): self.pick(names, dates, numbers, texts) for _ in range(self.chance.randrange(6))}
        return json.dumps({"title": "The Quay", "date": f"{self.chance.randint(1900, 2020)}-04-11", **members}, indent=self.chance.choice([None, 2])) + "\n\n"

    def headers(self):
        lines = ["Title: The Quay", f"Date: {self.chance.randint(1900, 2020)}-05-11"] + [f"{self.pick(keys).title()}: {self.pick(names, dates, texts)}" for _ in range(self.chance.randrange(6))]
        return "\n".join(lines) + "\n\n"

    def masthead(self):
        number = self.chance.randint(1, 400)
        line = self.pick([f"No. {number} ({number}) • March {number % 28 + 1}, 20{number % 20:02} • © Bay"] * 3 + [f"No. {self.pick(numbers)} • {self.pick(dates)} • © {self.pick(names)}"])
        blocks = ["# BULLETIN", line, f"Editors: {self.pick(names)}", "---", f"## {self.pick(texts, names, markup, ['The Quay'] * 30)}", self.pick(names), f"*{self.pick(texts)}*"]
        if not self.chance.randrange(15):
            blocks.pop(self.chance.randrange(len(blocks)))
        return "\n\n".join(blocks) + "\n\n"

    def body(self):
        join = self.chance.choice(["\n\n", "\n\n", "\n", " "])
        return join.join(self.pick(texts, texts, markup) for _ in range(self.chance.randrange(14)))

    def damaged(self, text):
        for _ in range(self.chance.choice([0, 0, 0, 1, 4])):
            at = self.chance.randrange(len(text) + 1)
            end = min(len(text), at + self.chance.randrange(40))
            kind = self.chance.randrange(7)
            if kind == 0:
                text = text[:at] + text[end:]
            elif kind == 1:
                text = text[:at] + self.pick(texts, markup, names, numbers, controls, scalars) + text[at:]
            elif kind == 2:
                other = self.chance.randrange(len(text) + 1)
                text = text[:other] + text[at:end] + text[other:]
            elif kind == 3:
                text = text[:at] + text[at:end] * self.chance.choice([2, 30, 300]) + text[end:]
            elif kind == 4:
                text = text[:at] + self.pick(["[", "*", "> ", "- ", "<b>", "`", "(", "{", "**_", "\\", "|", "&", "![", "\n"]) * self.chance.choice([3, 90, 900]) + text[at:]
            elif kind == 5:
                text = text[:at]
            else:
                lines = text.split("\n")
                self.chance.shuffle(lines)
                text = "\n".join(lines)
        data = bytearray(text.encode("utf-8", "surrogatepass"))
        if not self.chance.randrange(30) and data:
            data[self.chance.randrange(len(data))] = self.chance.randrange(256)
        return bytes(data)

    def issue(self):
        start = self.chance.choice([self.masthead, self.masthead, self.yaml, self.toml, self.json, self.headers, lambda: self.yaml() + self.masthead(), lambda: ""])()
        return self.damaged(start + self.body() + "\n")

    def register(self, key):
        entries = [f"- name: {self.pick(names, numbers, texts)}\n  {self.pick(['also', 'slug', 'names', 'related', 'broader', 'orcid', 'x'])}: {self.value()}" for _ in range(self.chance.randrange(5))]
        return f"{key}:\n" + "\n".join(entries) + "\n"

    def site(self):
        files = {f"bulletins/{number}.md": self.issue() for number in range(FILES)}
        files["bulletins/map.png"] = b"\x89PNG\r\n\x1a\n"
        settings = "title: The Bay\nbase_url: https://bay.example.org/\n"
        if not self.chance.randrange(6):
            settings += f"{self.pick(['raw_html', 'old_addresses', 'feed_items', 'languages', 'issn', 'license', 'time_zone', 'publisher', 'x'])}: {self.value()}\n"
        files["site.yaml"] = self.damaged(settings) if not self.chance.randrange(12) else settings.encode()
        for name, key in (("people", "people"), ("topics", "topics")):
            if not self.chance.randrange(4):
                files[f"{name}.yaml"] = self.damaged(self.register(key)) if self.chance.randrange(2) else self.register(key).encode()
        if self.chance.randrange(2):
            files["pages/about.md"] = self.damaged("---\ntitle: About\n---\n\n" + self.body())
        return files


class Page(html.parser.HTMLParser):
    """What a browser would run or load, and whether the frame of the page is whole."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.troubles, self.counts, self.data = [], {}, None

    def handle_starttag(self, tag, attributes):
        self.counts[tag] = self.counts.get(tag, 0) + 1
        known = dict(attributes)
        if tag == "script":
            kind = known.get("type")
            if kind == "application/ld+json":
                self.data = ""
            elif not re.match(r"/assets/|(\.{1,2}/)+assets/", known.get("src") or ""):
                self.troubles.append(f"a script that the theme does not bring: {attributes}")
        for name, value in attributes:
            value = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") and name not in ("on",):
                self.troubles.append(f"the handler {name} of {tag}")
            if name in ("href", "src", "action", "formaction", "xlink:href", "data") and value.startswith(("javascript:", "vbscript:", "file:")):
                self.troubles.append(f"the address {value[:60]} of {tag}")
        if tag in ("base", "iframe", "object", "embed", "plaintext", "applet"):
            self.troubles.append(f"the element {tag}")

    def handle_endtag(self, tag):
        if tag == "script" and self.data is not None:
            json.loads(self.data)
            self.data = None

    def handle_data(self, data):
        if self.data is not None:
            self.data += data


def troubles(folder, raw):
    """What is wrong with published files."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".xml":
            try:
                XML.parse(path)
            except XML.ParseError as error:
                yield f"{path.relative_to(folder)} is not well-formed: {error}"
        elif path.suffix == ".html" and not raw:
            text = path.read_text(encoding="utf-8")
            page = Page()
            try:
                page.feed(text)
            except ValueError as error:
                yield f"{path.relative_to(folder)}: data that are no JSON: {error}"
            for trouble in page.troubles:
                yield f"{path.relative_to(folder)}: {trouble}"
            redirect = "http-equiv=\"refresh\"" in text
            if not redirect and (page.counts.get("main"), text.count("</main>"), text.count("</body>")) != (1, 1, 1):
                yield f"{path.relative_to(folder)}: the frame of the page is broken"


def run(*options):
    """Runs the program within bounds; its exit status, and what it printed."""
    def bounds():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    done = subprocess.run([program, *options], capture_output=True, timeout=10 * SECONDS, preexec_fn=bounds, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def attempt(seed, site):
    """What went wrong with the site of a seed; nothing where all went well."""
    shutil.rmtree(site, ignore_errors=True)
    author = Author(seed)
    files = author.site()
    for name, data in files.items():
        path = site / "Content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for options in (["build", "--skip-broken", "--drafts", "--future"], ["check"], ["inspect", "--format", "json"] + [str(site / "Content" / name) for name in files if name.startswith("bulletins/") and name.endswith(".md")]):
        status, out, err = run(*options, *([] if options[0] == "inspect" else ["--site", str(site)]))
        if status not in (0, 1) and not (status == 2 and "site.yaml" in err + out.decode("utf-8", "replace")):
            return f"{options[0]} ends with {status}: {(out.decode('utf-8', 'replace') + err)[-600:]}"
        if b"\x1b" in out or "\x1b" in err:
            return f"{options[0]} prints a control character"
        if options[0] == "inspect":
            for line in out.splitlines():
                json.loads(line)
    if not (site / "Public").exists():
        return None
    found = list(troubles(site / "Public", b"raw_html" in files["site.yaml"]))
    if found:
        return "; ".join(found[:4])
    if seed % 5 == 0:
        run("build", "--skip-broken", "--drafts", "--future", "--jobs", "1", "--site", str(site), "--output", str(site / "Again"))
        one, two = ({str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()} for folder in (site / "Public", site / "Again"))
        if one != two:
            return f"two builds differ in {sorted(path for path in one.keys() | two.keys() if one.get(path) != two.get(path))[:4]}"
    return None


def main():
    failures = published = 0
    with tempfile.TemporaryDirectory(prefix="texts-") as work:
        site = (keep or pathlib.Path(work)) / "site"
        for seed in range(first, first + rounds):
            try:
                trouble = attempt(seed, site)
            except (subprocess.TimeoutExpired, ValueError) as error:
                trouble = str(error)[:300]
            published += (site / "Public").exists()
            if trouble:
                failures += 1
                print(f"seed {seed}: {trouble}", flush=True)
    print(f"{rounds} sites of {FILES} texts, {published} of them published, {failures} failures")
    sys.exit(1 if failures else 0)


main()
