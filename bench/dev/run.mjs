// From a save to what is seen in the browser, with `vitrine dev` and a portfolio of 100 kB; with `mdbook serve` and as much text
// where that is there: `cargo install mdbook --locked`.
// usage: run.mjs --command VITRINE [--frame DIR] [--mdbook MDBOOK] [--repeat TIMES]
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";

const CHROMIUM = process.env.VITRINE_CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const { values } = parseArgs({
  options: { command: { type: "string" }, frame: { type: "string" }, mdbook: { type: "string" }, repeat: { type: "string", default: "40" } },
});

const words = (count, from) => Array.from({ length: count }, (_, at) => ["queue", "cache", "latency", "ledger", "replica", "backoff", "shard"][(at * 5 + from) % 7]).join(" ");
const portfolio = (name) =>
  JSON.stringify(
    {
      profile: { name, headline: "Engineer" },
      projects: Array.from({ length: 40 }, (_, at) => ({
        title: `Project ${at}`,
        summary: words(30, at),
        problem: words(80, at + 1),
        solution: words(120, at + 2),
        technologies: ["Rust", "PostgreSQL", ["Kafka", "Redis", "Go"][at % 3]],
        period: `${1990 + at % 30}`,
        diagram: `system-${at % 10}`,
      })),
      diagrams: Array.from({ length: 10 }, (_, at) => ({
        id: `system-${at}`,
        name: `System ${at}`,
        nodes: Array.from({ length: 20 }, (_, node) => ({ id: `n${node}`, label: `Node ${node}` })),
        edges: Array.from({ length: 24 }, (_, edge) => ({ source: `n${edge % 20}`, target: `n${(edge * 7 + 1) % 20}`, label: words(2, edge) })),
      })),
    },
    null,
    1,
  );

/** One that is watched: its command, how a name gets into its files, and when a page is done. */
const vitrine = {
  what: "`vitrine dev`",
  command: [values.command, "dev", "--port", "8460", ...(values.frame ? ["--frame", values.frame] : [])],
  save: (folder, name) => writeFileSync(join(folder, "portfolio.json"), portfolio(name)),
  // An author's next save comes when the program runs again, too.
  done: () => document.documentElement.dataset.state === "ready",
};
const chapters = Array.from({ length: 10 }, (_, at) => [`chapter-${at}.md`, `# Chapter ${at}\n\n${Array.from({ length: 24 }, (_, part) => `## Part ${part}\n\n${words(60, part)}`).join("\n\n")}\n`]);
const mdbook = {
  what: "`mdbook serve`",
  command: [values.mdbook, "serve", "--port", "8461"],
  save: (folder, name) => {
    mkdirSync(join(folder, "src"), { recursive: true });
    const own = (file, text) => existsSync(join(folder, "src", file)) || writeFileSync(join(folder, "src", file), text);
    own("SUMMARY.md", `# Summary\n\n[Start](start.md)\n\n${chapters.map(([file], at) => `- [Chapter ${at}](${file})`).join("\n")}\n`);
    for (const [file, text] of chapters) own(file, text);
    writeFileSync(join(folder, "src", "start.md"), `# ${name}\n\n${words(60, 0)}\n`);
  },
  done: () => document.readyState === "complete",
};

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
console.log("| | text | saves | median | p95 | slowest |\n|---|--:|--:|--:|--:|--:|");
for (const { what, command, save, done } of [vitrine, ...(values.mdbook ? [mdbook] : [])]) {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-bench-"));
  save(folder, "Nobody yet");
  const server = spawn(command[0], command.slice(1), { cwd: folder });
  const url = await new Promise((resolve, reject) => {
    let said = "";
    const hear = (data) => {
      said += data;
      const found = /http:\/\/localhost:\d+\S*/.exec(said);
      if (found) resolve(found[0]);
    };
    server.stderr.on("data", hear);
    server.stdout.on("data", hear);
    server.once("exit", () => reject(new Error(said)));
  });
  const page = await browser.newPage();
  await page.goto(url);
  const seen = (name) =>
    page.waitForFunction((name) => [...document.querySelectorAll("main h1")].some((title) => title.textContent === name), name, { polling: "raf" });
  await seen("Nobody yet");
  const times = [];
  for (let at = 0; at < Number(values.repeat); at += 1) {
    const name = `Somebody ${at}`;
    await page.waitForFunction(done);
    const start = performance.now();
    save(folder, name);
    await seen(name);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (part) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))]);
  const size = what === vitrine.what ? portfolio("").length : chapters.reduce((sum, [, text]) => sum + text.length, 0);
  console.log(`| ${what} | ${Math.round(size / 1000)} kB | ${times.length} | ${at(0.5)} ms | ${at(0.95)} ms | ${at(1)} ms |`);
  await page.close();
  server.kill();
  rmSync(folder, { recursive: true });
}
await browser.close();
