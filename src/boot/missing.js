// Parts of the program that can't be had, which is said once for the page and not at each place that needs them.
import { Mark } from "#marks";
import { isDiagram } from "./address.js";
import { removeLine, tell } from "./notice.js";
import { isRenewed } from "./renewal.js";
import { CHANGED, UNDRAWN, say } from "./words.js";

/** Has the program's word that a part is missing lead to a line, and to a way on. */
export const tellMissing = (dataset) => {
  const here = location.pathname;
  // The program has come to the page of a diagram by itself and has no drawing.
  const isAway = () => isDiagram() && location.pathname !== here;
  let isTold = false;
  addEventListener(Mark.MISSING, async () => {
    if (isTold && !isAway()) return;
    isTold = true;
    const renewed = await isRenewed();
    // The host has answered, and has that page with a drawing in it.
    if (renewed !== null && isAway()) return location.reload();
    // What fills the window is what one waits for; of several amid a page none interrupts.
    const role = isDiagram() ? "alert" : "status";
    if (renewed) return tell(dataset, true, role, say(CHANGED));
    tell(dataset, true, role, say(UNDRAWN), () => {
      removeLine();
      isTold = false;
      dispatchEvent(new Event(Mark.RETRY));
    });
  });
};
