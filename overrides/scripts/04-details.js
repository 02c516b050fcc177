{
  /* ---- details: open in the file, so that they are whole without a script and on paper ---- */

  function reveal() {
    const element = linked();
    for (let box = element?.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    element?.scrollIntoView(); // what folded above it has moved it
  }

  function details() {
    for (const box of all("details[data-close]")) box.open = false;
    addEventListener("hashchange", reveal);
    if (location.hash) reveal();
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = all("details:not([open])");
      for (const box of opened) box.open = true;
    });
    addEventListener("afterprint", () => {
      for (const box of opened) box.open = false;
    });
  }

  details();
}
