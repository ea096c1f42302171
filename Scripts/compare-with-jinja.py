#!/usr/bin/env python3
"""Compares what templates print with what Jinja2 prints: filters, tests, methods and operators with odd arguments.

    compare-with-jinja.py BULLETIN [--count 2000] [--seed 1] [--show 40]

Needs Jinja2, which `make jinja` installs into a folder of its own. Differences are printed, not judged: those that are
meant stand in Documentation/language.md.
"""
import argparse, json, random, resource, signal, subprocess
from jinja2 import DictLoader, Environment

TEXTS = ["''", "'abc'", "' a b '", "'Hello wOrld-foo (bar)'", "'<b>x</b> &amp; &hellip;y'", "'ŁÓDŹ straße ǆ'",
         "'a\\tbc\\td\\n\\tx'", "'one two\\n\\nlast line'", "'12'", "'-3.5'", "'１٢'", "'a,b,,c'", "'nan'",
         "('<i>a</i>'|safe)", "'see www.example.org, a@b.org'", "'well-known--dash abcdefghijklmnop'"]
NUMBERS = ["0", "1", "(-1)", "3", "7", "42.55", "(-2.5)", "2.5", "0.125", "1250", "1e20", "10**30", "true", "999999"]
LISTS = ["[]", "[3, 1, 2]", "['b', 'A', 'a']", "[1, 'a']", "[[2, 'x'], [1, 'y']]", "(1, 2)", "[none, none]",
         "[{'n': 'b', 'y': 2}, {'n': 'a', 'y': 2}, {'n': 'C', 'y': 1}]", "{'b': 1, 'a': 2}", "none", "missing"]
VALUES = TEXTS + NUMBERS + LISTS
SIZES = ["0", "1", "2", "5", "10", "(-1)", "(-3)", "true", "none", "2.5", "'3'", "10**30"]
FLAGS = ["true", "false", "none"]
KEYS = ["'n'", "'y'", "'y,n'", "'zz'", "0", "'0'", "none"]
ENDS = ["''", "'…'", "'<'", "'-'|safe", "none"]
#: the arguments of each filter: one choice for each place
FILTERS = {
    "abs": [], "batch": [SIZES, ENDS], "capitalize": [], "center": [SIZES], "dictsort": [FLAGS, ["'key'", "'value'", "'x'"], FLAGS],
    "escape": [], "filesizeformat": [FLAGS], "first": [], "float": [SIZES], "forceescape": [], "format": [VALUES, VALUES],
    "groupby": [KEYS, ENDS], "indent": [SIZES + ["'> '"], FLAGS, FLAGS], "int": [SIZES, ["10", "16", "2", "0", "36", "1"]],
    "items": [], "join": [ENDS, KEYS], "last": [], "length": [], "list": [], "lower": [], "max": [FLAGS, KEYS], "min": [FLAGS, KEYS],
    "reverse": [], "replace": [ENDS + TEXTS, ENDS + TEXTS, SIZES], "round": [SIZES, ["'common'", "'ceil'", "'floor'", "'x'"]],
    "safe": [], "select": [["'odd'", "'string'", "'nope'"]], "slice": [SIZES, ENDS], "sort": [FLAGS, FLAGS, KEYS], "string": [],
    "striptags": [], "sum": [KEYS, NUMBERS], "title": [], "tojson": [SIZES], "trim": [TEXTS], "truncate": [SIZES, FLAGS, ENDS, SIZES],
    "unique": [FLAGS, KEYS], "upper": [], "urlencode": [], "urlize": [SIZES, FLAGS, ENDS], "wordcount": [],
    "wordwrap": [SIZES, FLAGS, ENDS, FLAGS], "xmlattr": [FLAGS], "map": [["'upper'", "'length'", "'int'", "'nope'"]],
}
METHODS = {
    "upper": [], "title": [], "swapcase": [], "casefold": [], "strip": [TEXTS], "startswith": [TEXTS, SIZES], "endswith": [TEXTS, SIZES, SIZES],
    "removeprefix": [TEXTS], "replace": [TEXTS, TEXTS, SIZES], "count": [TEXTS, SIZES], "find": [TEXTS, SIZES], "rfind": [TEXTS],
    "split": [TEXTS + ["none"], SIZES], "rsplit": [TEXTS + ["none"], SIZES], "splitlines": [FLAGS], "partition": [TEXTS],
    "join": [LISTS], "center": [SIZES, TEXTS], "ljust": [SIZES], "zfill": [SIZES], "expandtabs": [SIZES], "isdigit": [], "istitle": [],
    "get": [KEYS, VALUES], "pop": [SIZES], "index": [VALUES],
}
TESTS = ["boolean", "defined", "divisibleby(3)", "eq(1)", "escaped", "even", "float", "in([1, 'a'])", "integer", "iterable", "lower",
         "mapping", "none", "number", "odd", "sequence", "string", "undefined", "upper"]
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "~", "==", "<", "in", "and", "or"]


def arguments(roll, places):
    given = [roll.choice(place) for place in places[: roll.randint(0, len(places))]]
    if roll.randint(1, 20) == 1:
        given = [roll.choice(place) for place in places] + [roll.choice(VALUES)]
    return ", ".join(given)


def expression(roll):
    value = roll.choice(VALUES)
    match roll.randint(0, 9):
        case 0 | 1 | 2 | 3 | 4:
            name = roll.choice(list(FILTERS))
            lazy = "|list" if name in ("batch", "slice", "map", "select", "unique", "items", "reverse") else ""
            return f"{value}|{name}({arguments(roll, FILTERS[name])}){lazy}"
        case 5 | 6:
            name = roll.choice(list(METHODS))
            return f"{value}.{name}({arguments(roll, METHODS[name])})"
        case 7:
            return f"{value} is {roll.choice(TESTS)}"
        case 8:
            return f"{value}[{roll.choice(SIZES)}:{roll.choice(SIZES)}]"
        case _:
            operator = roll.choice(OPERATORS)
            # Python can't be stopped while it raises a number to a power of ten to the thirtieth.
            return f"({value}) {operator} ({roll.choice(SIZES[:6] if operator == '**' else VALUES)})"


def expected(name, source):
    """What Jinja2 prints; None where it fails."""
    environment = Environment(autoescape=lambda name: name.endswith(".html"), loader=DictLoader({name: source}))
    signal.setitimer(signal.ITIMER_REAL, 2)
    try:
        return environment.get_template(name).render()
    except Exception:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bulletin")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=40)
    a = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (1 << 31, 1 << 31))
    signal.signal(signal.SIGALRM, lambda *_: (_ for _ in ()).throw(TimeoutError()))
    roll = random.Random(a.seed)
    cases = [(roll.choice(["t.html", "t.txt"]), "{{ " + expression(roll) + " }}") for _ in range(a.count)]
    lines = "".join(json.dumps({"templates": {n: s}, "main": n, "context": {}}) + "\n" for n, s in cases)
    answers = subprocess.run([a.bulletin, "render", "--batch"], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    differing = 0
    for (name, source), line in zip(cases, answers.decode().strip("\n").split("\n"), strict=True):
        answer, wanted = json.loads(line), expected(name, source)
        if answer.get("output") == wanted:
            continue
        differing += 1
        if differing <= a.show:
            print(f"{source} in {name}\n  Jinja2  {wanted!r}\n  here    {answer.get('output')!r} {answer.get('error', '').splitlines()[:1]}")
    print(f"{differing} of {len(cases)} differ")


if __name__ == "__main__":
    main()
