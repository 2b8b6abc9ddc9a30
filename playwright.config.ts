import { defineConfig } from "@playwright/test";
import { chromiumPath, launchArguments, others, type Site, sites, unusuals, urlOf } from "./tests/e2e/support/machine";

// Two builds of each site: one for a host's root, one for a path below it. Tests open paths relative to
// `baseURL` (no leading slash), so that the same test runs on either; those tagged @base run on both.
const serve = (site: Site) => ({
  command: [
    process.env.VITRINE_CLI ? `"${process.env.VITRINE_CLI}"` : "cargo run --quiet --package vitrine-cli --",
    `serve --out "${site.dist}" --port ${site.port} --base ${site.base}`,
  ].join(" "),
  url: urlOf(site),
  reuseExistingServer: false,
  timeout: 60_000,
});

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "tests/e2e/results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  // Gestures and frames are real: a machine busy with something else may miss one. The report names what needed this.
  retries: 1,
  expect: { timeout: 7_000 },
  reporter: [["list"], ["./tests/e2e/support/minutes.ts"], ["html", { outputFolder: "tests/e2e/report", open: "never" }]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "UTC",
    // A recording of every test would take longer than the tests.
    trace: "on-first-retry",
    launchOptions: { executablePath: chromiumPath(), args: launchArguments },
  },
  projects: [
    { name: "root", use: { baseURL: urlOf(sites.root) } },
    { name: "base", use: { baseURL: urlOf(sites.base) }, grep: /@base/ },
  ],
  webServer: [...[sites, ...Object.values(others)].flatMap(({ root, base }) => [root, base]), ...Object.values(unusuals)].map(serve),
});
