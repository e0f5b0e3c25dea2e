// Passkeys: loaded only by pages that offer them. Without it, or where a browser has none, those pages work by password.
"use strict";

(() => {
  const api = window.PublicKeyCredential;
  const supported = Boolean(api?.parseRequestOptionsFromJSON && api.parseCreationOptionsFromJSON && navigator.credentials);
  const expires = 4 * 60 * 1000;
  let waiting;

  const formOf = element => element.closest("form");
  const optionsOf = form => JSON.parse(form.dataset.passkey);

  /** Puts what the authenticator answered into the form and sends that. */
  function send(form, credential) {
    form.elements.passkey.value = JSON.stringify(credential.toJSON());
    for (const field of form.querySelectorAll("[data-passkey-copies]"))
      field.value = document.querySelector(`[type=checkbox][name="${field.name}"]`)?.checked ? "on" : "";
    form.requestSubmit(form.querySelector("[data-passkey-submit]"));
  }

  function say(form, text) {
    const place = form.querySelector("[data-passkey-says]");
    place.textContent = text;
    place.hidden = !text;
  }

  const wordsFor = error => ({
    InvalidStateError: "This device already has a passkey for your account.",
    SecurityError: "Passkeys don't work at this address.",
  })[error.name] ?? "No passkey was used. Try again, or choose another way.";

  async function ask(form) {
    // One request at a time: the one that waits in the background ends.
    waiting?.abort();
    say(form, "");
    form.setAttribute("data-busy", "");
    try {
      const options = optionsOf(form);
      const credential = form.dataset.passkeyDoes === "create"
        ? await navigator.credentials.create({ publicKey: api.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: api.parseRequestOptionsFromJSON(options) });
      form.removeAttribute("data-busy");
      send(form, credential);
    } catch (error) {
      form.removeAttribute("data-busy");
      say(form, wordsFor(error));
      offer(form);
    }
  }

  /** Passkeys among what the browser fills into the field for the email address. */
  async function offer(form) {
    if (form.dataset.passkeyDoes !== "fill" || !await api.isConditionalMediationAvailable?.())
      return;
    const mine = waiting = new AbortController();
    const fresh = setTimeout(() => renew(form), expires);
    try {
      const publicKey = api.parseRequestOptionsFromJSON(optionsOf(form));
      send(form, await navigator.credentials.get({ publicKey, mediation: "conditional", signal: mine.signal }));
    } catch {
      // It was ended for another request, or none was chosen.
    } finally {
      clearTimeout(fresh);
    }
  }

  async function renew(form) {
    const response = await fetch(form.dataset.passkeyOptions, { method: "POST" });
    if (!response.ok || !form.isConnected)
      return;
    form.dataset.passkey = await response.text();
    waiting?.abort();
    offer(form);
  }

  /** Tells the password manager which passkeys are of use. */
  function signal(root) {
    const unknown = root.querySelector("[data-passkey-unknown]");
    if (unknown)
      api.signalUnknownCredential?.(JSON.parse(unknown.dataset.passkeyUnknown)).catch(() => {});
    const accepted = root.querySelector("[data-passkeys-accepted]");
    if (accepted)
      api.signalAllAcceptedCredentials?.(JSON.parse(accepted.dataset.passkeysAccepted)).catch(() => {});
  }

  async function wire(root) {
    if (!supported) {
      for (const part of root.querySelectorAll("[data-passkey-part]"))
        part.hidden = true;
      return;
    }
    for (const form of root.querySelectorAll("form[data-passkey-does=fill]:not([data-wired])")) {
      form.dataset.wired = "";
      offer(form);
    }
    signal(root);
    // Whether this device could have one, so that only then one is offered after a sign-in with a password.
    const fields = root.querySelectorAll("[data-passkey-support]");
    if (fields.length > 0 && await api.isUserVerifyingPlatformAuthenticatorAvailable?.()) {
      for (const field of fields)
        field.value = "on";
    }
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-passkey-ask]");
    if (button && supported)
      ask(formOf(button));
  });
  // Pages and dialogs come and go without loading this again.
  new MutationObserver(changes => {
    if (changes.some(change => [...change.addedNodes].some(node => node.nodeType === Node.ELEMENT_NODE)))
      wire(document);
  }).observe(document.documentElement, { childList: true, subtree: true });
  wire(document);
})();
