import { DESK, PHONE } from './score/reading.mjs';

/** The size of names and of labels, world px, and of the smallest letters that can be read, CSS px. */
const NAME = 14;
const LABEL = 12;
const LEGIBLE = 9;

export const isOurs = (engine) => engine === 'ours' || engine.startsWith('native');

/**
 * Which share of its names and labels can be read where all of a graph is seen, `desk` and `phone`, each `[names, labels]` from 0 to 1;
 * how many labels are `cut` at every size, and the `rows` it is folded into for the desk. Our page draws for the window, and other words from afar.
 */
export function readByUs(program, graph) {
  const [desk, phone] = [DESK, PHONE].map(({ w, h }) => JSON.parse(program.words(JSON.stringify(graph), w, h)));
  const shares = ({ names, labels }) => [names / graph.nodes.length, share(labels, labelled(graph))];
  return { readAtDesk: shares(desk), readOnPhone: shares(phone), cut: desk.cut, rows: desk.rows };
}

/** The same for a drawing that is shown as it is. */
export function readAtScale(graph, { scale, phone }) {
  const shares = (scale) => [Number(NAME * scale >= LEGIBLE), share(LABEL * scale >= LEGIBLE ? labelled(graph) : 0, labelled(graph))];
  return { readAtDesk: shares(scale), readOnPhone: shares(phone) };
}

const labelled = (graph) => graph.edges.filter(({ label }) => label).length;

const share = (some, all) => (all === 0 ? 1 : some / all);
