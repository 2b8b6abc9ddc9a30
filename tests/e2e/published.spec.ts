// What a host and the machines of others find in the built site, as files.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import { complaints } from "./support/html";
import { bundledSites } from "./support/portfolios";
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

for (const { portfolio: { name, data }, at, site: { dist, base } } of bundledSites) {
  test.describe(`${name} ${at === "root" ? "at the root" : "below a path"}`, () => {
    const homepage = (data as unknown as { site: string }).site;
    const pages = filesBelow(dist, ".html");
    const html = new Map(pages.map((page) => [page, readFileSync(join(dist, page), "utf8")]));
    const read = (path: string) => readFileSync(join(dist, path), "utf8");

    test("there is a page for everything that can be visited", () => {
      const { projects, diagrams, experience } = data;
      const expected = [
        "404.html",
        "index.html",
        "architecture/index.html",
        ...(experience ? ["experience/index.html"] : []),
        ...projects.map(({ id }) => `projects/${id}/index.html`),
        ...diagrams.map(({ id }) => `architecture/${id}/index.html`),
      ];
      expect(pages.sort()).toEqual(expected.sort());
    });

    test("every page is sound HTML", async () => {
      for (const [page, text] of html) expect(await complaints(page, text), page).toEqual([]);
    });

    test("every address that a page names is a file of the site, and every place on a page is there", () => {
      for (const [page, text] of html) {
        const own = [...text.matchAll(/\s(?:href|src)="?([^"\s>]+)/g)].map(([, address]) => address!.replaceAll("&amp;", "&"));
        for (const address of own.filter((address) => !/^(https?|mailto|tel):/.test(address))) {
          const url = new URL(address, `http://site.test${base}`);
          expect(url.pathname.startsWith(base), `${page}: ${address}`).toBe(true);
          const file = fileOf(url.pathname.slice(base.length));
          expect(existsSync(join(dist, file)), `${page}: ${address}`).toBe(true);
          if (url.hash && file.endsWith(".html")) expect(html.get(file), `${page}: ${address}`).toContain(`id="${url.hash.slice(1)}"`);
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
        expect(JSON.stringify(JSON.parse(said[0]![1]!)), page).toContain(`"name":"${data.profile.name}"`);
      }
      expect(JSON.parse(read("resume.json")).basics.name).toBe(data.profile.name);
      for (const { src } of JSON.parse(read("site.webmanifest")).icons) expect(existsSync(join(dist, src.replace(base, "")))).toBe(true);
    });

    test("nothing betrays the machine that built it, or what it knows", () => {
      const all = readdirSync(dist, { recursive: true }) as string[];
      expect(all.filter((path) => path.endsWith(".map"))).toEqual([]);
      const texts = all.filter((path) => /\.(wasm|js|css|html|json|xml|svg|txt|webmanifest)$/.test(path) || path === "_headers");
      expect(texts.length).toBeGreaterThan(20);
      const telling = [
        // Folders of people, of this project and of cargo; Rust's own sources are named without one.
        /\/(home|root|Users|work)\/[\w.]+\//,
        /\.cargo\/|registry\/src\/|[A-Z]:\\Users\\/,
        /sourceMappingURL/,
        /-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{30,}|\bnpm_\w{30,}|_authToken/,
      ];
      // What the machine itself is called, and whose it is.
      const own = [process.cwd(), homedir(), hostname()].filter((word) => word.length > 6);
      for (const file of texts) {
        const text = readFileSync(join(dist, file)).toString("latin1");
        for (const pattern of telling) expect(pattern.exec(text)?.[0], `${file} tells`).toBeUndefined();
        for (const word of own) expect(text.includes(word), `${file} tells ${word}`).toBe(false);
      }
    });

    test("no page has a script but one, a handler or a style written into it", () => {
      for (const [page, text] of html) {
        const tags = [...text.matchAll(/<[a-z][^\s>]*(?:[^>"']|"[^"]*"|'[^']*')*>/g)].map(([tag]) => tag);
        const scripts = tags.filter((tag) => /^<script\b/.test(tag) && !/\ssrc=|\stype="(application\/ld\+json|text\/plain)"/.test(tag));
        // The one that the policy names.
        const [, named] = /script-src [^;]*'(sha384-[^']*)'/.exec(text)!;
        const inline = [...text.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script]) => `sha384-${createHash("sha384").update(script!).digest("base64")}`);
        expect([scripts, inline], page).toEqual([["<script>"], [named]]);
        // Names of attributes only: what an attribute says may well contain such a word.
        const bare = tags.map((tag) => tag.replace(/"[^"]*"|'[^']*'/g, '""'));
        expect(bare.filter((tag) => /^<style\b|\sstyle=|\son[a-z]+=|="?javascript:/.test(tag)), page).toEqual([]);
      }
    });

    test("every page has the policy of the headers before anything else, but for frames", () => {
      const header = /Content-Security-Policy: (.*)/.exec(read("_headers"))![1]!;
      for (const [page, text] of html) {
        const first = /<head><meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(text)?.[1];
        expect(`${first}; frame-ancestors 'none'`, page).toBe(header);
      }
    });

    test("every file that a page vouches for is the one that was built", () => {
      const digest = (file: string) => `sha384-${createHash("sha384").update(readFileSync(join(dist, file))).digest("base64")}`;
      const local = (address: string) => (address.startsWith(base) ? address.slice(base.length) : address);
      for (const [page, text] of html) {
        const get = (tag: string, name: string) => new RegExp(`\\s${name}="?([^"\\s>]+)`).exec(tag)?.[1];
        const vouched: Record<string, string> = {};
        for (const [tag] of text.matchAll(/<(?:script|link|meta)\b[^>]*>/g)) {
          const said = get(tag, "integrity") ?? get(tag, "data-integrity");
          if (said) vouched[local((get(tag, "src") ?? get(tag, "href") ?? get(tag, "content"))!)] = said;
        }
        // The program's own stands apart from its name.
        const [, program] = /<meta name="integrity" content="([^"]*)">/.exec(text)!;
        const [, wasm, script] = /<meta name="program" content="([^"]+\.wasm)" data-script="([^"]+\.js)">/.exec(text)!;
        vouched[local(wasm!)] = program!;
        expect(Object.keys(vouched), `${page}: what calls the program`).toContain(local(script!));
        for (const [file, said] of Object.entries(vouched)) expect(said, `${page}: ${file}`).toBe(digest(file));
        const kinds = Object.keys(vouched).map((file) => file.split(".").pop());
        expect(kinds.sort(), `${page} vouches for all it runs`).toEqual(["js", "js", "wasm", "wasm", "wasm", "wasm"]);
      }
    });

    test("links that leave the site tell nobody where they come from", () => {
      let seen = 0;
      for (const [page, text] of html) {
        for (const [tag] of text.matchAll(/<a\s[^>]*href="?https?:[^>]*>/g)) {
          seen += 1;
          expect(tag, page).toMatch(/rel="[^"]*noopener noreferrer/);
        }
      }
      expect(seen > 0).toBe(/"url":"https?:/.test(JSON.stringify(data)));
    });

    test("files that are kept for ever have their content in their name, and pages are asked for again", () => {
      const rules = [...read("_headers").matchAll(/^(\S+)\n {2}Cache-Control: (.*)$/gm)].map(([, path, value]) => [path!.slice(base.length), value!] as const);
      const lasting = rules.filter(([, value]) => value === "public, max-age=31536000, immutable");
      expect(lasting.length).toBeGreaterThan(5);
      const others = Object.fromEntries(rules.filter((rule) => !lasting.includes(rule)));
      for (const page of ["", "404.html", "projects/*", "architecture/*"]) expect(others[page], page).toBe("no-cache, no-transform");
      expect(others["sw.js"]).toBe("no-cache");
      for (const [file] of lasting) {
        expect(existsSync(join(dist, file)), file).toBe(true);
        const content = createHash("sha384").update(readFileSync(join(dist, file))).digest("hex");
        expect(/-([0-9a-f]{16})(?:_bg)?\.\w+$/.exec(file)?.[1], file).toBe(content.slice(0, 16));
      }
      const hashed = lasting.map(([file]) => file.replace(/.*\/|-.*/g, ""));
      expect(new Set(hashed)).toEqual(new Set(["boot", "diagram", "icons", "inter", "jetbrains", "print", "reader", "shared", "style", "vitrine"]));
    });

    test("what ends a former site's worker is at its usual addresses, and phones are asked to leave numbers alone", () => {
      for (const file of ["sw.js", "service-worker.js", "ngsw-worker.js"]) expect(read(file)).toContain("registration.unregister()");
      for (const [page, text] of html) {
        expect(text, page).toContain('<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, unit=no">');
      }
    });

    test("other sites may embed its pictures, and nothing else of it that they could run or frame", () => {
      const all = readdirSync(dist) as string[];
      const own = [...read("_headers").matchAll(/^(\S+)\n(?: {2}.*\n)*? {2}Cross-Origin-Resource-Policy: same-origin$/gm)].map(([, path]) => path!.slice(base.length));
      expect(own).toEqual(expect.arrayContaining(["", "404.html", "vitrine.rescue.js", "projects/*", "architecture/*", ...all.filter((path) => /^(vitrine|boot|style|print|diagram|reader|shared)-.*\.(js|wasm|css)$/.test(path))]));
      expect(own.filter((path) => /^(share\/|icon|\*)/.test(path) && !path.startsWith("icons-"))).toEqual([]);
    });

    test("what judges policies finds no fault with ours", () => {
      const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
      const { CspParser } = require("csp_evaluator/dist/parser.js");
      const policy = /Content-Security-Policy: (.*)/.exec(read("_headers"))![1]!;
      const findings: { severity: number; directive: string; value: string }[] = new CspEvaluator(new CspParser(policy).csp).evaluate();
      // 40 and above are guesses. This one: a file that somebody could upload here would be a script of ours; nobody can.
      expect(findings.filter(({ severity }) => severity < 100).map(({ severity, directive, value }) => `${severity} ${directive} ${value}`)).toEqual([
        "50 script-src 'self'",
      ]);
    });
  });
}
