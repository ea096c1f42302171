#!/usr/bin/env python3
"""Shows pages to a browser that prefers the light, and then to one that prefers the dark, and looks whether their text
stands out from what is behind it.

    contrast.py ADDRESS...
"""
import os, sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from webdriver import Browser

# Each text on the page with its colour, that of what is behind it, and the ratio of their luminances.
PALE = """
const parts = (color) => (color.match(/[0-9.]+/g) || []).map(Number);
const over = (top, below) => {
  const alpha = top.length > 3 ? top[3] : 1;
  return [0, 1, 2].map((at) => top[at] * alpha + below[at] * (1 - alpha));
};
const luminance = (color) => {
  const [r, g, b] = color.map((part) => {
    part /= 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
const behind = (element) => {
  if (!element) {
    // What the browser paints below everything follows the scheme only where the page says that it may.
    const follows = getComputedStyle(document.documentElement).colorScheme.includes("dark");
    return isDark && follows ? [18, 18, 18] : [255, 255, 255];
  }
  const own = parts(getComputedStyle(element).backgroundColor);
  return own.length > 3 && own[3] === 0 ? behind(element.parentElement) : over(own, behind(element.parentElement));
};
let count = 0;
const pale = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || element.closest("script, style, svg") || !element.checkVisibility()) continue;
  const back = behind(element);
  const front = over(parts(getComputedStyle(element).color), back);
  const both = [luminance(front), luminance(back)].sort((a, b) => a - b);
  const ratio = (both[1] + 0.05) / (both[0] + 0.05);
  count += 1;
  if (ratio < 4.5) pale.push(`${walker.currentNode.data.trim().slice(0, 40)} in ${element.tagName} (${ratio.toFixed(1)})`);
}
return [isDark, count, pale];
"""


def check_contrast(browser, what, medium=""):
    """Ends the check where text of the page can hardly be read in the light or in the dark, on screen or in `print`."""
    for scheme in ("light", "dark"):
        browser.prefer(scheme, medium)
        is_dark, count, pale = browser.run(PALE)
        if is_dark != (scheme == "dark") or not count:
            sys.exit(f"the browser does not show {what} {scheme}")
        if pale:
            sys.exit(f"{what} is hard to read when it is {scheme}: " + "; ".join(pale[:5]))
    browser.prefer("light")


if __name__ == "__main__":
    with Browser() as browser:
        for address in sys.argv[1:]:
            browser.go(address)
            check_contrast(browser, address)
    print(f"{len(sys.argv) - 1} pages can be read in the light and in the dark")
