// Fetches and starts the program. The page names its two files in this module's own address, because their
// names change with their content and this file's does not.
const parts = new URL(import.meta.url).searchParams;
const addressOf = (part) => new URL(parts.get(part), import.meta.url).href;
const failed = (detail) => dispatchEvent(new CustomEvent("vitrine:failed", { detail }));

async function start() {
  const wasm = addressOf("wasm");
  const [{ default: init }, response] = await Promise.all([
    import(addressOf("js")),
    // The same mode and credentials as the page's preload, so that the file is fetched once.
    fetch(wasm, { credentials: "same-origin" }),
  ]);
  if (!response.ok) throw new Error(`${wasm} answered ${response.status}`);
  await init({ module_or_path: response });
}

if (typeof WebAssembly === "object") {
  start().catch((error) => {
    console.error(error);
    failed("The portfolio could not be started: a part of it did not arrive whole.");
  });
}
