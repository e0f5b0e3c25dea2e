// Shows push notifications and opens what they are about. It serves no pages and keeps nothing but the ids of what it
// has shown, so that a message that comes twice is shown once.
"use strict";

const shownIds = 100;

function withIds(mode, work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("kayse-push", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("shown", { keyPath: "number", autoIncrement: true }).createIndex("id", "id", { unique: true });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("shown", mode);
      const request = work(transaction.objectStore("shown"));
      transaction.oncomplete = () => { opening.result.close(); resolve(request?.result); };
      transaction.onabort = () => { opening.result.close(); reject(transaction.error); };
    };
  });
}

const wasShown = async id => await withIds("readonly", ids => ids.index("id").getKey(id)) !== undefined;

const noteShown = id => withIds("readwrite", ids => {
  const adding = ids.add({ id });
  adding.onsuccess = () => ids.delete(IDBKeyRange.upperBound(adding.result - shownIds));
});

async function show(message) {
  if (await wasShown(message.id).catch(() => false))
    return;
  await self.registration.showNotification(message.title, {
    body: message.body,
    tag: message.id,
    dir: "auto",
    data: { notification: message.notification },
  });
  await noteShown(message.id).catch(() => undefined);
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

self.addEventListener("push", event => {
  let message;
  try {
    message = event.data.json();
  } catch {
    return;
  }
  event.waitUntil(show(message));
});

self.addEventListener("notificationclick", event => {
  event.notification.close();
  const { notification } = event.notification.data ?? {};
  const page = new URL("/notifications", self.location.origin);
  if (notification)
    page.hash = `notification-${notification}`;
  event.waitUntil(open(page.href));
});

async function open(url) {
  const tabs = await self.clients.matchAll({ type: "window" });
  for (const tab of tabs) {
    try {
      await (await tab.navigate(url)).focus();
      return;
    } catch {
      // A tab that this isn't in charge of: another may be.
    }
  }
  await self.clients.openWindow(url);
}

self.addEventListener("pushsubscriptionchange", event => event.waitUntil((async () => {
  const options = event.oldSubscription?.options ?? event.newSubscription?.options;
  const subscription = event.newSubscription ?? (options && await self.registration.pushManager.subscribe(options));
  if (subscription)
    await fetch("/api/v1/me/push-devices", {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(subscription),
    });
})()));
