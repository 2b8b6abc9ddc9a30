// What the page says of the program that is slow or missing.
import { Mark } from "#marks";
import { element } from "./element.js";
import { RELOAD, RELOAD_PAGE, RETRY, say } from "./words.js";

/** Takes back the line below a page that can be read. */
export const removeLine = () => document.querySelector("body > div.quiet")?.remove();

/**
 * Says it: in one line below a page that can be read, else in place of the page. Either way with a button: it reloads the page,
 * unless there is something else to try.
 */
export const tell = (dataset, isReadable, role, text, again) => {
  const notice = element("div", { className: isReadable ? "quiet" : "notice" });
  notice.setAttribute("role", role);
  const button = element("button", {
    type: "button",
    className: isReadable ? "quiet__reload" : "button",
    textContent: say(again ? RETRY : isReadable ? RELOAD : RELOAD_PAGE),
  });
  button.addEventListener("click", again ?? (() => location.reload()));
  notice.append(element("p", { textContent: text }), button);

  if (isReadable) {
    removeLine();
    document.body.append(notice);
  } else {
    // What was hidden, since it was not what the address asks for, makes room.
    delete dataset.content;
    document.getElementById(Mark.APP)?.replaceChildren(notice);
  }
};
