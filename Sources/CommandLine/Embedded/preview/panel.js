// Puts changes into a page as the server sends them. Pages have this script in a preview, and nowhere else.
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
  // The panel's buttons: one mends a finding in the file, the other gives its path to the clipboard.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("#bulletin-panel button");
    if (!button) return;
    if (button.dataset.copy) {
      navigator.clipboard.writeText(button.dataset.copy)
        .then(() => { button.textContent = "copied"; }, () => { button.textContent = button.dataset.copy; });
      return;
    }
    const token = button.closest("[data-token]").dataset.token;
    const words = { page: own.page, mend: button.dataset.mend, token };
    button.disabled = true;
    fetch("/.preview/mend?" + new URLSearchParams(words), { method: "POST" }).then((answer) => {
      // Where the page stays as it is, nobody tells that the finding is gone.
      if (answer.ok) { setTimeout(panel, 300); return; }
      answer.text().then((text) => { button.textContent = text.trim(); });
    }, () => { button.disabled = false; });
  });
  panel();
  if (new URLSearchParams(location.search).has("print")) addEventListener("load", () => print());
})();
