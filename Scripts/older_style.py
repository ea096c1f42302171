"""What browsers of 2023 make of a style sheet: what they do not all understand is passed over."""
import re

# What Chromium 109, Firefox 110 and Safari 16.3 do not all understand, as it would be passed over: whole blocks, whole
# rules, single declarations.
BLOCKS = re.compile(r"@(media[^{]*\(scripting|starting-style|scope|view-transition|position-try|container style)[^{]*\{")
SELECTORS = (":has(", ":dir(", ":popover-open", "::details-content", ":user-invalid", ":state(", "::scroll-marker")
PROPERTIES = ("text-wrap", "hanging-punctuation", "hyphenate-limit-chars", "anchor-name", "position-anchor", "position-area",
              "interpolate-size", "field-sizing", "animation-timeline", "view-timeline", "text-box", "text-box-trim")
VALUES = re.compile(r"light-dark\(|color-mix\(|anchor\(|calc-size\(|\blh\b|content:[^;]*/ \"")


def without_block(style, start):
    depth = 0
    for at in range(style.index("{", start), len(style)):
        depth += {"{": 1, "}": -1}.get(style[at], 0)
        if depth == 0:
            return style[:start] + style[at + 1:]
    return style[:start]


def older(style):
    """A style sheet as such a browser understands it."""
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.S)
    while found := BLOCKS.search(style):
        style = without_block(style, found.start())

    def rule(match):
        selector, declarations = match.groups()
        if any(part in selector for part in SELECTORS) or "&" in selector:
            return ""
        kept = [each for each in declarations.split(";")
                if each.split(":")[0].strip() not in PROPERTIES and not VALUES.search(each)]
        return selector + "{" + ";".join(kept) + "}"
    return re.sub(r"([^{}]+)\{([^{}]*)\}", rule, style)
