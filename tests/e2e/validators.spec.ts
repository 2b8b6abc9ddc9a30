// What others' validators say of the built sites. Each is the one its field asks: the Nu Html Checker for pages, linkinator
// for links, RELAX NG for XML, schema.org's own vocabulary for JSON-LD, JSON Resume's package,
// CycloneDX's schema, Mozilla's observatory.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { expect, test } from "@playwright/test";
import { LinkChecker, LinkState } from "linkinator";
import { generate } from "selfsigned";
import { againstSchema, checked, type Finding } from "./support/java";
import { bundledSites, vivek } from "./support/portfolios";

// Programs of others, some of them in Java, take their time to start on a busy machine.
test.describe.configure({ timeout: 180_000 });

const require = createRequire(import.meta.url);
const run = promisify(execFile);

const filesBelow = (folder: string, ending: string) =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((path) => path.endsWith(ending)).sort();

/** Warnings of the Nu Html Checker that are no faults of ours. Errors have no such list. */
const TRIAGED: { message: RegExp; extract?: RegExp; why: string }[] = [
  {
    message: /^Inline script violates Content Security Policy/,
    extract: /<script type="(application\/ld\+json|text\/plain)"/,
    why: "Data, which is never run: HTML, 4.12.1, asks the policy about scripts only. No browser reports a violation.",
  },
  {
    message: /^Resource violates Content Security Policy \(meta tag\): external (script|stylesheet) “(?!\/\/|[a-z]+:)[^”]*”/,
    why: "A page read from a file has no origin, so that nothing of its own host is 'self' to it. It reads files, since it waits for a busy server for five seconds only.",
  },
];

const isTriaged = ({ message, extract = "" }: Finding) => TRIAGED.some((known) => known.message.test(message) && (known.extract?.test(extract) ?? true));

for (const { portfolio, at, site: { dist, base, port } } of bundledSites) {
  // What asks a server is asked at both paths for the project's own portfolio, and at one for the others.
  const overHttp = at === "root" || portfolio === vivek;

  test.describe(`${portfolio.name}, ${at}`, () => {
    const start = `http://localhost:${port}${base}`;

    test("the Nu Html Checker finds no fault with any page or picture", async () => {
      const pages = filesBelow(dist, ".html");
      expect(pages.length).toBeGreaterThan(3);
      const findings = await checked([...pages, ...filesBelow(dist, ".svg")].map((file) => join(dist, file)));
      const left = findings.filter((finding) => finding.type !== "info" || !isTriaged(finding));
      expect(left.map(({ url, lastLine, message, extract }) => `${url}:${lastLine} ${message} ${extract ?? ""}`)).toEqual([]);
    });

    if (overHttp) test("linkinator finds no broken link, walking the site as a crawler does", async () => {
      const walk = new LinkChecker();
      const { links } = await walk.check({
        path: start,
        recurse: true,
        checkFragments: true,
        checkCss: true,
        // Links to other hosts are not followed: tests send nothing outside this machine.
        linksToSkip: async (link) => !link.startsWith(`http://localhost:${port}/`),
      });
      const broken = links.filter((link) => link.state === LinkState.BROKEN);
      expect(broken.map(({ url, status, parent }) => `${status} ${url} on ${parent}`)).toEqual([]);
      const visited = new Set(links.filter(({ state }) => state === LinkState.OK).map(({ url }) => url.replace(/[?#].*/, "")));
      // Diagrams without a project are reached through the program or the sitemap.
      for (const page of filesBelow(dist, "index.html").filter((page) => /^(projects|experience)\//.test(page))) {
        expect(visited, "links lead to every page").toContain(start + page.replace(/index\.html$/, ""));
      }
    });

    for (const [file, schema] of [
      ["sitemap.xml", "sitemap.rnc"],
      ["feed.xml", "atom.rnc"],
    ] as const) {
      test(`${file} holds what its format asks for`, async () => {
        expect(await againstSchema(join("tests/e2e/schema", schema), join(dist, file))).toBe("");
      });
    }

    test("the sitemap is within the limits of its protocol and of one place", () => {
      const text = readFileSync(join(dist, "sitemap.xml"), "utf8");
      const addresses = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => new URL(address!));
      expect(text.length).toBeLessThan(50 << 20);
      expect(addresses.length).toBeLessThan(50_000);
      expect(new Set(addresses.map(String)).size).toBe(addresses.length);
      // "All URLs listed in the Sitemap must use the same protocol and reside on the same host", below its own folder.
      const home = /^Sitemap: (.*)sitemap\.xml$/m.exec(readFileSync(join(dist, "robots.txt"), "utf8"))![1]!;
      expect(addresses.filter((address) => !address.href.startsWith(home))).toEqual([]);
      const today = new Date().toISOString().slice(0, 10);
      for (const [, day] of text.matchAll(/<lastmod>([^<]*)<\/lastmod>/g)) expect(day! <= today, day).toBe(true);
    });

    test("JSON-LD says only what schema.org has a word for", async () => {
      // TypeScript knows the vocabulary by schema-dts, in which a property that a type doesn't have is an error.
      const work = `target/vitrine/json-ld-${portfolio.name}-${at}`;
      rmSync(work, { recursive: true, force: true });
      mkdirSync(work, { recursive: true });
      const pages = filesBelow(dist, ".html").filter((page) => page !== "404.html");
      for (const [index, page] of pages.entries()) {
        const said = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(readFileSync(join(dist, page), "utf8"))![1]!;
        const entries = (JSON.parse(said) as { "@graph": { "@type": string }[] })["@graph"];
        const checks = entries.map((entry, at) => `export const entry${at}: ${entry["@type"]} = ${JSON.stringify(entry)};`);
        const types = [...new Set(entries.map((entry) => entry["@type"]))].join(", ");
        writeFileSync(join(work, `${index}.ts`), `// ${page}\nimport type { ${types} } from "schema-dts";\n${checks.join("\n")}\n`);
      }
      const compilerOptions = { noEmit: true, strict: true, skipLibCheck: true, module: "preserve", moduleResolution: "bundler", types: [] };
      writeFileSync(join(work, "tsconfig.json"), JSON.stringify({ compilerOptions }));
      const printed = await run(process.execPath, [require.resolve("typescript/bin/tsc"), "--pretty", "false", "--project", work]).then(
        ({ stdout }) => stdout,
        (error: { stdout: string }) => error.stdout,
      );
      expect(printed).toBe("");
    });

    test("JSON-LD holds what search engines ask of each type", () => {
      // Source: Google Search Central, structured data for profile pages, articles and breadcrumbs.
      const needed: Record<string, string[]> = {
        ProfilePage: ["mainEntity.name"],
        Article: ["headline", "author.name", "author.url", "dateModified", "image.url"],
        SoftwareSourceCode: ["name", "author.name", "codeRepository"],
        CreativeWork: ["name", "author.name"],
        WebPage: ["name", "url"],
        BreadcrumbList: ["itemListElement.0.name", "itemListElement.0.item", "itemListElement.1.name", "itemListElement.1.position"],
      };
      const get = (value: unknown, path: string) => path.split(".").reduce((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
      for (const page of filesBelow(dist, ".html").filter((page) => page !== "404.html")) {
        const said = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(readFileSync(join(dist, page), "utf8"))![1]!;
        for (const entry of (JSON.parse(said) as { "@graph": { "@type": string }[] })["@graph"]) {
          expect(Object.keys(needed), page).toContain(entry["@type"]);
          for (const path of needed[entry["@type"]]!) expect(get(entry, path), `${page}: ${entry["@type"]}.${path}`).toBeTruthy();
        }
      }
    });

    test("resume.json is a résumé by JSON Resume's own package", () => {
      const resume = JSON.parse(readFileSync(join(dist, "resume.json"), "utf8"));
      const { validate } = require("@jsonresume/schema") as { validate: (resume: unknown, done: (errors: unknown, valid?: boolean) => void) => void };
      let said: unknown;
      validate(resume, (errors, valid) => (said = errors ?? valid));
      expect(said).toBe(true);
    });

    test("the bill of materials is one by CycloneDX's own schema", async () => {
      const bill = readFileSync(join(dist, "sbom.cdx.json"), "utf8");
      const version = Spec.Version.v1dot6;
      expect(JSON.parse(bill).specVersion).toBe(version);
      expect(await new Validation.JsonStrictValidator(version).validate(bill)).toBeNull();
    });

    if (overHttp) test("Mozilla's observatory gives the best grade to what is served", async () => {
      const folder = mkdtempSync(join(tmpdir(), "vitrine-tls-"));
      const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
      const made = await generate([{ name: "commonName", value: "localhost" }], {
        extensions: [
          { name: "basicConstraints", cA: true },
          { name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] },
        ],
      });
      writeFileSync(certificate, made.cert);
      writeFileSync(key, made.private, { mode: 0o600 });
      try {
        const environment = { ...process.env, NODE_EXTRA_CA_CERTS: certificate, ABORT_TIMEOUT: "90000", CLIENT_TIMEOUT: "90000" };
        const { stdout } = await run(process.execPath, ["tests/e2e/support/observatory.mjs", String(port), certificate, key, base], { env: environment });
        const result = JSON.parse(stdout) as { grade: string; score: number; status: number; verified: boolean; tests: { result: string; pass: boolean }[] };
        expect(result).toMatchObject({ status: 200, verified: true, grade: "A+" });
        expect(result.tests.filter(({ pass }) => !pass)).toEqual([]);
        expect(result.score, stdout).toBeGreaterThanOrEqual(125);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });
}
