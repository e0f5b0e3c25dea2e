// The page that the link in a security notice leads to. The token stands after "#", so that only this script reads it; opening the page sends nothing.
"use strict";

const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
const at = id => document.getElementById(id);

function finish(title, message) {
  at("confirm").hidden = true;
  history.replaceState(null, "", location.pathname);
  at("title").textContent = title;
  at("status").textContent = message;
  document.title = `${title} – Kayse`;
  at("title").focus();
}

function refuse() {
  finish("This link can't be used", "It may be older than 7 days. If you fear for your account, choose a new password: that signs you out everywhere.");
  at("other").hidden = false;
}

async function confirm() {
  const button = at("confirm").querySelector("button");
  at("failure").textContent = "";
  button.disabled = true;
  try {
    const response = await fetch("/api/v1/auth/not-me", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token }),
    });
    if (response.ok) {
      finish("Everybody is locked out", "Your account is signed out everywhere, and its password opens nothing any more. Look into your mail: there is a link to choose a new one, which works for 60 minutes.");
    } else if (response.status === 404) {
      refuse();
    } else {
      at("failure").textContent = (await response.json()).detail ?? "Something went wrong. Try again.";
    }
  } catch {
    at("failure").textContent = "The server could not be reached. Check your connection and try again.";
  }
  button.disabled = false;
}

at("confirm").addEventListener("submit", event => {
  event.preventDefault();
  confirm();
});

if (token) {
  at("confirm").hidden = false;
} else {
  refuse();
}
