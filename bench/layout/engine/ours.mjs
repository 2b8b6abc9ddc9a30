import { createRequire } from 'node:module';

/** Our layout, as the page has it, in wasm. */
export const load = async () => {
  const { layout } = createRequire(import.meta.url)(process.env.VITRINE_BENCH_WASM);
  return (graph) => JSON.parse(layout(JSON.stringify(graph)));
};
