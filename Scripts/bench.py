#!/usr/bin/env python3
"""Prints the figures that the program is to reach beside what is measured here, in one run.

    bench.py BINARY [COUNT]

Builds of COUNT (10,000) and four times as many synthetic issues, rebuilds, the preview in a browser, and the template
engine; beside Hugo and the bare limit where ../shared/bench is at hand.
"""
import os, re, shutil, subprocess, sys, tempfile, time

here = os.path.dirname(os.path.abspath(__file__))
top = os.path.dirname(here)
shared = os.path.join(top, "../shared/bench")
binary = os.path.realpath(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
rows = []


def row(case, asked, measured):
    rows.append((case, asked, measured))
    print(f"  {case:<46} {asked:>22}   {measured}", flush=True)


def archive(folder, number):
    os.makedirs(folder + "/Content")
    shutil.copytree(top + "/Templates", folder + "/Templates")
    shutil.copy(top + "/Content/site.yaml", folder + "/Content/")
    maker = shared + "/make_archive.py" if os.path.exists(shared + "/make_archive.py") else here + "/make-archive.py"
    subprocess.run([sys.executable, maker, str(number), folder + "/Content/bulletins"], check=True, stdout=subprocess.DEVNULL)


def build(folder, *options):
    start = time.monotonic()
    pid = os.posix_spawn(binary, [binary, "build", "--quiet", "--site", folder, *options], os.environ)
    _, status, use = os.wait4(pid, 0)
    if status:
        sys.exit(f"a build of {folder} failed")
    return time.monotonic() - start, use.ru_maxrss / 1024


def issues(folder):
    return sorted(os.path.join(at, name) for at, _, names in os.walk(folder + "/Content/bulletins") for name in names)


def best(times):
    return f"{min(times):.2f} s (of {len(times)}: worst {max(times):.2f})"


work = tempfile.mkdtemp(dir=os.environ.get("BENCH_FOLDER"))
try:
    print(f"{os.cpu_count()} cores, {count} issues\n  {'case':<46} {'asked':>22}   measured")
    small, large = work + "/small", work + "/large"
    archive(small, count)
    took, memory = build(small)
    row("everything", "256 MiB", f"{took:.2f} s, {memory:.0f} MiB")
    row("nothing changed", "0.15 s", best([build(small)[0] for _ in range(5)]))
    files = issues(small)
    times = []
    for turn in range(5):
        with open(files[len(files) // 3 + turn], "a", encoding="utf-8") as file:
            file.write("\nOne more sentence.\n")
        times.append(build(small)[0])
    row("one text changed", "0.2 s", best(times))
    plain = work + "/plain"
    archive(plain, count)
    with open(plain + "/Content/site.yaml", "a") as file:
        file.write("search: false\n")
    without, _ = build(plain)
    row("the search, of everything", "1.5 s more", f"{took - without:.2f} s more")
    bare = []
    for path in issues(plain)[len(files) // 3:][:5]:
        with open(path, "a", encoding="utf-8") as file:
            file.write("\nOne more sentence.\n")
        bare.append(build(plain)[0])
    shutil.rmtree(plain)
    row("the search, of one text changed", "0.1 s more", f"{min(times) - min(bare):.2f} s more")
    times = []
    for turn in range(3):
        path = files[len(files) // 2 + turn]
        text = open(path, encoding="utf-8").read()
        open(path, "w", encoding="utf-8").write(text.replace("\n## ", "\n## Again: ", 1))
        times.append(build(small)[0])
    row("one title changed", "", best(times))
    with open(small + "/Templates/topic.html", "a") as file:
        file.write("\n")
    row("the template of topics changed", "", f"{build(small)[0]:.2f} s")
    build(small, "--verify")
    row("after all of it, compared with a clean build", "the same bytes", "the same bytes")
    archive(large, 4 * count)
    longer, memory = build(large)
    row("four times as many issues", "4.4 times, 768 MiB", f"{longer / took:.1f} times ({longer:.2f} s), {memory:.0f} MiB")
    shutil.rmtree(large)
    out = subprocess.run([sys.executable, here + "/check-search.py", binary, str(count)], capture_output=True, text=True).stdout
    asked = re.search(r"first question (\d+ KB), second (\d+ KB), answered in (\d+ ms)", out)
    if asked:
        row("the search, questions", "150 KB, 40 KB, 100 ms", ", ".join(asked.groups()))
    out = subprocess.run([sys.executable, here + "/bench-preview.py", binary, small, "50"], capture_output=True, text=True).stdout
    first = re.search(r"first page ([\d.]+) s without a store, ([\d.]+) s with one", out)
    row("preview: first page with a store", "0.3 s", f"{first.group(2)} s")
    row("preview: first page without one", "3 s", f"{first.group(1)} s")
    for name, median, worst in re.findall(r"changed (\w+) on screen: median (\d+) ms, worst (\d+) ms", out):
        row(f"preview: save to changed {name} on screen", "60 ms", f"median {median} ms, worst {worst} ms of 50")
    if os.path.exists(shared + "/compare.py"):
        print()
        subprocess.run([sys.executable, shared + "/compare.py", binary, top, "--count", str(count), "--work", work + "/compare"])
    else:
        print("beside Hugo and the limit: skipped: no ../shared")
    scenes = os.path.join(top, "../shared/conformance/bench")
    if os.path.isdir(scenes):
        print(flush=True)
        subprocess.run([sys.executable, "-m", "venv", work + "/venv"], check=True)
        subprocess.run([work + "/venv/bin/pip", "install", "-q", "jinja2==3.1.6", "minijinja==3.1.0"], check=True)
        subprocess.run([work + "/venv/bin/python", here + "/bench-templates.py", binary, scenes])
    else:
        print("templates: skipped: no ../shared")
finally:
    shutil.rmtree(work)
