// What the head of the page says, and what is added to it.
import { absolute } from "./address.js";
import { element } from "./element.js";

/** All that the head says, as text. */
export const said = () => new XMLSerializer().serializeToString(document.head);

/** The `<meta>` elements of a name. */
export const named = (name) => [...document.querySelectorAll(`meta[name=${name}]`)];

/** Asks for a file ahead of its use. */
export const preload = (address, properties) =>
  document.head.append(
    element("link", {
      rel: "preload",
      href: absolute(address),
      crossOrigin: "anonymous",
      ...properties,
    }),
  );
