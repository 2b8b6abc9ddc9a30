// The script that stands in each page, for when no file that the page names can be had: after a deploy, at another path than the
// site was built for, behind a host that changes scripts. It finds the one that knows what to do then, and does the least itself.
import { Mark } from "#marks";
import { folders } from "./base.js";
import { element } from "./element.js";
import { hasSheet } from "./sheet.js";
import { UNAVAILABLE, say } from "./words.js";

// Of src/boot/plain.js what a page is not read without.
const LEAST =
  "body{max-width:60rem;margin:auto;padding:1rem;font:1em/1.5 system-ui}img,svg{max-width:100%;height:auto}" +
  "button,input,.visually-hidden,svg+svg{display:none}.quiet{position:fixed;bottom:0;background:Canvas}";

// Scripts that the page's parser has found have run by then, or never will.
addEventListener("DOMContentLoaded", async () => {
  if (globalThis[Mark.BOOTED] && hasSheet()) return;
  for (const base of [document.baseURI, ...folders()]) {
    try {
      // Trusted types let nobody name a file in an element.
      return (await import(base + Mark.RESCUE)).rescue();
    } catch {}
  }
  if (!hasSheet()) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LEAST);
    document.adoptedStyleSheets.push(sheet);
  }
  if (globalThis[Mark.BOOTED]) return;
  document.body.append(element("p", { className: "quiet", textContent: say(UNAVAILABLE) }));
});
