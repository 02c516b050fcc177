{
  /* ---- explore: the figures of a chart once more, to point at; drawn when somebody asks ---- */

  const CONFIG = { responsive: true, displaylogo: false, displayModeBar: false, showSendToCloud: false };
  const FAILED = "The chart could not be loaded. The table has the same figures.";
  /* plotly.js would write styles into the page, which a strict server forbids. An element of this
     name and class tells it that the style sheet has them: styles/13-charts.css. The second is the
     name under which it looks for the styles of maps, which no chart of ours is. */
  const STYLED = [
    ["plotly.js-style-global", "no-inline-styles"],
    ["9f215cf04c5486422605d13261cb87401f4e7763b6296af81e98efbc0130da53", ""],
  ];
  const open = new Set();
  let loading;

  function load() {
    loading ??= new Promise((resolve, reject) => {
      for (const [id, className] of STYLED) {
        const mark = make("template", className);
        mark.id = id;
        document.head.append(mark);
      }
      const script = make("script");
      script.src = new URL(`${document.documentElement.dataset.base}assets/plotly.min.js`, document.baseURI).href;
      script.onload = () => (window.Plotly ? resolve(window.Plotly) : reject());
      script.onerror = reject;
      document.head.append(script);
    });
    loading.catch(() => (loading = undefined)); // the next press tries again
    return loading;
  }

  // Lines of a label, of whole words; Plotly takes <br> for the end of a line, and nothing else here.
  function wrapped(label, letters) {
    const lines = [""];
    for (const word of label.split(" ")) {
      const last = lines.at(-1);
      if (last && last.length + word.length >= letters) lines.push(word);
      else lines[lines.length - 1] = last ? `${last} ${word}` : word;
    }
    return lines;
  }

  // Black or white, whichever can be read on a colour; either has at least 4.5:1 (WCAG 1.4.3).
  function inkOn(colour) {
    const [red, green, blue] = colour.match(/\w\w/g).map((part) => {
      const light = parseInt(part, 16) / 255;
      return light <= 0.04045 ? light / 12.92 : ((light + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
  }

  /* The look of the page at this moment: its colours, its letters, and the room there is. */
  function dressed({ data, layout }, box) {
    const look = getComputedStyle(box);
    const css = (name) => look.getPropertyValue(name).trim();
    const ink = css("--card-ink"), grid = css("--card-line"), ground = css("--card");
    const traces = data.map((trace) => {
      const { tone, series } = trace.meta;
      const color = css(tone ? `--${tone}-line` : series ? `--series-${series}` : "--card-ink");
      const bar = trace.type === "bar";
      return {
        ...trace,
        marker: {
          ...trace.marker, color, size: 10,
          line: { color: ground, width: bar ? 1 : 0 },
          ...(trace.marker?.pattern && { pattern: { ...trace.marker.pattern, fgcolor: color, bgcolor: ground } }),
        },
        ...(!bar ? { hoverinfo: "x+y+name" } : {
          hoverinfo: "x+name", texttemplate: "%{x}", textangle: 0, cliponaxis: false,
          textposition: tone ? "inside" : "outside", insidetextanchor: "middle", insidetextfont: { color: inkOn(color) },
        }),
        ...(trace.line && { line: { ...trace.line, color, width: 2.5 } }),
      };
    });
    const axis = { gridcolor: grid, linecolor: grid, zerolinecolor: ink, automargin: true, fixedrange: true };
    const axes = {};
    for (const [name, one] of Object.entries(layout)) if (/^[xy]axis/.test(name)) axes[name] = { ...axis, ...one };
    const lying = traces[0]?.orientation === "h";
    const named = layout.showlegend ?? traces.length > 1;
    let rows = layout.grid ? 3.5 * data.length : 10;
    if (!lying) axes.xaxis.zeroline = false;
    if (lying) {
      const labels = layout.yaxis.ticktext.map((label) => wrapped(label, Math.max(14, box.clientWidth / 24)));
      axes.yaxis.ticktext = labels.map((lines) => lines.join("<br>"));
      rows = labels.reduce((sum, lines) => sum + Math.max(lines.length, traces.length > 1 && layout.barmode === "group" ? 2 : 1) + 0.75, 0);
      Object.assign(axes.yaxis, { showgrid: false, zeroline: false });
    }
    return [traces, {
      ...layout, ...axes,
      height: Math.round(rows * 20 + 96 + (named ? (box.clientWidth < 600 ? 24 * traces.length : 44) : 0)),
      margin: { t: 16, r: 24, b: 48, l: 16 },
      bargap: 0.3,
      dragmode: false,
      legend: { orientation: "h", y: 1, yanchor: "bottom", x: 0, traceorder: "normal" },
      showlegend: named,
      font: { family: look.fontFamily, size: 14, color: ink },
      hoverlabel: { font: { family: look.fontFamily, size: 14 } },
      paper_bgcolor: ground, plot_bgcolor: ground,
    }];
  }

  function explore(button) {
    const figure = JSON.parse(button.dataset.figure);
    const box = make("div", "explored");
    const status = make("p", "quiet explore-status");
    box.hidden = true;
    box.setAttribute("aria-hidden", "true"); // the table says the same, to everybody
    status.setAttribute("role", "status");
    button.closest("figure").append(status, box);
    const chart = { box, draw: (Plotly) => Plotly.react(box, ...dressed(figure, box), CONFIG) };
    const show = (shown) => {
      box.hidden = !shown;
      button.setAttribute("aria-expanded", String(shown));
      open[shown ? "add" : "delete"](chart);
    };
    button.addEventListener("click", async () => {
      if (!box.hidden) return show(false);
      try {
        status.textContent = "The chart is loading.";
        const Plotly = await load();
        status.textContent = "";
        show(true);
        await chart.draw(Plotly);
      } catch {
        show(false);
        status.textContent = FAILED;
      }
    });
    button.hidden = false;
  }

  all("button.explore").forEach(explore);
  for (const change of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(change).addEventListener("change", () => {
      for (const chart of open) chart.draw(window.Plotly);
    });
  }
}
