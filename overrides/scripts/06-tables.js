{
  /* ---- scrollers: what is wider than the page scrolls in a box that the keyboard can reach ---- */

  function scrollers() {
    for (const table of all(`.page table:not(${BLOCKS})`)) {
      if (table.closest(".scroller")) continue;
      const box = make("div", "scroller");
      table.replaceWith(box);
      box.append(table);
    }
    const boxes = all(".page .scroller:not([tabindex]), .page pre:not([tabindex])");
    const measure = (box) => {
      const scrolls = box.scrollWidth > box.clientWidth + 1;
      if (scrolls === box.hasAttribute("tabindex")) return;
      const attributes = {
        tabindex: "0",
        role: "group",
        "aria-label": box.querySelector("caption")?.textContent.trim() || (box.matches("pre") ? "Code" : "Table"),
      };
      for (const [name, value] of Object.entries(attributes)) {
        if (scrolls) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    };
    const watch = new ResizeObserver((entries) => entries.forEach((entry) => measure(entry.target)));
    for (const box of boxes) watch.observe(box);
  }

  /* ---- tables as blocks: cells that are laid out as blocks are cells no longer in some browsers, unless
     they carry the role they were born with, which a valid page may not say in the file ---- */

  const BLOCKS = ":is(.entries, .matrix)";

  function roles(table) {
    const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };
    for (const part of [table, ...all("thead, tbody, tfoot, tr, th, td", table)]) {
      part.setAttribute("role", roles[part.tagName] ?? (part.scope === "col" ? "columnheader" : "rowheader"));
    }
  }

  all(`table${BLOCKS}`).forEach(roles);
  scrollers();
}
