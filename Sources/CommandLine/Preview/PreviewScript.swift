/// The script that pages have in a preview, and nowhere else: it puts changes into the page as the server sends them.
enum PreviewScript {
  static let address = "/.preview/script.js"

  /// The element that loads it.
  ///
  /// - Parameters:
  ///   - page: The address of the page.
  ///   - tag: What tells the page's bytes from others.
  static func element(page: String, tag: String) -> String {
    "<script src=\"\(address)\" data-page=\"\(page.escaped)\" data-tag=\"\(tag)\"></script>\n"
  }

  static let text = """
    (() => {
      "use strict";
      const own = document.currentScript.dataset;
      let tag = own.tag;
      const box = (id, html) => {
        let element = document.getElementById(id);
        if (!html) { if (element) element.remove(); return; }
        if (!element) {
          element = document.createElement("div");
          element.id = id;
          document.body.append(element);
        }
        const open = [...element.querySelectorAll("details")].map((part) => part.open);
        element.innerHTML = html;
        element.querySelectorAll("details").forEach((part, place) => { part.open = open[place] || false; });
      };
      const panel = () => fetch("/.preview/panel?page=" + encodeURIComponent(own.page))
        .then((answer) => answer.ok ? answer.text() : "").then((html) => box("bulletin-panel", html), () => {});
      const show = (line) => {
        let found = null;
        for (const element of document.querySelectorAll("[data-sourcepos]")) {
          const [first, last] = element.dataset.sourcepos.split("-").map((end) => parseInt(end, 10));
          if (first <= line && line <= last) found = element;
        }
        if (!found) return;
        const { top, bottom } = found.getBoundingClientRect();
        if (bottom < 0 || top > innerHeight) found.scrollIntoView({ block: "center" });
        // Mostly transparent, so that the text can be read on it whether the page is light or dark.
        found.animate([{ backgroundColor: "#ffc40038" }, { backgroundColor: "transparent" }], 1500);
      };
      const apply = (html, line) => {
        const next = new DOMParser().parseFromString(html, "text/html");
        const sheets = (page) => [...page.querySelectorAll("link[rel=stylesheet]")];
        const old = sheets(document);
        sheets(next).forEach((sheet, place) => {
          const href = sheet.getAttribute("href");
          if (!old[place]) { document.head.append(document.adoptNode(sheet)); return; }
          if (old[place].getAttribute("href") === href) return;
          // The old one stays until the new one is there, so that the page never stands without a style.
          const fresh = old[place].cloneNode();
          fresh.href = href;
          fresh.onload = () => old[place].remove();
          old[place].after(fresh);
        });
        document.title = next.title;
        const [here, there] = [document.querySelector("main"), next.querySelector("main")];
        if (!here || !there) { location.reload(); return; }
        if (here.innerHTML === there.innerHTML) return;
        const [x, y] = [scrollX, scrollY];
        here.replaceWith(document.adoptNode(there));
        for (const part of ["header.site-header", "footer.site-footer"]) {
          const [a, b] = [document.querySelector(part), next.querySelector(part)];
          if (a && b && a.innerHTML !== b.innerHTML) a.replaceWith(document.adoptNode(b));
        }
        scrollTo({ left: x, top: y, behavior: "instant" });
        if (line) show(line);
      };
      const events = new EventSource("/.preview/events?page=" + encodeURIComponent(own.page));
      const on = (name, act) => events.addEventListener(name, (event) => act(JSON.parse(event.data)));
      on("page", (news) => { tag = news.tag; apply(news.html, news.line); panel(); });
      on("errors", (news) => box("bulletin-errors", news.html));
      on("follow", (news) => { if (location.pathname !== news.page) location.assign(news.page); });
      // A server that was started again may have other pages than the one on screen.
      on("hello", (news) => {
        if (news.tag === tag) return;
        tag = news.tag;
        fetch(location.href).then((answer) => answer.text()).then((html) => apply(html), () => {});
      });
      panel();
      if (new URLSearchParams(location.search).has("print")) addEventListener("load", () => print());
    })();

    """

  /// How the preview's own parts look, whatever the site's theme is.
  static let style = """
    <style>
    #bulletin-errors, #bulletin-panel { --ink: #1d1d1f; --faint: #595960; --paper: #fff; --line: #8884; --link: #0b57d0;
      --alarm: #8c1d18; --alarm-paper: #fff4f2; --alarm-line: #b3261e; --warning-paper: #fff8e1; }
    @media (prefers-color-scheme: dark) {
      #bulletin-errors, #bulletin-panel { --ink: #ececee; --faint: #a9a9b2; --paper: #222225; --line: #8886;
        --link: #a8c7fa; --alarm: #ffb4ab; --alarm-paper: #311a18; --alarm-line: #e46962; --warning-paper: #33301f; }
    }
    #bulletin-errors, #bulletin-panel { font: 14px/1.5 system-ui, sans-serif; text-align: left; }
    #bulletin-errors { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 99999;
      color: var(--ink); background: var(--alarm-paper); border-top: 4px solid var(--alarm-line); padding: 12px 20px;
      box-shadow: 0 -2px 12px #0003; }
    #bulletin-errors h2 { font: 600 16px system-ui, sans-serif; margin: 0 0 8px; color: var(--alarm);
      background: var(--alarm-paper); }
    #bulletin-errors pre { font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap; margin: 0 0 12px;
      color: var(--ink); background: var(--alarm-paper); padding: 0; border: 0; }
    #bulletin-panel { position: fixed; right: 12px; bottom: 12px; z-index: 99998; max-width: min(30rem, 90vw); }
    #bulletin-panel details { color: var(--ink); background: var(--paper); border: 1px solid var(--line);
      border-radius: 8px; box-shadow: 0 2px 10px #0002; }
    #bulletin-panel summary { cursor: pointer; padding: 6px 14px; }
    #bulletin-panel .in { max-height: 60vh; overflow: auto; padding: 0 14px 10px; }
    #bulletin-panel dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; margin: 0; }
    #bulletin-panel dt { color: var(--faint); } #bulletin-panel dd { margin: 0; }
    #bulletin-panel pre { font: 12px/1.4 ui-monospace, monospace; white-space: pre-wrap; color: var(--ink);
      background: var(--warning-paper); padding: 6px; }
    #bulletin-panel a { color: var(--link); }
    @media print { #bulletin-errors, #bulletin-panel { display: none; } }
    </style>

    """
}

extension String {
  /// The text as HTML shows it, also inside of an attribute.
  var escaped: String {
    var html = [UInt8]()
    html.append(escaping: utf8)
    return html.string
  }
}
