// Where the browser and the built sites are. `cargo xtask test` says so; the defaults serve for running
// `npx playwright test` alone after it.
import { existsSync } from "node:fs";

export const BASE = "/some/base/";

const port = Number(process.env.VITRINE_E2E_PORT ?? 4173);

export const sites = {
  root: { dist: process.env.VITRINE_DIST ?? "dist", base: "/", port },
  base: { dist: process.env.VITRINE_DIST_BASE ?? "target/vitrine/dist-base", base: BASE, port: port + 1 },
};

export function chromiumPath(): string {
  const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = process.env.VITRINE_CHROMIUM ?? usual.find((path) => existsSync(path));
  if (!found) throw new Error("No Chromium found. Install it, or set VITRINE_CHROMIUM to where it is.");
  return found;
}

// The tests send nothing outside this machine, and neither should the browser.
export const launchArguments = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A page that a test answers is nobody's neighbour; without this it may not ask this machine for what a test streams.
  "--disable-features=LocalNetworkAccessChecks",
];
