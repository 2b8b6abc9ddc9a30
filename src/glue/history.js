// Changes of the page's address, of which WebKit allows a hundred in half a minute and answers the next with an error. The
// program goes on; the address follows when it may.

// In ms: how long to wait before another try.
const WAIT = 1_000;

/** Has `history` keep the last change that was refused, and try again until it is made or another one is. */
export function forgive(history) {
  let waiting;
  // Who goes back has left what was to be said.
  addEventListener("popstate", () => clearTimeout(waiting));
  for (const name of ["pushState", "replaceState"]) {
    const change = history[name].bind(history);
    const attempt = (values) => {
      clearTimeout(waiting);
      try {
        change(...values);
      } catch (error) {
        if (error.name !== "SecurityError") throw error;
        waiting = setTimeout(attempt, WAIT, values);
      }
    };
    history[name] = (...values) => attempt(values);
  }
}
