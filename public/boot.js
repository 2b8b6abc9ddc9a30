// Runs before anything is painted: applies the chosen colour scheme, and says so in the page when the
// program cannot start. The program itself is loaded by start.js.
(() => {
  "use strict";
  const root = document.documentElement;

  // Storage may be denied, or hold anything at all.
  try {
    const scheme = localStorage.getItem("vitrine.scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch {}

  // The page of a diagram needs the part of the program that draws it, and the file that its address names: both come
  // beside the program instead of after it. Only a built site has parts.
  const absolute = (address) => new URL(address, document.baseURI);
  if (location.pathname.startsWith(absolute("architecture").pathname)) {
    const parts = [...document.querySelectorAll("meta[name=part]")].map(({ content }) => content);
    const file = new URLSearchParams(location.search).get("diagram-url");
    for (const address of file ? [...parts, file] : parts) {
      if (!URL.canParse?.(address, document.baseURI) || absolute(address).origin !== location.origin) continue;
      // The same mode and credentials as the program's own requests, so that each file is fetched once.
      document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: absolute(address).href }));
    }
  }

  // How long a start may take before the reader is told that something is slow, in ms.
  const PATIENCE = 15_000;

  const isLoading = () => root.dataset.state === "loading";

  const tell = (role, text) => {
    const app = document.getElementById("app");
    if (!app) return;
    const notice = document.createElement("div");
    notice.className = "notice";
    notice.setAttribute("role", role);
    const message = document.createElement("p");
    message.textContent = text;
    const retry = document.createElement("button");
    retry.type = "button";
    retry.textContent = "Reload the page";
    retry.addEventListener("click", () => location.reload());
    notice.append(message, retry);
    app.replaceChildren(notice);
  };

  const fail = (text) => {
    if (!isLoading()) return;
    root.dataset.state = "error";
    tell("alert", text);
  };

  // start.js reports what it could not do.
  addEventListener("vitrine:failed", (event) => fail(event.detail));

  // A script that cannot be fetched, or whose integrity does not match, fires an error that does not bubble.
  addEventListener(
    "error",
    (event) => {
      if (event.target instanceof HTMLScriptElement) {
        fail("A part of this page could not be loaded, so the portfolio cannot be shown.");
      }
    },
    true,
  );

  addEventListener("DOMContentLoaded", () => {
    if (typeof WebAssembly !== "object") {
      fail("This portfolio is drawn by WebAssembly, which this browser does not offer or has switched off.");
    }
    setTimeout(() => {
      // A program that has started speaks for itself, and the page is its own.
      if (isLoading() && document.querySelector("#app > .loading")) tell("status", "The portfolio is taking unusually long to load.");
    }, PATIENCE);
  });
})();
