#!/usr/bin/env python3
"""Builds one issue of each of many shapes on which parsers and loops are slow, of 25, 100 and 400 KB.

  slow-texts.py BULLETIN [WORD]

A build may take a second of processor time and 200 MiB more than one of an ordinary text of that length; a shape that
takes more is printed. A WORD tries the shapes that have it in their names. What asks for thousands of pages, such as a
topic in each line, takes the time of pages, and is none of the shapes.
"""
import os, pathlib, resource, shutil, sys, tempfile

program, only = os.path.abspath(sys.argv[1]), (sys.argv[2:3] or [""])[0]
HEAD = "# BULLETIN\n\nNo. 1 (1) • January 8, 2026 • © X\n\nEditors: Ada Example\n\n---\n\n## T\n\nAda Example\n\n"
YAML = "---\ntitle: T\nnumber: 1\ndate: 2020-01-01\n"
TOML = "+++\ntitle='T'\nnumber=1\ndate=2020-01-01\n"
shapes = {}


def times(unit, size):
    return unit * max(1, size // len(unit.encode()))


def counted(size, unit):
    return "".join(unit(number) for number in range(max(1, size // len(unit(100).encode()))))


def shape(name, files):
    """A shape whose files follow from a size."""
    shapes[name] = files


def body(text):
    """The text of an issue below an ordinary masthead."""
    return lambda size: {"1.md": HEAD + text(size) + "\n"}


def masthead(place, text):
    """A masthead of which one block has the size."""
    def files(size):
        blocks = ["# BULLETIN", "Editors: Ada Example", "## T", "Ada Example", "*Abs.*"]
        blocks[place] = text(size)
        series, editors, *rest = blocks
        return {"1.md": "\n\n".join([series, "No. 1 (1) • January 8, 2026 • © X", editors, "---", *rest, "Text.\n"])}
    return files


def beside(name, text):
    """An ordinary issue, and another file that has the size."""
    return lambda size: {"1.md": HEAD + "Text.\n", name: text(size)}


shape("nested quotes", body(lambda n: "\n".join(">"*(i%90+1)+" a" for i in range(n//48))))
shape("quotes alternating lists", body(lambda n: "\n".join("> - "*(i%20+1)+"a" for i in range(n//42))))
shape("nested ordered lists", body(lambda n: "\n".join(" "*(3*(i%30))+"1. a" for i in range(n//50))))
shape("lazy list items", body(lambda n: times("- a\nb\n", n)))
shape("loose list", body(lambda n: times("- a\n\n", n)))
shape("alternating bullet marks", body(lambda n: times("- a\n* b\n+ c\n", n)))
shape("stars run", body(lambda n: times("*", n)))
shape("stars a", body(lambda n: times("*a ", n)))
shape("a** stars", body(lambda n: times("a**b", n)+times("c* ", n//4)))
shape("mixed emphasis *_", body(lambda n: times("*_a ", n//2)+times("b_* ", n//2)))
shape("tilde", body(lambda n: times("~~a ~b ", n)))
shape("emph nested closed", body(lambda n: times("*a **b ", n//2)+times("c** d*", n//2)))
shape("link openers", body(lambda n: times("[a](", n)))
shape("link openers angle", body(lambda n: times("[a](<b", n)))
shape("link titles", body(lambda n: times('[a](b "', n)))
shape("image link nested", body(lambda n: times("[![a](b)](c) ", n)))
shape("open brackets per para", body(lambda n: times("[a "*200+"\n\n", n)))
shape("ref opener", body(lambda n: times("[a][", n)))
shape("ref defs many", body(lambda n: counted(n, lambda i: f"[r{i}]: u{i}\n")))
shape("ref defs same", body(lambda n: times("[r]: u\n", n)))
shape("ref defs long title", body(lambda n: times('[r]: u "', n)))
shape("ref defs used", body(lambda n: counted(n//2, lambda i: f"[r{i}]: u{i}\n")+"\n"+counted(n//2, lambda i: f"[r{i}]\n\n")))
shape("ref collisions unicode", body(lambda n: counted(n, lambda i: f"[ẞ{i}ß]: u{i}\n\n[SS{i}ss]\n\n")))
shape("table wide cells", body(lambda n: "|a|b|\n|-|-|\n"+times("|"+"x "*200+"|y|\n", n)))
shape("table rows empty", body(lambda n: "|a|b|c|d|e|f|g|h|i|j|\n"+"|-"*10+"|\n"+times("|\n", n)))
shape("many tables", body(lambda n: times("|a|\n|-|\n|b|\n\n", n)))
shape("table escapes", body(lambda n: "|a|\n|-|\n"+times("|\\|\\|\\|\\||\n", n)))
shape("table long header para", body(lambda n: times("abc\n", n)+"|a|\n|-|\n"))
shape("footnote same many", body(lambda n: "[^a]: x\n\n"+times("y[^a] ", n)))
shape("footnote nested", body(lambda n: counted(n, lambda i: f"[^{i}]: x[^{i+1}]\n\n")+"a[^0]"))
shape("footnote def in def", body(lambda n: times("[^a]: ", n)))
shape("footnotes in each other", body(lambda n: "x[^1]\n\n"+counted(n, lambda i: f"[^{i}]: [^{i}] [^{i}]\n\n")))
shape("html open divs", body(lambda n: times("<div>\n", n)))
shape("html open b inline", body(lambda n: times("<b>a ", n)))
shape("html b paras", body(lambda n: times("<b>a\n\n", n)))
shape("html formatting mix", body(lambda n: times("<b><i><u>x</b>", n)))
shape("html a nested", body(lambda n: times("<a href=x>y", n)))
shape("html table foster", body(lambda n: "<table>"+times("<b>x", n)))
shape("html tables nested", body(lambda n: times("<table><tr><td>", n)))
shape("html p in b", body(lambda n: times("<b><p>", n)))
shape("html select", body(lambda n: times("<select><option>", n)))
shape("html comments", body(lambda n: times("<!-- a -->b", n)))
shape("html comment open", body(lambda n: times("a <!-- b ", n)))
shape("html attr long", body(lambda n: '<p title="'+times("a&amp;", n)+'">x</p>'))
shape("html unclosed attr", body(lambda n: times('<a title="x ', n)))
shape("html svg", body(lambda n: times("<svg><g>", n)))
shape("html details", body(lambda n: times("<details><summary>a</summary>", n)))
shape("html font b aaa", body(lambda n: times("<font size=1><b>", n//2)+times("</font>", n//2)))
shape("html style attr", body(lambda n: times("<p style='color:red'>a</p>\n", n)))
shape("html ul li", body(lambda n: times("<ul><li>", n)))
shape("entities", body(lambda n: times("&amp;&#x41;&nosuch;&", n)))
shape("entity long", body(lambda n: "&"+times("a", n)+";"))
shape("entity digits", body(lambda n: times("&#"+"9"*8+";", n)))
shape("headings levels", body(lambda n: counted(n, lambda i: "#"*(i%6+1)+f" H{i}\n\n")))
shape("headings long", body(lambda n: "## "+times("word ", n)))
shape("setext", body(lambda n: times("a\n---\n", n)))
shape("setext multi", body(lambda n: times("a\n", n)+"---\n"))
shape("hash run", body(lambda n: times("# ", n)))
shape("headings closing", body(lambda n: times("## a ########\n", n)))
shape("headings same transliter", body(lambda n: times("### Łódź 李明\n\nx\n\n", n)))
shape("long line word", body(lambda n: times("a", n)))
shape("long line spaces", body(lambda n: "a"+" "*n+"b"))
shape("tabs", body(lambda n: times("\ta\n", n)))
shape("blank lines", body(lambda n: "\n"*n))
shape("trailing spaces", body(lambda n: times("a  \n", n)))
shape("backslashes", body(lambda n: times("\\", n)))
shape("backslash breaks", body(lambda n: times("a\\\n", n)))
shape("code spans", body(lambda n: times("`a``b```", n)))
shape("fences", body(lambda n: times("```\n~~~\n", n)))
shape("fence info", body(lambda n: "```"+times("a", n)+"\nb\n```"))
shape("hr", body(lambda n: times("---\n\n", n)))
shape("hr stars", body(lambda n: times("* * *\n", n)))
shape("autolinks <", body(lambda n: times("<http://a", n)))
shape("autolinks www", body(lambda n: times("www.a.b ", n)))
shape("autolinks www_", body(lambda n: times("www.a_b", n)))
shape("autolink entity end", body(lambda n: "http://a.example/"+times("&amp;", n)))
shape("autolink punct", body(lambda n: "http://a.example/"+times("?!.,:*_~", n)))
shape("email dots", body(lambda n: times("a.b-c_d+", n)+"@x.example"))
shape("email @", body(lambda n: times("a@", n)))
shape("email mails", body(lambda n: times("a@b.example ", n)))
shape("combining", body(lambda n: "e"+times("\u0301", n)))
shape("combining words", body(lambda n: times("e\u0301\u0301 ", n)))
shape("rtl marks", body(lambda n: times("\u202e\u202c a", n)))
shape("emoji zwj", body(lambda n: times("👩\u200d", n)))
shape("quotes typographic", body(lambda n: times("“a ", n)))
shape("quotes straight", body(lambda n: times('"a\' ', n)))
shape("dashes", body(lambda n: times("a -- b --- c ", n)))
shape("liquid open", body(lambda n: times("{{ a | ", n)))
shape("liquid if", body(lambda n: times("{% if a %}x", n)))
shape("liquid raw", body(lambda n: times("{% raw %}", n)))
shape("hugo shortcode", body(lambda n: times("{{< figure src=a >}}\n", n)))
shape("math", body(lambda n: times("$a$ $$b ", n)))
shape("wiki links", body(lambda n: times("[[a|b]] ", n)))
shape("task list", body(lambda n: times("- [ ] a\n", n)))
shape("def list", body(lambda n: times("a\n: b\n", n)))
shape("abbr", body(lambda n: counted(n, lambda i: f"*[A{i}]: b\n")))
shape("run-ins long", body(lambda n: "**"+times("a ", n)+".** x"))
shape("bold para", body(lambda n: times("**a**\n\n", n)))
shape("colon paras", body(lambda n: times("Editors: Ada B\n\n", n)))
shape("number lines", body(lambda n: times("No. 1 (1) • January 8, 2026 • © X\n\n", n)))
shape("mastHEADs", body(lambda n: times(HEAD, n)))
shape("h1s", body(lambda n: times("# BULLETIN\n\n", n)))
shape("dates", body(lambda n: times("January 8, 2026 ", n)))
shape("initials", body(lambda n: times("J. K. ", n)))
shape("front: title long", lambda n: {"1.md":"---\nnumber: 1\ndate: 2020-01-01\ntitle: "+times("word ", n)+"\n---\n\nText.\n"})
shape("front: title md", lambda n: {"1.md":"---\nnumber: 1\ndate: 2020-01-01\ntitle: '"+times("*[a", n)+"'\n---\n\nText.\n"})
shape("front: abstract", lambda n: {"1.md":YAML + "abstract: |\n  "+times("[a](b *c ", n)+"\n---\n\nText.\n"})
shape("front: abstract quotes", lambda n: {"1.md":YAML + "abstract: |\n  "+times("> ", n)+"\n---\n\nText.\n"})
shape("front: author long", lambda n: {"1.md":YAML + "authors: [\""+times("Ada B and ", n)+"\"]\n---\n\nText.\n"})
shape("front: author word", lambda n: {"1.md":YAML + "authors: [\""+times("van ", n)+"\"]\n---\n\nText.\n"})
shape("front: flow nest", lambda n: {"1.md":YAML + "x: "+times("[", n)+"\n---\n\nText.\n"})
shape("front: flow nest closed", lambda n: {"1.md":YAML + "x: "+times("[", n//2)+times("]", n//2)+"\n---\n\nText.\n"})
shape("front: block nest", lambda n: {"1.md":YAML + "".join(" "*i+"a:\n" for i in range(int((2*n)**.5)))+"---\n\nText.\n"})
shape("front: dash nest", lambda n: {"1.md":YAML + "x:\n  "+times("- ", n)+"a\n---\n\nText.\n"})
shape("front: question", lambda n: {"1.md":YAML + times("? ", n)+"a\n---\n\nText.\n"})
shape("front: flow maps", lambda n: {"1.md":YAML + "x: {"+counted(n, lambda i: f"k{i}: v, ")+"}\n---\n\nText.\n"})
shape("front: comments", lambda n: {"1.md":YAML + times("# a\n", n)+"---\n\nText.\n"})
shape("front: quoted esc", lambda n: {"1.md":YAML + 'x: "'+times("\\u0041", n)+'"\n---\n\nText.\n'})
shape("front: folded", lambda n: {"1.md":YAML + "x: >\n"+times("  a\n\n", n)+"---\n\nText.\n"})
shape("front: aliases", lambda n: {"1.md":YAML + "x: &a [b]\ny: ["+times("*a, ", n)+"]\n---\n\nText.\n"})
shape("front: merge", lambda n: {"1.md":YAML + "x: &a {b: c}\n"+counted(n, lambda i: f"y{i}: {{<<: *a}}\n")+"---\n\nText.\n"})
shape("front: tags", lambda n: {"1.md":YAML + "x: ["+times("!!str a, ", n)+"]\n---\n\nText.\n"})
shape("front: same keys", lambda n: {"1.md":YAML + times("k: v\n", n)+"---\n\nText.\n"})
shape("front: corrections", lambda n: {"1.md":YAML + "corrections:\n"+times("- {date: 2020-02-02, note: a}\n", n)+"---\n\nText.\n"})
shape("toml: nest arrays", lambda n: {"1.md":TOML + "x="+times("[", n//2)+times("]", n//2)+"\n+++\n\nText.\n"})
shape("toml: nest inline", lambda n: {"1.md":TOML + "x="+times("{a=", n//2)+"1"+times("}", n//4)+"\n+++\n\nText.\n"})
shape("toml: dotted", lambda n: {"1.md":TOML + times("a.", n)+"b=1\n+++\n\nText.\n"})
shape("toml: dotted many", lambda n: {"1.md":TOML + counted(n, lambda i: f"a.b.k{i}=1\n")+"+++\n\nText.\n"})
shape("toml: tables", lambda n: {"1.md":TOML + counted(n, lambda i: f"[t{i}]\n")+"+++\n\nText.\n"})
shape("toml: array tables", lambda n: {"1.md":TOML + times("[[t]]\n", n)+"+++\n\nText.\n"})
shape("toml: keys", lambda n: {"1.md":TOML + counted(n, lambda i: f"k{i}=1\n")+"+++\n\nText.\n"})
shape("toml: multiline", lambda n: {"1.md":TOML + "x='''"+times("a\n", n)+"'''\n+++\n\nText.\n"})
shape("toml: number", lambda n: {"1.md":TOML + "x="+times("1_", n)+"1\n+++\n\nText.\n"})
shape("headers many", lambda n: {"1.md":"Title: T\nNumber: 1\nDate: 2020-01-01\n"+counted(n, lambda i: f"K{i}: v\n")+"\nText.\n"})
shape("headers cont", lambda n: {"1.md":"Title: T\nNumber: 1\nDate: 2020-01-01\nKey: v\n"+times("    a\n", n)+"\nText.\n"})
shape("json front", lambda n: {"1.md":'{"title":"T","number":1,"date":"2020-01-01","x":'+times("[", n//2)+times("]", n//2)+"}\n\nText.\n"})
shape("mast: series long", masthead(0, lambda n: "# "+times("WORD ", n)))
shape("mast: editors many", masthead(1, lambda n: "Editors: "+counted(n, lambda i: f"Ada B{i}, ")+"X Y"))
shape("mast: editors parens", masthead(1, lambda n: "Editors: "+times("Ada (", n)))
shape("mast: editors parens2", masthead(1, lambda n: "Editors: "+times("(a; (b) ", n)))
shape("mast: editors lines", masthead(1, lambda n: "Editors: "+counted(n, lambda i: f"Ada B{i},\n")+"X Y"))
shape("mast: editors list", masthead(1, lambda n: "Editors:\n\n"+counted(n, lambda i: f"- Ada B{i}\n")))
shape("mast: editors quote", masthead(1, lambda n: times("> ",min(n,180))+"Editors: "+times("a ", n)))
shape("mast: title long", masthead(2, lambda n: "## "+times("word ", n)))
shape("mast: title md", masthead(2, lambda n: "## "+times("*a [b", n)))
shape("mast: title lines", masthead(2, lambda n: times("## word\n", n)))
shape("mast: byline many", masthead(3, lambda n: counted(n, lambda i: f"Ada B{i}, ")+"X Y"))
shape("mast: byline and", masthead(3, lambda n: times("Ada Bc and ", n)+"X Y"))
shape("mast: byline initials", masthead(3, lambda n: times("A. ", n)+"Y"))
shape("mast: abstract stars", masthead(4, lambda n: "*"+times("a *b ", n)+"*"))
shape("mast: abstract paras", masthead(4, lambda n: times("*Abs.*\n\n", n)))
shape("mast: abstract links", masthead(4, lambda n: "*"+times("[a](b) ", n)+"*"))
shape("mast: abstract open", masthead(4, lambda n: "*"+times("Abs. ", n)))
shape("people: many", beside("../people.yaml", lambda n: "people:\n"+counted(n, lambda i: f"- name: Ada B{i}\n")))
shape("people: also", beside("../people.yaml", lambda n: "people:\n- name: Ada\n  also: ["+counted(n, lambda i: f"A{i}, ")+"Z]\n"))
shape("people: same", beside("../people.yaml", lambda n: "people:\n"+times("- name: Ada B\n", n)))
shape("people: bio", beside("../people.yaml", lambda n: "people:\n- name: Ada Example\n  biography: |\n    "+times("[a *b ", n)+"\n"))
shape("people: nest", beside("../people.yaml", lambda n: "people: "+times("[", n)+"\n"))
shape("topics: many", beside("../topics.yaml", lambda n: "topics:\n"+counted(n, lambda i: f"- name: T{i}\n")))
shape("topics: broader chain", beside("../topics.yaml", lambda n: "topics:\n"+counted(n, lambda i: f"- name: T{i}\n  broader: T{i+1}\n")))
shape("topics: related all", beside("../topics.yaml", lambda n: "topics:\n"+counted(n, lambda i: f"- name: T{i}\n  related: [T{i//2}, T1]\n")))
shape("topics: also", beside("../topics.yaml", lambda n: "topics:\n- name: A\n  also: ["+counted(n, lambda i: f"A{i}, ")+"Z]\n"))
shape("site: unknown", beside("../site.yaml", lambda n: "title: T\nbase_url: https://t.example.org/\n"+counted(n, lambda i: f"k{i}: v\n")))
shape("page: text", beside("../pages/a.md", lambda n: "---\ntitle: A\n---\n\n"+times("[a](b *c ", n)))


def run(files, site):
    """Processor time in seconds and memory in MiB of a build; the signal that ended it, if one did."""
    shutil.rmtree(site, ignore_errors=True)
    for name, text in {"../site.yaml": "title: T\nbase_url: https://t.example.org/\n", **files}.items():
        path = pathlib.Path(os.path.normpath(site / "Content/bulletins" / name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in range(3):
            os.dup2(nowhere, descriptor)
        os.execv(program, [program, "build", "--quiet", "--site", str(site)])
    _, status, used = os.wait4(child, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, status & 127


slow = 0
with tempfile.TemporaryDirectory(prefix="slow-") as folder:
    site = pathlib.Path(folder) / "site"
    for size in (25_000, 100_000, 400_000):
        ordinary = run(body(lambda n: times("The harbour was closed all winter, and the treaty waited. " * 8 + "\n\n", n))(size), site)
        for name, files in shapes.items():
            if only in name:
                time, memory, signal = run(files(size), site)
                if time > 1 or memory > ordinary[1] + 200 or signal:
                    slow += 1
                    print(f"{name}, {size // 1000} KB: {time:.2f} s, {memory - ordinary[1]:.0f} MiB more, signal {signal}", flush=True)
print(f"{len(shapes)} shapes, {slow} of them too slow or too large at a size")
sys.exit(1 if slow else 0)
