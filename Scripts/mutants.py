#!/usr/bin/env python3
"""Changes the program's behaviour in small ways, one at a time, and looks whether some test fails.

    mutants.py [--list] [--jobs N] [--limit SECONDS] [--copy FOLDER] [NAME ...]

The changes are those of Tests/Material/mutants.txt; NAMEs choose some of them, by their numbers or by the names of files
or floors. Each is made in a copy of the project with a build of its own, and the tests of its floor and of those above
run. Prints for each change whether a test killed it, it survived, its old text is not there, or it does not compile.
Ends with status 1 where fewer than 58 of 60 die.
"""
import argparse, math, os, re, shutil, signal, subprocess, sys, tempfile, time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIST = "Tests/Material/mutants.txt"
ENDINGS = (".swift", ".html", ".xml")

# The tests that may notice a change of a target, its own first, since most changes die there.
ABOVE = {
    "Text": "Text Coding Languages Diagnostics Markdown YAML Templating Bulletins Site Program",
    "Coding": "Coding Diagnostics Templating Bulletins Preview Site Publishing Program",
    "Languages": "Languages Templating Bulletins Site Program",
    "Diagnostics": "Diagnostics YAML Templating Bulletins Site Publishing Program",
    "System": "System Publishing Site Program",
    "Markdown": "Markdown Bulletins Site Publishing Program",
    "YAML": "YAML Bulletins Site Publishing Program",
    "Templating": "Templating Site Publishing Program",
    "Bulletins": "Bulletins Site Publishing Program",
    "Site": "Site Publishing Program",
    "Templates": "Site Publishing Program",
    "Publishing": "Publishing Site Program",
    "Preview": "Preview Program",
    "CommandLine": "Program",
    "bulletin": "Program",
}
# Tests that prove the house and not the program, that would notice any change of a file, or that take minutes.
SKIPPED = (
    r"^(ProgramTests\.(FloorTests|DocumentationLinkTests|ColorTests)"
    r"|ProgramTests\.CrashTests/(kills|vanishingSource|twoAtOnce|fullDisk|readOnlyFolder)"
    r"|ProgramTests\.PreviewTests/(idleConnections|slowRequest))"
)

FAILURE = re.compile(r'✘ Test (?:"([^\n]*?)"|(\S+)) (?:with|recorded|failed)')


class Mutant:
    def __init__(self, number, file, why, old, new):
        self.number, self.file, self.why, self.old, self.new = number, file, why, old, new


def read_list(path):
    """Blocks of `== file: sentence`, the old text, a line `->`, and the new text."""
    mutants, block = [], None
    with open(path, encoding="utf-8") as lines:
        for line in lines.read().split("\n"):
            if line.startswith("== "):
                file, why = line[3:].split(": ", 1)
                block = (file, why, [])
                mutants.append(block)
            elif block is not None:
                block[2].append(line)
    result = []
    for number, (file, why, lines) in enumerate(mutants, 1):
        while lines and not lines[-1]:
            lines.pop()
        if lines.count("->") != 1:
            sys.exit(f"{path}: the change of {file} ({why}) has no line `->`, or more than one")
        middle = lines.index("->")
        result.append(Mutant(number, file, why, "\n".join(lines[:middle]), "\n".join(lines[middle + 1 :])))
    return result


def find(folder, mutant):
    """The file of a change, and the place of the old text in it; or nothing, and why.

    The file is looked for by its name: files move between folders more often than they change names. Where it has gone,
    or its text has, the one place of the old text in the whole project is it.
    """
    named, others = [], []
    for top in ("Sources", "Templates"):
        for at, _, names in os.walk(os.path.join(folder, top)):
            for name in names:
                if not name.endswith(ENDINGS):
                    continue
                path = os.path.join(at, name)
                with open(path, encoding="utf-8") as file:
                    text = file.read()
                places = [(path, text, place) for place in re.finditer(pattern(mutant.old), text)]
                (named if name == mutant.file else others).extend(places)
    for found in (named, others):
        if len(found) == 1:
            return found[0], ""
        if len(found) > 1:
            where = sorted({os.path.relpath(path, folder) for path, _, _ in found})
            return None, f"the old text is there {len(found)} times: {', '.join(where)}"
    return None, "the old text is nowhere"


def target_of(folder, path):
    parts = os.path.relpath(path, folder).split(os.sep)
    return parts[0] if parts[0] == "Templates" else parts[1]


def pattern(old):
    """Blanks at the start of lines do not count: code is indented anew when it moves."""
    return r"\s*\n\s*".join(re.escape(line.strip()) for line in old.split("\n"))


def run(command, folder, limit):
    """Runs a command with all that it starts in a group of its own; None as status says that the time was over."""
    with tempfile.TemporaryFile("w+", errors="replace") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            status = process.wait(timeout=limit)
        except subprocess.TimeoutExpired:
            status = None
        except BaseException:
            end(process)
            raise
        # Previews that a test left running, too.
        end(process)
        out.seek(0)
        return status, out.read()


def first_failure(command, folder, limit):
    """Runs tests until one of them fails. Says what failed; nothing where none does, and None where the time is over."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
        latest, status = time.monotonic() + limit, None
        try:
            while status is None and time.monotonic() < latest:
                try:
                    status = process.wait(timeout=1)
                except subprocess.TimeoutExpired:
                    pass
                # Read where the child does not write: the place in the file is its own.
                output = os.pread(out.fileno(), os.fstat(out.fileno()).st_size, 0).decode(errors="replace")
                if failure := FAILURE.search(output):
                    return (failure[1] or failure[2])[:90]
        finally:
            # Previews that a test left running, too.
            end(process)
    if status is None:
        return None
    crashed = "error:" in output or "signal" in output
    return "" if status == 0 else "the tests crashed" if crashed else "the tests failed"


def end(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def copy_project(folder):
    """The files that are under version control, as they are now, so that what is not committed is mutated, too."""
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=TOP,
                           capture_output=True, check=True).stdout.decode().split("\0")
    wanted = {name for name in names if name and os.path.lexists(os.path.join(TOP, name))}
    for name in wanted:
        source, target = os.path.join(TOP, name), os.path.join(folder, name)
        if os.path.islink(source):
            if os.path.islink(target) and os.readlink(target) == os.readlink(source):
                continue
            os.makedirs(os.path.dirname(target), exist_ok=True)
            if os.path.lexists(target):
                os.remove(target)
            os.symlink(os.readlink(source), target)
            continue
        with open(source, "rb") as file:
            data = file.read()
        # A file that is as it was keeps its time, so that little is built again in a copy that is kept.
        if os.path.isfile(target) and open(target, "rb").read() == data:
            continue
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copy(source, target)
    for top in ("Sources", "Plugins", "Tests", "Templates", "Content"):
        for at, _, files in os.walk(os.path.join(folder, top)):
            for file in files:
                path = os.path.relpath(os.path.join(at, file), folder)
                if path not in wanted:
                    os.remove(os.path.join(folder, path))


def build_command(arguments):
    return ["swift", "build", "--build-tests"] + (["--jobs", str(arguments.jobs)] if arguments.jobs else [])


def judge(mutant, folder, arguments, tests):
    """What became of a change: a word, and what there is to say of it."""
    found, reason = find(folder, mutant)
    if found is None:
        return "stale", reason
    path, text, place = found
    target = target_of(folder, path)
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text[: place.start()] + mutant.new + text[place.end() :])
        status, output = run(build_command(arguments), folder, arguments.limit)
        if status is None:
            return "does not compile", "building takes too long"
        if status != 0:
            error = re.search(r"error: [^\n]*", output)
            return "does not compile", error[0][:160] if error else output[-160:]
        # The nearest tests first, a floor at a time: a run ends where a change dies.
        above = [name + "Tests" for name in ABOVE.get(target, "Program").split() if name + "Tests" in tests]
        for name in above:
            command = ["swift", "test", "--skip-build", "--disable-xctest", "--quiet", "--filter",
                       "^" + name + r"\.", "--skip", SKIPPED]
            failure = first_failure(command, folder, arguments.limit)
            if failure is None:
                return "killed", f"{name} does not end"
            if failure:
                return "killed", failure
        return "survived", mutant.why
    finally:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def chosen(mutants, names):
    if not names:
        return mutants

    def fits(mutant):
        found, _ = find(TOP, mutant)
        known = {str(mutant.number), mutant.file, mutant.file.split(".")[0], found and target_of(TOP, found[0])}
        return any(name in known for name in names)

    return [mutant for mutant in mutants if fits(mutant)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="numbers, files or floors; all unless given")
    parser.add_argument("--list", action="store_true", help="say where each change would be made, and make none")
    parser.add_argument("--jobs", type=int, help="how many compilers work at once")
    parser.add_argument("--limit", type=int, default=420, help="seconds for a build and for each run of tests")
    parser.add_argument("--copy", help="a folder for the copy, which is kept for the next time")
    arguments = parser.parse_args()
    for number in (signal.SIGTERM, signal.SIGINT):
        # So that the copy is as it was, and nothing goes on, however this ends.
        signal.signal(number, lambda *_: sys.exit("interrupted"))
    mutants = chosen(read_list(os.path.join(TOP, LIST)), arguments.names)
    tests = {name for name in os.listdir(os.path.join(TOP, "Tests")) if name.endswith("Tests")}
    if arguments.list:
        stale = 0
        for mutant in mutants:
            found, reason = find(TOP, mutant)
            stale += found is None
            print(f"{mutant.number:3}  {os.path.relpath(found[0], TOP) if found else 'stale, ' + mutant.file}: {reason or mutant.why}")
        return 1 if stale else 0
    folder = os.path.abspath(arguments.copy) if arguments.copy else tempfile.mkdtemp(prefix="mutants-")
    if os.path.realpath(folder) == os.path.realpath(TOP):
        sys.exit("the copy must be another folder than the project")
    counts = {"killed": 0, "survived": 0, "stale": 0, "does not compile": 0}
    start = time.monotonic()
    try:
        os.makedirs(folder, exist_ok=True)
        copy_project(folder)
        print(f"building the copy in {folder}", flush=True)
        status, output = run(build_command(arguments), folder, 3_600)
        if status != 0:
            sys.exit("the copy does not build:\n" + output[-2_000:])
        for mutant in mutants:
            began = time.monotonic()
            verdict, words = judge(mutant, folder, arguments, tests)
            counts[verdict] += 1
            print(f"{verdict:>16}  {mutant.number:3} {mutant.file}: {words} ({time.monotonic() - began:.0f} s)", flush=True)
    finally:
        if not arguments.copy:
            shutil.rmtree(folder, ignore_errors=True)
    total = sum(counts.values())
    words = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    print(f"{counts['killed']} of {total} died ({words}) in {(time.monotonic() - start) / 60:.0f} min")
    # 58 of 60, of however many there are.
    return 0 if counts["killed"] >= math.ceil(total * 58 / 60) else 1


if __name__ == "__main__":
    sys.exit(main())
