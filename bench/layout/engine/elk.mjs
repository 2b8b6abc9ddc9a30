import { SPACING, headRoom } from '../spacing.mjs';

const LAYERED = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};

const DISTANCES = {
  'elk.spacing.nodeNode': SPACING.nodes,
  'elk.spacing.edgeNode': SPACING.edgeNode,
  'elk.spacing.edgeEdge': SPACING.edges,
  'elk.layered.spacing.nodeNodeBetweenLayers': SPACING.ranks,
  'elk.layered.spacing.edgeNodeBetweenLayers': SPACING.edgeNode,
  'elk.layered.spacing.edgeEdgeBetweenLayers': SPACING.tracks,
};

/** Orthogonal routes; label plates stand on their lines, as ours do. */
export const load = async () => {
  const { default: ELK } = await import('elkjs/lib/elk.bundled.js');
  const elk = new ELK();
  return async (graph) => {
    const root = { id: 'root', layoutOptions: { ...LAYERED, ...DISTANCES }, children: [], edges: [] };
    const groups = new Map(graph.groups.map((group) => [group.id, holder(group)]));
    const inside = (id) => (id ? groups.get(id) : root).children;
    for (const { id, parent } of graph.groups) inside(parent).push(groups.get(id));
    for (const { id, w, h, group } of graph.nodes) inside(group).push({ id, width: w, height: h });
    for (const { id, source, target, plate } of graph.edges) {
      const edge = { id: `edge ${id}`, sources: [source], targets: [target] };
      if (plate) {
        const [width, height] = plate;
        edge.labels = [{ text: 'x', width, height, layoutOptions: { 'elk.edgeLabels.inline': true } }];
      }
      root.edges.push(edge);
    }
    const drawn = await elk.layout(root);
    const boxes = new Map();
    const visit = ({ id, x, y, width: w, height: h, children = [] }) => {
      boxes.set(id, { x, y, w, h });
      children.forEach(visit);
    };
    visit(drawn);
    return {
      nodes: graph.nodes.map(({ id }) => ({ id, ...boxes.get(id) })),
      edges: graph.edges.map(({ id, source, target }, at) => ({ id, source, target, points: points(drawn.edges[at]) })),
      groups: graph.groups.map(({ id }) => ({ id, ...boxes.get(`group ${id}`) })),
    };
  };
};

function holder(group) {
  const { pad } = SPACING;
  const padding = `[top=${headRoom(group)},left=${pad},bottom=${pad},right=${pad}]`;
  return { id: `group ${group.id}`, layoutOptions: { ...DISTANCES, 'elk.padding': padding }, children: [] };
}

function points({ sections }) {
  return sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [x, y]),
  );
}
