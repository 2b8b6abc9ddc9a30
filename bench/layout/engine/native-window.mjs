import { native } from './native.mjs';

/** Our layout, compiled for this machine, for a window of 1440 × 900. */
export const load = async () => (graph) => JSON.parse(native(['layout', 'auto', '1440', '900'], JSON.stringify(graph)));
