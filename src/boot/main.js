// The first script of every page. It runs once the page has been parsed, before anything is painted: from there to the
// running program, step by step.
import { Mark } from "#marks";
import { isRecent } from "./engine.js";
import { applyScheme } from "./scheme.js";
import { asksForOther } from "./address.js";
import { awaitFonts, fetchLateFonts } from "./fonts.js";
import { layOutInTurn, layOutOnDemand } from "./layout.js";
import { createFailure } from "./failure.js";
import { keepPlace } from "./languages.js";
import { tellMissing } from "./missing.js";
import { removeLine } from "./notice.js";
import { setPatience } from "./patience.js";
import { renew } from "./renewal.js";
import { start } from "./start.js";
import { closeTitles } from "./titles.js";
import { INCOMPLETE, STOPPED, UNSUPPORTED } from "./words.js";

const boot = () => {
  // What the page says of itself: style and program go by the same attributes.
  const root = document.documentElement;
  const { dataset } = root;
  applyScheme(dataset);

  // A prerendered page can be read as it is; any other is a notice that the portfolio is loading.
  const isPrerendered = dataset.state === Mark.STATIC;
  const isOther = isPrerendered && asksForOther(location.search);
  // Whether the page can be read while the program is on its way, and where it never comes.
  const isReadable = isPrerendered && !isOther;
  dataset.state = Mark.LOADING;
  if (isOther) dataset.content = "other";

  awaitFonts(dataset, isReadable);
  layOutOnDemand(dataset, isReadable);
  closeTitles();
  keepPlace(isOther);
  tellMissing(dataset);

  const [fail, hasFailed, keepCopy, insist] = createFailure(dataset, isReadable);
  addEventListener(Mark.STOPPED, () => fail(STOPPED));
  // The program writes how far it is into the same attribute.
  new MutationObserver(() => {
    if (hasFailed()) insist();
    else if (dataset.state === Mark.READY) {
      removeLine();
      fetchLateFonts(dataset);
      // Links to words, a search in the page and what others scroll to lead to where things stand.
      layOutInTurn(dataset);
    }
  }).observe(root, { attributeFilter: [Mark.STATE] });

  if (isRecent(globalThis.WebAssembly)) {
    start(dataset, isReadable, hasFailed, keepCopy).catch((error) => {
      console.error(error);
      fail(INCOMPLETE);
      renew();
    });
  } else {
    fail(UNSUPPORTED);
  }
  setPatience(dataset, isReadable);
};

// A host's own loader may run it, too, after the page has helped itself (rescue.js).
if (!globalThis[Mark.BOOTED]) {
  globalThis[Mark.BOOTED] = true;
  boot();
}
