import { loadPreset } from './d3-dag.mjs';

/** What its manual names for graphs on which the defaults take too long. */
export const load = loadPreset((d3) =>
  d3.sugiyama().layering(d3.layeringLongestPath()).decross(d3.decrossTwoLayer()).coord(d3.coordGreedy()),
);
