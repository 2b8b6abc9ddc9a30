// Layout on demand: what is out of sight is laid out once the program runs, or when the visitor moves. style/page.css says how it
// waits.
import { Mark } from "#marks";

/** Lays out the whole page. */
export const layOutAll = (dataset) => delete dataset.layout;

/** Lays out what is near the window, unless all of the page is laid out already. */
const layOutNear = (dataset) => dataset.layout && (dataset.layout = Mark.NEAR);

const whenIdle = (task) => (globalThis.requestIdleCallback ?? setTimeout)(task);

/** Lays out the sections one by one, so that no frame waits for all of them. */
export const layOutInTurn = (dataset) => {
  const next = dataset.layout && document.querySelector(":is(.section, .architecture):not([data-laid-out])");
  if (!next) return void layOutAll(dataset);
  next.dataset.laidOut = "";
  whenIdle(() => layOutInTurn(dataset));
};

/** Whether a visit leads to a place further down, which is found once all above it is laid out: a reload, a way back, a hash. */
const leadsDown = () => {
  const [visit] = performance.getEntriesByType("navigation");
  // Of words that an address leads to (`#:~:text=`) `location` says nothing.
  return (visit && visit.type !== "navigate") || (location.hash + visit?.name).includes("#");
};

/** Has everything out of sight wait, where that is not noticed. */
export const layOutOnDemand = (dataset, isReadable) => {
  if (isReadable && !leadsDown()) dataset.layout = "first";
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
