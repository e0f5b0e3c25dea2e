// The page that a reset link leads to. The token stands after "#", so that only this script reads it. Without one, the page asks for a link.
"use strict";

const endings = {
  not_found: "This link is not valid any more. It may have been used, or a newer one may have been sent to you. You can ask for another.",
  password_reset_expired: "This link has expired. You can ask for another.",
};
const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
const at = id => document.getElementById(id);

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

function say(title, message) {
  at("title").textContent = title;
  at("status").textContent = message;
  document.title = `${title} – Kayse`;
}

function finish(title, message) {
  at("reset").hidden = true;
  at("ask").hidden = true;
  history.replaceState(null, "", location.pathname);
  say(title, message);
  at("title").focus();
}

function show(field, messages) {
  at(field).setAttribute("aria-invalid", messages.length > 0 ? "true" : "false");
  at(`${field}-error`).replaceChildren(...messages.map(message => {
    const item = document.createElement("li");
    item.textContent = message;
    return item;
  }));
}

// Sends a form's one field; answers whether that was accepted.
async function send(form, field, missing, path, body) {
  const button = form.querySelector("button");
  const failure = at(`${form.id}-failure`);
  failure.textContent = "";
  show(field, []);
  if (at(field).value === "") {
    show(field, [missing]);
    at(field).focus();
    return null;
  }
  button.disabled = true;
  const answer = await call(path, { ...body, [field]: at(field).value });
  button.disabled = false;
  if (!answer.ok && !endings[answer.body.code]) {
    const messages = answer.body.errors?.[field] ?? [];
    show(field, messages);
    failure.textContent = messages.length > 0 ? "" : answer.body.detail ?? "Something went wrong. Try again.";
    at(field).focus();
    return null;
  }
  return answer;
}

async function reset() {
  const answer = await send(at("reset"), "newPassword", "Enter a password.", "/auth/reset-password", { token });
  if (answer?.ok) {
    finish("Password changed", "Your password was changed, and you were signed out everywhere. Sign in with the new one.");
  } else if (answer) {
    finish("This link can't be used", endings[answer.body.code]);
    at("ask").hidden = false;
  }
}

async function ask() {
  const answer = await send(at("ask"), "email", "Enter your email address.", "/auth/forgot-password", {});
  if (answer?.ok) {
    finish("Look into your mail", "If there is an account with this address, a link to choose a new password is on its way. It works for 60 minutes.");
  }
}

at("reset").addEventListener("submit", event => {
  event.preventDefault();
  reset();
});
at("ask").addEventListener("submit", event => {
  event.preventDefault();
  ask();
});
at("show").addEventListener("change", () => { at("newPassword").type = at("show").checked ? "text" : "password"; });

if (token) {
  at("reset").hidden = false;
} else {
  say("Forgotten your password?", "Enter the email address of your account, and we will send you a link to choose a new one.");
  at("ask").hidden = false;
}
