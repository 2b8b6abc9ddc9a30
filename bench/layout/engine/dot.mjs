import { flattened } from '../bezier.mjs';
import { SPACING } from '../spacing.mjs';

const POINTS_AN_INCH = 72;
const inch = (px) => px / POINTS_AN_INCH;

/** Splines; a world px is one of its points. The y axis runs up. */
export const load = async () => {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
  const graphviz = await Graphviz.load();
  return (graph) => {
    const drawn = JSON.parse(graphviz.layout(source(graph), 'json0', 'dot'));
    const objects = new Map((drawn.objects ?? []).map((object) => [object.name, object]));
    const edges = new Map((drawn.edges ?? []).map((edge) => [edge.id, edge]));
    return {
      nodes: graph.nodes.map(({ id, w, h }) => {
        const [x, y] = point(objects.get(id).pos);
        return { id, x: x - w / 2, y: y - h / 2, w, h };
      }),
      edges: graph.edges.map(({ id, source, target }) => ({ id, source, target, points: way(edges.get(id).pos) })),
      groups: graph.groups.map(({ id }) => ({ id, ...box(objects.get(`cluster_${id}`).bb) })),
    };
  };
};

function source({ nodes, edges, groups }) {
  const lines = [
    'digraph {',
    `graph [rankdir=LR, nodesep=${inch(SPACING.nodes)}, ranksep=${inch(SPACING.ranks)}]`,
    'node [shape=box, fixedsize=true, label=""]',
    'edge [dir=none]',
  ];
  const inside = new Map();
  const put = (group, text) => inside.set(group ?? '', [...(inside.get(group ?? '') ?? []), text]);
  for (const { id, group } of nodes) put(group, `"${id}"`);
  const cluster = ({ id, name }) => {
    lines.push(`subgraph "cluster_${id}" {`, `margin=${SPACING.pad}`, `label=${plate(name)}`);
    lines.push(...(inside.get(id) ?? []));
    groups.filter(({ parent }) => parent === id).forEach(cluster);
    lines.push('}');
  };
  for (const { id, w, h } of nodes) lines.push(`"${id}" [width=${inch(w)}, height=${inch(h)}]`);
  groups.filter(({ parent }) => !parent).forEach(cluster);
  for (const edge of edges) {
    const label = edge.plate ? `, label=${plate(edge.plate)}` : '';
    lines.push(`"${edge.source}" -> "${edge.target}" [id="${edge.id}"${label}]`);
  }
  return [...lines, '}'].join('\n');
}

/** A label of this size, whatever fonts there are. */
function plate([w, h]) {
  const cell = `<TD FIXEDSIZE="TRUE" WIDTH="${Math.ceil(w)}" HEIGHT="${Math.ceil(h)}"></TD>`;
  return `<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>${cell}</TR></TABLE>>`;
}

function point(text) {
  const [x, y] = text.split(',').map(Number);
  return [x, -y];
}

function box(text) {
  const [x0, y0, x1, y1] = text.split(',').map(Number);
  return { x: x0, y: -y1, w: x1 - x0, h: y1 - y0 };
}

/** The control points of a chain of cubic curves, flattened; arrow heads are off, so there are no others. */
function way(text) {
  return flattened(text.trim().split(/\s+/).map(point));
}
