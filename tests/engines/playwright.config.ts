import { defineConfig } from "@playwright/test";
import { site } from "./support/machine";

// Playwright runs the tests here, and drives no browser: the engines are the system's own, not its patched ones.
export default defineConfig({
  testDir: ".",
  outputDir: "../e2e/results/engines",
  // One worker for each engine.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  projects: [
    { name: "firefox", use: { kind: "firefox" } },
    // What is tagged @firefox asks what WebKitGTK's browser can't be asked.
    { name: "webkit", use: { kind: "webkit" }, grepInvert: /@firefox/ },
  ],
  webServer: {
    command: [
      process.env.VITRINE_CLI ? `"${process.env.VITRINE_CLI}"` : "cargo run --quiet --package vitrine-cli --",
      `serve --out "${site.dist}" --port ${site.port}`,
    ].join(" "),
    url: site.url,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
