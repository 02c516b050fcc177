{
  /* ---- filters: a form names the place whose entries it finds; the address holds what was chosen.
     An entry is a row with data-entry (its id in the CSV) and, as far as it has them, data-owners,
     data-day, data-updated, data-left and a status tag; its groups are those of the part around it.
     A list of any other name, such as timing or level, asks for the attribute of that name. Words
     are looked for in the first cell, and in each that says so with data-words. ---- */

  const PAUSE = 250, REST = 1500; // while somebody types: until it is answered, until it is a step
  const COUNT = / \([\d,]+\)$/; // how many an option has, behind its words

  function filters(form) {
    const place = document.getElementById(form.dataset.filters);
    const parts = all("[data-groups]", place);
    const fields = all("select, input", form);
    const entries = all("[data-entry]", place).map(read);
    const statuses = options("status");
    const nobody = Object.fromEntries(
      ["group", "owner"].map((name) => [name, options(name).includes("none_") ? "none_" : "none"]), // an id may be "none"
    );
    const [status, paper] = all(".filter-answer span", form);
    const [clear, download] = all("button", form);
    const everything = entries.filter((one) => !one.left).length;
    const onPaper = document.querySelector(".print-address");
    if (onPaper) onPaper.dataset.page ??= onPaper.textContent;
    let timer, typing = 0, file;

    /* -- what there is -- */

    function read(row) {
      const { owners = "", day, updated, left } = row.dataset;
      return {
        ...Object.fromEntries(fields.map(({ name }) => [name, row.dataset[name]])),
        row,
        folds: all("details", row),
        body: row.parentElement,
        left: left !== undefined,
        words: wordsOf(row, "summary"),
        seen: wordsOf(row, "details"), // without what is folded
        status: row.querySelector("[data-status]")?.dataset.status,
        owner: owners.split(" ").filter(Boolean),
        group: row.closest("[data-groups]").dataset.groups.split(" ").filter(Boolean),
        date: day,
        update: updated,
      };
    }

    // The words of an entry without those of some parts of it, gathered when they are asked for.
    function wordsOf(row, without) {
      let found;
      return () => {
        if (found !== undefined) return found;
        const cells = all("th, [data-words]", row).map((cell) => cell.cloneNode(true));
        for (const part of cells.flatMap((cell) => all(without, cell))) part.remove();
        const said = cells.map(({ abbr = "", textContent }) => `${abbr} ${textContent}`);
        return (found = folded([row.dataset.entry, ...said].join(" ")));
      };
    }

    function options(name) {
      return all(`[name=${name}] option`, form).map(({ value }) => value);
    }

    /* -- what is chosen -- */

    const wanted = () => fields.filter(({ name, value }) => name !== "sort" && value.trim());
    const order = () => form.elements.sort?.value ?? "";
    const chosen = () => fields.map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value);

    function address() {
      const query = new URLSearchParams(chosen());
      return location.pathname + (chosen().length ? `?${query}` : "");
    }

    function fromAddress() {
      const query = new URLSearchParams(location.search);
      for (const field of fields) {
        const value = query.get(field.name) ?? "";
        field.value = field.options && !options(field.name).includes(value) ? "" : value;
      }
    }

    /* -- whether an entry is meant -- */

    function has(entry, { name, value }) {
      if (name === "words") return terms(value).every((term) => term.test(entry.words()));
      const codes = [entry[name]].flat();
      return codes.length ? codes.includes(value) : value === nobody[name];
    }

    // A word is looked for where words begin, and a number whole: 3 is not 30.
    function terms(text) {
      return folded(text).split(/\s+/).filter(Boolean).map((word) => {
        const literal = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
        return new RegExp(`(?<![\\p{L}\\p{N}])${literal}${/\d$/.test(word) ? "(?!\\d)" : ""}`, "u");
      });
    }

    /* -- showing it -- */

    function show() {
      const filter = wanted();
      const shown = new Set(entries.filter((entry) => filter.every((field) => has(entry, field))));
      const within = new Map();
      for (const entry of shown) {
        for (const id of entry.group) within.set(id, (within.get(id) ?? 0) + !entry.left);
      }
      for (const entry of entries) {
        entry.row.hidden = !shown.has(entry);
        unfold(entry, shown.has(entry) ? filter.find(({ name }) => name === "words")?.value : "");
      }
      for (const part of parts) {
        const id = part.dataset.groups.split(" ").pop();
        const loose = !id && [...shown].some(({ row }) => part.contains(row));
        part.hidden = filter.length > 0 && !loose && !within.has(id);
        const count = part.querySelector(":scope > .group-count");
        if (!count) continue;
        count.dataset.all ??= count.textContent;
        count.textContent = filter.length ? `${within.get(id) ?? 0} of ${count.dataset.all}` : count.dataset.all;
      }
      for (const table of all("table", place)) table.hidden = filter.length > 0 && !table.querySelector("[data-entry]:not([hidden])");
      sort();
      if (onPaper) onPaper.textContent = onPaper.dataset.page + (chosen().length ? `?${new URLSearchParams(chosen())}` : "");
      clear.hidden = !chosen().length;
      download.hidden = !filter.length || !shown.size;
      return [...shown];
    }

    // An older update that is meant is unfolded, and folded again when it is meant no longer.
    function unfold(entry, words = "") {
      const meant = entry.folds.length > 0 && terms(words).some((term) => !term.test(entry.seen()));
      for (const box of entry.folds) {
        if (meant && !box.open) box.dataset.unfolded = "";
        if (meant) box.open = true;
        else if ("unfolded" in box.dataset) {
          box.open = false;
          delete box.dataset.unfolded;
        }
      }
    }

    function sort() {
      const by = order();
      // what has no day or no update comes last; the order of the plan decides between equals
      const key = {
        date: (one) => one.date ?? "~",
        status: (one) => statuses.indexOf(one.status),
        update: (one) => (one.update ? -Date.parse(one.update) : Infinity),
      }[by] ?? (() => 0);
      const sorted = entries.map((one) => [key(one), one]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      if (sort.last === by) return;
      sort.last = by;
      for (const [, one] of sorted) one.body.append(one.row);
    }
    sort.last = "";

    /* -- saying it -- */

    function say(shown, before = "") {
      const { name, left } = form.dataset;
      const gone = shown.filter((one) => one.left).length;
      const number = shown.length - gone;
      const count = (value) => value.toLocaleString("en-GB");
      const of = wanted().length ? `${count(number)} of ${count(everything)}` : `All ${count(everything)}`;
      const also = gone ? `, and ${count(gone)} that ${gone === 1 ? "has" : "have"} ${left}` : "";
      const inside = form.dataset.part && ` in each ${form.dataset.part}`;
      const by = order() && `, sorted by ${words(form.elements.sort).toLowerCase()}${inside}`;
      const none = shown.length ? "" : ": nothing matches. Clear the filters to see all";
      const told = `${before}${of} ${name}${also}${none || by}`;
      if (status.textContent !== told) status.textContent = told;
      const chosen = wanted().map((field) => `${label(field)}: ${words(field)}`);
      paper.textContent = ["", ...chosen, ""].join(". ").trimEnd();
    }

    const label = (field) => field.labels[0].textContent;
    const words = (field) =>
      field.options ? field.selectedOptions[0].textContent.trim().replace(COUNT, "") : `“${field.value.trim()}”`;

    /* -- each step -- */

    function answer(remember = "push") {
      clearTimeout(timer);
      const next = address();
      if (next !== location.pathname + location.search) history[`${remember}State`](null, "", next);
      say(show());
    }

    function reset(before) {
      for (const field of fields) field.value = "";
      say(show(), before);
    }

    function clearAll() {
      const goes = [clear, download].includes(document.activeElement);
      for (const field of fields) field.value = "";
      typing = 0;
      answer();
      if (goes) (form.querySelector("details").open ? fields[0] : form.querySelector("summary")).focus();
    }

    // A link may lead to what the filters hide: then they go, and it is shown.
    function reveal() {
      const target = linked();
      if (!target || !place.contains(target)) return;
      if (target.closest("[hidden]")) {
        history.replaceState(null, "", location.pathname + location.hash);
        reset("Filters cleared, to show where the link leads. ");
      }
      target.scrollIntoView();
    }

    /* -- the rows as a file -- */

    async function save() {
      try {
        file ??= fetch(form.dataset.csv).then((got) => (got.ok ? got.arrayBuffer() : Promise.reject(got.status)));
        const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file); // kept, not dropped
        const ids = new Set(entries.filter(({ row }) => !row.hidden).map(({ row }) => row.dataset.entry));
        const [header, ...rows] = records(text);
        const kept = rows.filter((row) => ids.has(row.match(/^"?([^",\r\n]*)/)[1]));
        const link = make("a");
        link.href = URL.createObjectURL(new Blob([header, ...kept], { type: "text/csv" }));
        const named = wanted().map(({ name, value }) => `${name} ${value.trim()}`);
        link.download = `${[form.dataset.file, ...named].join(" ").replace(/[^\p{L}\p{N}_]+/gu, "-").slice(0, 100)}.csv`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      } catch {
        file = undefined;
        status.textContent = "These rows cannot be fetched now. Every row is in the CSV at the end of the page.";
      }
    }

    // Each record with its line end, as it stands (RFC 4180: a field in quotes may hold line ends).
    const records = (text) => text.match(/(?:"[^"]*"|[^"\r\n])*(?:\r\n|\n|\r|$)/g).filter(Boolean);

    /* -- beginning -- */

    form.hidden = false;
    if (matchMedia("(max-width: 47.99em)").matches) form.querySelector("details").open = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      answer();
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      clearAll();
    });
    form.addEventListener("change", ({ target }) => {
      if (target.name === "words") typing = 0; // what follows is a step of its own
      else answer();
    });
    form.addEventListener("input", ({ target }) => {
      if (target.name !== "words") return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        answer(Date.now() - typing < REST ? "replace" : "push");
        typing = Date.now();
      }, PAUSE);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !chosen().length) return;
      event.preventDefault();
      clearAll();
    });
    download.addEventListener("click", save);
    addEventListener("popstate", () => {
      const before = String(chosen());
      clearTimeout(timer);
      fromAddress();
      typing = 0;
      if (String(chosen()) !== before) say(show());
    });
    addEventListener("hashchange", reveal);

    fromAddress();
    const from = location.pathname + location.search;
    if (address() !== from) history.replaceState(null, "", address() + location.hash);
    if (chosen().length) {
      say(show());
      // who is sent a choice comes to what was chosen; who comes back, to where they were
      const came = performance.getEntriesByType("navigation")[0]?.type === "navigate";
      if (came && !location.hash) form.scrollIntoView();
    }
    reveal();
  }

  all("form[data-filters]").forEach(filters);
}
