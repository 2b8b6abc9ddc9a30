// Starts the program: lends it what it imports of the browser, and fetches its parts when it asks for them. The build names
// the files and writes the module that calls this one.
import { guard, guarded } from "./guard.js";
import { forgive } from "./history.js";

/**
 * What a page imports to start the program.
 *
 * `receive` takes the program's exports, for the functions that it imports: `bindings` by module and name. `parts` are lists of
 * files of the program that come later, each with its integrity, by the name under which the program asks for what is in the last.
 */
export function starter({ receive, bindings, parts }) {
  return async ({ module_or_path: response }) => {
    let own;
    const loadFile = fileLoader(() => own);
    const split = Object.fromEntries(Object.entries(parts).map(([name, files]) => [name, loader(files, loadFile, () => own)]));
    const { instance } = await instantiate(await response, bindings(split));
    own = instance.exports;
    const entries = guarded(own);
    receive(entries);
    forgive(history);
    entries.__wbindgen_start();
  };
}

/** Fetches a file of the program the first time that it is asked for, or again if that failed. */
function fileLoader(own) {
  const arrived = new Map();
  return ({ file, integrity }) => {
    const load = async () => {
      // The boot script runs before the program and knows pages that need the part: it may have asked for it.
      const response = await (globalThis.vitrineParts?.take(file) ?? fetch(new URL(`./${file}`, import.meta.url), { integrity }));
      return instantiate(response, { __wasm_split: own() });
    };
    if (!arrived.has(file)) arrived.set(file, load());
    arrived.get(file).catch(() => arrived.delete(file));
    return arrived.get(file);
  };
}

/** Brings a part, and what it needs, and tells the program how it went. */
function loader(files, loadFile, own) {
  return async (callback, data) => {
    let isThere = true;
    try {
      await Promise.all(files.map(loadFile));
    } catch (error) {
      console.error(error);
      isThere = false;
    }
    guard(own().__indirect_function_table.get(callback))(data, isThere);
  };
}

/** Compiles while it arrives, unless the host calls the file something else than it is: a word more is too much for engines. */
async function instantiate(response, imports) {
  if (response.headers.get("Content-Type") === "application/wasm") return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
