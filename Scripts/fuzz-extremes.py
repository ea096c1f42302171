#!/usr/bin/env python3
"""Renders templates that give every filter, test, function and method values that nobody means, at a page's own bounds.

  fuzz-extremes.py BULLETIN [COUNT] [SEED]

Each must end with text or with an error that names a place, within two seconds of processor time and 512 MiB, and never
by a signal. A template that does not is printed; its seed makes it again.
"""
import concurrent.futures, json, os, pathlib, random, re, subprocess, sys, tempfile

PROGRAM, COUNT, SEED = os.path.abspath(sys.argv[1]), int((sys.argv[2:3] or ["100000"])[0]), int((sys.argv[3:4] or ["1"])[0])
#: templates that one process renders, seconds of processor time for each of them, and bytes of memory for all
PART, SECONDS, MEMORY = 250, 2, 512 << 20
VALUES = """9223372036854775807 (-9223372036854775807-1) 10**30 -(10**30) 2**31 2**53+1 1e309 -1e309 -0.0 ('nan'|float) 0 -1 1 0.5
5e-324 true none missing '' '%s' '{:>9}' '{:>2147483647}' '%999999999d' '\\t\\n\\r\\x00' '😀e\\u0301' '<b>&amp;' ('<b>&'|safe) '12' 'nan' []
[[1],[2]] (1,) {} {'a':1,2:(3,)} range(3) looping namespace(a=1) cycler(1) joiner() 'a'.upper 'attribute' 'a.b,c' [1,'a',none] loop""".split()
#: one value in a hundred is one of these, since most templates with them use up what a page may use
LONG = """10**9000 range(100000) ('x'*100000) ('é\\x20'*50000) ('http://a.b\\x20'*5000) ([0]*100000) ('ab'*50000)|list""".split()
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "~", "==", "<", "in", "not in", "and", "or", "if x else"]


def names():
    """The filters with the number of their parameters, the tests, and the methods, as the reference has them."""
    text = (pathlib.Path(__file__).parent.parent / "Documentation/language.md").read_text()
    rows = re.findall(r"^\| methods of (?:texts|maps|lists) \|(.*)\|$", text, re.M)
    methods = {name for row in rows for name in re.findall(r"`(\w+)`", row)} | {"next", "reset", "changed", "cycle"}
    parts = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", text, re.M | re.S))
    calls = {part: re.findall(r"^### (\w+)(?:\((.*)\))?$", parts[part], re.M) for part in ("Filters", "Tests", "Functions")}
    return [sorted((name, 4 if given == "…" else given.count(",") + bool(given)) for name, given in calls[part])
            for part in calls] + [sorted(methods)]


FILTERS, TESTS, FUNCTIONS, METHODS = names()
assert len(FILTERS) > 50 and len(TESTS) > 20 and len(FUNCTIONS) > 4 and len(METHODS) > 60


def template(roll):
    """The source of one template."""
    value = lambda: roll.choice(VALUES if roll.randrange(100) else LONG)

    def arguments(most):
        given = [value() for _ in range(roll.randint(0, most))]
        given += [f"*{value()}"] * (roll.randrange(10) == 0) + [f"**{{'a': {value()}}}"] * (roll.randrange(20) == 0)
        return ", ".join(given)

    def expression(depth):
        base = f"({expression(depth - 1)})" if depth and roll.randrange(2) else value()
        match roll.randrange(10):
            case 0 | 1 | 2:
                name, most = roll.choice(FILTERS)
                return f"{base}|{name}({arguments(most)})"
            case 3:
                name, most = roll.choice(TESTS)
                return f"{base} is {name}({arguments(most)})"
            case 4 | 5:
                return f"({base}).{roll.choice(METHODS)}({arguments(3)})"
            case 6:
                return f"({base})[{value()}:{value()}:{value()}]"
            case 7:
                name, most = roll.choice(FUNCTIONS)
                return f"{name}({arguments(most + 1)})"
            case 8:
                return f"loop.{roll.choice(['cycle', 'changed'])}({arguments(2)})"
            case _:
                return f"{base} {roll.choice(OPERATORS)} {value()}"

    part = expression(roll.randint(1, 4))
    body = roll.choice(["{{ %s }}"] * 6 + ["{%% set y = %s %%}{{ y }}", "{%% for x in %s %%}{{ x }}{%% endfor %%}",
                                          "{%% do looping.extend(%s) %%}{{ looping }}", "{{ looping.append(%s) }}"]) % part
    return ("{% set looping = [] %}{% do looping.append(looping) %}{% for x in range(" + roll.choice(["1", "3"]) + ") %}"
            + body + "{% endfor %}")


def run(sources):
    """Renders templates in one process: its answers, its status, and the seconds and bytes that it took."""
    lines = "".join(json.dumps({"templates": {n: s}, "main": n, "context": {}}) + "\n" for n, s in sources)
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answers:
        given.write(lines.encode())
        given.seek(0)
        process = subprocess.Popen([PROGRAM, "render", "--batch"], stdin=given, stdout=answers, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        answers.seek(0)
        return answers.read().decode().split("\n")[:-1], process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss << 10


def faults(sources):
    """What is wrong with which template."""
    answers, status, seconds, memory = run(sources)
    # A part that is quick as a whole has no slow template.
    if len(sources) > 1 and (status < 0 or len(answers) < len(sources) or memory > MEMORY or seconds > SECONDS):
        half = len(sources) // 2
        return faults(sources[:half]) + faults(sources[half:])
    if len(sources) == 1:
        if status < 0 or len(answers) < 1:
            return [(sources[0], f"it ends with status {status}")]
        if seconds > SECONDS or memory > MEMORY:
            return [(sources[0], f"it takes {seconds:.1f} s and {memory >> 20} MiB")]
    return [(source, "its error names no place: " + answer) for source, answer in zip(sources, answers)
            if "output" not in json.loads(answer) and "--> " not in json.loads(answer).get("error", "")]


def part(number):
    roll = random.Random(SEED * 1_000_003 + number)
    return faults([(roll.choice(["t.html", "t.txt"]), template(roll)) for _ in range(min(PART, COUNT - number * PART))])


with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    found = [fault for faults in pool.map(part, range((COUNT + PART - 1) // PART)) for fault in faults]
for (name, source), words in found[:20]:
    print(f"{words}\n  {name}: {source}")
sys.exit(f"{len(found)} of {COUNT} templates are more than the engine bears (seed {SEED})" if found else 0)
