// Where the engines and the built sites are. `cargo xtask test engines` says so; the defaults are where Debian puts them.
import { chromiumPath } from "../../e2e/support/machine";

const port = Number(process.env.VITRINE_E2E_PORT ?? 4173);
const sites = process.env.VITRINE_SITES ?? "target/vitrine/sites";

const site = (dist: string, at: number) => ({ dist, port: port + at, url: `http://localhost:${port + at}/` });

/** The sites of the portfolios that ship with the project, of one with pictures and articles, and of one with letters of many languages. */
export const built = {
  vivek: site(process.env.VITRINE_DIST ?? "dist", 0),
  "sharvil-kadam": site(`${sites}/sharvil-kadam/root`, 1),
  "arunav-malhotra": site(`${sites}/arunav-malhotra/root`, 2),
  gallery: site(`${sites}/gallery/root`, 3),
  printed: site(`${sites}/printed/root`, 4),
};

export type Built = keyof typeof built;

export const programs = {
  chromium: chromiumPath,
  pdftotext: process.env.VITRINE_PDFTOTEXT ?? "/usr/bin/pdftotext",
  firefox: process.env.VITRINE_FIREFOX ?? "/usr/bin/firefox-esr",
  webkitDriver: process.env.VITRINE_WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver",
  miniBrowser: process.env.VITRINE_MINI_BROWSER ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  xvfb: process.env.VITRINE_XVFB ?? "/usr/bin/Xvfb",
};
