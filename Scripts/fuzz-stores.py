#!/usr/bin/env python3
"""Damages what builds keep, changes the site, builds, and compares every published byte with a site that was built clean.

  fuzz-stores.py BULLETIN [COUNT] [SEED]

What a build must not do: publish a wrong byte, die of a signal, hang, or fail without saying what to do. A failure is
printed with its seed, which alone repeats it: fuzz-stores.py BULLETIN 1 SEED
"""
import os, pathlib, random, shutil, signal, struct, subprocess, sys, tempfile, zlib

program, count, first = os.path.abspath(sys.argv[1]), int((sys.argv[2:3] or ["100"])[0]), int((sys.argv[3:4] or ["1"])[0])
words = "harbour river treaty winter register quay signal budget pilot channel ferry agreement".split()
authors = ["Ada Buk", "Łucja Oak", "Jürgen Straßner", "Dr. Ada Buk", "Nobody Known"]
editors = ["Ada Buk (Chief)", "Ada Buk, Łucja Oak (Managing)", "Jürgen Straßner"]


def png(width, height, shade):
    """A picture that is wide enough to have smaller copies."""
    rows = b"".join(b"\0" + bytes((x * shade + y * y) % 256 for x in range(width)) for y in range(height))
    part = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", zlib.compress(rows, 1)) + part(b"IEND", b"")


class Content:
    """The files of a site, of which some change at random."""

    def __init__(self, chance):
        # All sites begin alike, so that their pictures are made once; drawing cards takes most of the time.
        self.chance, self.cards = random.Random(0), str(chance.randrange(6) == 0).lower()
        self.files = {
            "people.yaml": b"people:\n  - name: Ada Buk\n    also: [Dr. Ada Buk]\n",
            "topics.yaml": b"topics:\n  - name: River Treaty\n    also: [River Pact]\n",
            "pages/about.md": b"---\ntitle: About\n---\n\nAbout [the first](../bulletins/1.md).\n",
            "bulletins/map.png": png(1300, 8, 3),
        }
        self.title("Letters of the Bay")
        for number in range(1, 8):
            self.issue(number)
        self.chance = chance

    def title(self, title):
        self.files["site.yaml"] = (
            f"title: {title}\nbase_url: https://bay.example.org/\nlanguages: [en, pl]\ntime_zone: Europe/Warsaw\n"
            f"cards: {self.cards}\nimage_widths: true\nold_addresses: /old/:year/:number.html\n").encode()

    def sentence(self):
        return " ".join(self.chance.choice(words) for _ in range(self.chance.randint(4, 12))).capitalize() + "."

    def issue(self, number):
        topics = self.chance.sample(["Iran", "River Treaty", "River Pact", "Oil", "Łódź"], 2)
        other = self.chance.randint(1, 7)
        self.files[f"bulletins/{number}.md"] = (
            f"# BULLETIN\n\nNo. {number} ({number}) • March {number}, 20{10 + number % 3} • © Bay\n\n"
            f"Editors: {self.chance.choice(editors)}\n\n---\n\n## {self.sentence()}\n\n{self.chance.choice(authors)}\n\n"
            f"*{self.sentence()}*\n\n**{topics[0]}.** {self.sentence()}\n\n![A map](map.png)\n\n"
            f"**{topics[1]}.** See [that]({other}.md).[^1]\n\n[^1]: {self.sentence()}\n").encode()

    def change(self):
        what = self.chance.randrange(8)
        number = self.chance.randint(1, 7)
        if what == 0:
            self.title(self.sentence()[:-1])
        elif what == 1 and f"bulletins/{number + 7}.md" not in self.files:
            text = self.files[f"bulletins/{number}.md"].decode()
            self.files[f"bulletins/{number + 7}.md"] = text.replace(
                f"No. {number} ({number}) • March {number}", f"No. {number + 7} ({number + 7}) • March {number + 7}").encode()
        elif what == 2:
            self.files.pop(f"bulletins/{number + 7}.md", None)
        elif what == 3:
            self.files["bulletins/map.png"] = png(1300, 8, self.chance.randint(1, 200))
        elif what == 4:
            self.files["people.yaml"] += f"  - name: {self.sentence()[:-1]}\n".encode()
        elif what == 5:
            pass
        else:
            self.issue(number)

    def write(self, folder):
        known = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
        for name, path in known.items():
            if name not in self.files:
                path.unlink()
        for name, data in self.files.items():
            path = folder / name
            if name in known and path.read_bytes() == data:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def flip(chance, data, most):
    used = [at for at, byte in enumerate(data) if byte] or [0]
    for _ in range(chance.randint(1, most)):
        if data:
            data[chance.choice(used)] ^= 1 << chance.randrange(8)


def damaged(chance, data, older):
    """Bytes with the damage that disks, memories and half done copies do, and its name."""
    data, page = bytearray(data), 16384
    pages = max(1, len(data) // page)
    kind = chance.choice("bit bits places header zero swap double truncate cut grow torn small nothing gone".split())
    if kind == "bit":
        flip(chance, data, 1)
    elif kind == "bits":
        flip(chance, data, 40)
    elif kind == "places":
        for _ in range(chance.randint(2, 6)):
            at, length = chance.randrange(len(data) + 1), chance.choice([2, 16, 512])
            data[at:at + length] = chance.randbytes(len(data[at:at + length]))
    elif kind == "header":
        start = chance.randrange(pages) * page
        part = bytearray(data[start:start + 108])
        flip(chance, part, 4)
        data[start:start + 108] = part
    elif kind == "zero":
        at = chance.randrange(pages) * page
        data[at:at + page] = bytes(len(data[at:at + page]))
    elif kind in ("swap", "double"):
        one, two = chance.randrange(pages) * page, chance.randrange(pages) * page
        first, second = data[one:one + page], data[two:two + page]
        if len(first) == len(second):
            data[two:two + page] = first
            if kind == "swap":
                data[one:one + page] = second
    elif kind == "truncate":
        del data[chance.randrange(pages) * page:]
    elif kind == "cut":
        del data[chance.randrange(len(data) + 1):]
    elif kind == "grow":
        data += chance.randbytes(chance.choice([1, 100, page]))
    elif kind == "torn" and older:
        for number in range(pages):
            if chance.randrange(2):
                data[number * page:number * page + page] = older[number * page:number * page + page]
    elif kind == "small":
        data = bytearray(chance.choice([b"", b"\0", b"SQLite format 3\0", b"\xff" * 100]))
    elif kind == "gone":
        return kind, None
    return kind, bytes(data)


def damage(chance, site, older):
    """Damages some of what was kept; what was done."""
    kept = [path for path in sorted((site / ".bulletin").rglob("*")) if path.is_file() and path.name != "lock"]
    stores = [path for path in kept if path.suffix == ".sqlite"]
    parts = sorted((site / "Public").glob("**/search/**/*.js"))
    others = [path for path in kept if path not in stores]
    done = []
    for path in chance.choice([stores, stores, stores, chance.sample(others, min(3, len(others))), chance.sample(parts, min(3, len(parts))), stores + others]):
        if path.stat().st_size == 0:
            continue
        before = path.stat()
        kind, data = damaged(chance, path.read_bytes(), older.get(path))
        if data is None:
            path.unlink()
        else:
            with path.open("r+b") as file:
                file.truncate(len(data))
                file.write(data)
            if chance.randrange(2):
                os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        done.append(f"{path.relative_to(site)}: {kind}")
    if chance.randrange(10) == 0 and stores:
        leftover = pathlib.Path(str(stores[0]) + chance.choice(["-journal", "-wal"]))
        leftover.write_bytes(chance.choice([chance.randbytes(4096), stores[0].read_bytes()[:40000] if stores[0].exists() else b"x"]))
        done.append(f"{leftover.name}: added")
    return done


def build(site, *options):
    """Runs the program within bounds of time and memory; what it said."""
    def bounds():
        import resource
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        done = subprocess.run([program, *options, "--site", str(site)], capture_output=True, timeout=60, preexec_fn=bounds)
    except subprocess.TimeoutExpired:
        return None, "it does not end"
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def attempt(seed, work, pictures):
    """What went wrong; nothing where all went well."""
    chance = random.Random(seed)
    site, clean = work / "site", work / "clean"
    for folder in (site, clean):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(pictures, folder / ".bulletin")
    content = Content(chance)
    content.write(site / "Content")
    status, text = build(site, "build")
    if status != 0:
        return f"the first build fails: {text}"
    older = {path: path.read_bytes() for path in (site / ".bulletin").rglob("*") if path.is_file()}
    content.change()
    content.write(site / "Content")
    build(site, "build")
    whole = files(site / "Public")
    done = damage(chance, site, older)
    content.change()
    content.write(site / "Content")
    said = []
    if chance.randrange(4) == 0:
        for command in (["check"], ["why", "/topics/iran/"]):
            status, text = build(site, *command)
            if status not in (0, 1, 2) or "Fatal error" in text:
                return f"{done}: {command[0]} ends with {status}: {text[-500:]}"
    status, text = build(site, "build")
    said.append(text)
    harmed = any("written-" in line for line in done)
    if status == 2 and harmed and "--force" in text:
        # A list that is damaged makes files strangers, which nothing is written over unless that is asked for.
        status, text = build(site, "build", "--force")
        said.append(text)
    if status != 0:
        return f"{done}: it ends with {status}: {text[-600:]}"
    content.write(clean / "Content")
    status, text = build(clean, "build")
    if status != 0:
        return f"the clean build fails: {text[-600:]}"
    published, right = files(site / "Public"), files(clean / "Public")
    touched = {line.split(": ")[0][len("Public/"):] for line in done if line.startswith("Public/")}
    wrong = sorted(path for path in right if published.get(path) != right[path])
    # A published file that was damaged and that the change does not reach is not looked at, as SECURITY.md says.
    wrong = [path for path in wrong if path not in touched or whole.get(path) != right[path]]
    left = [] if harmed else sorted(set(published) - set(right))
    if wrong or left:
        return f"{done}: wrong {wrong[:8]}, left over {left[:8]}; it said: {said}"
    status, text = build(site, "build", "--verify")
    if status != 0 and not touched and not harmed:
        return f"{done}: verifying afterwards: {text[-600:]}"
    return None


def main():
    failures = 0
    with tempfile.TemporaryDirectory(prefix="stores-") as folder:
        work = pathlib.Path(folder)
        Content(random.Random(0)).write(work / "first/Content")
        build(work / "first", "build")
        for path in (work / "first/.bulletin").glob("*-*"):
            path.unlink()
        for seed in range(first, first + count):
            trouble = attempt(seed, work, work / "first/.bulletin")
            if trouble:
                failures += 1
                print(f"seed {seed}: {trouble}", flush=True)
    print(f"{count} damaged stores, {failures} of them reached what was published")
    sys.exit(1 if failures else 0)


main()
