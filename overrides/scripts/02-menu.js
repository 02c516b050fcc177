{
  /* ---- menu: the links fold away only where they would fill the first screen ---- */

  function menu(button) {
    const links = document.getElementById(button.getAttribute("aria-controls"));
    const narrow = matchMedia("(max-width: 47.99em)"); // the same width as in styles/
    const set = (open) => {
      button.hidden = !narrow.matches;
      links.classList.toggle("folds", narrow.matches);
      button.setAttribute("aria-expanded", String(open));
      links.hidden = narrow.matches && !open;
    };
    const isOpen = () => button.getAttribute("aria-expanded") === "true";
    button.addEventListener("click", () => set(!isOpen()));
    button.closest("header").addEventListener("keydown", (event) => {
      // Escape inside the search box belongs to the search
      if (event.key !== "Escape" || !isOpen() || event.target.closest("form")) return;
      set(false);
      button.focus();
    });
    narrow.addEventListener("change", () => set(false));
    set(false);
  }

  all(".menu-button").forEach(menu);
}
