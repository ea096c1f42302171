// What an issue's page can do more with a script.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  markPlace();
  openNotesInPlace();
  addEventListener("beforeprint", noteLinks);
  addEventListener("afterprint", forgetLinks);
});

/** Marks the part that is being read in the list of contents. */
function markPlace() {
  const links = [...document.querySelectorAll(".contents a")];
  const parts = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (!("IntersectionObserver" in window) || !links.length) return;
  const mark = () => {
    let current = -1;
    parts.forEach((part, at) => {
      if (part && part.getBoundingClientRect().top < innerHeight / 3) current = at;
    });
    links.forEach((link, at) => {
      if (at === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  let waits = false;
  addEventListener("scroll", () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; mark(); });
  }, { passive: true });
  mark();
}

/** Opens a note below the paragraph that calls it. */
function openNotesInPlace() {
  for (const call of document.querySelectorAll("[data-footnote-ref]")) {
    const id = decodeURIComponent(call.hash.slice(1));
    const note = document.getElementById(id);
    if (!note) continue;
    call.setAttribute("role", "button");
    call.setAttribute("aria-expanded", "false");
    call.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const open = call.shown;
      if (open) return close(call);
      const shown = document.createElement("aside");
      shown.className = "note";
      shown.setAttribute("role", "note");
      shown.append(...[...note.childNodes].map((node) => node.cloneNode(true)));
      for (const back of shown.querySelectorAll("[data-footnote-backref]")) back.remove();
      for (const part of shown.querySelectorAll("[id]")) part.removeAttribute("id");
      const block = call.closest("p, li, dd, td, th, blockquote, h2, h3, h4") || call;
      if (block.matches("li, dd, td, th, blockquote")) block.append(shown);
      else block.after(shown);
      call.shown = shown;
      call.setAttribute("aria-expanded", "true");
    });
    call.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && call.shown) close(call);
      if (event.key === " ") { event.preventDefault(); call.click(); }
    });
  }
}

function close(call) {
  call.shown.remove();
  call.shown = null;
  call.setAttribute("aria-expanded", "false");
}

/** Prints the addresses of links behind the text. */
function noteLinks() {
  forgetLinks();
  const issue = document.querySelector("[data-links]");
  const all = [...document.querySelectorAll(".body a[href^='http']")];
  const links = all.filter((link) => link.textContent !== link.href);
  for (const link of all) link.dataset.note = "";
  if (!issue || !links.length) return;
  const part = document.createElement("section");
  part.className = "link-notes";
  const title = part.appendChild(document.createElement("h2"));
  title.textContent = issue.dataset.links;
  const list = part.appendChild(document.createElement("ol"));
  const numbers = new Map();
  for (const link of links) {
    if (!numbers.has(link.href)) {
      numbers.set(link.href, numbers.size + 1);
      const address = list.appendChild(document.createElement("li")).appendChild(document.createElement("span"));
      address.dir = "ltr";
      address.textContent = link.href;
    }
    const mark = document.createElement("sup");
    mark.className = "link-mark";
    mark.textContent = `[${numbers.get(link.href)}]`;
    link.after(mark);
  }
  issue.querySelector(".issue-footer").before(part);
}

function forgetLinks() {
  for (const part of document.querySelectorAll(".link-notes, .link-mark")) part.remove();
  for (const link of document.querySelectorAll("[data-note]")) delete link.dataset.note;
}
