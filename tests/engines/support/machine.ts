// Where the engines and the built site are. `cargo xtask test engines` says so; the defaults are where Debian puts them.
const port = Number(process.env.VITRINE_E2E_PORT ?? 4173);

export const site = { dist: process.env.VITRINE_DIST ?? "dist", port, url: `http://localhost:${port}/` };

export const programs = {
  firefox: process.env.VITRINE_FIREFOX ?? "/usr/bin/firefox-esr",
  webkitDriver: process.env.VITRINE_WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver",
  miniBrowser: process.env.VITRINE_MINI_BROWSER ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  xvfb: process.env.VITRINE_XVFB ?? "/usr/bin/Xvfb",
};
