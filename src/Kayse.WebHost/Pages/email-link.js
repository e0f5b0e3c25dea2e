// The pages that links about a change of the email address lead to. The token stands after "#", so that only this script reads it; nothing happens before the button is pressed,
// since mail scanners open links.
"use strict";

const endings = {
  not_found: "This link is not valid any more. It may have been used, or a newer one may have been sent.",
  email_link_expired: "This link has expired.",
  email_in_use: "This address has a Kayse account of its own, so it can't be used for another one.",
};
const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
const at = id => document.getElementById(id);
const form = at("link");

async function call(path, body) {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { ok: response.ok, body: text ? JSON.parse(text) : {} };
  } catch {
    return { ok: false, body: { detail: "The server could not be reached. Check your connection and try again." } };
  }
}

function finish(title, message) {
  form.hidden = true;
  history.replaceState(null, "", location.pathname);
  at("title").textContent = title;
  at("status").textContent = message;
  document.title = `${title} – Kayse`;
  at("title").focus();
}

async function use() {
  const button = form.querySelector("button");
  at("failure").textContent = "";
  button.disabled = true;
  const answer = await call(form.dataset.path, { token });
  button.disabled = false;
  if (answer.ok) {
    finish(form.dataset.done, form.dataset.message);
  } else if (endings[answer.body.code]) {
    finish("This link can't be used", endings[answer.body.code]);
  } else {
    at("failure").textContent = answer.body.detail ?? "Something went wrong. Try again.";
  }
}

form.addEventListener("submit", event => {
  event.preventDefault();
  use();
});

if (token) {
  form.hidden = false;
} else {
  finish("This link can't be used", "It is not complete. Open it once more from the mail, or copy all of it.");
}
