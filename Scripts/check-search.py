#!/usr/bin/env python3
"""Asks the search of a generated archive questions whose answers are known, in a browser: over HTTP, and from the folder.

    check-search.py BINARY [COUNT]

The archive has COUNT (300) issues of a few words, and some of words that no other has. What is found in the many is counted
in their sources, without the program. Says, too, how many bytes a question fetches, and how long its answer takes. Then the
site is published anew, while the browser has its pages and all that was fetched, and keeps it.
"""
import functools, http.server, os, pathlib, re, shutil, subprocess, sys, tempfile, threading, time, unicodedata, urllib.parse
from search_page import in_forced_colors, keyboard, on_a_phone
from webdriver import Browser

here = os.path.dirname(os.path.abspath(__file__))
binary = os.path.realpath(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 300

SITE = """title: {en: Bulletin, pl: Biuletyn, ja: 会報}
base_url: https://search.example.org/
languages: [en, pl, ja]
"""
PEOPLE = """people:
  - name: Zofia Śnieżyńska
    also: [Z. Śnieżyńska-Wrona]
  - name: Björn Ångström
  - name: Eoin O’Quirke
  - name: Jadwiga Kłos
  - name: 山田 花子
"""
TOPICS = """topics:
  - name: Marmot Policy
    also: [Groundhogs]
  - name: Lighthouse Dues
    names: {pl: Opłaty latarniowe}
  - name: Treacle
"""
# number, title, author, abstract, text; later ones are newer
ISSUES = {
    "en": [
        ("The Amber Tariff", "Zofia Śnieżyńska", "A quokka was counted.",
         "**Marmot Policy.** The walrus committee met in Łomża. It praised the granite accord of the northern isles.[^1]\n\n[^1]: See the xylophone."),
        ("Granite Accord", "Björn Ångström", "On the amber trade.",
         "**Lighthouse Dues.** Nobody mentioned walruses. Die Straßenbahn fuhr nicht. A zeppelin landed."),
        ("Walrus", "Zofia Śnieżyńska", "Of walrus tusks.", "The accord of granite was signed in Reykjavík by the naïve envoy. Amber followed.\n\n| Port | Tons |\n|--|--|\n| Tarn | 48 |\n| Okapi Bay | 7 |"),
        ("Notes from Żyrardów", "Eoin O’Quirke", "A co-operative of bobbins.",
         "**Treacle.** Flax, l’énergie and *hemp*ish ropes. The northern accord came to nothing; granite did too."),
        ("Whether Weather", "Björn Ångström", "Zeppelins again.", "Ærø and Þingvellir were fogbound. 7351 tonnes of kelp."),
    ],
    "pl": [
        ("Bursztynowa taryfa", "Jadwiga Kłos", "O żółwiach.", "**Opłaty latarniowe.** Wałęsa spotkał żółwia w Łomży. Granite zostaje bez zmian."),
    ],
    "ja": [
        ("中央銀行の独立性", "山田 花子", "金利について。", "日本銀行は金利を据え置いた。"),
        ("銀河鉄道", "山田 花子", "夜の旅。", "東京から京都へ。"),
    ],
}
# standing pages by their files
PAGES = {
    "about.md": "# About the Lighthouse\n\nOf keepers and amber.\n\n## How to Write\n\nSend a quetzal to Łeba. It knows the way.\n",
    "about.pl.md": "# O latarni\n\nGołębie są mile widziane.\n",
    "kept/back.md": "---\ntitle: Kept Back\ndraft: true\n---\n\nnonesuchword\n",
}
A, B, C, D, E = (f"/2020/{number}/" for number in range(1, 6))
PL, JA, JB = "/pl/2020/1/", "/ja/2020/1/", "/ja/2020/2/"
ABOUT, O = "/about/", "/pl/about/"
# what is asked, and the addresses of all answers in order
QUESTIONS = [
    ("amber", [A, B, C, ABOUT]), ("AMBER", [A, B, C, ABOUT]), ("ämber", [A, B, C, ABOUT]), ("walrus", [C, B, A]), ("walruses", [B]),
    ("lomza", [A]), ("Łomża", [A]), ("łomż", [A, PL]), ("zyrardow", [D]), ("Żyrardów", [D]),
    ("strassenbahn", [B]), ("Straßenbahn", [B]), ("strassen", [B]), ("reykjavik", [C]), ("naive", [C]), ("NAÏVE", [C]),
    ("aero", [E]), ("thingvellir", [E]), ("energie", [D]), ("l'énergie", [D]), ("hempish", [D]), ("7351", [E]),
    ("quokka", [A]), ("quo", [A]), ("zeppelin", [E, B]), ("zeppelins", [E]), ("xylophone", [A]),
    ("isles", [A]), ("isles1", []),
    ("granite accord", [B, D, C, A]), ('"granite accord"', [B, A]), ("“accord of granite”", [C]), ("„granite accord”", [B, A]),
    ('"accord granite"', []), ('"northern isles" amber', [A]), ('"amber tariff"', [A]), ('"the northern accord"', [D]),
    ("sniezynska", [C, A]), ("śnieżyńska-wrona", [C, A]), ("o'quirke", [D]), ("angstrom", [E, B]),
    ("groundhogs", [A]), ("marmot", [A]), ("latarniowe", [B, PL]), ("lighthouse dues", [B, PL]), ("lighthouse", [ABOUT, B, PL]), ("quetzal", [ABOUT]), ('"quetzal to Leba"', [ABOUT]), ("gołębie", [O]), ("latarni", [O, B, PL]), ("treacle bobbins", [D]),
    ("中央", [JA]), ("銀行", [JA]), ("銀", [JB, JA]), ("中央銀行", [JA]), ("東京から", [JB]), ("京都", [JB]), ("nonesuchword", []),
    ("żółw", [PL]), ("granite topic", []),
]
# filters
FILTERED = [
    ("granite", {"language": "pl"}, [PL]), ("amber", {"author": "Zofia Śnieżyńska"}, [A, C]),
    ("", {"topic": "Marmot Policy"}, [A]), ("", {"topic": "groundhogs"}, [A]), ("amber", {"to": "1990"}, []),
    ("amber", {"from": "2020", "to": "2020"}, [A, B, C]), ("gołębie", {"language": "en"}, []), ("", {"author": "Bjorn Angstrom"}, [E, B]),
    ("walrus", {"author": "nobody at all"}, []),
]


def fold(text):
    text = unicodedata.normalize("NFKD", text.lower().translate(str.maketrans({"ł": "l", "ø": "o", "ß": "ss"})))
    return "".join(letter for letter in text if not unicodedata.combining(letter))


def make(site):
    content = site / "Content"
    subprocess.run([sys.executable, here + "/make-archive.py", str(count), str(content / "bulletins")], check=True)
    for name, text in ("site.yaml", SITE), ("people.yaml", PEOPLE), ("topics.yaml", TOPICS):
        (content / name).write_text(text, encoding="utf-8")
    many = sorted((content / "bulletins").rglob("*.md"))
    for name, text in PAGES.items():
        (content / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (content / "pages" / name).write_text(text, encoding="utf-8")
    for language, issues in ISSUES.items():
        for number, (title, author, abstract, text) in enumerate(issues, 1):
            path = content / "bulletins" / "2020" / f"{number}.{language}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(
                f"---\ntitle: {title}\nnumber: {number}\ndate: 2020-03-{number:02d}\nlanguage: {language}\nauthors: [{author}]\n"
                f"abstract: {abstract}\n---\n\n{text}\n", encoding="utf-8")
    hidden = content / "bulletins" / "2020" / "9.md"
    hidden.write_text("---\ntitle: Hidden\nnumber: 9\ndate: 2020-03-09\ndraft: true\n---\n\nnonesuchword\n", encoding="utf-8")
    return many


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder, lets browsers keep everything for a day, and counts the bytes of the search: its page, its script, its
    index."""
    fetched = 0

    def __init__(self, folder):
        server = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def copyfile(self, source, out):
                data = source.read()
                if "search" in self.path:
                    server.fetched += len(data)
                out.write(data)

            def end_headers(self):
                self.send_header("Cache-Control", "max-age=86400")
                super().end_headers()

            def log_message(self, *_):
                pass
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        threading.Thread(target=self.serve_forever, daemon=True).start()


ASK = """
const [text, filters, done] = arguments;
const form = document.getElementById("search"), status = document.getElementById("search-status");
const fields = form.elements;
for (const name of ["topic", "author", "language", "from", "to"]) fields[name].value = filters[name] ?? "";
fields.q.value = text;
const before = performance.now();
status.textContent = "asked";
const look = () => {
  if (!/^(\\D*[\\d.,\\s]+|.*nothing.*|.*can’t.*)$/i.test(status.textContent) || status.textContent === "asked")
    return performance.now() - before > 15000 ? done({ status: status.textContent, links: [] }) : setTimeout(look, 2);
  done({
    status: status.textContent, took: performance.now() - before, more: !document.getElementById("search-more").hidden,
    links: [...document.querySelectorAll("#search-results h2 a")].map(link => link.href),
    excerpts: [...document.querySelectorAll("#search-results .search-excerpt")].map(text => text.textContent),
    marks: [...document.querySelectorAll("#search-results mark")].map(mark => mark.textContent),
    names: [...document.querySelectorAll("#search-names a")].map(link => link.textContent),
  });
};
form.requestSubmit();
setTimeout(look, 0);
"""


def path(link, site):
    parts = urllib.parse.urlsplit(link)
    result = urllib.parse.unquote(parts.path)
    folder = str(site / "Public")
    if parts.scheme == "file":
        result = result[len(folder):].removesuffix("index.html")
    return result


def number(status):
    digits = re.sub(r"\D", "", status)
    return int(digits) if digits else 0


def check(browser, site, where, many):
    wrong = []
    ask = functools.partial(browser.run_later, ASK)
    for text, filters, wanted in [(text, {}, wanted) for text, wanted in QUESTIONS] + FILTERED:
        answer = ask(text, filters)
        found = [path(link, site) for link in answer["links"]]
        if found != wanted[:5] or number(answer["status"]) != len(wanted):
            wrong.append(f"{text} {filters or ''} finds {found} ({answer['status']}), not {wanted}")
    bodies = [[" " + " ".join(re.findall(r"\w+", fold(part))) + " " for part in file.read_text(encoding="utf-8").split("---", 1)[1].split("\n\n")]
              for file in many]
    for asked, sought in (("treaty", " treaty"), ("harbo", " harbo"), ("customs", " customs"), ("pi", " pi"), ("wint", " wint"),
                          ('"budget ferry"', " budget ferry "),
                          ('"pilot"', " pilot ")):
        wanted = sum(any(sought in part for part in body) for body in bodies)
        answer = ask(asked, {})
        if number(answer["status"]) != wanted:
            wrong.append(f"{asked} is in {wanted} issues, and not: {answer['status']}")
    answer = ask("walrus", {})
    if "The walrus committee met in Łomża." not in answer["excerpts"] or "walrus" not in answer["marks"]:
        wrong.append(f"the sentence is not shown: {answer['excerpts']} {answer['marks']}")
    answer = ask("walrus reykjavik", {})
    if answer["excerpts"] != ["The accord of granite was signed in Reykjavík by the naïve envoy."]:
        wrong.append(f"what the title shows already is shown again: {answer['excerpts']}")
    answer = ask("okapi", {})
    if answer["excerpts"] != ["Okapi Bay · 7"]:
        wrong.append(f"not the row of a table is shown: {answer['excerpts']}")
    ask("groundhogs", {})
    time.sleep(0.3)
    names = browser.run("return [...document.querySelectorAll('#search-names a')].map(link => link.textContent)")
    if names != ["Marmot Policy"]:
        wrong.append(f"the topic is not named for another of its words: {names}")
    answer = ask("quetzal", {})
    if answer["excerpts"] != ["How to Write Send a quetzal to Łeba. It knows the way."]:
        wrong.append(f"the sentence of the standing page is not shown: {answer['excerpts']}")
    said = [message for message in browser.messages() if "favicon.ico" not in message]
    if said and where == "http":
        wrong.append(f"the console says: {said}")
    for line in wrong:
        print(f"  {where}: {line}")
    return len(wrong)


def check_anew(browser, site, at):
    """Publishes the site anew behind the back of a browser that keeps all it has: in an open page, and in one opened again."""
    wrong = []
    content = site / "Content" / "bulletins"

    def publish(**issues):
        for name, text in issues.items():
            number = name[1:]
            (content / "1890" / f"{number}.md").parent.mkdir(exist_ok=True)
            (content / "1890" / f"{number}.md").write_text(
                f"---\ntitle: Old {number}\nnumber: {number}\ndate: 1890-02-{int(number):02d}\n---\n\n{text}\n", encoding="utf-8")
        subprocess.run([binary, "build", "--quiet", "--site", str(site)], check=True)

    def look(when, questions):
        for text, wanted in questions:
            answer = browser.run_later(ASK, text, {})
            for _ in range(100):
                found = [path(link, site) for link in answer["links"]]
                if found == wanted:
                    break
                # The old answer stands until it is known to be old.
                time.sleep(0.05)
                answer["links"] = browser.run("return [...document.querySelectorAll('#search-results h2 a')].map(link => link.href)")
            else:
                wrong.append(f"{text} finds {found} {when}, not {wanted} ({browser.run('return document.getElementById(`search-status`).textContent')})")

    browser.go(at)
    look("before", [("walrus", [C, B, A]), ("quokka", [A])])
    # Every issue moves to another place.
    publish(n1="A walrus of the first year. Xenolith.", n2="A numbat.")
    look("in the open page", [("xenolith", ["/1890/1/"]), ("walrus", [C, B, A, "/1890/1/"]), ("quokka", [A]), ("reykjavik", [C])])
    publish(n1="Nothing of the kind. Wombat.")
    browser.go(at)
    look("in a page opened again", [("wombat", ["/1890/1/"]), ("xenolith", []), ("walrus", [C, B, A]), ("quokka", [A])])
    for line in wrong:
        print(f"  published anew: {line}")
    return len(wrong)


work = pathlib.Path(tempfile.mkdtemp(dir=os.environ.get("BENCH_FOLDER")))
try:
    many = make(work)
    subprocess.run([binary, "build", "--quiet", "--site", str(work)], check=True)
    for found in (work / "Public" / "search").rglob("*.js"):
        if "nonesuchword" in found.read_text(encoding="utf-8"):
            sys.exit(f"{found} has a word of a draft")
    failures = 0
    server = Server(work / "Public")
    with Browser() as browser:
        at = f"http://127.0.0.1:{server.server_port}/search/"
        browser.go(at)
        browser.wait("the form", "return document.querySelectorAll('#search [name=from] option').length > 1")
        browser.run_later(ASK, "treaty budget", {})
        first, server.fetched = server.fetched, 0
        answer = browser.run_later(ASK, "winter ferry", {})
        second, took = server.fetched, answer["took"]
        print(f"  first question {first / 1000:.0f} KB, second {second / 1000:.0f} KB, answered in {took:.0f} ms")
        if first > 150_000 or second > 40_000:
            print("  asked: 150 KB and 40 KB")
            failures += 1
        failures += check(browser, work, "http", many)
        for line in keyboard(browser) + on_a_phone(browser, at) + in_forced_colors(browser, ASK):
            print("  " + line)
            failures += 1
        failures += check_anew(browser, work, at)
        browser.go("file://" + urllib.parse.quote(str(work / "Public" / "search" / "index.html")))
        browser.wait("the form of a folder", "return document.querySelectorAll('#search [name=from] option').length > 1")
        failures += check(browser, work, "folder", many)
    if failures:
        sys.exit(f"the search answers {failures} questions wrongly")
    print(f"the search answers {len(QUESTIONS) + len(FILTERED)} questions of {count} issues, over HTTP and from a folder")
finally:
    if os.environ.get("KEEP"):
        print(work)
    else:
        shutil.rmtree(work)
