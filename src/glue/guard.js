// Calls into the program, for as long as it is sound. Whatever comes out of it as an error has left its memory amid some
// change, so it is never entered again, and the page is told.
let stopped = false;

export const guard =
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

export function guarded(exports) {
  const entries = Object.entries(exports);
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === "function" ? guard(value) : value]));
}
