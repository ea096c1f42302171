#!/usr/bin/env python3
"""Edits a copy of a site at random while browsers ask its preview for pages, and looks whether the preview stays right.

    soak-preview.py BINARY SITE [EDITS]

Now and then, and at the end, every page of the preview is compared with what a build publishes, byte for byte but for
the preview's own script and the places of blocks; the program's memory must not grow.
"""
import os, random, re, shutil, signal, subprocess, sys, tempfile, threading, time, urllib.error, urllib.request

binary, site = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2])
edits = int(sys.argv[3]) if len(sys.argv) > 3 else 2_000
PORT = 4779
HOME = f"http://localhost:{PORT}/"
work = tempfile.mkdtemp()
chance = random.Random(4)
for name in ("Content", "Templates"):
    shutil.copytree(f"{site}/{name}", f"{work}/{name}")


def get(path):
    try:
        with urllib.request.urlopen(HOME + path, timeout=20) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        return error.read()


def read(path):
    with open(f"{work}/{path}", encoding="utf-8") as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(f"{work}/{path}"), exist_ok=True)
    if chance.random() < 0.5:
        with open(f"{work}/{path}", "w", encoding="utf-8") as file:
            file.write(text)
    else:
        with open(f"{work}/{path}.new", "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(f"{work}/{path}.new", f"{work}/{path}")


def issues():
    return sorted(os.path.relpath(os.path.join(at, name), work) for at, _, names in os.walk(f"{work}/Content/bulletins")
                  for name in names if name.endswith(".md"))


def edit(number):
    """One change of any kind; wrong ones are mended by a later change of the same file."""
    path = chance.choice(issues())
    text = read(path)
    kind = chance.randrange(12)
    if kind < 5:
        write(path, text.rstrip("\n") + f"\n\nSentence {number} of the soak.\n")
    elif kind == 5:
        write(path, re.sub(r"\n## .*", f"\n## Title {number}", text, count=1))
    elif kind == 6:
        write(path, text.replace("• ", "• Febtober 99, ", 1))
    elif kind == 7 and path in originals:
        write(path, originals[path])
    elif kind == 8:
        write(f"Content/bulletins/2098/{number}.md",
              re.sub(r"No\. .*? •.*? •", f"No. {number % 400 + 1} ({number}) • May 2, 2098 •", originals[first], count=1))
    elif kind == 9 and "/2098/" in path:
        os.remove(f"{work}/{path}")
    elif kind == 10:
        write("Templates/assets/style.css", read("Templates/assets/style.css") + f"\n/* {number} */\n")
    else:
        write("Templates/strings/en.yaml", f"archive: Archive {number}\n")


def compare():
    """Mends everything, and compares all pages with a build's."""
    for path in issues():
        if path in originals and read(path) != originals[path] and "Febtober" in read(path):
            write(path, originals[path])
        elif path not in originals and "Febtober" in read(path):
            os.remove(f"{work}/{path}")
    numbers = {}
    for path in issues():
        if "/2098/" in path:
            key = re.search(r"No\. (\d+)", read(path)).group(1)
            if key in numbers:
                os.remove(f"{work}/{path}")
            numbers[key] = path
    time.sleep(1.2)
    output = work + "/out"
    built = subprocess.run([binary, "build", "--quiet", "--drafts", "--future", "--force", "--site", work, "--output", output], capture_output=True, text=True)
    if built.returncode:
        sys.exit("the build fails:\n" + built.stderr[-2000:])
    count = 0
    for at, _, names in os.walk(output):
        for name in names:
            if name.startswith("."):
                continue
            file = os.path.relpath(os.path.join(at, name), output)
            with open(f"{output}/{file}", "rb") as published:
                wanted = published.read()
            got = get(file[: -len("index.html")] if file.endswith("index.html") else file)
            if file.endswith(".html"):
                got = re.sub(rb'<script src="/\.preview/script\.js"[^>]*></script>\n', b"", got)
                got = re.sub(rb' data-sourcepos="[0-9:-]*"', b"", got)
            if got != wanted:
                sys.exit(f"/{file} is not what a build publishes")
            count += 1
    return count


def memory(process):
    with open(f"/proc/{process.pid}/status") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) // 1024


originals = {path: read(path) for path in issues()}
first = next(path for path in originals if "-pl" not in path)
process = subprocess.Popen([binary, "preview", "--site", work, "--port", str(PORT)], stdout=subprocess.PIPE, text=True)
process.stdout.readline()
ended = threading.Event()


def ask():
    while not ended.is_set() and process.poll() is None:
        get(random.choice(["", "archive/", "topics/", "people/", "feed.xml", "2023/2/", "2024/1/", "editors/", ".preview/", "no/such/"]))


readers = [threading.Thread(target=ask, daemon=True) for _ in range(3)]
for reader in readers:
    reader.start()
try:
    begin = None
    for number in range(edits):
        edit(number)
        time.sleep(0.012)
        if process.poll() is not None:
            sys.exit("the preview ended")
        if number + 1 in (edits // 4, edits // 2, edits):
            pages = compare()
            now = memory(process)
            begin = begin or now
            print(f"{number + 1} edits: {pages} files as a build publishes them, {now} MiB", flush=True)
            if now > begin * 1.5 + 40:
                sys.exit("the memory grows")
finally:
    ended.set()
    for reader in readers:
        reader.join()
    process.send_signal(signal.SIGINT)
    process.wait(20)
    shutil.rmtree(work)
