import { defineConfig } from "@playwright/test";
import { built } from "./support/machine";

// Playwright runs the tests here, and drives no browser: the engines are the system's own, not its patched ones.
const serve = ({ dist, port, url }: (typeof built)[keyof typeof built]) => ({
  command: [
    process.env.VITRINE_CLI ? `"${process.env.VITRINE_CLI}"` : "cargo run --quiet --package vitrine-cli --",
    `serve --out "${dist}" --port ${port}`,
  ].join(" "),
  url,
  cwd: "../..",
  reuseExistingServer: false,
  timeout: 60_000,
});

export default defineConfig({
  testDir: ".",
  outputDir: "../e2e/results/engines",
  // Each runs one engine at a time, which starts once.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  // What an engine can't be asked is tagged, and docs/development.md says why.
  projects: [
    { name: "webkit", use: { kind: "webkit" }, grepInvert: /@not-webkit|@firefox/ },
    { name: "firefox", use: { kind: "firefox" }, grepInvert: /@not-firefox/ },
    { name: "chromium", use: { kind: "chromium" }, grepInvert: /@firefox/ },
  ],
  webServer: Object.values(built).map(serve),
});
