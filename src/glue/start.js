// Starts the program: lends it what it imports of the browser, and fetches its parts when it asks for them. The build names
// the files and writes the module that calls this one.
import { guard, guarded } from "./guard.js";

/**
 * What a page imports to start the program.
 *
 * `receive` takes the program's exports, for the functions that it imports: `bindings` by module and name. `parts` are files
 * of the program that come later, each with its integrity, by the name under which the program asks for it.
 */
export function starter({ receive, bindings, parts }) {
  return async ({ module_or_path: response }) => {
    let own;
    const split = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, loader(part, () => own)]));
    const { instance } = await instantiate(await response, bindings(split));
    own = instance.exports;
    const entries = guarded(own);
    receive(entries);
    entries.__wbindgen_start();
  };
}

/** Fetches a part the first time that it is asked for, or again if that failed, and tells the program how it went. */
function loader({ file, integrity }, own) {
  let arrived;
  const load = async () => {
    // The boot script runs before the program and knows pages that need the part: it may have asked for it.
    const response = await (globalThis.vitrineParts?.take(file) ?? fetch(new URL(`./${file}`, import.meta.url), { integrity }));
    return instantiate(response, { __wasm_split: own() });
  };
  return async (callback, data) => {
    let isThere = true;
    try {
      await (arrived ??= load());
    } catch (error) {
      console.error(error);
      arrived = undefined;
      isThere = false;
    }
    guard(own().__indirect_function_table.get(callback))(data, isThere);
  };
}

/** Compiles while it arrives, unless the host calls the file something else than it is. */
async function instantiate(response, imports) {
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("application/wasm")) return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
