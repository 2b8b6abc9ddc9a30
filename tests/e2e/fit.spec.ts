// What the tests take for a text that is cut, and what not.
import { misfits } from "./support/fit";
import { expect, test } from "./support/test";

const box = "display: block; width: 90px; height: 24px; white-space: nowrap;";
const FITS = {
  "a text that breaks": `<p style="width: 90px">More words than one line holds</p>`,
  "a text that can be scrolled to": `<div style="${box} overflow: auto"><p>More words than this line holds</p></div>`,
  "a text for those who hear it": `<p style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)">Heard</p>`,
  "an example that ends in an ellipsis": `<input style="width: 60px; text-overflow: ellipsis" placeholder="queue, cache, checkout">`,
  "a button in a card that is a link": `<a href="#"><button>One</button></a>`,
};
const CUT = {
  "cut by": `<p style="${box} overflow: hidden; text-overflow: ellipsis">More words than this line holds</p>`,
  "cut by div.": `<div style="${box} overflow: clip"><div><p>More words than this line holds</p></div></div>`,
  "px wide": `<p style="width: 2000px">Wide</p>`,
  "outside of the window": `<p style="position: absolute; left: -40px">Far out</p>`,
  "leaves button": `<button style="width: 40px; white-space: nowrap">More words than it holds</button>`,
  "which takes": `<input style="width: 60px" placeholder="queue, cache, checkout">`,
  "lie on each other": `<button>One</button><button style="margin-inline-start: -20px">Two</button>`,
};

test("what fits is let be, and what does not is named", async ({ page }) => {
  for (const [what, html] of Object.entries(FITS)) {
    await page.setContent(html);
    expect(await misfits(page), what).toEqual([]);
  }
  for (const [what, html] of Object.entries(CUT)) {
    await page.setContent(html);
    expect((await misfits(page)).join("\n"), html).toContain(what);
  }
});
