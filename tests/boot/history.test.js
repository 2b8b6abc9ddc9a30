import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { forgive } from "../../src/glue/history.js";

let address, refuses, history, goBack;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  [address, refuses] = ["/", false];
  const change = (_state, _title, to) => {
    if (refuses) throw new DOMException("more than 100 times per 30 seconds", refuses);
    address = to;
  };
  globalThis.addEventListener = (name, listener) => name === "popstate" && (goBack = listener);
  history = { pushState: change, replaceState: change };
  forgive(history);
});
afterEach(() => mock.timers.reset());

test("a change that is allowed is made at once", () => {
  history.pushState(null, "", "/a");
  history.replaceState(null, "", "/b");
  assert.equal(address, "/b");
});

test("what is refused does no harm, and the last of it is made once that is allowed", () => {
  refuses = "SecurityError";
  history.pushState(null, "", "/a");
  history.replaceState(null, "", "/b");
  mock.timers.tick(5_000);
  assert.equal(address, "/");
  refuses = false;
  mock.timers.tick(1_000);
  assert.equal(address, "/b");
});

test("what was refused is not made after a later change, nor after a way back", () => {
  for (const leave of [() => history.pushState(null, "", "/c"), () => goBack()]) {
    [address, refuses] = ["/", "SecurityError"];
    history.pushState(null, "", "/a");
    refuses = false;
    leave();
    const left = address;
    mock.timers.tick(5_000);
    assert.equal(address, left);
  }
});

test("any other error is the caller's", () => {
  refuses = "DataCloneError";
  assert.throws(() => history.pushState(null, "", "/a"), { name: "DataCloneError" });
});
