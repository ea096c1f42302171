#!/usr/bin/env python3
"""Plants 300 known mistakes into a clean archive of 3,000 issues, and prints which of them `check` finds at their place, and
what it says beside: planted.py PROGRAM [FOLDER]. Then has what is safe mended, and looks that nothing else changed. Ends with 1
where fewer than 98 of 100 are found, anything is said that was not planted, or a mend does another thing than it says."""
import collections, datetime, json, pathlib, random, subprocess, sys, tempfile

program = str(pathlib.Path(sys.argv[1]).resolve())
folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="planted-"))
chance = random.Random(7)

# MARK: A clean archive: sixty years in English, of which the last fifteen are translated.

given = "Ada Birger Celia Dario Elsa Fedor Greta Hugo Ingrid Jonas".split()
family = "Ahlberg Brennan Castellani Drozdowska Eriksen Fontaine Grabowski Hollander Ivarsson Jankauskas".split()
people = [f"{given[index % 10]} {family[(index // 10 + index) % 10]}" for index in range(40)]
topics = "Customs Dredging Fisheries Icebreaking Lighthouses Pilotage Quarantine Salvage Towage Wreckage".split()
tematy = "Cło Pogłębianie Rybołówstwo Lodołamanie Latarnie Pilotaż Kwarantanna Ratownictwo Holowanie Wraki".split()
months = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split()


def sentence():
    who = chance.choice(["The harbour board", "A committee", "The river council", "Every skipper", "The insurer", "One engineer"])
    did = chance.choice(["measured", "described", "rejected", "welcomed", "delayed", "rebuilt"])
    what = chance.choice(["the northern quay", "a new tariff", "the winter timetable", "an old promise", "the third gauge"])
    when = chance.choice(["before the ice came", "in the second half of the year", "without a vote", "against all advice", "at once"])
    return f"{who} {did} {what} {when}."


def zdanie():
    kto = chance.choice(["Zarząd portu", "Komitet", "Rada rzeczna", "Każdy szyper", "Jeden inżynier"])
    co = chance.choice(["zmierzył nabrzeże", "opisał taryfę", "odrzucił rozkład", "przyjął obietnicę", "opóźnił budowę"])
    return f"{kto} {co} {chance.choice(['przed zimą', 'bez głosowania', 'wbrew radom', 'od razu'])}."


def prose(make, count): return " ".join(make() for _ in range(count))


class Issue:
    def __init__(self, language, index, year, number, cumulative, key):
        self.path = f"Content/bulletins/{year}/{number:03d}{'' if language == 'en' else '.pl'}.md"
        self.key, self.year, self.number, self.cumulative = key, year, number, cumulative
        self.day = datetime.date(year, 1, 5) + datetime.timedelta(days=9 * (number - 1) + (3 if language == "pl" else 0))
        chief = people[(year // 6) % 40]
        self.editors = [chief, people[(year // 4 + 13) % 40], people[(year // 3 + 27) % 40]]
        self.authors = [people[index % 40], people[(index + 11) % 40]]
        self.topics = sorted({index % 10, (index // 3) % 10, (index * 7 + 3) % 10})
        self.language = language
        self.series, self.publisher, self.role = "HARBOUR LETTERS", "Bay Institute", "Editor-in-Chief"
        if language == "pl": self.series, self.publisher, self.role = "LISTY PORTOWE", "Instytut Zatoki", "redaktor naczelny"
        self.title = f"Letter {index + 1} from the Bay" if language == "en" else f"List {index + 1} znad zatoki"
        make = sentence if language == "en" else zdanie
        self.abstract = f"*{prose(make, 2)}*"
        names = topics if language == "en" else tematy
        self.body = [prose(make, 4)] + [f"**{names[topic]}.** {prose(make, 3)}" for topic in self.topics] + [prose(make, 3)]
        self.signs = " (%d)" % cumulative
        self.date = self.day
        self.is_gone = False

    def text(self):
        """The text, in which § stands before what is wrong."""
        sign, label = ("No.", "Editors") if self.language == "en" else ("Nr", "Redakcja")
        date = f"{self.date:%B} {self.date.day}, {self.date.year}" if self.language == "en" else f"{self.date.day} {months[self.date.month - 1]} {self.date.year}"
        editors = ", ".join([f"{self.editors[0]} ({self.role})"] + self.editors[1:])
        front = f"---\ntranslation_key: {self.key}\n---\n\n" if self.key else ""
        parts = [f"# {self.series}", f"{sign} {self.number}{self.signs} • {date} • © {self.publisher}", f"{label}: {editors}", "---", f"## {self.title}", ", ".join(self.authors), self.abstract] + self.body
        return front + "\n\n".join(parts) + "\n"


issues, twins = [], {}
for year in range(1965, 2025):
    for number in range(1, 41):
        index = len(issues)
        issues.append(Issue("en", index, year, number, index + 1, f"letter-{year}-{number}x" if year >= 2010 else None))
        if year >= 2010: twins[index] = Issue("pl", index, year, number, index - 1799, f"letter-{year}-{number}x")

# MARK: The mistakes. Each plants one into an issue, with § before its place, and says which kinds tell of it.

def adds(kinds, *snippets):
    def plant(index, turn):
        issues[index].body.insert(2, snippets[turn % len(snippets)])
        return kinds.split(), issues[index]
    return plant


def changes(kinds, change):
    def plant(index, turn):
        issue = change(index, turn) or issues[index]
        return kinds.split(), issue
    return plant


def set_field(name, value):
    def change(index, turn):
        setattr(issues[index], name, value(issues[index]))
    return change


def misspelt(name):
    def change(index, turn):
        # Two letters swapped, each time others.
        word, at = getattr(issues[index], name), turn % 6 + 1
        setattr(issues[index], name, "§" + word[:at] + word[at + 1] + word[at] + word[at + 2:])
    return change


def gone(index, turn):
    issues[index].is_gone = True
    if index in twins: twins[index].is_gone = True
    issues[index + 1].marked_line = "number"
    return issues[index + 1]


def number_line(issue): issue.marked_line = "number"


def wrong_cumulative(index, turn):
    issues[index].signs = f" ({issues[index].cumulative + 7 + turn})"
    number_line(issues[index])


def no_cumulative(index, turn):
    issues[index].signs = ""
    number_line(issues[index])


def wrong_year(index, turn):
    # One digit is wrong: the year is one before, whose number is taken, or one in which there is no issue yet.
    issues[index].date = issues[index].date.replace(year=issues[index].year - 10 if turn % 2 else issues[index].year + 80)
    number_line(issues[index])


def without_editor(index, turn):
    # Where the others stay the same.
    while issues[index - 1].editors != issues[index + 1].editors: index += 1
    issues[index].editors = issues[index].editors[:2]
    issues[index].marked_line = "editors"
    return issues[index]


def same_title(index, turn):
    issues[index].title = "§" + issues[index - 1].title


def without_author(index, turn):
    twin = twins[index]
    twin.authors = ["§" + twin.authors[0]]
    return twin


def other_key(index, turn):
    twin = twins[index]
    twin.key = "§" + twin.key.replace("letter", "leter")
    return twin


def short_name(index, turn):
    name = f"{'AEIOUY'[turn % 6]}. {family[turn % 10]}"
    # A given name that begins so, and a family name that others have.
    given_name, family_name = people[(index + turn) % 40].split()
    issues[index].authors = ["§" + f"{family_name} {given_name}"]


planters = [
    adds("stray-stars", "The §**harbour froze in that winter.", "§** Winter. ** The harbour froze.", "A §** bold word** of the board."),
    adds("broken-markup", "See §[the map] (https://example.org/map) of the bay.", "See §(the map)[https://example.org/map] of the bay.", "See [the list§](https://example.org/the list.pdf) of ships.", "See §[the map][nowhere] of the bay."),
    adds("broken-heading", "§###The winter port"),
    adds("broken-table", "§| Port | Ships |\n| Rowe | 12 |\n| Lund | 7 |"),
    adds("surplus-cell", "| Port | Ships |\n|---|---|\n| Rowe | 12 | §lost |"),
    adds("dangling-note", "It froze in March.§[^7]", "§[^9]: Nobody refers to this.", "It froze.[^5]\n\n[^5]: Once.\n\n§[^5]: Twice."),
    adds("accidental-heading", "The ferry ran all through that winter.\n§---"),
    adds("indented-text", "§    The paragraph stands in the middle of the page."),
    adds("year-as-list-number", "§1986. A great year for herring it was."),
    adds("typed-bullets", "§• bread\n• salt"),
    adds("conflict-marker", "§<<<<<<< HEAD\nThe ferry ran.\n=======\nThe ferry stopped.\n>>>>>>> winter"),
    adds("unusable-address", "See [the map](§htps://example.org/map).", "See [the map](§www.example.org/map).", "See [the map](§C:\\maps\\bay.pdf).", "Write to [the board](§board@example.org)."),
    adds("local-address", "See [the letter](§http://localhost:4000/2010/1/)."),
    adds("empty-address", "See [§the map]()."),
    adds("broken-link", "See [that letter](§999.md).", "See [that page](§/nowhere/at/all/).", "See [the table](§tables/ice.csv)."),
    adds("missing-anchor", "See [below](§#no-such-place).", "See [there](§001.md#no-such-place)."),
    adds("missing-attachment", "![A map of the bay](§missing.png)"),
    adds("image-without-words", "§![](map.png)"),
    adds("repeated-word", "The barge was moored §at at noon.", "§The the barge was moored."),
    adds("blank-before-punctuation", "Nobody came§ , and all was well.", "Nobody left§ ."),
    adds("unbalanced-quotation", "The clerk said §“come back tomorrow.", "The clerk said come back §tomorrow.”"),
    adds("unbalanced-bracket", "The lock §(built in 1911 is shut.", "The lock, built in §1911), is shut."),
    adds("hyphen-in-range", "See pp. 3–4 and pp. §7-9 of the report."),
    adds("divided-word", "The ferry was late on the §sev-\nenth day."),
    adds("lost-characters", "The §BÃ¤r of the bay.", "The \uf0b7§ of the bay.", "The b�r§ of the bay.", "The \x02bay§ froze.", "It\x92s§ cold."),
    adds("placeholder", "§TODO ask the clerk.", "It cost §??? crowns."),
    adds("skipped-heading", "### Winter\n\nIt froze.\n\n##### §March\n\nIt thawed.\n\n### Spring\n\nIt rained."),
    adds("long-paragraph", "§The report says this. " + "Then came another day on which the ferry did not run. " * 46),
    adds("foreign-tag", "§{{< tideclock bay=\"north\" >}}"),
    adds("html-as-text", "§<script>alert(1)</script>", "§<span>never closed"),
    adds("changed-list-number", "1. The quay.\n2. The crane.\n§4. The ferry."),
    adds("line-as-markup", "The ferry did not run between 1962\n§- 1965 and then ran again."),
    adds("unused-definition", "§[1]: https://example.org/ice\n[2]: https://example.org/tides"),
    adds("markdown-in-html", "<div>\n§**The ferry.** It was late.\n</div>"),
    adds("product-as-emphasis", "The basin measures 2§*3*4 metres."),
    adds("mixed-quotation-marks", "The “ferry” and the “barge” came, and the §„tug“ went."),
    adds("foreign-mark", "The ice grew by 3 m§^2^ a day.", "The H§~2~O froze.", "The §==ferry== was late."),
    changes("number-gap", gone),
    changes("broken-cumulative-law", wrong_cumulative),
    changes("missing-cumulative", no_cumulative),
    changes("mistyped-year duplicate-number", wrong_year),
    changes("missing-editor", without_editor),
    changes("rare-spelling", misspelt("series")),
    changes("rare-spelling", misspelt("publisher")),
    changes("rare-spelling", misspelt("role")),
    changes("copied-issue", same_title),
    changes("missing-text", set_field("body", lambda issue: [])),
    changes("unclosed-abstract", set_field("abstract", lambda issue: "§" + issue.abstract[:-1])),
    changes("similar-name", short_name),
]
translated = [changes("translation-differs", without_author), changes("misspelt-translation-key", other_key)]
planted = []
# Six issues lie between two, so that none of them proves anything for another; the versions of one text are alike but for
# what is planted there.
for turn, index in enumerate(range(4, 1790, 6)):
    kinds, issue = planters[turn % len(planters)](index, turn // len(planters))
    planted.append((kinds, issue))
for turn, index in enumerate(range(1830, 2390, 240 // (300 - len(planted)) * 10)):
    kinds, issue = translated[turn % 2](index, turn)
    planted.append((kinds, issue))

# MARK: Written, checked, compared.

settings = "title: Harbour Letters\nbase_url: https://letters.example.org/\nlanguages: [en, pl]\ntime_zone: Europe/Warsaw\n"
(folder / "Content/bulletins").mkdir(parents=True, exist_ok=True)
(folder / "Content/site.yaml").write_text(settings, encoding="utf-8")
places = {}
for issue in issues + list(twins.values()):
    path = folder / issue.path
    path.parent.mkdir(exist_ok=True)
    (path.parent / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    if issue.is_gone: continue
    text = issue.text()
    if "§" in text: places[issue.path] = text[: text.index("§")].count("\n") + 1
    mark = getattr(issue, "marked_line", None)
    if mark:
        wanted = {"number": ("No. ", "Nr "), "editors": ("Editors:", "Redakcja:")}[mark]
        places[issue.path] = next(n for n, line in enumerate(text.split("\n"), 1) if line.startswith(wanted))
    path.write_text(text.replace("§", ""), encoding="utf-8")

answer = subprocess.run([program, "check", "--site", str(folder), "--format", "json"], capture_output=True, text=True)
found = json.loads(answer.stdout)["diagnostics"]
rest = collections.Counter((one["file"], one.get("line"), one["kind"]) for one in found)
recall, missed = collections.defaultdict(lambda: [0, 0]), []
for kinds, issue in planted:
    line = places.get(issue.path)
    hit = next((key for key in rest if rest[key] and key[0] == issue.path and key[2] in kinds and (line is None or key[1] == line)), None)
    recall[kinds[0]][1] += 1
    if hit:
        recall[kinds[0]][0] += 1
        rest[hit] -= 1
    else:
        missed.append((kinds[0], issue.path, line))
false = collections.Counter()
for (file, line, kind), count in rest.items():
    if count: false[kind] += count

print(f"{len(issues) + len(twins)} issues, {len(planted)} mistakes\n\n{'kind':28}found  planted  false")
for kind in sorted(set(recall) | set(false)):
    hits, all_ = recall.get(kind, (0, 0))
    print(f"{kind:28}{hits:5}  {all_:7}  {false.get(kind, 0):5}")
hits = sum(hit for hit, _ in recall.values())
print(f"\nfound at their place: {hits} of {len(planted)}; false: {sum(false.values())}")
for one in missed: print("missed:", *one)
for (file, line, kind), count in list(rest.items())[:1000]:
    if count: print(f"false: {kind} {file}:{line}")
# MARK: What is safe is mended: each file becomes what its mends say, all others stay, and a second run finds nothing to do.

edits = collections.defaultdict(list)
for one in found:
    if one.get("mend", {}).get("safe"): edits[one["file"]] += one["mend"]["edits"]
before = {path: path.read_bytes() for path in sorted(folder.rglob("*.md"))}
subprocess.run([program, "check", "--site", str(folder), "--fix", "--yes", "--quiet"], capture_output=True)
wrong = []
for path, bytes_ in before.items():
    wanted = bytes_
    for edit in sorted(edits[str(path.relative_to(folder))], key=lambda edit: -edit["range"][0]):
        start, end = edit["range"]
        wanted = wanted[:start] + edit["replacement"].encode() + wanted[end:]
    if path.read_bytes() != wanted: wrong.append(str(path.relative_to(folder)))
answer = subprocess.run([program, "check", "--site", str(folder), "--format", "json"], capture_output=True, text=True)
left = [one for one in json.loads(answer.stdout)["diagnostics"] if one.get("mend", {}).get("safe")]
new = collections.Counter(one["kind"] for one in json.loads(answer.stdout)["diagnostics"]) - collections.Counter(one["kind"] for one in found)
print(f"mended: {sum(map(len, edits.values()))} places in {sum(map(bool, edits.values()))} files; otherwise than said: {len(wrong)}; left: {len(left)}; new findings: {sum(new.values())}")
for path in wrong: print("mended otherwise:", path)
for kind, count in new.items(): print("new:", kind, count)
isRight = not wrong and not left and not new

sys.exit(0 if isRight and hits * 100 >= 98 * len(planted) and not sum(false.values()) else 1)
