// The colour scheme that a visitor chose on an earlier visit.
import { Mark } from "#marks";

/** Applies it before the first paint, so that no other scheme is seen. */
export const applyScheme = (dataset) => {
  // Where storage is denied, asking for it throws. It may hold anything at all.
  try {
    const scheme = localStorage.getItem(Mark.SCHEME_KEY);
    if ([Mark.LIGHT, Mark.DARK].includes(scheme)) dataset.scheme = scheme;
    // The portfolio may have asked for a scheme; the visitor's choice is stronger.
    else if (scheme === Mark.SYSTEM) delete dataset.scheme;
  } catch {}
};
