// Letters that no font has: whoever builds is told which, and what helps.
import { expect, test } from "@playwright/test";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, frame } from "./support/built";

const said = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-letters-"));
  const file = join(folder, "portfolio.json");
  writeFileSync(file, JSON.stringify({ site: "https://example.org/", profile: { name } }));
  const { status, stderr } = spawnSync(command, ["build", "--frame", frame, "--portfolio", file, "--out", join(folder, "site"), "--draft"], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  expect(status).toBe(0);
  return stderr;
};

test("a build names the letters that its pictures leave out", () => {
  // Tangsa, for which no system comes with a font.
  expect(said("Ada 𖩰𖩱")).toContain("the share images and the icon leave out 𖩰, 𖩱, as no font of this machine has them; install one that does");
  expect(said("Žofie Ada")).not.toContain("leave out");
});
