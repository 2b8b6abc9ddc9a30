// Runs once the page has been parsed, before anything is painted: applies the chosen colour scheme, starts the program once
// the page has been painted, and says so quietly when that can't be done.
(() => {
  "use strict";
  const root = document.documentElement;

  // Storage may be denied, or hold anything at all.
  try {
    const scheme = localStorage.getItem("vitrine.scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    else if (scheme === "system") delete root.dataset.scheme;
  } catch {}

  // A page that was rendered beforehand can be read as it is; another is a loading notice and needs the program.
  const readable = root.dataset.state === "static";
  const query = new URLSearchParams(location.search);
  // The address asks for what no page was rendered for, so what stands here is not what was asked for.
  const other = readable && (query.has("portfolio") || query.has("diagram-url"));
  // What stands here can be read while the program is on its way, and when it does not come.
  const standing = readable && !other;
  root.dataset.state = "loading";
  if (other) root.dataset.content = "other";

  const absolute = (address) => new URL(address, document.baseURI);
  const named = (name) => [...document.querySelectorAll(`meta[name=${name}]`)];
  const ask = (rel, address, more) =>
    document.head.append(Object.assign(document.createElement("link"), { rel, href: absolute(address).href, crossOrigin: "anonymous", ...more }));

  // The style sheet is there, so fonts no longer hold it up. Where that came in no time, so do they, and nothing is shown
  // before, so that no line is seen to change its letters or wrap anew.
  const BLINK = 150;
  const [sheet] = performance.getEntriesByName(document.querySelector("link[rel=stylesheet]")?.href);
  const loadFont = async ({ dataset }) => document.fonts.load(`1em "${dataset.family}"`, dataset.letter);
  const fetchFont = ({ content }) =>
    new Promise((resolve) => ask("preload", content, { as: "font", type: "font/woff2", onload: resolve, onerror: resolve }));
  // Asking for the font of a family has all of the page's style computed, asking for its file does not. But who has been here
  // before has the files, and engines other than Chromium may have asked for them by themselves already.
  const isFirst = "scheduling" in navigator && sheet?.transferSize > 0;
  const askForFonts = () => Promise.allSettled(named("font").map(isFirst ? fetchFont : loadFont));
  // Else the visit stays in the local fonts in which the page came (`data-fonts` is "late"): no line wraps anew, and every way
  // back leads to the same place. An engine that shows a page before this runs may tell of it too late, and blink.
  const isSeen = performance.getEntriesByType("paint").length > 0;
  if (!standing) delete root.dataset.fonts;
  if (sheet?.duration < BLINK && !isSeen) {
    root.dataset.fonts = "awaited";
    const late = new Promise((resolve) => setTimeout(resolve, BLINK, standing));
    Promise.race([askForFonts().then(() => false), late]).then((late) => {
      if (!late) return void delete root.dataset.fonts;
      root.dataset.fonts = "late";
      bringLateFonts();
    });
  } else if (!standing) askForFonts();
  // For the next visit. Nothing that this one needs waits for them.
  const bringLateFonts = () => {
    if (root.dataset.state === "ready" && root.dataset.fonts === "late") Promise.allSettled(named("font").map(loadFont));
  };

  // What is out of sight is laid out when somebody moves. A place further down needs all of it to be found again.
  const [{ type } = {}] = performance.getEntriesByType("navigation");
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  const layOutAll = () => delete root.dataset.layout;
  const layOutNear = () => root.dataset.layout && (root.dataset.layout = "near");
  if (!standing || location.hash || (type && type !== "navigate")) layOutAll();
  else root.dataset.layout = "first";
  const layOut = () => {
    const next = root.dataset.layout && document.querySelector(":is(.section, .architecture):not([data-laid-out])");
    if (!next) return void layOutAll();
    next.dataset.laidOut = "";
    // One by one, so that no frame waits for all of them.
    whenIdle(layOut);
  };
  // What is near the first view follows it: one section has to be known before others are near or not.
  const followFirstView = () => {
    const [section] = document.getElementsByClassName("section");
    if (!root.dataset.layout || !section) return layOutNear();
    section.dataset.laidOut = "";
    whenIdle(layOutNear);
  };
  const moved = new AbortController();
  const onMove = () => {
    moved.abort();
    layOutNear();
    layOut();
  };
  // A scroll of the page reaches the window; one of something in it does not.
  for (const move of ["scroll", "wheel", "touchstart", "pointerover"]) addEventListener(move, onMove, { signal: moved.signal, passive: true });
  // These lead to places that have to be known at once.
  for (const leap of ["click", "keydown", "focusin", "popstate"]) addEventListener(leap, layOutAll, { capture: true, once: true });

  // How long the program may take before controls that need it give way, in ms.
  const PATIENCE = 8_000;
  const DISTURBED = "The interactive parts of this page are not available.";
  const SLOW = "The interactive parts of this page are still on their way.";

  const reloadButton = (text, className) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = className;
    button.textContent = text;
    button.addEventListener("click", () => location.reload());
    return button;
  };
  const saying = (tag, className, role, text, ...rest) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (role) element.setAttribute("role", role);
    const message = document.createElement("p");
    message.textContent = text;
    element.append(message, ...rest);
    return element;
  };

  // The page as it came, to be brought back.
  const here = location.pathname;
  let copy = null;
  const keep = () => {
    if (standing) copy = document.getElementById("app")?.cloneNode(true);
  };

  let line = null;
  const tell = (role, text) => {
    const app = document.getElementById("app");
    if (!standing) {
      delete root.dataset.content;
      app?.replaceChildren(saying("div", "notice", role, text, reloadButton("Reload the page", "button")));
      return;
    }
    line?.remove();
    line = saying("div", "quiet", role, text, reloadButton("Reload", "quiet__reload"));
    document.body.append(line);
  };

  // For good: whatever the program still does is not seen. A page that it has drawn since is asked for as a file.
  let failed = false;
  const fail = (text) => {
    if (failed || root.dataset.state === "error") return;
    failed = true;
    const isHere = () => location.pathname === here;
    if (copy && !isHere()) return location.reload();
    if (copy) document.getElementById("app")?.replaceWith(copy);
    // Nobody else is left to follow. A place on the page needs nobody.
    addEventListener("popstate", () => isHere() || location.reload());
    root.dataset.state = standing ? "static" : "error";
    layOutAll();
    tell("alert", text);
  };
  // guard.js says when the program has stopped amid its work.
  addEventListener("vitrine:stopped", () => fail(standing ? DISTURBED : "The portfolio has stopped working."));

  // After the first paint, so that nothing on the way to it is slower than on a page without a program.
  const painted = new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").length && resolve());
    observer.observe({ type: "paint", buffered: true });
    // Where it is not told of, this is time enough for it.
    addEventListener("load", () => setTimeout(resolve, 500));
    // A page that nobody looks at paints nothing.
    if (document.hidden) resolve();
  });

  const fetchWhole = (address, integrity, priority) => fetch(absolute(address), { credentials: "same-origin", integrity: integrity ?? "", priority });

  // What calls the program. An import has no word for what a module has to hold, but an element has; a built site holds one
  // that waits. Once it has run, the import takes the same module.
  const fetchGlue = async (address) => {
    const waiting = document.getElementById("v-glue")?.content.firstElementChild.cloneNode();
    if (waiting) {
      await new Promise((resolve, reject) => {
        waiting.addEventListener("load", resolve);
        waiting.addEventListener("error", () => reject(new Error(`${address} is not what was built, or did not arrive`)));
        document.head.append(waiting);
      });
    }
    return import(absolute(address).href);
  };

  // The page of a diagram needs the part of the program that draws it, and the file that its address names: both come
  // beside the program instead of after it. Only a built site has parts; its program takes them from here.
  const askForParts = () => {
    if (!location.pathname.startsWith(absolute("architecture").pathname)) return;
    const parts = new Map(named("part").map(({ content, dataset }) => [content, fetchWhole(content, dataset.integrity)]));
    // Whoever takes one hears of its failure.
    for (const part of parts.values()) part.catch(() => {});
    globalThis.vitrineParts = {
      take(name) {
        const part = parts.get(name);
        parts.delete(name);
        return part;
      },
    };
    const file = query.get("diagram-url");
    if (file && URL.canParse?.(file, document.baseURI) && absolute(file).origin === location.origin) {
      // The same mode and credentials as the program's own request, so that the file is fetched once.
      ask("preload", file, { as: "fetch" });
    }
  };

  const start = async () => {
    // A page without anything to read has nothing to wait for.
    if (standing) await painted;
    followFirstView();
    // Fields to type in, which make browsers lay out a page as soon as it is parsed: see `render.rs`.
    for (const field of document.querySelectorAll("#app template")) field.replaceWith(field.content);
    const [program] = named("program");
    if (!program) throw new Error("the page names no program");
    askForParts();
    const [whole] = named("integrity");
    const [glue, response] = await Promise.all([fetchGlue(program.dataset.script), fetchWhole(program.content, whole?.content, "low")]);
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    if (failed) return;
    keep();
    await glue.default({ module_or_path: response });
  };

  // The program writes how far it is into the same attribute.
  new MutationObserver(() => {
    if (failed && root.dataset.state !== "static" && root.dataset.state !== "error") {
      root.dataset.state = standing ? "static" : "error";
    } else if (root.dataset.state === "ready") {
      line?.remove();
      bringLateFonts();
    }
  }).observe(root, { attributeFilter: ["data-state"] });

  // A module with what compilers now take for granted: references and bulk memory, of 2020 and later.
  const USUAL = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 17, 1, 15, 0, 208, 112, 26, 65, 0, 65, 0, 65, 0, 252, 10, 0, 0, 11];
  if (typeof WebAssembly !== "object" || !WebAssembly.validate(Uint8Array.from(USUAL))) {
    fail(standing ? DISTURBED : "This portfolio is drawn by WebAssembly, which this browser does not offer or has switched off, or not in a form that is recent enough.");
  } else {
    start().catch((error) => {
      console.error(error);
      fail(standing ? DISTURBED : "The portfolio could not be started: a part of it did not arrive whole.");
    });
  }

  setTimeout(() => {
    if (failed || root.dataset.state !== "loading") return;
    if (standing) {
      root.dataset.state = "static";
      layOutAll();
    }
    // A program that has started speaks for itself, and the page is its own.
    else if (!other && !document.querySelector("#app > .loading")) return;
    else if (other && !root.dataset.content) return;
    tell("status", standing ? SLOW : "The portfolio is taking unusually long to load.");
  }, PATIENCE);
})();
