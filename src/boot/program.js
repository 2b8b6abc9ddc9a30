// The program's two files, and that both are what was built.
import { Mark } from "#marks";
import { absolute } from "./address.js";

/** Fetches a file of the program; fails unless it is what the integrity says. */
export const fetchWhole = (address, integrity, priority) => fetch(absolute(address), { integrity, priority });

/**
 * Imports the glue: the script that calls the program. An import can't say what the module has to hold, but an element
 * can, and a built site has one that waits. Once that has run, the import takes the same module.
 */
export const importGlue = async (address) => {
  const waiting = document.getElementById(Mark.GLUE)?.content.firstElementChild.cloneNode();
  if (waiting) {
    await new Promise((resolve, reject) => {
      waiting.addEventListener("load", resolve);
      waiting.addEventListener("error", () => reject(new Error(`${address} did not arrive whole`)));
      document.head.append(waiting);
    });
  }
  return import(absolute(address));
};
