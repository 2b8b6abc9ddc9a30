// The style sheet of the page.

/** Whether it has come. Engines differ in what they have in place of one that has not: nothing, one without a rule, or with rules that nobody may see. */
export const hasSheet = () => {
  try {
    return document.querySelector("link[rel=stylesheet]").sheet.cssRules.length > 0;
  } catch {
    return false;
  }
};
