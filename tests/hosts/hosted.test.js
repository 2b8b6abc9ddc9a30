// A site on hosts that publish a folder: GitHub Pages, GitLab Pages, Cloudflare Pages, Netlify.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { asker } from "./support/ask.js";
import { HOSTS, host } from "./support/hosted.js";
import { shown } from "./support/program.js";
import { built, published, siteIn } from "./support/site.js";

/** The addresses within a site that a page's links, scripts, sheets and pictures name. */
const named = (html, page) => {
  const base = /<base href="([^"]*)"/.exec(html)?.[1] ?? page;
  const found = [...html.matchAll(/<(?:a|link|script|img|source)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
  const origin = "http://host";
  return found
    .map((address) => new URL(address.replaceAll("&amp;", "&"), new URL(base, origin + page)))
    .filter((url) => url.origin === origin)
    .map((url) => url.pathname);
};

for (const [name, kind] of Object.entries(HOSTS)) {
  for (const dist of built) {
    describe(`${name}, with the site of ${dist}`, () => {
      let site, ask, folder, stop;
      before(async () => {
        site = siteIn(dist);
        folder = published(site);
        // As the guide says: a site below a path has it moved up.
        cpSync(join(dist, "_headers"), join(folder.root, "_headers"));
        writeFileSync(join(folder.root, "_redirects"), shown("move.md", "text"));
        const running = await host(kind, folder.root, `${site.base}404.html`);
        stop = running.stop;
        ask = asker(running.port);
      });
      after(async () => {
        await stop?.();
        folder?.remove();
      });

      test("everything that pages name is there, without a detour", async () => {
        const seen = new Set(site.pages.map(site.address));
        for (const path of seen) {
          const { status, headers, body } = await ask(path);
          assert.equal(status, 200, path);
          if (headers["content-type"][0].startsWith("text/html")) named(body.toString(), path).forEach((found) => seen.add(found));
        }
        assert.ok(seen.size > site.pages.length);
        assert.ok([...seen].some((path) => path.endsWith(".css")));
      });

      test("an unknown address shows the page for that, whose own files are there", async () => {
        const deep = `${site.base}no/such/place/`;
        const { status, body } = await ask(deep);
        assert.equal(status, 404);
        assert.deepEqual(body, site.read("404.html"));
        const files = named(body.toString(), deep);
        assert.ok(files.length > 2);
        for (const file of files) assert.equal((await ask(file)).status, 200, file);
      });

      test("a folder without its slash leads to the one with it", async () => {
        const { status, headers } = await ask(`${site.base}experience`);
        assert.equal(status, kind.moved);
        assert.deepEqual(headers.location, [`${site.base}experience/`]);
      });

      if (kind.redirects) {
        test("old addresses lead to new ones, as the guide shows", async () => {
          for (const [from, to] of [
            ["/about", "/#about"],
            ["/blog/queues", "/writing/queues/"],
            ["/blog/looms/", "/writing/looms/"],
          ]) {
            const { status, headers } = await ask(from);
            assert.equal(status, 301, from);
            assert.deepEqual(headers.location, [to], from);
          }
          assert.equal((await ask("/_redirects")).status, 404);
        });
      }

      if (kind.headers) {
        test("the headers that the site asks for are within the host's limits, and each is sent once", async () => {
          assert.ok(site.rules.length <= (kind.rules ?? Infinity), `${site.rules.length} rules`);
          for (const line of site.read("_headers").toString().split("\n")) assert.ok(line.length <= (kind.letters ?? Infinity), line);
          for (const file of site.files) {
            const { headers } = await ask(site.address(file));
            for (const [header, [value]] of Object.entries(site.headers(site.address(file)))) {
              assert.deepEqual(headers[header], [value], `${file} ${header}`);
            }
          }
          assert.equal((await ask("/_headers")).status, 404);
        });
      } else {
        test("pages say their policy themselves", async () => {
          const [policy] = site.headers(site.base)["content-security-policy"];
          for (const page of [...site.pages, "404.html"]) {
            const head = site.read(page).toString();
            assert.ok(head.includes(`<head><meta http-equiv="Content-Security-Policy" content="${policy.replace(/; frame-ancestors [^;]*$/, "")}">`), page);
          }
        });
      }

      if (kind.copies) {
        test("compressed copies are sent as they lie there", async () => {
          const { headers, body } = await ask(site.base, { "Accept-Encoding": "br" });
          assert.deepEqual(headers["content-encoding"], ["br"]);
          assert.deepEqual(body, site.read("index.html.br"));
        });
      }
    });
  }
}

test("GitLab's recipe builds for the path that GitLab will publish at", () => {
  const recipe = readFileSync(new URL("../../crates/cli/starter/host/gitlab.yml", import.meta.url), "utf8");
  const [, base] = /--base "\$\((.*)\)"/.exec(recipe);
  for (const [pages, expected] of [
    ["https://ada.gitlab.io", "/"],
    ["https://ada.gitlab.io/portfolio", "/portfolio"],
    ["https://group.gitlab.io/sub/portfolio", "/sub/portfolio"],
    ["https://portfolio-29a1b2.gitlab.io", "/"],
  ]) {
    const said = execFileSync("sh", ["-c", base], { env: { ...process.env, CI_PAGES_URL: pages } });
    assert.equal(said.toString().trim(), expected, pages);
  }
});
