// Where the browser and the built sites are. `cargo xtask test` says so; the defaults serve for running
// `npx playwright test` alone after it.
import { existsSync } from "node:fs";

export const BASE = "/some/base/";

const port = Number(process.env.VITRINE_E2E_PORT ?? 4173);

export type At = "root" | "base";
export type Site = { dist: string; base: string; port: number };

export const sites: Record<At, Site> = {
  root: { dist: process.env.VITRINE_DIST ?? "dist", base: "/", port },
  base: { dist: process.env.VITRINE_DIST_BASE ?? "target/vitrine/dist-base", base: BASE, port: port + 1 },
};

const other = (name: string, first: number): Record<At, Site> => {
  const folder = `${process.env.VITRINE_SITES ?? "target/vitrine/sites"}/${name}`;
  return { root: { dist: `${folder}/root`, base: "/", port: first }, base: { dist: `${folder}/base`, base: BASE, port: first + 1 } };
};

/** The sites of other portfolios than the project's own, and the one that prerenders none. */
export const others = {
  "sharvil-kadam": other("sharvil-kadam", port + 2),
  "arunav-malhotra": other("arunav-malhotra", port + 4),
  "salma-idrissi": other("salma-idrissi", port + 6),
  generic: other("generic", port + 8),
};

/** Sites of portfolios that are unlike any that ships: tests/e2e/data/ has them. */
const unusual = (name: string, port: number): Site => ({ dist: `${process.env.VITRINE_SITES ?? "target/vitrine/sites"}/${name}/root`, base: "/", port });
export const unusuals = {
  hostile: unusual("hostile", port + 10),
  sparse: unusual("sparse", port + 11),
  foreign: unusual("foreign", port + 12),
  gallery: unusual("gallery", port + 13),
  german: unusual("german", port + 14),
  arabic: unusual("arabic", port + 15),
  japanese: unusual("japanese", port + 16),
};

/** The sites of a bundled portfolio, by its name. */
export const siteOf = (portfolio: string): Record<At, Site> => (portfolio in others ? others[portfolio as keyof typeof others] : sites);

export const urlOf = ({ port, base }: Site): string => `http://localhost:${port}${base}`;

const SHELL = "/usr/bin/chromium-headless-shell";
const WHOLE = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const found = (path?: string): string => {
  if (!path) throw new Error("No Chromium found. Install it, or set VITRINE_CHROMIUM to where it is.");
  return path;
};

/** Chromium for tests, without what it takes to be looked at where there is such a one. */
export const chromiumPath = (): string => found(process.env.VITRINE_CHROMIUM ?? [SHELL, ...WHOLE].find((path) => existsSync(path)));

/** Chromium as visitors have it, for what the other one lacks: it keeps no page that one may come back to. */
export const wholeChromiumPath = (): string =>
  found(process.env.VITRINE_WHOLE_CHROMIUM ?? WHOLE.find((path) => existsSync(path)) ?? process.env.VITRINE_CHROMIUM);

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
