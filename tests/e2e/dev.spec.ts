// `vitrine dev`: a save is seen, what is wrong lies over the last page that could be read, and a server that was away is found again.
import { test as base, expect, type Page } from "@playwright/test";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, frame } from "./support/built";

type Author = {
  folder: string;
  /** Writes the portfolio as an editor does: into the file, or another in its place. */
  save: (portfolio: unknown, how?: "into" | "beside") => void;
  start: (...arguments_: string[]) => Promise<string>;
  stop: () => Promise<void>;
};

const test = base.extend<{ author: Author }>({
  author: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "vitrine-dev-"));
    const file = join(folder, "portfolio.json");
    let server: ChildProcess | undefined;
    const stop = async () => {
      if (!server || server.exitCode !== null) return;
      const ended = new Promise((resolve) => server!.once("exit", resolve));
      server.kill("SIGKILL");
      await ended;
    };
    await use({
      folder,
      save: (portfolio, how = "into") => {
        const text = typeof portfolio === "string" ? portfolio : JSON.stringify(portfolio, null, 2);
        if (how === "into") return writeFileSync(file, text);
        writeFileSync(`${file}~`, text);
        renameSync(`${file}~`, file);
      },
      start: (...more) =>
        new Promise((started, failed) => {
          server = spawn(command, ["dev", "--frame", frame, ...more], { cwd: folder });
          let said = "";
          server.stderr!.on("data", (data: Buffer) => {
            said += data;
            const url = /http:\/\/localhost:\d+\S*/.exec(said)?.[0];
            if (url) started(url);
          });
          server.once("exit", () => failed(new Error(said)));
        }),
      stop,
    });
    await stop();
    rmSync(folder, { recursive: true });
  },
});

const ada = (more: object = {}) => ({
  profile: { name: "Ada", headline: "Analyst" },
  projects: Array.from({ length: 8 }, (_, at) => ({
    title: `Project ${at}`, summary: "What it does. ".repeat(40), technologies: [at % 2 ? "Rust" : "Go"],
  })),
  ...more,
});
const named = (name: string) => ({ ...ada(), profile: { name } });
const name = (page: Page) => page.getByRole("heading", { level: 1 });
const panel = (page: Page) => page.locator("vitrine-dev section");

test("a save is seen, and place and filter stay", async ({ page, author }) => {
  author.save(ada());
  const url = await author.start();
  await page.goto(`${url}?tech=rust`);
  await expect(page.locator(".project-card")).toHaveCount(4);
  await page.locator(".project-card").last().scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(200);
  for (const [who, how] of [["Grace", "into"], ["Hedy", "beside"]] as const) {
    author.save(named(who), how);
    await expect(name(page)).toHaveText(who);
    await expect(page.locator(".project-card")).toHaveCount(4);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 120);
  }
});

test("the words of a save are seen before the page has been loaded again", async ({ page, author }) => {
  author.save(ada());
  const url = await author.start();
  await page.goto(url);
  await expect(page.locator("html")).toHaveAttribute("data-state", "ready");
  // The document that is there now sees it; the next one would end the promise.
  const seen = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const look = () => document.title.includes("Grace") && resolve(document.querySelector("main")!.innerText);
        new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
      }),
  );
  author.save({ ...ada(), profile: { name: "Grace" }, experience: [{ name: "Navy", roles: [{ title: "Officer", period: "1943" }] }] });
  expect(await seen).toMatch(/Grace[^]*Officer/);
  await expect(name(page)).toHaveText("Grace");
  await expect(page.locator("html")).toHaveAttribute("data-state", "ready");
});

test("what is wrong lies over the last page, over a reload too, and goes by itself", async ({ page, author }) => {
  author.save(ada());
  await page.goto(await author.start());
  await expect(name(page)).toHaveText("Ada");
  author.save('{ "profile": ');
  await expect(panel(page)).toContainText("portfolio.json can’t be read");
  await expect(name(page)).toHaveText("Ada");
  await page.reload();
  await expect(panel(page)).toContainText("portfolio.json can’t be read");
  await expect(name(page)).toHaveText("Ada");
  author.save(ada({ projects: [{ title: "Engine", diagram: "none" }], profile: { name: "Ada", headlin: "x" } }));
  const problems = panel(page).getByRole("listitem");
  await expect(problems).toHaveCount(2);
  await expect(problems.last()).toContainText("none");
  await expect(panel(page)).toContainText("1 error, 1 warning in portfolio.json");
  await panel(page).getByRole("button", { name: "Fold" }).press("Enter");
  await expect(panel(page)).toHaveCount(0);
  const badge = page.getByRole("button", { name: "1 error, 1 warning" });
  await expect(badge).toBeFocused();
  await page.reload();
  await expect(badge).toBeVisible();
  await badge.click();
  await expect(problems).toHaveCount(2);
  author.save(ada());
  await expect(page.locator("vitrine-dev")).toHaveCount(0);
});

test("a file that is broken or not there yet is no reason not to start", async ({ page, author }) => {
  await page.goto(await author.start());
  await expect(panel(page)).toContainText("cannot read");
  author.save("");
  await expect(panel(page)).toContainText("the file is empty");
  author.save(ada());
  await expect(name(page)).toHaveText("Ada");
  await expect(page.locator("vitrine-dev")).toHaveCount(0);
});

test("a page finds its server again", async ({ page, author }) => {
  author.save(ada());
  const url = await author.start();
  await page.goto(url);
  await expect(name(page)).toHaveText("Ada");
  await author.stop();
  author.save(named("Grace"));
  await author.start("--port", new URL(url).port);
  await expect(name(page)).toHaveText("Grace", { timeout: 15_000 });
});

test("a press on a problem opens the editor at its line", async ({ page, author }) => {
  const opened = join(author.folder, "opened");
  writeFileSync(join(author.folder, "editor.mjs"), 'import { writeFileSync } from "node:fs"; writeFileSync(process.argv[2], process.argv.slice(3).join(" "));');
  author.save('{\n  "profile": { "name": "Ada" },\n  "projects": [{ "title": "Engine", "diagram": "none" }]\n}');
  await page.goto(await author.start("--editor", `${process.execPath} editor.mjs ${opened} {line} {column} {file}`));
  await panel(page).getByRole("button", { name: "portfolio.json:3" }).click();
  await expect.poll(() => { try { return readFileSync(opened, "utf8"); } catch { return ""; } }).toContain("3 48 ");
});

test("nobody else is answered", async ({ author, request }) => {
  author.save(ada());
  const url = await author.start();
  expect((await request.get(url)).status()).toBe(200);
  expect((await request.get(url, { headers: { host: "example.org" } })).status()).toBe(403);
  expect((await request.get(url, { headers: { origin: "https://example.org" } })).status()).toBe(403);
  expect((await request.post(`${url}__vitrine/open?problem=0`)).status()).toBe(403);
  const answer = await request.get(url);
  expect(answer.headers()["access-control-allow-origin"]).toBeUndefined();
  expect(answer.headers()["content-security-policy"]).toContain("default-src 'none'");
});

test("a port that is taken moves on by one", async ({ author }) => {
  author.save(ada());
  const first = new URL(await author.start());
  const second = spawn(command, ["dev", "--frame", frame, "--port", first.port], { cwd: author.folder });
  let said = "";
  second.stderr.on("data", (data: Buffer) => (said += data));
  await expect.poll(() => said).toContain(`Port ${first.port} is taken.`);
  expect(Number(/localhost:(\d+)/.exec(said)?.[1])).toBeGreaterThan(Number(first.port));
  second.kill();
});
