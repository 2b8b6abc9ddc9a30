// The recipe for Caddy, tried in Caddy.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { recipe, shown } from "./support/program.js";
import { servesEverySite } from "./support/served.js";

test("the recipe for Caddy looks as Caddy would have it", () => {
  const file = fileURLToPath(new URL("../../docs/guide/hosts/Caddyfile", import.meta.url));
  assert.equal(execFileSync("caddy", ["fmt", file]).toString(), readFileSync(file, "utf8"));
});

servesEverySite("Caddy", (site, root, port) => {
  const text = recipe("Caddyfile", {
    "example.org {": `http://127.0.0.1:${port} {`,
    "/var/www/portfolio\n": `${root}\n`,
    "\t# The compressed copies": `${shown("move.md", "caddy")}\t# The compressed copies`,
    "rewrite * /404.html": `rewrite * ${site.base}404.html`,
  });
  const Caddyfile = `{\n\tadmin off\n\tauto_https off\n}\n${text}`;
  return (own) => ({
    files: { Caddyfile },
    command: ["caddy", "run", "--config", `${own}/Caddyfile`, "--adapter", "caddyfile"],
  });
});
