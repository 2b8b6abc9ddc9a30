// What the page says of the program that is slow or missing.
import { Mark } from "#marks";
import { element } from "./element.js";

/** Takes back the line below a page that can be read. */
export const removeLine = () => document.querySelector("body > .quiet")?.remove();

/** Says it: in one line below a page that can be read, else in place of the page. Either way a button reloads the page. */
export const tell = (dataset, isReadable, role, text) => {
  const notice = element("div", { className: isReadable ? "quiet" : "notice" });
  notice.setAttribute("role", role);
  const button = element("button", {
    type: "button",
    className: isReadable ? "quiet__reload" : "button",
    textContent: isReadable ? "Reload" : "Reload the page",
  });
  button.addEventListener("click", () => location.reload());
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
