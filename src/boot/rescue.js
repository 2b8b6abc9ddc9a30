// What becomes of a page whose first script or style sheet did not come. Its file keeps its name from build to build, so that pages of
// earlier ones find it; what it asks of a page has to be there in those, too.
import { Mark } from "#marks";
import { folders, move, tellBase } from "./base.js";
import { said } from "./head.js";
import { layOutAll } from "./layout.js";
import { tell } from "./notice.js";
import { PLAIN } from "./plain.js";
import { renew } from "./renewal.js";
import { hasSheet } from "./sheet.js";
import { UNAVAILABLE, say } from "./words.js";

const plain = new CSSStyleSheet();

/** Puts on the plain dress unless the page has its own. */
const dress = () => plain.replaceSync(hasSheet() ? "" : PLAIN);

/** Runs the first script of this very page, from where the site was built for or from where it stands. */
const boot = async () => {
  const [name] = /boot-\w{16}\.js/.exec(said());
  const integrity = document.querySelector("[integrity]")?.getAttribute("integrity") ?? "";
  const find = async (base) => {
    const { ok } = await fetch(base + name, { integrity });
    if (!ok) throw new Error(`${base + name} is not there`);
    return base;
  };
  const built = document.querySelector("base").getAttribute("href");
  const base = await find(built).catch(() => Promise.any(folders().map(find)));
  if (base !== built) {
    await move(built, base);
    dress();
    tellBase(built, base);
  }
  await import(base + name);
};

/** Helps the page: it is read as it is, runs if its program can be found, and gives way to the page of a newer build. */
export const rescue = async () => {
  document.adoptedStyleSheets.push(plain);
  dress();
  if (globalThis[Mark.BOOTED]) return;
  const { dataset } = document.documentElement;
  try {
    await boot();
  } catch (error) {
    console.error(error);
    const isReadable = dataset.state === Mark.STATIC;
    if (!isReadable) dataset.state = Mark.ERROR;
    layOutAll(dataset);
    tell(dataset, isReadable, "alert", say(UNAVAILABLE));
    renew();
  }
};
