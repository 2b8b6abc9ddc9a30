// The start of the program.
import { Mark } from "#marks";
import { named } from "./head.js";
import { followFirstView } from "./layout.js";
import { firstPaint } from "./paint.js";
import { fetchParts } from "./parts.js";
import { fetchWhole, importGlue } from "./program.js";
import { hasSheet } from "./sheet.js";

/** Starts the program once the page has been painted. Rejects when a file of it did not arrive whole, or it fails at once. */
export const start = async (dataset, isReadable, hasFailed, keepCopy) => {
  // A page with nothing to read has no paint worth waiting for.
  if (isReadable) await firstPaint();
  followFirstView(dataset);
  // Fields to type in, which have browsers lay out a page as soon as it is parsed: see crates/markup/src/html.rs.
  for (const field of document.querySelectorAll("#app template")) field.replaceWith(field.content);

  // Where the style sheet has gone the rest has, too; what the program draws is nothing without it.
  if (!hasSheet()) throw new Error("the style sheet did not arrive");
  const [program] = named(Mark.PROGRAM);
  if (!program) throw new Error("the page names no program");
  fetchParts(isReadable);
  const [whole] = named(Mark.INTEGRITY);
  const [glue, response] = await Promise.all([
    importGlue(program.dataset.script),
    fetchWhole(program.content, whole?.content, "low"),
  ]);
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  if (hasFailed()) return;
  keepCopy();
  await glue.default({ module_or_path: response });
};
