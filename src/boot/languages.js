// The way to the same page in another language.
import { Mark } from "#marks";
import { absolute, asksForOther } from "./address.js";

/** Has a link to another language lead to what the visitor sees here: the page, what is chosen on it, and the section. */
export const keepPlace = () => {
  const nav = document.querySelector(`.${Mark.LANGUAGES}`);
  const keep = ({ target }) => {
    const { pathname, search, hash } = location;
    const folder = (element) => absolute(element.getAttribute(Mark.FOLDER) || ".").pathname;
    // Who translates a page puts elements of their own into its links.
    const link = target.closest("a");
    if (!link || asksForOther(search)) return;
    const section = hash || (document.querySelector(".site-nav [aria-current]")?.hash ?? "");
    link.href = folder(link) + pathname.slice(folder(nav).length) + search + section;
  };
  // A press of any button, or of a key.
  nav?.addEventListener("pointerdown", keep);
  nav?.addEventListener("click", keep);
};
