#!/usr/bin/env python3
"""Edits a copy of a site while a browser shows its preview, and looks whether the browser follows.

    check-preview.py BINARY SITE [SCREENSHOTS]
"""
import os, re, shutil, signal, subprocess, sys, tempfile, time, urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from contrast import check_contrast
from webdriver import Browser

binary, site = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2])
shots = sys.argv[3] if len(sys.argv) > 3 else None
PORT = 4777
HOME = f"http://localhost:{PORT}/"


def start(folder, *options):
    process = subprocess.Popen([binary, "preview", "--site", folder, "--port", str(PORT), *options],
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    line = process.stdout.readline()
    if "preview is at" not in line:
        sys.exit(f"the preview does not start: {line}")
    return process


def stop(process):
    process.send_signal(signal.SIGINT)
    if process.wait(10) != 0:
        sys.exit("Ctrl-C does not end the preview cleanly")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def save(path, text, way="rename"):
    """Writes a file as one editor or another does."""
    if way == "rename":
        with open(path + ".tmp", "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(path + ".tmp", path)
    elif way == "truncate":
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        # A copy is kept, the file is moved away and written anew, as vim does.
        open(os.path.join(os.path.dirname(path), "4913"), "w").close()
        os.remove(os.path.join(os.path.dirname(path), "4913"))
        os.replace(path, path + "~")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.remove(path + "~")


def said(what):
    print("ok:", what, flush=True)


def shot(browser, name):
    if shots:
        os.makedirs(shots, exist_ok=True)
        browser.screenshot(f"{shots}/{name}.png")


def main(folder):
    issues = folder + "/Content/bulletins"
    path = sorted(os.path.join(at, name) for at, _, names in os.walk(issues) for name in names
                  if name.endswith(".md") and "-pl" not in name)[-2]
    text = read(path)
    server = start(folder)
    with Browser() as browser:
        browser.go(HOME + ".preview/")
        address = browser.run("return [...document.querySelectorAll('tbody tr')].find((row) =>"
                              " row.textContent.includes(arguments[0])).querySelector('a').href", os.path.relpath(path, folder))
        shown = browser.run("const box = document.getElementById('filter'); box.value = arguments[0];"
                            "box.dispatchEvent(new Event('input'));"
                            "return [...document.querySelectorAll('tbody tr')].filter((row) => !row.hidden).length",
                            os.path.relpath(path, folder))
        if shown != 1:
            sys.exit(f"the filter shows {shown} issues, not one")
        check_contrast(browser, "the list of issues")
        said("the list of issues finds one by its file")

        browser.go(address)
        browser.run("document.body.dataset.mark = 'same'; scrollTo(0, 300)")
        for number, way in enumerate(["rename", "truncate", "move"]):
            scroll = browser.run("return scrollY")
            word = f"Changed{number}"
            save(path, text.replace("\n\n**", f" {word}.\n\n**", 1), way)
            browser.wait(f"a text saved by {way}", "return document.querySelector('main').textContent.includes(arguments[0])", word)
            if browser.run("return document.body.dataset.mark") != "same":
                sys.exit("the page was loaded anew")
            if browser.run("return scrollY") != scroll:
                sys.exit("the page was scrolled")
        said("a text that is saved is on screen without a reload, and the page stays where it was")
        shot(browser, "text")

        save(path, re.sub(r"• [A-Z][a-z]+ \d+, ", "• February 30, ", text, count=1))
        panel = browser.wait("the panel of mistakes", "return document.querySelector('#bulletin-errors pre')?.textContent")
        if "impossible-date" not in panel or "^^^" not in panel or os.path.relpath(path, folder) not in panel:
            sys.exit(f"the panel says:\n{panel}")
        if browser.run("return document.querySelector('main h1') === null"):
            sys.exit("the last good page is gone")
        check_contrast(browser, "a page with the panel of mistakes")
        shot(browser, "mistake")
        save(path, text)
        browser.wait("a page without mistakes", "return document.getElementById('bulletin-errors') === null")
        said("a broken masthead shows its line and caret over the last good page, until it is mended")

        save(path, text.replace("\n## ", "\n## New: ", 1))
        browser.wait("a new title", "return document.querySelector('h1').textContent.startsWith('New: ') && document.title.startsWith('New: ')")
        save(path, text)
        browser.wait("the old title", "return !document.querySelector('h1').textContent.startsWith('New: ')")
        said("a title changes, and the window's with it")

        style = folder + "/Templates/assets/style.css"
        save(style, read(style) + "\nh1 { letter-spacing: 7px !important; }\n")
        browser.wait("another style", "return getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'")
        if browser.run("return document.body.dataset.mark") != "same":
            sys.exit("the page was loaded anew for a style")
        said("a style sheet is changed in place")

        template = folder + "/Templates/bulletin.html"
        good = read(template)
        save(template, good.replace("{{ issue.title_html }}", "{{ issue.titel_html }}"))
        panel = browser.wait("a template's mistake", "return document.querySelector('#bulletin-errors pre')?.textContent")
        if "title_html" not in panel or not browser.run("return document.querySelector('h1').textContent"):
            sys.exit(f"the panel says:\n{panel}")
        save(template, good.replace('<article class="bulletin"', '<article id="tried" class="bulletin"'))
        browser.wait("another template", "return document.getElementById('tried') !== null && !document.getElementById('bulletin-errors')")
        said("a template's mistake is shown, and a change of it is on screen")

        browser.go(address)
        summary = browser.wait("the editor's panel", "return document.querySelector('#bulletin-panel summary')?.textContent")
        if browser.run("return document.querySelector('#bulletin-panel details').open"):
            sys.exit("the editor's panel is open from the start")
        browser.run("document.querySelector('#bulletin-panel summary').focus()")
        facts = browser.run("document.activeElement.click(); return document.querySelector('#bulletin-panel dl').innerText")
        for word in ("Editors", "Topics", "words", "Editor-in-Chief", os.path.relpath(path, folder)):
            if word not in facts:
                sys.exit(f"the editor's panel lacks {word}:\n{facts}")
        check_contrast(browser, "a page with the editor's panel")
        shot(browser, "panel")
        said(f"the panel of “{summary}” opens from the keyboard and says what was understood")

        browser.go(HOME)
        newest = sorted(os.listdir(issues))[-1]
        new = text.replace("\n## ", "\n## The Issue of Tomorrow: ", 1)
        new = re.sub(r"No\. \d+(?:[–-]\d+)? \(\d+(?:[–-]\d+)?\) • [^•]+•", "No. 9 (99) • December 30, 2099 •", new, count=1)
        os.makedirs(f"{issues}/2099")
        with open(f"{issues}/2099/009.md", "w", encoding="utf-8") as file:
            file.write(new)
        browser.wait("a new issue on the home page", "return document.querySelector('main').textContent.includes('The Issue of Tomorrow')")
        browser.go(HOME + ".preview/")
        if "scheduled" not in browser.run("return document.querySelector('tbody tr').textContent"):
            sys.exit("an issue of days to come is not marked")
        said("a new issue in a new folder is on the home page, and marked as scheduled")
        os.remove(f"{issues}/2099/009.md")

        browser.go(address)
        browser.run("document.body.dataset.mark = 'same'")
        browser.wait("the editor's panel", "return document.querySelector('#bulletin-panel summary') !== null")
        server.kill()
        server.wait()
        save(path, text.replace("\n\n**", " While it was gone.\n\n**", 1))
        server = start(folder)
        browser.wait("what was saved while the server was gone",
                     "return document.querySelector('main').textContent.includes('While it was gone.')", seconds=15)
        if browser.run("return document.body.dataset.mark") != "same":
            sys.exit("the page was loaded anew")
        save(path, text)
        browser.wait("the old text", "return !document.querySelector('main').textContent.includes('While it was gone.')")
        said("a page reconnects when the server was started again")
        stop(server)

        server = start(folder, "--follow")
        browser.go(HOME)
        browser.wait("the script", "return document.querySelector('script[data-tag]') !== null")
        time.sleep(0.5)
        save(path, text.replace("\n\n**", " Followed.\n\n**", 1))
        browser.wait("the page of the saved file", "return location.href === arguments[0]", address)
        said("--follow goes to the page of the file that was saved")
        save(path, text)
        stop(server)
        server = start(folder)
        # Three hundred files at once, as version control writes them, are one change, and no reload.
        for number in range(300):
            with open(f"{issues}/2099/{number}.md", "w", encoding="utf-8") as file:
                file.write(new.replace("No. 9 (99)", f"No. {number + 10} ({number + 100})"))
        with urllib.request.urlopen(HOME) as answer:
            answer.read()
        browser.go(HOME)
        browser.wait("three hundred files", "return document.querySelector('main').textContent.includes('309')")
        shutil.rmtree(f"{issues}/2099")
        browser.wait("the site without them", "return !document.querySelector('main').textContent.includes('309')")
        said("three hundred files that come and go at once are on screen")
    stop(server)
    if os.path.exists(folder + "/Public"):
        sys.exit("the preview wrote to Public")
    said("nothing was written to Public, and Ctrl-C ends the preview")


work = tempfile.mkdtemp()
try:
    for name in ("Content", "Templates"):
        shutil.copytree(f"{site}/{name}", f"{work}/{name}")
    main(work)
finally:
    subprocess.run(["pkill", "-f", f"preview --site {work}"], check=False)
    shutil.rmtree(work)
