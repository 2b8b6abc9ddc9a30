// Takes pictures of the three portfolios at three widths, in light and in dark, into screenshots/, with a
// contact sheet for each portfolio: `cargo xtask build`, then `npm run screenshots`.
//
// Arguments choose: `npm run screenshots -- vivek 1440 dark` takes only what matches all of them.
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FOLDER = "screenshots";
const PORT = Number(process.env.VITRINE_SCREENSHOT_PORT ?? 4271);
const WIDTHS = [360, 768, 1440];
const SCHEMES = ["light", "dark"];
// Each portfolio's name in file names, and its address; "" is the one at the site's root.
const PORTFOLIOS = [
  ["vivek", ""],
  ["sharvil-kadam", "examples/sharvil-kadam.json"],
  ["arunav-malhotra", "examples/arunav-malhotra.json"],
];
// A start that takes longer than this shows in the picture as what it is. In ms.
const PATIENCE = 20_000;

const wanted = process.argv.slice(2);
// A choice is left open when no argument names any of its values.
const chosen = (values) => {
  const named = values.filter((value) => wanted.includes(String(value)));
  return named.length ? named : values;
};
const portfolios = chosen(PORTFOLIOS.map(([name]) => name));
const widths = chosen(WIDTHS);
const schemes = chosen(SCHEMES);

const executablePath =
  process.env.VITRINE_CHROMIUM ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));

async function serve() {
  const server = spawn("cargo", ["xtask", "serve", "--dist-only", "--port", String(PORT)], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const ended = once(server, "exit").then(() => Promise.reject(new Error("the server could not be started")));
  await Promise.race([once(server.stdout, "data"), ended]);
  ended.catch(() => {});
  return () => process.kill(-server.pid);
}

/** The pages to picture: the start page, and one diagram of the portfolio. */
function pages(address) {
  const query = address ? `?portfolio=${address}` : "";
  const { diagrams = [], projects = [] } = JSON.parse(readFileSync(join("dist", address || "portfolio.json"), "utf8"));
  const diagram = diagrams[0]?.id;
  const project = projects[0]?.id;
  return [
    ["start", query, true],
    ...(project ? [["project", `projects/${project}${query}`, true]] : []),
    ...(diagram ? [["diagram", `architecture/${diagram}${query}`, false]] : []),
  ];
}

async function settle(page) {
  await page
    .waitForFunction(() => document.documentElement.dataset.state !== "loading", null, { timeout: PATIENCE })
    .catch(() => console.warn("    not ready in time"));
  await page.evaluate(() => document.fonts.ready);
  // What is drawn when scrolled to must have been scrolled to once.
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: "instant" });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    scrollTo({ top: 0, behavior: "instant" });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** Makes the window as high as the page, so that everything is in view and drawn, as a full-page picture needs. */
async function stretch(page, width) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
  await page.waitForTimeout(400);
}

async function contactSheet(browser, name, pictures) {
  const figures = pictures.map(
    ({ file, caption }) =>
      `<figure><img src="${pathToFileURL(join(process.cwd(), file)).href}"><figcaption>${caption}</figcaption></figure>`,
  );
  const sheet = join(FOLDER, `${name}.html`);
  writeFileSync(
    sheet,
    `<!doctype html><meta charset="utf-8"><title>${name}</title><style>
      body { margin: 16px; background: #888; font: 14px sans-serif; display: flex; flex-wrap: wrap; gap: 16px; }
      figure { margin: 0; } img { display: block; width: 300px; max-height: 1200px; object-fit: cover; object-position: top; }
    </style>${figures.join("")}`,
  );
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.goto(pathToFileURL(join(process.cwd(), sheet)).href);
  await page.screenshot({ path: join(FOLDER, `${name}-sheet.png`), fullPage: true });
  await page.close();
}

mkdirSync(FOLDER, { recursive: true });
const stop = await serve();
const browser = await chromium.launch({ executablePath, args: ["--disable-gpu", "--disable-quic"] });
try {
  for (const [name, address] of PORTFOLIOS.filter(([name]) => portfolios.includes(name))) {
    if (!existsSync(join("dist", address || "portfolio.json"))) {
      console.warn(`dist/ has no ${address || "portfolio.json"}: skipped`);
      continue;
    }
    const pictures = [];
    for (const width of widths) {
      const viewport = { width, height: width < 600 ? 740 : 900 };
      for (const scheme of schemes) {
        const context = await browser.newContext({
          baseURL: `http://localhost:${PORT}/`,
          viewport,
          colorScheme: scheme,
          reducedMotion: "reduce",
          deviceScaleFactor: 1,
        });
        const page = await context.newPage();
        page.on("pageerror", (error) => console.warn(`    ${error.message}`));
        for (const [what, path, fullPage] of pages(address)) {
          const file = join(FOLDER, `${name}-${what}-${width}-${scheme}.png`);
          await page.setViewportSize(viewport);
          await page.goto(path);
          await settle(page);
          if (fullPage) await stretch(page, width);
          await page.screenshot({ path: file });
          pictures.push({ file, caption: `${what} · ${width} · ${scheme}` });
          console.log(file);
        }
        await context.close();
      }
    }
    if (pictures.length) await contactSheet(browser, name, pictures);
  }
} finally {
  await browser.close();
  stop();
}
