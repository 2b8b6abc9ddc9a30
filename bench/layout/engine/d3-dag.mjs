import { SPACING } from '../spacing.mjs';

/**
 * Runs downwards only, so boxes go in and points come out with the axes exchanged; knows neither labels nor groups.
 * Its presets trade quality for speed; `quality` names one.
 */
export const loadPreset = (operators) => async () => {
  const d3 = await import('d3-dag');
  return (graph) => {
    const grid = d3.graph();
    const made = new Map(graph.nodes.map((node) => [node.id, grid.node(node)]));
    for (const edge of graph.edges) grid.link(made.get(edge.source), made.get(edge.target), edge);
    const draw = operators(d3)
      .nodeSize(({ data }) => [data.h, data.w])
      .gap([SPACING.nodes, SPACING.ranks]);
    draw(grid);
    const ways = new Map();
    for (const link of grid.links()) ways.set(link.data.id, link);
    return {
      nodes: graph.nodes.map(({ id, w, h }) => {
        const node = made.get(id);
        return { id, x: node.y - w / 2, y: node.x - h / 2, w, h };
      }),
      edges: graph.edges.map(({ id, source, target }) => {
        const { points } = ways.get(id);
        return { id, source, target, points: points.map(([x, y]) => [y, x]) };
      }),
      groups: [],
    };
  };
};

/** Its defaults: ranks and positions by linear programs. */
export const load = loadPreset((d3) => d3.sugiyama());
