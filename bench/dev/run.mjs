// From a save to what is seen in the browser, with `vitrine dev` and a portfolio of 100 kB.
// usage: run.mjs --command VITRINE [--frame DIR] [--repeat TIMES]
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";

const CHROMIUM = process.env.VITRINE_CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const { values } = parseArgs({
  options: { command: { type: "string" }, frame: { type: "string" }, repeat: { type: "string", default: "40" } },
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

const folder = mkdtempSync(join(tmpdir(), "vitrine-bench-"));
const file = join(folder, "portfolio.json");
writeFileSync(file, portfolio("Nobody yet"));
const server = spawn(values.command, ["dev", "--port", "8460", ...(values.frame ? ["--frame", values.frame] : [])], { cwd: folder });
const url = await new Promise((resolve, reject) => {
  let said = "";
  server.stderr.on("data", (data) => {
    said += data;
    const found = /http:\/\/localhost:\d+\S*/.exec(said);
    if (found) resolve(found[0]);
  });
  server.once("exit", () => reject(new Error(said)));
});
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.goto(url);
const seen = (name) => page.waitForFunction((name) => document.querySelector("h1")?.textContent === name, name, { polling: "raf" });
await seen("Nobody yet");
const times = [];
for (let at = 0; at < Number(values.repeat); at += 1) {
  const name = `Somebody ${at}`;
  const text = portfolio(name);
  const start = performance.now();
  writeFileSync(file, text);
  await seen(name);
  times.push(performance.now() - start);
  // Until the program runs again, as an author's next save comes later, too.
  await page.waitForFunction(() => document.documentElement.dataset.state === "ready");
}
times.sort((a, b) => a - b);
const at = (part) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))]);
console.log(`| portfolio | saves | median | p95 | slowest |\n|--:|--:|--:|--:|--:|`);
console.log(`| ${Math.round(portfolio("").length / 1000)} kB | ${times.length} | ${at(0.5)} ms | ${at(0.95)} ms | ${at(1)} ms |`);
await browser.close();
server.kill();
rmSync(folder, { recursive: true });
