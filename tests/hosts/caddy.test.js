// The recipe for Caddy, tried in Caddy.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { asker, freePort } from "./support/ask.js";
import { leadsOn, servesAsAGoodHost } from "./support/good-host.js";
import { recipe, serve, shown } from "./support/program.js";
import { built, published, siteIn } from "./support/site.js";

test("the recipe for Caddy looks as Caddy would have it", () => {
  const file = fileURLToPath(new URL("../../docs/guide/hosts/Caddyfile", import.meta.url));
  assert.equal(execFileSync("caddy", ["fmt", file]).toString(), readFileSync(file, "utf8"));
});

for (const dist of built) {
  describe(`Caddy, with the site of ${dist}`, () => {
    let site, ask, folder, stop;
    before(async () => {
      site = siteIn(dist);
      folder = published(site);
      const port = await freePort();
      ask = asker(port);
      const text = recipe("Caddyfile", {
        "example.org {": `http://127.0.0.1:${port} {`,
        "/var/www/portfolio\n": `${folder.root}\n`,
        "\t# The compressed copies": `${shown("move.md", "caddy")}\t# The compressed copies`,
        "rewrite * /404.html": `rewrite * ${site.base}404.html`,
      });
      const Caddyfile = `{\n\tadmin off\n\tauto_https off\n}\n${text}`;
      stop = await serve(port, (own) => ({
        files: { Caddyfile },
        command: ["caddy", "run", "--config", `${own}/Caddyfile`, "--adapter", "caddyfile"],
      }));
    });
    after(async () => {
      await stop?.();
      folder?.remove();
    });
    servesAsAGoodHost(() => ({ site, ask }));
    leadsOn(() => ({ ask }));
  });
}
