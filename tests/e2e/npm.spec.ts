// The packages of npm: packed, installed from their archives into an empty folder, and run as people do.
import { expect, test } from "@playwright/test";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
