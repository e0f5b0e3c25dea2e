// Shows what is new in a dialog. Closing it, also by Esc, ignores it for this session; the link to the page marks it as read.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const dialog = document.querySelector("dialog[data-release]");
  if (!dialog || document.querySelector("dialog[open]"))
    return;
  const form = dialog.querySelector("form");
  form.addEventListener("submit", event => {
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("close", () => {
    const body = new URLSearchParams(new FormData(form));
    fetch(form.getAttribute("action"), { method: "POST", body, redirect: "manual", keepalive: true });
    dialog.remove();
  });
  dialog.showModal();
  dialog.querySelector("h1").focus();
});
