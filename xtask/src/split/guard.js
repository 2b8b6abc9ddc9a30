// Calls into the program, for as long as it is sound. Whatever comes out of it as an error has left its memory amid some
// change, so it is never entered again, and the page is told.
export function guarded(exports) {
  let stopped = false;
  const guard =
    (f) =>
    (...values) => {
      if (stopped) return undefined;
      try {
        return f(...values);
      } catch (error) {
        stopped = true;
        dispatchEvent(new CustomEvent("vitrine:stopped"));
        throw error;
      }
    };
  const entries = Object.entries(exports);
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === "function" ? guard(value) : value]));
}
