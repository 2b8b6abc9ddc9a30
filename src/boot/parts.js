// What the page of a diagram needs beside the program.
import { Mark } from "#marks";
import { diagramFile, isDiagram } from "./address.js";
import { named, preload } from "./head.js";
import { fetchWhole } from "./program.js";

/**
 * Fetches the parts of the program that draw a diagram, and asks for the file that the address names, so that both come
 * beside the program instead of after it. Only a built site has parts; its program takes them from `window`.
 */
export const fetchParts = () => {
  if (!isDiagram()) return;
  const parts = new Map(
    named(Mark.PART).map(({ content, dataset }) => {
      const part = fetchWhole(content, dataset.integrity);
      // Whoever takes the part hears of its failure; nobody else has to.
      part.catch(() => {});
      return [content, part];
    }),
  );
  globalThis[Mark.PARTS] = {
    /** Hands a part over, once: who asks again fetches it anew. */
    take(name) {
      const part = parts.get(name);
      parts.delete(name);
      return part;
    },
  };
  const file = diagramFile();
  // In the same mode and with the same credentials as the program's own request, so that the file is fetched once.
  if (file) preload(file, { as: "fetch" });
};
