// Keeps the bell and the list of notifications up to date. The tabs of a browser share one stream: whoever has the lock
// holds it, and tells the others. Nothing here is a request that would keep the session from timing out, unless its
// person asked for it.
"use strict";

{
  const api = "/api/v1/me/notifications";
  // A page that is only passed through needs no stream.
  const startAfter = 1000;
  const pollEvery = 60000;
  const announceEvery = 10000;
  const shownInPanel = 8;

  const feed = () => document.querySelector("[data-bell]")?.dataset.bell;
  const find = name => document.querySelector(`[data-${name}]`);
  const shares = "locks" in navigator && "BroadcastChannel" in window && "EventSource" in window;
  let channel, leave, source, latest, lastAnnounced = 0, waiting = 0;

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    if (text)
      made.textContent = text;
    return made;
  }

  function showUnread({ unread, unreadLabel }) {
    const count = find("bell-count");
    if (!count)
      return;
    count.textContent = unreadLabel;
    count.hidden = unread === 0;
    find("bell-text").textContent = `Notifications: ${unread === 0 ? "none" : unreadLabel} unread`;
  }

  /** One of the panel: all that came from elsewhere is text, never markup. */
  function panelItem(item) {
    const row = element("li", item.readAt ? "" : "unread");
    row.dataset.panelItem = item.id;
    const title = row.appendChild(element("p", "bell-title")).appendChild(element("bdi", "", item.title));
    title.title = item.title;
    const below = row.appendChild(element("div", "bell-below"));
    const time = below.appendChild(element("time", "", new Date(item.createdAt).toLocaleString([], { dateStyle: "medium", timeStyle: "short" })));
    time.dateTime = item.createdAt;
    if (item.readAt) {
      below.append(element("span", "faint", "Read"));
    } else {
      const read = below.appendChild(element("button", "link-button", "Mark as read"));
      read.type = "button";
      read.dataset.read = item.id;
    }
    return row;
  }

  function showItem(item) {
    const list = find("bell-items");
    if (!list || !list.closest("details").open)
      return;
    const old = list.querySelector(`[data-panel-item="${CSS.escape(item.id)}"]`);
    if (item.archivedAt)
      old?.remove();
    else if (old)
      old.replaceWith(panelItem(item));
    else if (!item.readAt)
      list.prepend(panelItem(item));
    while (list.children.length > shownInPanel)
      list.lastElementChild.remove();
    find("bell-empty").hidden = list.children.length > 0;
  }

  async function fillPanel() {
    const list = find("bell-items");
    const response = await fetch(`${api}?limit=${shownInPanel}`, { headers: { Accept: "application/json" } });
    if (!response.ok)
      return;
    const page = await response.json();
    list.replaceChildren(...page.items.map(panelItem));
    find("bell-empty").hidden = page.items.length > 0;
    showUnread(page);
  }

  /** On the page of all notifications: what was read elsewhere is shown as read, what is new can be shown. */
  function showInList(item) {
    const list = find("notifications");
    if (!list)
      return;
    const row = list.querySelector(`[data-notification="${CSS.escape(item.id)}"]`);
    if (row && (item.readAt || item.archivedAt)) {
      row.classList.remove("unread");
      row.querySelector("[data-state]").textContent = item.archivedAt ? "Archived" : "Read";
      row.querySelector("button[name=read]")?.remove();
      if (item.archivedAt)
        row.querySelector("button[name=archive]")?.remove();
    } else if (!row && !item.readAt && !item.archivedAt) {
      find("new").hidden = false;
    }
  }

  /** Said politely, and not of each: only in the tab that is looked at, once in a while. */
  function say(item) {
    if (item.readAt || item.archivedAt || item.silent || document.hidden)
      return;
    waiting++;
    const wait = Math.max(0, lastAnnounced + announceEvery - Date.now());
    if (waiting > 1 && wait > 0)
      return;
    setTimeout(() => {
      announce(waiting === 1 ? `New notification: ${item.title}` : `${waiting} new notifications`);
      lastAnnounced = Date.now();
      waiting = 0;
    }, wait);
  }

  function receive({ kind, data, isNew }) {
    if (kind === "notification") {
      showItem(data);
      showInList(data);
      if (isNew)
        say(data);
      return;
    }
    showUnread(data);
    if (kind === "resync") {
      const news = find("new");
      if (news)
        news.hidden = false;
    }
  }

  function tell(message) {
    if (message.kind !== "notification")
      latest = { kind: "unread", data: message.data };
    receive(message);
    channel?.postMessage(message);
  }

  function follow(stop) {
    let newest = 0;
    source = new EventSource(`${api}/stream`);
    for (const kind of ["notification", "unread", "resync"])
      source.addEventListener(kind, event => {
        const data = JSON.parse(event.data);
        const isNew = kind === "notification" && Date.parse(data.createdAt) > newest;
        if (isNew)
          newest = Date.parse(data.createdAt);
        tell({ kind, data, isNew });
      });
    source.addEventListener("end", () => stop(false));
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED)
        stop(true);
    });
  }

  function close() {
    source?.close();
    source = undefined;
  }

  async function poll() {
    if (document.hidden)
      return true;
    const response = await fetch(`${api}/unread-count`, { headers: { Accept: "application/json" } }).catch(() => undefined);
    if (response?.ok)
      tell({ kind: "unread", data: await response.json() });
    return response?.status !== 401 && response?.status !== 403;
  }

  function startPolling() {
    const timer = setInterval(async () => {
      if (!await poll())
        clearInterval(timer);
    }, pollEvery);
  }

  /** Listens to the tab that has the stream, and asks it how things stand. */
  function listen(name) {
    channel = new BroadcastChannel(name);
    channel.addEventListener("message", event => {
      if (event.data.kind !== "hello")
        receive(event.data);
      else if (source && latest)
        channel.postMessage(latest);
    });
    channel.postMessage({ kind: "hello" });
  }

  /** Waits for its turn to have the stream, as long as the page is there. */
  function queue(name) {
    const giveUp = new AbortController();
    let release;
    navigator.locks.request(name, { signal: giveUp.signal }, () => new Promise(resolve => {
      release = resolve;
      follow(goesOn => {
        close();
        resolve();
        if (goesOn)
          startPolling();
      });
    })).catch(() => {
      // The page was left before it was its turn.
    });
    leave = () => {
      giveUp.abort();
      close();
      release?.();
    };
  }

  function start() {
    const key = feed();
    if (!key)
      return;
    const name = `kayse-notifications.${key}`;
    if (shares)
      listen(name);
    const timer = setTimeout(() => shares ? queue(name) : startPolling(), startAfter);
    leave = () => clearTimeout(timer);
  }

  // A page that the browser keeps to go back to lets others have the stream meanwhile.
  window.addEventListener("pageshow", start);
  window.addEventListener("pagehide", () => {
    leave?.();
    channel?.close();
    leave = channel = latest = undefined;
  });

  document.addEventListener("toggle", event => {
    if (event.target.matches?.("[data-bell]") && event.target.open)
      fillPanel();
  }, true);

  document.addEventListener("click", async event => {
    const button = event.target.closest?.("[data-read]");
    if (!button)
      return;
    button.disabled = true;
    const response = await fetch(`${api}/${encodeURIComponent(button.dataset.read)}/read`, { method: "POST" });
    if (response.ok) {
      const item = await response.json();
      showItem(item);
      showInList(item);
      announce("Marked as read.");
      find("bell").querySelector("summary").focus();
    } else {
      button.disabled = false;
    }
  });
}
