// The end of the program: it did not come, could not start, or stopped amid its work.
import { Mark } from "#marks";
import { layOutAll } from "./layout.js";
import { tell } from "./notice.js";
import { UNAVAILABLE, say } from "./words.js";

/** What knows whether the program has failed, and what to do then. */
export const createFailure = (dataset, isReadable) => {
  const here = location.pathname;
  const isHere = () => location.pathname === here;
  const end = isReadable ? Mark.STATIC : Mark.ERROR;
  let failed = false;
  let copy;

  /** Ends the program for good: whatever it still does is not seen. The line of the page's words is for pages with nothing else to read. */
  const fail = (line) => {
    if (failed || dataset.state === Mark.ERROR) return;
    failed = true;
    if (copy) {
      // The program has drawn another page since, which is asked for as a file.
      if (!isHere()) return location.reload();
      document.getElementById(Mark.APP)?.replaceWith(copy);
    }
    // Nobody else is left to follow the history. A place on this page needs nobody.
    addEventListener("popstate", () => isHere() || location.reload());
    dataset.state = end;
    layOutAll(dataset);
    tell(dataset, isReadable, "alert", say(isReadable ? UNAVAILABLE : line));
  };

  const hasFailed = () => failed;

  /** Keeps a copy of a page that can be read, to bring it back. To be called before the program changes the page. */
  const keepCopy = () => {
    if (isReadable) copy = document.getElementById(Mark.APP)?.cloneNode(true);
  };

  /** Says again that the program has failed, over what it has written of itself since. */
  const insist = () => {
    if (dataset.state !== Mark.STATIC && dataset.state !== Mark.ERROR) dataset.state = end;
  };

  return [fail, hasFailed, keepCopy, insist];
};
