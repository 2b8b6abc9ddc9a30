// Whether the host has another build of the site by now, so that files that are named after what they hold have gone.
import { Mark } from "#marks";
import { said } from "./head.js";

// As crates/frame/src/asset.rs makes such names.
const NAMES = /[\w-]+-[0-9a-f]{16}\w*\.(?:js|css|wasm)/g;
// How long the host may take to answer, in ms.
const PATIENCE = 5_000;

/** Fetches this page past the caches: is it a page of another build? `null` where there is no answer. */
export const isRenewed = async () => {
  try {
    const answer = await fetch(location, { cache: "reload", signal: AbortSignal.timeout(PATIENCE) });
    const page = await answer.text();
    // A page of somebody else's, such as a proxy's notice, names none of the files, either.
    return page.includes(Mark.GLUE) && said().match(NAMES).some((name) => !page.includes(name));
  } catch {
    return null;
  }
};

/** Reloads the page where the host has another build; never twice, since a page that was reloaded says so. */
export const renew = async () => {
  const [visit] = performance.getEntriesByType("navigation");
  if (visit && visit.type !== "reload" && (await isRenewed())) location.reload();
};
