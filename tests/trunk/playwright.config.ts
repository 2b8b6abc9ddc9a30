import { defineConfig } from "@playwright/test";
import { chromiumPath, launchArguments } from "../e2e/support/machine";

const port = Number(process.env.VITRINE_E2E_PORT ?? 4173);
const dist = process.env.VITRINE_TRUNK_DIST ?? "target/vitrine/dev";

// The page as trunk itself builds it from index.html and Trunk.toml: what whoever works on the page sees.
export default defineConfig({
  testDir: ".",
  outputDir: "../e2e/results/trunk",
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // Not optimised, the program starts more slowly.
  timeout: 60_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: chromiumPath(), args: launchArguments },
  },
  webServer: {
    command: [
      process.env.VITRINE_CLI ? `"${process.env.VITRINE_CLI}"` : "cargo run --quiet --package vitrine-cli --",
      `serve --out "${dist}" --port ${port}`,
    ].join(" "),
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
