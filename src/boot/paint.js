// When the page has been painted.

// Where a browser does not report its first paint, this is time enough for it, in ms after the page was loaded.
const ENOUGH = 500;

/** Resolves after the first paint, so that nothing on the way to it is slower than on a page without a program. */
export const firstPaint = () =>
  new Promise((resolve) => {
    new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").length && resolve()).observe({
      type: "paint",
      buffered: true,
    });
    addEventListener("load", () => setTimeout(resolve, ENOUGH));
    // A page that nobody looks at paints nothing.
    if (document.hidden) resolve();
  });
