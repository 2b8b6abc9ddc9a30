// Which fonts a page is first seen in: its own, which come beside the style sheet; or local ones, for the whole visit.
import { Mark } from "#marks";
import { named, preload } from "./head.js";

// How long the first paint waits for fonts that were asked for with the style sheet, in ms: at 1.6 Mbit/s it is 40, and a page that
// takes seconds in any case is not held up by more than a tenth.
const PATIENCE = 300;

// Of the upright faces the one that comes last is the one that pages are set in; those before it have rarer letters, for which
// nobody has asked.
const loadFont = async ({ dataset }) =>
  [...document.fonts].findLast(({ family, style }) => style === "normal" && family.replaceAll('"', "") === dataset.family)?.load();

const fetchFont = ({ content }) =>
  new Promise((resolve) => preload(content, { as: "font", type: "font/woff2", onload: resolve, onerror: resolve }));

const askForFonts = (askFor) => Promise.allSettled(named(Mark.FONT).map(askFor));

/** Has the page wait for its fonts, unless it is seen already. */
export const awaitFonts = (dataset, isReadable) => {
  const [sheet] = performance.getEntriesByName(document.querySelector("link[rel=stylesheet]")?.href);
  // To load the font of a family, the browser computes all of the page's style; to fetch its file, it does not. But a
  // visitor who has been here before has the files, and engines other than Chromium may have asked for them by themselves.
  const askFor = "scheduling" in navigator && sheet?.transferSize > 0 ? fetchFont : loadFont;
  // An engine that shows a page before this script runs may report that too late; the page then blinks.
  const isSeen = performance.getEntriesByType("paint").length > 0;

  if (!isReadable) delete dataset.fonts;
  if (!isSeen) {
    // Nothing is shown until the fonts are there, so that no line is seen to change its letters or wrap anew.
    dataset.fonts = "awaited";
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, isReadable && Mark.LATE));
    Promise.race([askForFonts(askFor), late]).then((outcome) => {
      if (outcome !== Mark.LATE) delete dataset.fonts;
      else {
        // The visit stays in local fonts: no line wraps anew, and every way back leads to the same place.
        dataset.fonts = Mark.LATE;
        fetchLateFonts(dataset);
      }
    });
  } else if (!isReadable) askForFonts(askFor);
};

/** Loads the fonts that came too late, once the program is ready: for the next visit. Nothing in this one waits for them. */
export const fetchLateFonts = (dataset) => {
  if (dataset.state === Mark.READY && dataset.fonts === Mark.LATE) askForFonts(loadFont);
};
