// Keyboard shortcuts, for who has turned them on. Never while somebody types, and never a key that the browser uses.
"use strict";

{
  const places = { h: "/home", s: "/settings/staff", i: "/settings/staff/invitations", n: "/notifications", p: "/profile", a: "/settings/audit-log" };
  const areas = { i: "/settings/staff", n: "/profile/notifications" };
  let afterG = 0;

  const isTyping = target => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;

  /** Only where the person may go: the navigation has no other places. */
  const go = key => {
    const area = areas[key] ?? places[key];
    if (area && document.querySelector(`.sidebar a[href="${area}"]`))
      location.assign(places[key]);
  };

  const acts = {
    "?": () => document.getElementById("shortcut-sheet")?.showModal(),
    "/": () => {
      const field = document.querySelector("main input[type=search]");
      if (field)
        field.focus();
      else
        go("s");
    },
    n: () => document.querySelector("main .page-header .actions a.primary")?.click(),
  };

  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat
      || isTyping(event.target) || document.querySelector("dialog[open]"))
      return;
    const isSecond = Date.now() - afterG < 1500;
    afterG = 0;
    if (isSecond && places[event.key]) {
      event.preventDefault();
      go(event.key);
    } else if (event.key === "g") {
      afterG = Date.now();
    } else if (acts[event.key]) {
      event.preventDefault();
      acts[event.key]();
    }
  });
}
