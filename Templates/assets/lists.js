// Gives a long list a box that leaves only the lines with some words in them. Without this script the list is whole.
"use strict";
(() => {
  // Letters without their marks, as people type them: "Łącki" is found by "lacki".
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/ł/g, "l").replace(/ø/g, "o").replace(/đ/g, "d").replace(/ß/g, "ss").replace(/æ/g, "ae");

  // The form is on the page, empty, so that nothing moves when it is filled.
  for (const form of document.querySelectorAll(".filter")) {
    const list = form.nextElementSibling;
    const lines = [...list.querySelectorAll("li")].map((line) => ({ line, text: plain(line.textContent) }));
    const label = document.createElement("label");
    label.textContent = form.dataset.label;
    const box = document.createElement("input");
    box.type = "search";
    box.autocomplete = "off";
    const found = document.createElement("output");
    label.append(" ", box);
    form.append(label, " ", found);

    const show = () => {
      const words = plain(box.value).split(/\s+/).filter(Boolean);
      let count = 0;
      for (const { line, text } of lines) {
        line.hidden = !words.every((word) => text.includes(word));
        if (!line.hidden) count += 1;
      }
      for (const group of list.querySelectorAll("section")) {
        group.hidden = !group.querySelector("li:not([hidden])");
      }
      found.textContent = words.length ? form.dataset.found.replace("{}", count) : "";
    };
    box.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    // A browser that comes back to the page fills the box again.
    show();
  }
})();
