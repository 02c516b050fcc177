{
  /* ---- search: reads the index of the site, once somebody turns to the search ---- */

  const PER_PAGE = 3, PAGES = 10; // places shown of one page at first, and pages in all
  const EXCERPT = 160; // letters
  const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}'’]*[\p{L}\p{N}])?/gu;

  const wordsOf = (text) => (folded(text).match(WORD) ?? []).map((word) => word.replace(/['’]/g, ""));
  const row = (words) => ` ${words.join(" ")} `; // so that every word has an edge on both sides

  /* -- the index: a place of the site in each of its entries, as HTML -- */

  async function load(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`search index: ${answer.status}`);
    const { docs } = await answer.json();
    const pages = new Map();
    return docs.map(({ location, title, text }) => {
      const [path, anchor] = location.split("#");
      const place = { location, title: plain(title), text: plain(text) };
      if (!anchor) pages.set(path, place);
      const page = pages.get(path) ?? place;
      const [name] = place.title.split(":"); // "Recommendation 3", before what it says
      return {
        ...place,
        page,
        whole: page === place,
        row: { name: row(wordsOf(name)), title: row(wordsOf(place.title)), text: row(wordsOf(place.text)), page: row(wordsOf(page.title)) },
      };
    });
  }

  // The text of HTML. It is never read as HTML again, so it is enough to take out tags and signs.
  const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", "#39": "'", "#34": '"' };
  const plain = (html) =>
    html.replace(/<[^>]*>/g, " ").replace(/&(#?\w+);/g, (whole, sign) => SIGNS[sign] ?? whole).replace(/\s+/g, " ").trim();

  /* -- what is found: a place must have every word, the page it is on may lend some of them. What is
     called so comes first, then words side by side, then whole words, then words in a title. -- */

  function worth({ whole, row: { name, title, text, page } }, words) {
    const phrase = row(words);
    let sum = 0, own = 0;
    for (const word of words) {
      const entire = ` ${word} `, begun = word.length > 1 ? ` ${word}` : entire; // the I of SP&I begins no word
      const found =
        title.includes(entire) ? 20 : text.includes(entire) ? 8
        : title.includes(begun) ? 6 : text.includes(begun) ? 2 : 0;
      if (!found && !page.includes(begun)) return 0;
      sum += found;
      own += found > 0;
    }
    if (!own) return 0;
    const named = name !== title && words.every((word) => name.includes(` ${word} `));
    const called = name === phrase ? 2000 : named && name.split(" ").length <= words.length + 3 ? 1000 : 0; // "3" is Recommendation 3
    const status = text.startsWith(` status${phrase}`) ? 500 : 0; // as entries begin: "Status: Red."
    const together = title.includes(phrase) ? 60 : text.includes(phrase) ? 40 : 0;
    return called + status + together + sum / words.length + (whole ? 5 : 0);
  }

  function find(places, words) {
    const pages = new Map();
    for (const place of places) {
      const value = worth(place, words);
      if (value) pages.set(place.page, [...(pages.get(place.page) ?? []), { place, value }]);
    }
    const found = [...pages.values()].map((hits) => hits.sort((a, b) => b.value - a.value));
    return found.sort(([a], [b]) => b.value - a.value).map((hits) => hits.map(({ place }) => place));
  }

  /* -- the text around what was found, marked -- */

  function marked(text, words, length = Infinity) {
    const hits = [...text.matchAll(WORD)].filter(([hit]) => wordsOf(hit).some((word) => words.some((one) => (one.length > 1 ? word.startsWith(one) : word === one))));
    const first = best(hits, words)?.index ?? 0;
    // begin at a word, a little ahead of the first match
    const from = first > length / 3 ? text.indexOf(" ", first - length / 3) + 1 : 0;
    const to = text.length > from + length ? Math.max(text.lastIndexOf(" ", from + length), first) : text.length;
    const nodes = from > 0 ? ["… "] : [];
    let at = from;
    for (const { 0: hit, index } of hits) {
      if (index < from || index + hit.length > to) continue;
      nodes.push(text.slice(at, index), make("mark", "", hit));
      at = index + hit.length;
    }
    nodes.push(text.slice(at, to), to < text.length ? " …" : "");
    return nodes.filter(Boolean);
  }

  // Where most of the words stand close together: whole words before words begun.
  function best(hits, words) {
    let most = 0, found;
    hits.forEach((hit, at) => {
      const near = hits.slice(at, at + words.length).filter(({ index }) => index < hit.index + EXCERPT / 2);
      const here = near.flatMap(([one]) => wordsOf(one));
      const value = words.reduce((sum, word) => sum + (here.includes(word) ? 2 : here.some((one) => one.startsWith(word)) ? 1 : 0), 0);
      if (value > most) [most, found] = [value, hit];
    });
    return found;
  }

  function search(form) {
    const input = form.querySelector("input");
    const status = form.querySelector("[role=status]");
    const panel = form.querySelector("[role=region]");
    const site = new URL(document.documentElement.dataset.base, document.baseURI);
    let starting, timer, asked = 0;

    const close = () => {
      clearTimeout(timer);
      asked += 1; // an answer that is still on its way comes too late
      panel.hidden = true;
      panel.replaceChildren();
      status.textContent = "";
    };
    const say = (sentence, ...more) => {
      panel.replaceChildren(make("p", "search-count", sentence), ...more);
      panel.hidden = false;
      status.textContent = sentence;
    };
    const start = () => {
      starting ??= load(form.dataset.index);
      starting.catch(() => (starting = undefined)); // the next question tries again
      return starting;
    };

    async function ask(goThere = false) {
      clearTimeout(timer);
      const query = input.value.trim();
      const words = wordsOf(query);
      if (words.join("").length < 2 && !/\d/.test(words[0])) return close();
      const mine = (asked += 1);
      try {
        const places = await start();
        if (mine === asked) show(query, words, find(places, words));
      } catch {
        if (mine === asked) say("Search is not available.");
      }
      if (goThere && mine === asked) panel.focus();
    }

    function show(query, words, pages) {
      const found = pages.flat().length;
      const list = make("ol", "search-results");
      for (const hits of pages.slice(0, PAGES)) {
        const items = hits.map((hit) => result(hit, words));
        list.append(...items.slice(0, PER_PAGE));
        const rest = items.slice(PER_PAGE);
        if (rest.length) list.append(more(rest));
      }
      const shown = pages.slice(0, PAGES).flat().length;
      const count = found === 1 ? "1 result" : `${found || "No"} results`;
      const hint = found ? "" : " Try fewer words, or the beginning of one.";
      say(`${count} for “${query}”${shown < found ? `, from the best ${PAGES} of ${pages.length} pages` : ""}.${hint}`, ...(found ? [list] : []));
    }

    function result(hit, words) {
      const link = make("a", "", ...marked(hit.title, words));
      link.href = new URL(hit.location, site).href;
      const item = make("li", "", link);
      if (!hit.whole) item.append(make("span", "search-page", ...marked(hit.page.title, words)));
      if (hit.text) item.append(make("p", "", ...marked(hit.text, words, EXCERPT)));
      return item;
    }

    function more(rest) {
      const button = make("button", "search-more", `Show ${rest.length} more on this page`);
      button.type = "button";
      const item = make("li", "", button);
      button.addEventListener("click", () => {
        item.replaceWith(...rest);
        rest[0].querySelector("a").focus();
      });
      return item;
    }

    form.hidden = false;
    input.addEventListener("focus", () => {
      start().catch(() => {}); // said when they ask
      if (input.value && panel.hidden) ask();
    });
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 100);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(true);
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

  all(".site-search").forEach(search);
}
