// The way to the same page in another language.
import { Mark } from "#marks";
import { absolute } from "./address.js";

const home = (element) => absolute(element.getAttribute(Mark.FOLDER) || ".").pathname;

/** Has a link to another language lead to what the visitor sees here: the page, what is chosen on it, and the section. */
export const keepPlace = (isOther) => {
  const nav = document.querySelector(`.${Mark.LANGUAGES}`);
  // What another file holds is in its own language.
  if (isOther) nav?.remove();
  const keep = ({ target }) => {
    // Who translates a page puts elements of their own into its links.
    const link = target.closest("a");
    // From what is not there a link leads to the start page, as it was rendered.
    if (!link || document.querySelector("meta[name=robots][content=noindex]")) return;
    const { pathname, search, hash } = location;
    const section = hash || (document.querySelector(".site-nav [aria-current]")?.hash ?? "");
    link.href = home(link) + pathname.slice(home(nav).length) + search + section;
  };
  // A press of any button, or of a key.
  nav?.addEventListener("pointerdown", keep);
  nav?.addEventListener("click", keep);
};
