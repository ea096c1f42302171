#!/usr/bin/env python3
"""Times builds of a synthetic archive after each kind of change: nothing, one text, one title, one template.

    bench-rebuild.py BINARY SITE

SITE has the archive in Content/bulletins; it is changed, and its Public and .bulletin are made anew.
"""
import os, shutil, subprocess, sys, time

binary, site = os.path.realpath(sys.argv[1]), sys.argv[2]
issues = sorted(os.path.join(folder, name) for folder, _, names in os.walk(site + "/Content/bulletins")
                for name in names if name.endswith(".md"))


def build():
    start = time.monotonic()
    pid = os.posix_spawn(binary, [binary, "build", "--quiet", "--site", site], os.environ)
    _, status, use = os.wait4(pid, 0)
    if status:
        sys.exit("a build failed")
    return time.monotonic() - start, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024


def append(path, text):
    with open(path, "a", encoding="utf-8") as file:
        file.write(text)


def retitle(path):
    lines = open(path, encoding="utf-8").read().split("\n")
    place = next(index for index, line in enumerate(lines) if line.startswith("## "))
    lines[place] += " Again"
    open(path, "w", encoding="utf-8").write("\n".join(lines))


for folder in ("Public", ".bulletin"):
    shutil.rmtree(f"{site}/{folder}", ignore_errors=True)
changes = [
    ("everything", lambda index: None), ("nothing", lambda index: None),
    ("one text", lambda index: append(issues[len(issues) // 3 + index], "\nOne more sentence.\n")),
    ("one title", lambda index: retitle(issues[len(issues) // 2 + index])),
    ("one template", lambda index: append(site + "/Templates/topic.html", "\n")),
]
print(f"{len(issues):>8} issues {'wall s':>8} {'cpu s':>8} {'peak MiB':>9}")
for name, change in changes:
    best = None
    for index in range(1 if name == "everything" else 3):
        change(index)
        result = build()
        best = result if best is None or result < best else best
    print(f"{name:>15} {best[0]:>8.2f} {best[1]:>8.2f} {best[2]:>9.0f}")
