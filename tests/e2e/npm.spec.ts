// The packages of npm: packed, installed from their archives into an empty folder, and run as people do.
import { expect, test } from "@playwright/test";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const command = process.env.VITRINE_CLI ?? resolve("target/debug/vitrine");
const machine = `${process.platform}-${process.arch}`;

test("the command comes by npm, runs no script when it is installed, and starts a portfolio", () => {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-npm-"));
  const run = (program: string, arguments_: string[], cwd: string) => execFileSync(program, arguments_, { cwd, encoding: "utf8" });
  // A package of the command itself, unstripped as tests compile it, would be compressed for a minute.
  const short = join(folder, "short");
  writeFileSync(short, `#!/bin/sh\nexec "${command}" "$@"\n`);
  run(process.execPath, [resolve("npm/pack.mjs"), "--out", folder, `${machine}=${short}`], folder);
  const packages = [`vitrine-cli-${machine}`, "vitrine-cli", "create-vitrine"];
  const archives = packages.map((name) => {
    const description = JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8"));
    expect(description.scripts).toBeUndefined();
    return join(folder, run("npm", ["pack", "--silent", join(folder, name)], folder).trim().split("\n").at(-1)!);
  });
  const site = join(folder, "site");
  mkdirSync(site);
  run("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", ...archives], site);
  expect(run("npx", ["--no-install", "vitrine", "--version"], site)).toMatch(/^vitrine \d+\.\d+\.\d+ \(format of portfolios/);
  const usage = spawnSync("npx", ["--no-install", "vitrine", "check", "missing.json"], { cwd: site, encoding: "utf8" });
  expect([usage.status, usage.stderr]).toEqual([2, expect.stringContaining("cannot read missing.json")]);
  run("npx", ["--no-install", "create-vitrine", "mine", "--yes"], site);
  expect(existsSync(join(site, "mine", "portfolio.jsonc"))).toBe(true);
  rmSync(folder, { recursive: true });
});

test("the action checks a portfolio beside its lines and builds its site", () => {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-action-"));
  const action = readFileSync("action.yml", "utf8");
  const script = action.slice(action.lastIndexOf("run: |") + "run: |".length).replace(/^ {8}/gm, "");
  // Instead of npm's: it runs the command that it is asked for, with the front end that an installed one has in it.
  const npx = join(folder, "npx");
  const frame = resolve(process.env.VITRINE_FRAME ?? "target/vitrine/frame");
  writeFileSync(npx, `#!/bin/sh\n[ "$1 $2" = "--yes vitrine-cli@1.2.3" ] || exit 9\nshift 2\n[ "$1" = build ] && set -- "$@" --frame "${frame}"\nexec "${command}" "$@"\n`);
  chmodSync(npx, 0o755);
  writeFileSync(join(folder, "mine.json"), '{\n  "profile": { "name": "Ada", "headlin": "Analyst" }\n}');
  const run = (inputs: Record<string, string>) => {
    const env = { PATH: `${folder}:${process.env.PATH}`, PORTFOLIO: "mine.json", OUT: "site", BASE: "/b/", STRICT: "false", VERSION: "1.2.3", ...inputs };
    return spawnSync("bash", ["-eo", "pipefail", "-c", script], { cwd: folder, env, encoding: "utf8" });
  };
  const done = run({});
  expect([done.status, done.stdout]).toEqual([0, expect.stringContaining("::warning file=mine.json,line=2")]);
  expect(readFileSync(join(folder, "site", "index.html"), "utf8")).toContain('<base href="/b/">');
  expect(run({ STRICT: "true", OUT: "other" }).status).toBe(1);
  expect(existsSync(join(folder, "other"))).toBe(false);
  rmSync(folder, { recursive: true });
});
