#!/usr/bin/env python3
"""Asks axe-core in Chromium about pages, in the light and in the dark, and looks whether they can be read at 320 pixels,
with the spacing of text that some readers need, without a message on the console, a request to another host, or anything
that moves while a page comes.

    check-access.py AXE ADDRESS...

AXE is the path of `axe.min.js`.
"""
import os, sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from webdriver import Browser

AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ["violations"] }).then((result) => done(result.violations.map(
  (rule) => `${rule.id}: ${rule.help}: ${rule.nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ")}`)));
"""
# The page is wider than the window, or cut off, where something sticks out of it.
WIDER = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
# WCAG 2.2, 1.4.12.
SPACED = """
const style = document.createElement("style");
style.textContent = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } "
  + "p { margin-block-end: 2em !important }";
document.head.append(style);
return document.documentElement.scrollWidth - document.documentElement.clientWidth;
"""
# Lines of text and marks in them may be lower; what stands by itself may not. WCAG 2.2, 2.5.8.
SMALL = """
return [...document.querySelectorAll("a[href], button, input, select, summary")].filter((one) => {
  const box = one.getBoundingClientRect();
  if (!box.width || !one.checkVisibility() || one.matches(".skip, :disabled")) return false;
  const inLine = getComputedStyle(one).display === "inline" && one.closest("p, li, dd, td, cite, figcaption, .details, .note");
  return !inLine && (box.height < 24 || box.width < 24);
}).map((one) => `${one.textContent.trim().slice(0, 30)} (${one.getBoundingClientRect().height.toFixed(0)})`);
"""
MOVED = """
const done = arguments[arguments.length - 1];
let sum = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
  .observe({ type: "layout-shift", buffered: true });
setTimeout(() => done(sum), 300);
"""
FOREIGN = """
return performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => !name.startsWith(location.origin));
"""


def problems(browser, axe, address):
    """What is wrong with a page."""
    browser.size(1280)
    browser.prefer("light")
    browser.go(address)
    moved = browser.run_later(MOVED)
    if moved > 0:
        yield f"moves by {moved:.3f} while it comes"
    for name in browser.run(FOREIGN):
        yield f"asks another host: {name}"
    for scheme in ("light", "dark"):
        browser.prefer(scheme)
        browser.run(axe + "; return 0")
        for violation in browser.run_later(AXE):
            yield f"{scheme}: {violation}"
    browser.prefer("light")
    browser.size(320)
    if (wider := browser.run(WIDER)) > 0:
        yield f"is {wider} pixels wider than a window of 320"
    for small in browser.run(SMALL):
        yield f"has a small target: {small}"
    if (wider := browser.run(SPACED)) > 0:
        yield f"is {wider} pixels wider than a window of 320 with wider spacing"
    for message in browser.messages():
        yield f"says on the console: {message}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        axe = file.read()
    wrong = 0
    with Browser() as browser:
        for address in sys.argv[2:]:
            for problem in problems(browser, axe, address):
                wrong += 1
                print(f"{address} {problem}")
    if wrong:
        sys.exit(f"{wrong} problems")
    print(f"{len(sys.argv) - 2} pages are right for those who read by ear, by keyboard, on a phone or in the dark")


if __name__ == "__main__":
    main()
