// What a host and the machines of others find in the built site, as files.
import { createRequire } from "node:module";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { BASE, sites } from "./support/machine";
import { vivek } from "./support/portfolios";
import { expect, test } from "./support/test";

const require = createRequire(import.meta.url);

function filesBelow(folder: string, ending: string, below = ""): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below + entry.name;
    if (entry.isDirectory()) return filesBelow(folder, ending, `${path}/`);
    return path.endsWith(ending) ? [path] : [];
  });
}

/** The file that answers an address below the site's start page. */
const fileOf = (path: string) => (path === "" || path.endsWith("/") ? `${path}index.html` : path);

const homepage = (vivek.data as unknown as { site: string }).site;

for (const [name, { dist }, base] of [
  ["at the root", sites.root, "/"],
  ["below a path", sites.base, BASE],
] as const) {
  test.describe(name, () => {
    const pages = filesBelow(dist, ".html");
    const html = new Map(pages.map((page) => [page, readFileSync(join(dist, page), "utf8")]));
    const read = (path: string) => readFileSync(join(dist, path), "utf8");

    test("there is a page for everything that can be visited", () => {
      const { projects, diagrams } = vivek.data;
      const expected = [
        "404.html",
        "index.html",
        "experience/index.html",
        "architecture/index.html",
        ...projects.map(({ id }) => `projects/${id}/index.html`),
        ...diagrams.map(({ id }) => `architecture/${id}/index.html`),
      ];
      expect(pages.sort()).toEqual(expected.sort());
    });

    test("every page is sound HTML", async () => {
      const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:standard"] }));
      for (const [page, text] of html) {
        const report = await validator.validateString(text, page);
        const said = report.results.flatMap(({ messages }) => messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`));
        expect(said, page).toEqual([]);
      }
    });

    test("every address that a page names is a file of the site, and every place on a page is there", () => {
      for (const [page, text] of html) {
        const own = [...text.matchAll(/\s(?:href|src)="?([^"\s>]+)/g)].map(([, address]) => address!.replaceAll("&amp;", "&"));
        for (const address of own.filter((address) => !/^(https?|mailto|tel):/.test(address))) {
          const url = new URL(address, `http://site.test${base}`);
          expect(url.pathname.startsWith(base), `${page}: ${address}`).toBe(true);
          const file = fileOf(url.pathname.slice(base.length));
          expect(existsSync(join(dist, file)), `${page}: ${address}`).toBe(true);
          // The part that a diagram's page is to open is the program's business.
          if (url.hash && file.endsWith(".html") && !file.startsWith("architecture/")) expect(html.get(file), `${page}: ${address}`).toContain(`id="${url.hash.slice(1)}"`);
        }
      }
    });

    test("each page has a title, a description, an address and a share image of its own", () => {
      const found = [...html].filter(([page]) => page !== "404.html" && page !== "architecture/index.html");
      const one = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? "";
      const heads = found.map(([page, text]) => ({
        page,
        title: one(text, /<title>([^<]*)/),
        description: one(text, /name="description" content="([^"]*)/),
        canonical: one(text, /rel="canonical" href="([^"]*)/),
        image: one(text, /property="og:image" content="([^"]*)/),
      }));
      for (const { page, canonical, image } of heads) {
        expect(canonical).toBe(homepage + page.replace(/index\.html$/, ""));
        const file = join(dist, image.slice(homepage.length));
        const bytes = readFileSync(file);
        expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], image).toEqual([1200, 630]);
        expect(statSync(file).size, image).toBeLessThan(300_000);
      }
      for (const key of ["title", "description", "canonical", "image"] as const) {
        expect(new Set(heads.map((head) => head[key])).size, key).toBe(heads.length);
      }
      expect(html.get("404.html")).toContain('name="robots" content="noindex"');
    });

    test("the sitemap lists exactly the pages to be found, and robots.txt names it", () => {
      const listed = [...read("sitemap.xml").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => fileOf(address!.slice(homepage.length)));
      expect(listed.sort()).toEqual(pages.filter((page) => page !== "404.html" && page !== "architecture/index.html").sort());
      expect(read("robots.txt")).toContain(`Sitemap: ${homepage}sitemap.xml`);
    });

    test("what is said as data is JSON, and the same person", () => {
      for (const [page, text] of html) {
        const said = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
        if (page === "404.html") continue;
        expect(said, page).toHaveLength(1);
        expect(JSON.stringify(JSON.parse(said[0]![1]!)), page).toContain(`"name":"${vivek.data.profile.name}"`);
      }
      expect(JSON.parse(read("resume.json")).basics.name).toBe(vivek.data.profile.name);
      for (const { src } of JSON.parse(read("site.webmanifest")).icons) expect(existsSync(join(dist, src.replace(base, "")))).toBe(true);
    });

    test("nothing betrays the machine that built it", () => {
      for (const file of [...filesBelow(dist, ".wasm"), ...filesBelow(dist, ".js"), ...pages]) {
        const bytes = readFileSync(join(dist, file)).toString("latin1");
        expect(bytes, file).not.toMatch(/\/(home|root|Users|work)\/[\w.]+\//);
        expect(bytes, file).not.toContain("sourceMappingURL");
      }
    });
  });
}

test("what judges policies finds no fault with ours", () => {
  const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
  const { CspParser } = require("csp_evaluator/dist/parser.js");
  const policy = /Content-Security-Policy: (.*)/.exec(readFileSync(join(sites.root.dist, "_headers"), "utf8"))![1]!;
  const findings: { severity: number; directive: string; value: string }[] = new CspEvaluator(new CspParser(policy).csp).evaluate();
  // 40 and above are guesses. This one: a file that somebody could upload here would be a script of ours; nobody can.
  expect(findings.filter(({ severity }) => severity < 100).map(({ severity, directive, value }) => `${severity} ${directive} ${value}`)).toEqual([
    "50 script-src 'self'",
  ]);
});
