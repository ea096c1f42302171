"""What hands, screen readers, phones and high contrast need of the page of the search: each gives what is wrong."""
import time


def keyboard(browser):
    """What hands and screen readers need."""
    return browser.run("""
      const wrong = [];
      const status = document.getElementById("search-status");
      if (status.getAttribute("role") !== "status") wrong.push("the number of results is not announced");
      for (const field of document.querySelectorAll("#search input, #search select"))
        if (!field.labels.length) wrong.push("a field without a label: " + field.name);
      document.activeElement.blur();
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
      if (document.activeElement.id !== "search-query") wrong.push("`/` does not lead to the box");
      return wrong;""")


def on_a_phone(browser, at):
    """What narrows a search stands behind a button on a phone, and is seen where the address asks for it."""
    shown = "return document.getElementById('search-filters').checkVisibility()"
    wrong = []
    browser.size(390)
    for address, wanted in ((at, False), (at + "?q=amber&from=2020", True)):
        browser.go(address)
        browser.wait("the form", "return document.querySelectorAll('#search [name=from] option').length > 1")
        for wanted in (wanted, not wanted):
            time.sleep(0.1)
            if browser.run(shown) != wanted:
                wrong.append(f"{address} {'hides' if wanted else 'shows'} what narrows a search")
            browser.run("document.querySelector('.search-narrow').click()")
    browser.size(1000)
    if not browser.run(shown):
        wrong.append("what narrows a search is hidden where there is room")
    return wrong


def in_forced_colors(browser, ask):
    """Where the reader's system has the colours, what was found is marked in them: its text has a ground of its own."""
    browser.ask("Emulation.setEmulatedMedia", features=[{"name": "forced-colors", "value": "active"}])
    browser.run_later(ask, "walrus", {})
    colors = browser.run("""const style = getComputedStyle(document.querySelector('#search-results mark'));
      return [style.color, style.backgroundColor, style.backgroundImage];""")
    browser.prefer("light")
    return [] if "rgba" not in colors[1] and colors[0] != colors[1] and colors[2] == "none" else [f"hits in forced colours have {colors}"]
