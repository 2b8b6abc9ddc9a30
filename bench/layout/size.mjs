/**
 * The graph with the sizes its boxes and labels have on the page, for all engines alike: `w` and `h` of nodes, `plate`
 * of edges with a label, `name` of groups, each `[w, h]`, world px.
 */
export function sized({ nodes, edges, groups }, sizes) {
  return {
    nodes: nodes.map((node, at) => ({ ...node, w: sizes.nodes[at][0], h: sizes.nodes[at][1] })),
    edges: edges.map((edge, at) => ({ ...edge, plate: sizes.edges[at] })),
    groups: groups.map((group, at) => ({ ...group, name: sizes.groups[at] })),
  };
}
