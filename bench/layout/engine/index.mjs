/** The engines by the name of their file, ours first, with the name the table uses. */
export const ENGINES = {
  ours: 'Vitrine',
  dagre: 'dagre',
  elk: 'ELK layered',
  'd3-dag': 'd3-dag',
  'd3-dag-fast': 'd3-dag, fast',
  dot: 'Graphviz dot',
};
