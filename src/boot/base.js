// Where the site stands, which may be another place than it was built for.
import { Mark } from "#marks";
import { element } from "./element.js";
import { MOVED, say } from "./words.js";

/** The folders around this page's address, that of the host first: the site stands in one of them. */
export const folders = () =>
  location.pathname
    .split("/")
    .slice(0, -1)
    .map((_, at, names) => `${names.slice(0, at + 1).join("/")}/`);

/** Has all that the page names lead to where the site stands, and loads the style sheet from there. */
export const move = async (built, base) => {
  // In a list of pictures each has its address. Two slashes lead to another host.
  const own = RegExp(`(^|, )${built}(?!/)`, "g");
  for (const name of ["href", "src", "srcset", "poster", Mark.PATH]) {
    for (const place of document.querySelectorAll(`[${name}]`)) {
      const address = place.getAttribute(name);
      const moved = address.replace(own, `$1${base}`);
      if (moved !== address) place.setAttribute(name, moved);
    }
  }
  const sheet = document.querySelector("link[rel=stylesheet]");
  const again = sheet.cloneNode();
  await new Promise((resolve) => {
    again.onload = again.onerror = resolve;
    sheet.replaceWith(again);
  });
};

/** Says to whoever has built the site what is wrong, on the page and to the console. */
export const tellBase = (built, base) => {
  const text = say(MOVED).replace("{0}", built).replaceAll("{1}", base);
  console.warn(text);
  // Not the kind of element that other lines are, which come and go.
  const line = element("p", { className: "quiet", textContent: text });
  line.setAttribute("role", "status");
  document.body.append(line);
};
