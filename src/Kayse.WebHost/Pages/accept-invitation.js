// The page that an invitation's link leads to. The token stands after "#", so that only this script reads it.
"use strict";

const roles = { super_admin: "Super Admin", admin: "Admin", user: "User" };
const endings = {
  not_found: "This invitation is not valid. The link may be incomplete, or a newer one has been sent to you.",
  invitation_expired: "This invitation has expired. Ask whoever invited you to send it again.",
  invitation_revoked: "This invitation was withdrawn.",
  invitation_used: "This invitation has already been used.",
};
const fields = ["fullName", "phoneNumber", "password"];
const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
const at = id => document.getElementById(id);
let needsPassword = true;

async function call(path, body) {
  try {
    const response = await fetch(`/api/v1${path}`, body && {
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
  at("invitation").hidden = true;
  at("title").textContent = title;
  at("status").textContent = message;
  document.title = `${title} – Kayse`;
  at("title").focus();
}

function refuse(problem) {
  if (endings[problem.code]) {
    finish("This invitation can't be used", endings[problem.code]);
    return;
  }
  const errors = problem.code === "invalid_credentials" ? { password: ["The password is wrong."] } : problem.errors ?? {};
  const named = fields.filter(name => errors[name] && !at(name).closest(".field").hidden);
  for (const name of named) {
    at(name).setAttribute("aria-invalid", "true");
    at(`${name}-error`).textContent = errors[name].join(" ");
  }
  at("error").textContent = named.length > 0 ? "" : problem.detail ?? "Something went wrong. Try again.";
  at(named[0] ?? "accept-button").focus();
}

function clearErrors() {
  at("error").textContent = "";
  for (const name of fields) {
    at(name).removeAttribute("aria-invalid");
    at(`${name}-error`).textContent = "";
  }
}

function busy(is) {
  at("accept-button").disabled = is;
  at("decline-button").disabled = is;
}

async function accept() {
  clearErrors();
  if (needsPassword && at("password").value === "") {
    refuse({ errors: { password: ["Enter a password."] } });
    return;
  }
  const request = { token };
  for (const name of fields) {
    const value = at(name).value;
    if (!at(name).closest(".field").hidden && value !== "") request[name] = value;
  }
  busy(true);
  const answer = await call("/invitations/accept", request);
  busy(false);
  if (!answer.ok) {
    refuse(answer.body);
    return;
  }
  history.replaceState(null, "", location.pathname);
  finish("Welcome", `You are now a member of ${at("company").textContent}, and signed in.`);
}

async function decline() {
  clearErrors();
  busy(true);
  const answer = await call("/invitations/decline", { token });
  busy(false);
  if (!answer.ok) {
    refuse(answer.body);
    return;
  }
  history.replaceState(null, "", location.pathname);
  finish("Invitation declined", `You have declined the invitation to ${at("company").textContent}.`);
}

// Somebody who has an account gives its password, or nothing when this browser is signed in to it.
async function askForAccount(email) {
  const session = await call("/session");
  needsPassword = !(session.ok && session.body.user.email === email);
  for (const element of document.querySelectorAll("[data-for=new]")) element.hidden = true;
  at("password-field").hidden = !needsPassword;
  at("password-label").textContent = "Password";
  at("password").autocomplete = "current-password";
  at("account-note").hidden = false;
  at("account-note").textContent = needsPassword
    ? "You have a Kayse account already. Enter its password to join with it."
    : "You are signed in to your Kayse account, and will join with it.";
}

async function start() {
  const found = await call("/invitations/lookup", { token });
  if (!found.ok) {
    const message = endings[found.body.code] ?? found.body.detail ?? "Something went wrong. Try again.";
    finish("This invitation can't be used", message);
    return;
  }
  const invitation = found.body;
  at("company").textContent = invitation.companyName;
  at("role").textContent = roles[invitation.role] ?? invitation.role;
  at("expires").dateTime = invitation.expiresAt;
  at("expires").textContent = new Date(invitation.expiresAt).toLocaleString(undefined, { dateStyle: "long", timeStyle: "short" });
  at("email").value = invitation.email;
  at("fullName").value = invitation.fullName;
  if (invitation.accountExists) await askForAccount(invitation.email);
  at("title").textContent = `Join ${invitation.companyName}`;
  document.title = `Join ${invitation.companyName} – Kayse`;
  at("status").textContent = "";
  at("invitation").hidden = false;
}

at("accept").addEventListener("submit", event => {
  event.preventDefault();
  accept();
});
at("decline-button").addEventListener("click", decline);
at("show").addEventListener("change", () => { at("password").type = at("show").checked ? "text" : "password"; });
start();
