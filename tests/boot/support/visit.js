// A visit of a page in a browser that is not there: puts stand-ins for what the first script asks of a browser under the
// names that it has there, and says what became of the page.
import { readFileSync } from "node:fs";
import { Element } from "./element.js";

const BASE = "https://example.org/site/";

// As `Words::lines` has them: after the rules for plurals a line a message, with its slots numbered.
const WORDS = [
  "",
  ...Object.values(JSON.parse(readFileSync(new URL("../../../crates/words/languages/en.json", import.meta.url))))
    .slice(0, 12)
    .map((text) => text.replaceAll("{built}", "{0}").replaceAll("{base}", "{1}")),
].join("\n");

/** Lets everything that is not waiting for a time or an event happen. */
export const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A clock that stands still until it is told otherwise. */
function createClock() {
  let now = 0;
  let timers = [];
  return {
    setTimeout: (task, delay = 0, ...values) => void timers.push({ at: now + delay, run: () => task(...values) }),
    /** Moves on by so many ms. */
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        timers.sort((a, b) => a.at - b.at);
        if (!(timers[0]?.at <= end)) break;
        const timer = timers.shift();
        now = timer.at;
        timer.run();
        await settle();
      }
      now = end;
    },
  };
}

/** The attributes of `<html>`, which tell observers of a change, as a browser does: later in the same task. */
function observed(dataset, observers) {
  const changed = (name) => {
    for (const { callback, filter } of observers) if (filter.includes(`data-${name}`)) queueMicrotask(callback);
    return true;
  };
  return new Proxy(dataset, {
    set: (_, name, value) => ((dataset[name] = String(value)), changed(name)),
    deleteProperty: (_, name) => delete dataset[name] && changed(name),
  });
}

/**
 * Opens a page.
 *
 * @param {object} page
 * @param {string} [page.path] Below the site's base, with query and hash.
 * @param {object} [page.root] The attributes of `<html>` that start in `data-`.
 * @param {Element[]} [page.head]
 * @param {Element[]} [page.app] What `#app` holds; `null` for a page without it.
 * @param {boolean} [page.hasSheet] Whether the page has a style sheet.
 * @param {object[]} [page.rules] The rules of the style sheet.
 * @param {object} [page.sheet] What the browser measured of the style sheet.
 * @param {boolean} [page.isSeen] Whether something has been painted already.
 * @param {boolean} [page.hidden] Whether nobody looks.
 * @param {string | null} [page.type] How the visitor came here; `null` where the browser does not say.
 * @param {boolean} [page.isChromium]
 * @param {boolean} [page.hasIdle] Whether the browser says when it is idle.
 * @param {() => Storage} [page.storage]
 * @param {(address: string, options: object) => Promise<object>} [page.answer] What a request is answered with.
 * @param {[string, string, string?][]} [page.faces] The faces of the style sheet, in order: family, file, and style if not `normal`.
 * @param {(file: string) => Promise<unknown>} [page.loadFont]
 * @param {object} [page.WebAssembly]
 * @param {string} [page.headText] The head as it is written.
 */
export function visit(page = {}) {
  const clock = createClock();
  const { path = "", type = "navigate", isChromium = true, hasIdle = true, hasSheet = true, sheet, isSeen = false } = page;
  const window = new EventTarget();
  const mutations = [];
  const paints = [];
  const record = { reloads: 0, fetched: [], fonts: [], errors: [], idle: [], listeners: [] };

  const html = new Element("html", { dataset: observed({ ...page.root }, mutations) });
  const link = new Element("link", { rel: "stylesheet", href: `${BASE}style.css`, sheet: { cssRules: page.rules ?? [{}] } });
  const head = new Element("head", {}, [...(hasSheet ? [link] : []), ...(page.head ?? [])]);
  const app = page.app === null ? null : new Element("div", { id: "app" }, page.app ?? []);
  const body = new Element("body", {}, app ? [app] : []);
  const words = new Element("script", { id: "v-words", textContent: page.words ?? WORDS });
  html.append(head, body);

  const address = new URL(path, BASE);
  const location = {
    ...Object.fromEntries(["origin", "pathname", "search"].map((name) => [name, address[name]])),
    // A script is not told which words an address leads to.
    hash: address.hash.replace(/#?:~:.*/, ""),
    toString: () => address.href,
    reload: () => void (record.reloads += 1),
  };
  const globals = {
    location,
    document: {
      documentElement: html,
      head,
      body,
      baseURI: BASE,
      hidden: page.hidden ?? false,
      fonts: (page.faces ?? []).map(([family, file, style = "normal"]) => ({
        family,
        style,
        load: () => {
          record.fonts.push(file);
          return page.loadFont?.(file) ?? Promise.resolve();
        },
      })),
      createElement: (tag) => new Element(tag),
      getElementById: (id) => [...html.descendants(), words].find((element) => element.id === id) ?? null,
      querySelector: (selector) => html.querySelector(selector),
      querySelectorAll: (selector) => html.querySelectorAll(selector),
    },
    XMLSerializer: class {
      serializeToString = () => page.headText ?? "";
    },
    performance: {
      getEntriesByName: (name) => (sheet && name === link.href ? [{ transferSize: 1, ...sheet }] : []),
      getEntriesByType: (kind) => ({ paint: isSeen ? [{}] : [], navigation: type ? [{ type, name: address.href }] : [] })[kind],
    },
    navigator: isChromium ? { scheduling: {} } : {},
    addEventListener: (name, listener, options) => {
      record.listeners.push([name, options]);
      window.addEventListener(name, listener, options);
    },
    dispatchEvent: (event) => window.dispatchEvent(event),
    setTimeout: clock.setTimeout,
    requestIdleCallback: hasIdle ? (task) => void record.idle.push(task) : undefined,
    fetch: (address, options) => {
      record.fetched.push([String(address), options]);
      return page.answer?.(String(address), options) ?? Promise.resolve({ ok: true, status: 200, url: String(address) });
    },
    MutationObserver: class {
      constructor(callback) {
        this.callback = callback;
      }
      observe(target, { attributeFilter: filter }) {
        if (target === html) mutations.push({ callback: this.callback, filter });
      }
    },
    PerformanceObserver: class {
      constructor(callback) {
        this.callback = callback;
      }
      observe(options) {
        paints.push({ callback: this.callback, options });
      }
    },
    WebAssembly: "WebAssembly" in page ? page.WebAssembly : { validate: () => true },
    console: { ...console, error: (...values) => record.errors.push(values) },
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  Object.defineProperty(globalThis, "localStorage", { get: page.storage ?? (() => ({ getItem: () => null })), configurable: true });
  delete globalThis.vitrineParts;
  delete globalThis.vitrineBooted;

  return {
    ...record,
    /** How often the page was reloaded. */
    get reloads() {
      return record.reloads;
    },
    clock,
    location,
    html,
    head,
    body,
    app,
    /** The attributes of `<html>` that start in `data-`. */
    root: html.dataset,
    /** The links by which files were asked for ahead. */
    get preloads() {
      return head.querySelectorAll("link[rel=preload]");
    },
    /** The line below the page, if there is one. */
    get line() {
      return body.children.find(({ className }) => className === "quiet");
    },
    /** An event at the window. */
    emit: (name) => window.dispatchEvent(new Event(name, { cancelable: true })),
    /** The browser reports paints of these names. */
    paint(...names) {
      const list = { getEntriesByName: (name) => names.filter((other) => other === name) };
      for (const { callback, options } of paints) if (options.type === "paint" && options.buffered) callback(list);
    },
    /** The browser is idle once, and runs what waited for that. */
    idleOnce() {
      for (const task of record.idle.splice(0)) task({ timeRemaining: () => 5 });
    },
  };
}

/** An element that names a file in the head. */
export const meta = (name, content, dataset = {}) => new Element("meta", { name, content, dataset });

/** A section of a page, or a diagram in one. */
export const section = (className = "section") => new Element("section", { className });

export { Element };
