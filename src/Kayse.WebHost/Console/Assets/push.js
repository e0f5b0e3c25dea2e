// Turns push notifications on and off in this browser, on the page of devices.
"use strict";

{
  const api = "/api/v1/me/push-devices";
  const isSupported = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  const section = () => document.querySelector("[data-push]");
  const words = {
    unsupported: "This browser can’t show push notifications. On an iPhone or iPad, add Kayse to the home screen first.",
    denied: "Notifications are blocked for this site. Allow them in your browser’s settings for this site, then reload this page.",
    off: "Push notifications are off in this browser.",
    on: "Push notifications are on in this browser.",
    failed: "That didn’t work. Try again in a moment.",
  };

  const toText = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const toBytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), character => character.charCodeAt(0));
  const worker = () => navigator.serviceWorker.getRegistration("/");

  async function fingerprintOf(subscription) {
    return toText(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(subscription.endpoint)));
  }

  /** The subscription of this browser, and the row of the list that is its. */
  async function current() {
    const subscription = await (await worker())?.pushManager.getSubscription() ?? null;
    const row = subscription && document.querySelector(`[data-device="${CSS.escape(await fingerprintOf(subscription))}"]`);
    return { subscription, row };
  }

  function say(state) {
    const place = section();
    place.querySelector("[data-push-state]").textContent = words[state];
    place.querySelector("[data-push-on]").hidden = state !== "off" && state !== "failed";
    place.querySelector("[data-push-off]").hidden = state !== "on";
  }

  async function subscribe() {
    const key = section().dataset.push;
    const registration = await navigator.serviceWorker.register("/service-worker.js", { scope: "/" });
    await navigator.serviceWorker.ready;
    // One that isn't in the list was somebody else's here, or has an older key.
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: toBytes(key) });
    const response = await fetch(api, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...subscription.toJSON(), publicKey: key }),
    });
    if (response.ok)
      return;
    await subscription.unsubscribe();
    const problem = await response.json();
    throw new Error(problem.detail);
  }

  async function refresh() {
    if (!section())
      return;
    if (!isSupported) {
      say("unsupported");
    } else if (Notification.permission === "denied") {
      say("denied");
    } else {
      const { row } = await current();
      const badge = row?.querySelector("[data-this-browser]");
      if (badge)
        badge.hidden = false;
      say(row ? "on" : "off");
      if (row && "renew" in row.dataset && Notification.permission === "granted") {
        await subscribe();
        location.reload();
      }
    }
  }

  async function turnOn() {
    if (await Notification.requestPermission() !== "granted") {
      await refresh();
      return;
    }
    await subscribe();
    location.reload();
  }

  async function turnOff() {
    const { subscription, row } = await current();
    await subscription?.unsubscribe();
    if (row)
      await fetch(`${api}/${row.dataset.id}`, { method: "DELETE", credentials: "same-origin" });
    location.reload();
  }

  document.addEventListener("click", async event => {
    const act = event.target.closest("[data-push-on]") ? turnOn : event.target.closest("[data-push-off]") ? turnOff : null;
    if (!act)
      return;
    try {
      await act();
    } catch (error) {
      console.error(error);
      say("failed");
    }
  });
  new MutationObserver(() => section()?.hasAttribute("data-seen") || start()).observe(document.getElementById("main"), { childList: true });

  function start() {
    section()?.setAttribute("data-seen", "");
    refresh().catch(error => { console.error(error); say("failed"); });
  }

  start();
}
