// Layout on demand: what is out of sight is laid out when the visitor moves. style/page.css says how it waits.
import { Mark } from "#marks";

/** Lays out the whole page. */
export const layOutAll = (dataset) => delete dataset.layout;

/** Lays out what is near the window, unless all of the page is laid out already. */
const layOutNear = (dataset) => dataset.layout && (dataset.layout = Mark.NEAR);

const whenIdle = (task) => (globalThis.requestIdleCallback ?? setTimeout)(task);

/** Lays out the sections one by one, so that no frame waits for all of them. */
const layOutInTurn = (dataset) => {
  const next = dataset.layout && document.querySelector(":is(.section, .architecture):not([data-laid-out])");
  if (!next) return void layOutAll(dataset);
  next.dataset.laidOut = "";
  whenIdle(() => layOutInTurn(dataset));
};

/** Has everything out of sight wait for the visitor, where that is not noticed. */
export const layOutOnDemand = (dataset, isReadable) => {
  // A reload, a way back or a hash leads to a place further down, which is found once all above it is laid out.
  const type = performance.getEntriesByType("navigation")[0]?.type ?? "navigate";
  if (isReadable && !location.hash && type === "navigate") dataset.layout = "first";
  else layOutAll(dataset);

  const moved = new AbortController();
  const onMove = () => {
    moved.abort();
    layOutNear(dataset);
    layOutInTurn(dataset);
  };
  // A scroll of the page reaches the window; that of something in it does not.
  for (const move of ["scroll", "wheel", "touchstart", "pointerover"]) {
    addEventListener(move, onMove, { signal: moved.signal, passive: true });
  }
  // These lead to places that have to be known at once.
  for (const leap of ["click", "keydown", "focusin", "popstate"]) {
    addEventListener(leap, () => layOutAll(dataset), { capture: true, once: true });
  }
};

/** What is near the first view follows once that is painted. One section has to be known before others are near or not. */
export const followFirstView = (dataset) => {
  const section = document.querySelector(".section");
  if (!dataset.layout || !section) return layOutNear(dataset);
  section.dataset.laidOut = "";
  whenIdle(() => layOutNear(dataset));
};
