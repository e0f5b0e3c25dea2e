// Shows a choice on the page at once. It is kept when it is saved.
"use strict";

document.addEventListener("change", event => {
  const form = event.target.closest("form.appearance");
  if (!form)
    return;
  const data = new FormData(form);
  const root = document.documentElement;
  const set = (name, value, usual) => {
    if (!value || value === usual)
      delete root.dataset[name];
    else
      root.dataset[name] = value;
  };
  set("theme", data.get("theme"), "system");
  set("scale", String(Math.round(data.get("fontScale") * 1000)), "1000");
  set("motion", data.get("reducedMotion"), "system");
  set("contrast", data.get("highContrast"), "system");
});
