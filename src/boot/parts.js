// What the page of a diagram needs beside the program.
import { Mark } from "#marks";
import { diagramFile, isDiagram } from "./address.js";
import { named, preload } from "./head.js";
import { fetchWhole } from "./program.js";

/**
 * Fetches the parts of the program that the page needs, and asks for the file that the address names, so that they come
 * beside the program instead of after it: what draws a diagram, and what reads files that no build has read. Only a built site
 * has parts; its program takes them from `window`.
 */
export const fetchParts = (isReadable) => {
  const wanted = [];
  if (isDiagram()) wanted.push(Mark.DIAGRAM_PART);
  if (!isReadable) wanted.push(Mark.READER_PART);
  if (!wanted.length) return;
  const isWanted = ({ content }) => [...wanted, Mark.SHARED_PART].some((name) => content.startsWith(name));
  const parts = new Map(
    named(Mark.PART).filter(isWanted).map(({ content, dataset }) => {
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
  const file = isDiagram() && diagramFile();
  // In the same mode and with the same credentials as the program's own request, so that the file is fetched once.
  if (file) preload(file, { as: "fetch" });
};
