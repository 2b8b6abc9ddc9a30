/** The engines by the name of their file, ours first, with the name the table uses. */
export const ENGINES = {
  ours: 'Vitrine',
  native: 'Vitrine, native',
  'native-window': 'Vitrine, native, 1440 × 900',
  dagre: 'dagre',
  elk: 'ELK layered',
  'd3-dag': 'd3-dag',
  'd3-dag-fast': 'd3-dag, fast',
  dot: 'Graphviz dot',
};

/** Those of others. */
export const PEERS = ['dagre', 'elk', 'd3-dag', 'd3-dag-fast', 'dot'];
