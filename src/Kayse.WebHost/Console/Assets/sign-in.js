// Shows the look of the company that has verified the domain of the address that was typed.
"use strict";

(() => {
  let shown = new URLSearchParams(location.search).get("domain") ?? "";

  async function showLook(domain) {
    shown = domain;
    const response = await fetch("/sign-in?domain=" + encodeURIComponent(domain), { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const [brand, fresh] = [document, page].map(root => root.querySelector(".card .brand"));
    if (shown !== domain || !response.ok || !fresh)
      return;
    brand.replaceWith(document.adoptNode(fresh));
    document.querySelector("link[data-accent]")?.remove();
    const styles = page.querySelector("link[data-accent]");
    if (styles)
      document.head.append(document.adoptNode(styles));
  }

  document.addEventListener("change", event => {
    if (!event.target.matches("input[name=email]"))
      return;
    const domain = event.target.value.trim().split("@")[1]?.toLowerCase() ?? "";
    if (domain.includes(".") && domain !== shown)
      showLook(domain).catch(() => {});
  });
})();
