import { SPACING } from '../spacing.mjs';

/** Places are centres. Labels get the room of their plate; groups exist, without room for a name. */
export const load = async () => {
  const { Graph, layout } = await dagre();
  return (graph) => {
    const grouped = graph.groups.length > 0;
    const g = new Graph({ multigraph: true, compound: grouped });
    g.setGraph({ rankdir: 'LR', nodesep: SPACING.nodes, edgesep: SPACING.edges, ranksep: SPACING.ranks });
    for (const { id } of graph.groups) g.setNode(`group ${id}`, {});
    for (const { id, w, h } of graph.nodes) g.setNode(id, { width: w, height: h });
    for (const { id, parent } of graph.groups) if (parent) g.setParent(`group ${id}`, `group ${parent}`);
    for (const { id, group } of graph.nodes) if (group) g.setParent(id, `group ${group}`);
    for (const { id, source, target, plate } of graph.edges) {
      g.setEdge(source, target, plate ? { width: plate[0], height: plate[1], labelpos: 'c' } : {}, id);
    }
    layout(g);
    const box = (id, name) => {
      const { x, y, width: w, height: h } = g.node(name);
      return { id, x: x - w / 2, y: y - h / 2, w, h };
    };
    return {
      nodes: graph.nodes.map(({ id }) => box(id, id)),
      edges: graph.edges.map(({ id, source, target }) => {
        const { points } = g.edge(source, target, id);
        return { id, source, target, points: points.map(({ x, y }) => [x, y]) };
      }),
      groups: graph.groups.map(({ id }) => box(id, `group ${id}`)),
    };
  };
};

async function dagre() {
  const found = await import('@dagrejs/dagre');
  const { graphlib, layout } = found.graphlib ? found : found.default;
  return { Graph: graphlib.Graph, layout };
}
