// How long a visitor waits for the program before the page says something.
import { Mark } from "#marks";
import { layOutAll } from "./layout.js";
import { tell } from "./notice.js";
import { LATE, SLOW, say } from "./words.js";

// In ms.
const PATIENCE = 8_000;

/** Has controls give way after a while, where the program is still on its way; it may come all the same. */
export const setPatience = (dataset, isReadable) =>
  setTimeout(() => {
    if (dataset.state !== Mark.LOADING) return;
    if (isReadable) {
      dataset.state = Mark.STATIC;
      layOutAll(dataset);
      tell(dataset, isReadable, "status", say(LATE));
    } else if (dataset.content || document.querySelector("#app > .loading")) {
      tell(dataset, isReadable, "status", say(SLOW));
    }
    // Else the program has started: it speaks for itself, and the page is its own.
  }, PATIENCE);
