// What the address of a page means, by the rules of crates/model/src/route.rs.
import { Mark } from "#marks";

/** An address as the page has it, made absolute by the page's base. */
export const absolute = (address) => new URL(address, document.baseURI);

/** Whether a query asks for what no page was rendered for, so that a prerendered page is not what was asked for. */
export const asksForOther = (search) => {
  const query = new URLSearchParams(search);
  return query.has(Mark.DIAGRAM_URL) || query.has(Mark.PORTFOLIO);
};

/** Whether the page is that of a diagram, in the first language or in the folder of another. */
export const isDiagram = () =>
  RegExp(`^(\\w{2,3}(-\\w+)*/)?${Mark.ARCHITECTURE}`).test(location.pathname.slice(absolute(".").pathname.length));

/** The diagram file that the query names, unless another host has it. */
export const diagramFile = () => {
  const file = new URLSearchParams(location.search).get(Mark.DIAGRAM_URL);
  if (file && URL.canParse?.(file, document.baseURI) && absolute(file).origin === location.origin) return file;
};
