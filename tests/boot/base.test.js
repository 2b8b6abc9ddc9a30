// Where the site stands.
import assert from "node:assert/strict";
import { test } from "node:test";
import { folders, tellBase } from "../../src/boot/base.js";
import { hasSheet } from "../../src/boot/sheet.js";
import { visit } from "./support/visit.js";

for (const [path, expected] of [
  ["/", ["/"]],
  ["/index.html", ["/"]],
  ["/repo/projects/x/", ["/", "/repo/", "/repo/projects/", "/repo/projects/x/"]],
  ["/repo/projects/x", ["/", "/repo/", "/repo/projects/"]],
]) {
  test(`a site of which ${path} is a page stands in one of ${expected.length}`, () => {
    visit().location.pathname = path;
    assert.deepEqual(folders(), expected);
  });
}

test("whoever has built a site for another place is told what to do, once the program runs, too", () => {
  const page = visit();
  const warnings = [];
  console.warn = (text) => warnings.push(text);
  tellBase("/repo/", "/");
  const [, line] = page.body.children;
  assert.equal(line.words, "This site was built for /repo/ and stands at /. Build it with: vitrine build --base /");
  assert.deepEqual([line.tag, line.role, warnings], ["p", "status", [line.words]]);
});

for (const [what, page, expected] of [
  ["that has come", {}, true],
  ["without a rule", { rules: [] }, false],
  ["that is not named", { hasSheet: false }, false],
]) {
  test(`a style sheet ${what} is ${expected ? "" : "not "}there`, () => {
    visit(page);
    assert.equal(hasSheet(), expected);
  });
}
