{
  /* ---- search: the theme's worker does the finding, this shows what it found ---- */

  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // kinds of message the worker knows
  const PER_PAGE = 3, PAGES = 10; // places shown of one page, and pages in all
  const PATIENCE = 20000; // a worker that fails to start says nothing: stop waiting

  function search(form) {
    const input = form.querySelector("input");
    const status = form.querySelector("[role=status]");
    const panel = form.querySelector("[role=region]");
    const site = new URL(document.documentElement.dataset.base, document.baseURI);
    let starting, timer, goThere = false;

    const close = () => {
      panel.hidden = true;
      panel.replaceChildren();
      status.textContent = "";
    };
    const say = (sentence, ...more) => {
      panel.replaceChildren(make("p", "search-count", sentence), ...more);
      panel.hidden = false;
      status.textContent = sentence;
    };
    const fail = () => say("Search is not available.");

    async function load() {
      const answer = await fetch(form.dataset.index);
      if (!answer.ok) throw new Error(`search index: ${answer.status}`);
      const { config, docs } = await answer.json();
      const worker = new Worker(form.dataset.worker);
      await new Promise((resolve, reject) => {
        setTimeout(reject, PATIENCE);
        worker.onerror = reject;
        worker.onmessage = ({ data }) => data.type === READY && resolve();
        worker.postMessage({ type: SETUP, data: { config, docs, options: { suggest: false } } });
      });
      worker.onerror = fail;
      worker.onmessage = ({ data }) => data.type === RESULT && show(data.data.items);
      return worker;
    }
    // The index is fetched when someone turns to the search, so a first view stays small.
    const start = () => (starting ??= load());

    async function ask() {
      clearTimeout(timer);
      if (input.value.trim().length < 2) return close();
      try {
        // In quotation marks every word must match, even "of", which the index leaves out.
        const words = input.value.replace(/["“”]/g, " ");
        (await start()).postMessage({ type: QUERY, data: words });
      } catch {
        fail();
      }
    }

    function show(pages) {
      const query = input.value.trim();
      if (query.length < 2) return close(); // emptied while the worker was busy
      const list = make("ol", "search-results");
      let found = 0;
      for (const places of pages) {
        // The worker offers what has any of the words: a page must have them all, and of its
        // places those with most of them are shown. A place without any scores nothing.
        const wanted = new Set(places.flatMap(({ terms }) => Object.keys(terms)));
        const had = ({ terms }) => [...wanted].filter((word) => terms[word]);
        if (new Set(places.flatMap(had)).size < wanted.size) continue;
        const most = Math.max(...places.map((place) => had(place).length));
        const hits = places.filter((place) => place.score > 0 && had(place).length === most);
        const page = places.find(({ location }) => !location.includes("#"));
        found += hits.length;
        if (list.childElementCount >= PAGES * PER_PAGE) continue;
        for (const hit of hits.slice(0, PER_PAGE)) list.append(result(hit, hit === page ? "" : page?.title));
        const more = hits.length - PER_PAGE;
        if (more > 0) list.lastElementChild.append(make("p", "", `and ${more} more on this page`));
      }
      const shown = list.childElementCount;
      const count = found === 1 ? "1 result" : `${found || "No"} results`;
      say(`${count} for “${query}”${shown < found ? `, ${shown} shown` : ""}.`, ...(shown ? [list] : []));
      if (goThere) panel.focus();
      goThere = false;
    }

    function result({ location, title, text }, page) {
      const link = make("a", "", ...marked(title, Infinity));
      link.href = new URL(location, site).href;
      const item = make("li", "", link);
      if (page) item.append(make("span", "search-page", ...marked(page, Infinity)));
      const excerpt = marked(text, 160);
      if (excerpt.length) item.append(make("p", "", ...excerpt));
      return item;
    }

    form.hidden = false;
    input.addEventListener("focus", () => {
      start().catch(() => {}); // said when they ask
      if (input.value && panel.hidden) ask();
    });
    input.addEventListener("input", () => {
      clearTimeout(timer);
      goThere = false;
      timer = setTimeout(ask, 150);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      goThere = true;
      ask();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      input.value = "";
      close();
      input.focus();
    });
    panel.addEventListener("click", (event) => event.target.closest("a") && close());
    // The panel lies over the page, so it goes when attention goes: it must not hide the focus.
    form.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !form.contains(relatedTarget)) close();
    });
    document.addEventListener("pointerdown", ({ target }) => form.contains(target) || close());
  }

  /* The worker answers in HTML with <mark>. Parsing it in a document of its own runs and loads
     nothing; only its text, and which of it is marked, comes over. */
  function marked(html, length) {
    const answer = new DOMParser().parseFromString(html.replace(/<(?!\/?mark)/g, " <"), "text/html");
    const walker = answer.createTreeWalker(answer.body, NodeFilter.SHOW_TEXT);
    const pieces = [];
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      pieces.push({ text: data.replace(/\s+/g, " "), mark: Boolean(parentElement.closest("mark")) });
    }
    const before = pieces.findIndex(({ mark }) => mark);
    const whole = pieces.map(({ text }) => text).join("");
    const first = pieces.slice(0, Math.max(before, 0)).reduce((sum, { text }) => sum + text.length, 0);
    // begin at a word, a little ahead of the first match
    const from = first > length / 3 ? whole.indexOf(" ", first - length / 3) + 1 : 0;
    const to = whole.length > from + length ? whole.lastIndexOf(" ", from + length) : whole.length;
    const nodes = [];
    let at = 0;
    for (const { text, mark } of pieces) {
      const part = text.slice(Math.max(from - at, 0), Math.max(to - at, 0));
      if (part) nodes.push(mark ? make("mark", "", part) : part);
      at += text.length;
    }
    if (from > 0) nodes.unshift("… ");
    if (to < whole.length) nodes.push(" …");
    return whole.trim() ? nodes : [];
  }

  all(".site-search").forEach(search);
}
