// What the console does beyond plain pages and forms. Everything works without it, except where a page says otherwise.
"use strict";

document.documentElement.classList.add("js");

// Shown parts of a page come from its own address, so a dialog or a filtered list is the same page as without script.
const parse = html => new DOMParser().parseFromString(html, "text/html");
const frameOf = page => page.querySelector("[data-frame]")?.dataset.frame;
const announce = text => {
  const announcer = document.getElementById("announcer");
  if (announcer && text) {
    announcer.textContent = "";
    setTimeout(() => { announcer.textContent = text; }, 50);
  }
};

/** Shows another page in place of this one, keeping the frame where it is the same. */
function show(page, url, { push = true } = {}) {
  if (frameOf(page) !== frameOf(document)) {
    location.assign(url);
    return;
  }
  for (const part of ["content", ...(push ? ["topbar", "sidebar"] : [])]) {
    const find = root => part === "content" ? root.getElementById(part) : root.querySelector("." + part);
    const [old, fresh] = [find(document), find(page)];
    if (old && fresh)
      old.replaceWith(document.adoptNode(fresh));
  }
  document.title = page.title;
  if (push && url !== location.href)
    history.pushState({ kayse: true }, "", url);
  arrive(document);
}

/** Where to go on: the first field with something wrong, else what says so. */
function placeToGoOn(root) {
  const field = root.querySelector(".field .error")?.closest(".field");
  return field?.querySelector("[aria-invalid=true]") ?? field?.querySelector("input:not([type=hidden]), select, textarea")
    ?? root.querySelector("[data-focus]");
}

/** What was just done, or what was wrong: said, and in view. */
function arrive(root) {
  const focus = placeToGoOn(root);
  if (focus)
    focus.focus();
  else
    announce(root.querySelector("[role=status]:not(#announcer)")?.textContent.trim());
  wire(root);
}

/** What a page shown in place of this one, or in a dialog, needs beyond this script. */
function adoptScripts(page) {
  for (const { attributes } of page.querySelectorAll("head script[src]")) {
    const src = attributes.src.value;
    if (document.querySelector(`script[src="${src}"]`))
      continue;
    const script = document.createElement("script");
    script.src = src;
    document.head.append(script);
  }
}

async function load(url, options) {
  const response = await fetch(url, { credentials: "same-origin", headers: { Accept: "text/html" }, ...options });
  if (!response.headers.get("Content-Type")?.startsWith("text/html"))
    throw new Error("Not a page: " + response.headers.get("Content-Type"));
  const page = parse(await response.text());
  adoptScripts(page);
  return { response, page };
}

// By attribute: a field may be called action too.
const addressOf = (form, otherwise = location.href) => form.getAttribute("action") || otherwise;

async function submit(form, submitter) {
  const dialog = form.closest("dialog");
  const data = new FormData(form, submitter);
  const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
  form.setAttribute("data-busy", "");
  try {
    const { response, page } = await load(addressOf(form, dialog?.dataset.url), { method: "POST", body });
    const content = page.querySelector("[data-dialog-content]");
    if (dialog && !response.redirected && content) {
      dialog.querySelector("[data-dialog-content]").replaceWith(document.adoptNode(content));
      arrive(dialog);
      return;
    }
    if (dialog && response.redirected && content && frameOf(page) === frameOf(document)) {
      dialog.dataset.url = response.url;
      dialog.querySelector("[data-dialog-content]").replaceWith(document.adoptNode(content));
      arrive(dialog);
      return;
    }
    dialog?.close();
    show(page, response.redirected ? response.url : location.href);
    if (!placeToGoOn(document))
      window.scrollTo(0, 0);
  } catch {
    // The plain way says what is wrong.
    form.removeAttribute("data-busy");
    form.dataset.wholePage = "";
    form.requestSubmit(submitter);
  } finally {
    form.removeAttribute("data-busy");
  }
}

async function openDialog(link) {
  try {
    const { response, page } = await load(link.href);
    const content = page.querySelector("[data-dialog-content]");
    if (!content)
      throw new Error("No dialog.");
    const dialog = document.createElement("dialog");
    dialog.dataset.url = response.url;
    dialog.setAttribute("aria-labelledby", content.getAttribute("aria-labelledby") ?? "");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "icon-button close";
    close.setAttribute("aria-label", "Close");
    close.innerHTML = "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M18 6 6 18M6 6l12 12\"/></svg>";
    close.addEventListener("click", () => dialog.close());
    dialog.append(document.adoptNode(content), close);
    dialog.addEventListener("close", () => {
      dialog.remove();
      // After it is done the link may be gone, or in a menu that has closed.
      const menu = link.closest("[popover]");
      const from = menu ? document.querySelector(`[popovertarget="${menu.id}"]`) : link;
      (from?.isConnected ? from : document.getElementById("main"))?.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector("[data-focus], input:not([type=hidden]), select, textarea") ?? dialog.querySelector("h1"))?.focus();
    wire(dialog);
  } catch {
    location.assign(link.href);
  }
}

document.addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.wholePage !== undefined || event.defaultPrevented || (form.method !== "post" && !form.matches("[data-live]")))
    return;
  event.preventDefault();
  if (form.hasAttribute("data-busy"))
    return;
  if (form.method === "post")
    submit(form, event.submitter);
  else
    filter(form);
});

document.addEventListener("click", event => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  const link = event.target.closest("a[data-dialog]");
  if (link) {
    event.preventDefault();
    openDialog(link);
    return;
  }
  const back = event.target.closest("dialog a[data-close]");
  if (back) {
    event.preventDefault();
    back.closest("dialog").close();
    return;
  }
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    const text = document.getElementById(copy.dataset.copy).innerText.trim();
    navigator.clipboard.writeText(text).then(() => announce("Copied."), () => announce("Could not copy."));
    return;
  }
  if (event.target.closest("[data-print]"))
    window.print();
});

// Menus close when something else is wanted.
document.addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target))
      menu.open = false;
  }
});
document.addEventListener("keydown", event => {
  const menu = event.key === "Escape" ? event.target.closest?.("details.menu[open]") : null;
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

/** Filters of a list: the list follows while one types. */
let newest = 0;
async function filter(form) {
  const mine = ++newest;
  const url = new URL(addressOf(form, location.pathname), location.href);
  url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== "")).toString();
  try {
    const { response, page } = await load(url);
    if (mine !== newest)
      return;
    const results = page.querySelector("[data-results]");
    if (response.redirected || !results) {
      location.assign(response.url);
      return;
    }
    document.querySelector("[data-results]").replaceWith(document.adoptNode(results));
    history.replaceState({ kayse: true }, "", url);
    announce(results.querySelector("[data-count], .pager p, .empty h2")?.textContent);
  } catch {
    location.assign(url);
  }
}

function wireFilters(root) {
  for (const form of root.querySelectorAll("form[data-live]:not([data-wired])")) {
    form.dataset.wired = "";
    let waiting;
    form.addEventListener("input", event => {
      clearTimeout(waiting);
      waiting = setTimeout(() => filter(form), event.target.matches("input[type=search], input[type=text]") ? 250 : 0);
    });
  }
}

/** A link out of a mail carries its token after #, which no server sees; the form posts it. */
const tokenHere = () => new URLSearchParams(location.hash.slice(1)).get("token");

function wireTokens() {
  const field = document.querySelector("form[data-token] [name=link]");
  const token = tokenHere();
  if (!field || !token)
    return;
  history.replaceState(null, "", location.pathname + location.search);
  field.value = token;
  field.form.requestSubmit();
}

// A link pasted into the address of a page that is open already loads nothing by itself.
window.addEventListener("hashchange", () => {
  if (tokenHere())
    location.reload();
});

function wireFields(root) {
  for (const field of root.querySelectorAll("[data-time-zone]")) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!field.value && zone && (field.tagName !== "SELECT" || [...field.options].some(option => option.value === zone)))
      field.value = zone;
  }
}

/** The rules of passwords, ticked off while one types. The server decides. */
function wirePasswords(root) {
  for (const list of root.querySelectorAll("[data-password-rules]:not([data-wired])")) {
    list.dataset.wired = "";
    const field = document.getElementById(list.dataset.passwordRules);
    const check = () => {
      const text = field.value.normalize("NFC");
      const length = [...text].length;
      const mixed = /\p{L}/u.test(text) && /\p{N}/u.test(text) && /[^\p{L}\p{N}]/u.test(text);
      const met = { length: length >= 8, mix: mixed || length >= 15, most: length > 0 && length <= 128 };
      for (const rule of list.querySelectorAll("[data-rule]"))
        rule.classList.toggle("met", met[rule.dataset.rule] === true);
    };
    field.addEventListener("input", check);
    check();
  }
}

/** Rows that are selected: how many, and all at once. */
document.addEventListener("change", event => {
  const all = event.target.matches("[data-select-all]");
  if (!all && !event.target.matches("[data-select]"))
    return;
  const boxes = [...document.querySelectorAll("[data-select]")];
  if (all) {
    for (const box of boxes)
      box.checked = event.target.checked;
  }
  const count = boxes.filter(box => box.checked).length;
  const every = document.querySelector("[data-select-all]");
  every.checked = count === boxes.length;
  every.indeterminate = count > 0 && count < boxes.length;
  document.querySelector("[data-selected]").textContent = `${count} selected`;
  announce(`${count} selected`);
});

document.addEventListener("change", event => {
  const field = document.getElementById(event.target.dataset.shows ?? "");
  if (field)
    field.type = event.target.checked ? "text" : "password";
});

/** A picture that is dropped or chosen is shown in a circle, moved and zoomed there, and sent as it is seen. */
function wireCrop(root) {
  const area = root.querySelector("[data-crop]:not([data-wired])");
  if (!area)
    return;
  area.dataset.wired = "";
  const [field, crop, zoom] = ["input[type=file]", ".crop", "input[type=range]"].map(part => area.querySelector(part));
  const canvas = crop.querySelector("canvas");
  const size = canvas.width;
  let picture, seen, x, y;
  const keep = () => canvas.toBlob(blob => { seen = blob; }, "image/png");
  const draw = () => {
    const scale = size / Math.min(picture.width, picture.height) * zoom.value;
    const [width, height] = [picture.width * scale, picture.height * scale];
    x = Math.min(0, Math.max(size - width, x));
    y = Math.min(0, Math.max(size - height, y));
    const pen = canvas.getContext("2d");
    pen.clearRect(0, 0, size, size);
    pen.drawImage(picture, x, y, width, height);
  };
  const open = async () => {
    picture = seen = null;
    try {
      picture = await createImageBitmap(field.files[0]);
    } catch {
      // The server says what is wrong with the file.
    }
    crop.hidden = !picture;
    if (!picture)
      return;
    zoom.value = 1;
    const scale = size / Math.min(picture.width, picture.height);
    [x, y] = [(size - picture.width * scale) / 2, (size - picture.height * scale) / 2];
    draw();
    keep();
  };
  const move = (right, down) => {
    [x, y] = [x + right, y + down];
    draw();
  };
  field.addEventListener("change", open);
  zoom.addEventListener("input", draw);
  zoom.addEventListener("change", keep);
  canvas.addEventListener("pointerup", keep);
  canvas.addEventListener("pointerdown", event => canvas.setPointerCapture(event.pointerId));
  canvas.addEventListener("pointermove", event => {
    const scale = size / canvas.clientWidth;
    if (event.buttons)
      move(event.movementX * scale, event.movementY * scale);
  });
  canvas.addEventListener("keydown", event => {
    const step = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] }[event.key];
    if (step) {
      event.preventDefault();
      move(...step);
      keep();
    }
  });
  for (const type of ["dragenter", "dragover", "dragleave", "drop"])
    area.addEventListener(type, event => {
      event.preventDefault();
      area.classList.toggle("over", type === "dragenter" || type === "dragover");
      if (type === "drop" && event.dataTransfer.files.length > 0) {
        field.files = event.dataTransfer.files;
        open();
      }
    });
  // What is seen is sent in place of the file.
  field.form.addEventListener("formdata", event => {
    if (seen)
      event.formData.set(field.name, new File([seen], "photo.png", { type: "image/png" }));
  });
}

/** A part of a page that shows work in progress follows it. */
function wireProgress() {
  const part = document.querySelector("[data-progress]:not([data-wired])");
  if (!part)
    return;
  part.dataset.wired = "";
  setTimeout(async () => {
    if (!part.isConnected)
      return;
    const { page } = await load(location.href);
    const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
    if (fresh && part.isConnected) {
      part.replaceWith(document.adoptNode(fresh));
      announce(fresh.matches("[data-progress]") ? "" : fresh.querySelector(".badge")?.textContent);
      wireProgress();
    }
  }, 1000);
}

function wire(root) {
  wireProgress();
  wireCrop(root);
  wireFilters(root);
  wireFields(root);
  wirePasswords(root);
}

window.addEventListener("popstate", event => {
  if (event.state?.kayse)
    location.reload();
});

document.addEventListener("DOMContentLoaded", () => {
  wireTokens();
  wire(document);
  placeToGoOn(document)?.focus();
});
