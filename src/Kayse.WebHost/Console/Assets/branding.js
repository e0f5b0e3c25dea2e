// Shows a logo or a color in the preview, and on the page, before it is saved.
"use strict";

(() => {
  const linear = channel => channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

  /** The contrast of white on a color (WCAG 2.2). */
  const contrastOf = color => {
    const [red, green, blue] = [1, 3, 5].map(at => linear(parseInt(color.slice(at, at + 2), 16) / 255));
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  };

  function showColor(field) {
    const color = (field.value.trim().startsWith("#") ? "" : "#") + field.value.trim().toLowerCase();
    const note = document.querySelector("[data-contrast]");
    if (color !== "#" && !/^#[0-9a-f]{6}$/.test(color))
      return;
    let styles = document.querySelector("link[data-accent]");
    if (color === "#") {
      styles?.remove();
      note.textContent = "";
      return;
    }
    const contrast = Math.floor(contrastOf(color) * 10) / 10;
    note.textContent = `White text on it has a contrast of ${contrast.toFixed(1)}:1. `
      + (contrast < 4.5 ? "It needs at least 4.5:1: choose a darker color." : "That’s enough.");
    if (!styles) {
      styles = document.createElement("link");
      styles.rel = "stylesheet";
      styles.dataset.accent = "";
      document.head.append(styles);
    }
    styles.href = `/accents/${color.slice(1)}.css`;
  }

  function showLogo(field) {
    const file = field.files[0];
    if (!file)
      return;
    const url = URL.createObjectURL(file);
    for (const image of document.querySelectorAll("img[data-preview]")) {
      const theme = image.dataset.preview;
      const isOther = theme !== "icon" && field.name !== "icon" && (!image.hasAttribute("src") || image.classList.contains("on-plate"));
      if (theme !== field.name && !isOther)
        continue;
      image.classList.toggle("on-plate", theme !== field.name);
      image.src = url;
      image.hidden = false;
      if (theme !== "icon")
        image.parentElement.querySelector("[data-preview-none]").hidden = true;
    }
  }

  let waiting;
  document.addEventListener("input", event => {
    if (!event.target.matches("[data-accent-color]"))
      return;
    clearTimeout(waiting);
    waiting = setTimeout(showColor, 150, event.target);
  });
  document.addEventListener("change", event => {
    if (event.target.matches("input[type=file]:is([name=light], [name=dark], [name=icon])"))
      showLogo(event.target);
  });
})();
