// Which fonts a page is first seen in: its own where they come in no time, else local ones, for the whole visit.
import { Mark } from "#marks";
import { named, preload } from "./head.js";

// What nobody notices waiting for, in ms.
const BLINK = 150;

const loadFont = async ({ dataset }) => document.fonts.load(`1em "${dataset.family}"`, dataset.letter);

const fetchFont = ({ content }) =>
  new Promise((resolve) => preload(content, { as: "font", type: "font/woff2", onload: resolve, onerror: resolve }));

const askForFonts = (askFor) => Promise.allSettled(named(Mark.FONT).map(askFor));

/** Asks for the fonts now that the style sheet is there, since before they would hold it up; and has the page wait for them or not. */
export const awaitFonts = (dataset, isReadable) => {
  const [sheet] = performance.getEntriesByName(document.querySelector("link[rel=stylesheet]")?.href);
  // To load the font of a family, the browser computes all of the page's style; to fetch its file, it does not. But a
  // visitor who has been here before has the files, and engines other than Chromium may have asked for them by themselves.
  const askFor = "scheduling" in navigator && sheet?.transferSize > 0 ? fetchFont : loadFont;
  // An engine that shows a page before this script runs may report that too late; the page then blinks.
  const isSeen = performance.getEntriesByType("paint").length > 0;

  if (!isReadable) delete dataset.fonts;
  if (sheet?.duration < BLINK && !isSeen) {
    // The style sheet came in no time, so the fonts will, too. Nothing is shown until then, so that no line is seen to
    // change its letters or wrap anew.
    dataset.fonts = "awaited";
    const late = new Promise((resolve) => setTimeout(resolve, BLINK, isReadable && Mark.LATE));
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
