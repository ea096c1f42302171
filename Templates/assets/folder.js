// The site in a folder on disk: there, an address that begins with a slash begins at the root of the disk, and a folder has
// no first page of its own. On a server, all of this is left alone.
if (location.protocol === "file:") {
  const { src, dataset } = document.currentScript;
  const folder = new URL("../", src);

  /** Where an address leads in the folder; nothing where that is where it leads anyway. */
  const place = address => {
    const isOfSite = address.startsWith(dataset.root) && !address.startsWith("//");
    const url = isOfSite ? new URL(address.slice(dataset.root.length), folder) : new URL(address, location.href);
    if (url.protocol !== "file:") return undefined;
    const isFolder = url.pathname.endsWith("/");
    if (isFolder) url.pathname += "index.html";
    return isOfSite || isFolder ? url.href : undefined;
  };

  for (const [elements, name] of [["a", "href"], ["form", "action"], ["img", "src"]]) {
    for (const element of document.querySelectorAll(`${elements}[${name}]`)) {
      const found = place(element.getAttribute(name));
      if (found) element.setAttribute(name, found);
    }
  }
}
