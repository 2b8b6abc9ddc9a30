import { spawnSync } from 'node:child_process';

/** Runs the example `layout` of the crate `bench`, which VITRINE_BENCH_NATIVE names. */
export function native(verb, text) {
  const { status, stdout, stderr } = spawnSync(process.env.VITRINE_BENCH_NATIVE, verb, { input: text, maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(String(stderr));
  return String(stdout);
}

/** Our layout, compiled for this machine: quick to build, so for work on the layout itself. */
export const load = async () => (graph) => JSON.parse(native(['layout'], JSON.stringify(graph)));
