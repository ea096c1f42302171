// The key `/` leads to the box of the search, unless somebody is writing.
addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  const place = event.target;
  if (place.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(place.tagName)) return;
  const box = document.querySelector("[role=search] input[type=search]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
