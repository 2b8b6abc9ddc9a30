// Pages that a host or a network changes on their way, as `docs/guide/hosts-that-rewrite.md` tells.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serveSite, visitor } from "./support/browser.js";
import { built, siteIn } from "./support/site.js";

const site = siteIn(built[0]);
const ahead = (end, text) => (html) => html.replace(end, () => text + end);
const STATE = "document.documentElement.dataset.state";

let page, leave;
before(async () => ({ page, leave } = await visitor()));
after(() => leave?.());

/** What each of them does to a page, and what is left of that: `ready` is all of it, `static` what was rendered. */
const CHANGES = {
  "nothing at all": { rewrite: (html) => html, state: "ready" },
  // Source: developers.cloudflare.com, Rocket Loader: scripts get a type of its own, and a script of theirs runs them.
  "Rocket Loader": {
    rewrite: (html) =>
      ahead("</body>", '<script src="https://ajax.cloudflare.com/cdn-cgi/scripts/rocket-loader.min.js" defer></script>')(
        html.replaceAll(/<script(?= src="|>)/g, '<script type="a1b2c3-text/javascript"'),
      ),
    state: "static",
    complaint: /ajax\.cloudflare\.com/,
  },
  // Pages have none, so that none can be taken out.
  "a host that puts comments in": { rewrite: (html) => html.replaceAll(/<(?=p|li|h\d)/g, "<!-- theirs --><"), state: "ready" },
  "a minifier that takes space between lines": { rewrite: (html) => html.replaceAll(/\n\s*/g, "\n"), state: "ready" },
  "a script in the page": {
    rewrite: ahead("</body>", "<script>document.title = 'theirs'</script>"),
    state: "ready",
    complaint: /inline script/,
    then: async () => assert.notEqual(await page.title(), "theirs"),
  },
  "a script of somebody else's": {
    rewrite: ahead("</head>", '<script async src="https://static.example.net/analytics.js"></script>'),
    state: "ready",
    complaint: /static\.example\.net/,
  },
  "a banner ahead of the page": { rewrite: (html) => html.replace(/<body[^>]*>/, '$&<div id="theirs">A banner</div>'), state: "ready" },
};

for (const [what, { rewrite, state, complaint, then }] of Object.entries(CHANGES)) {
  test(`${what} leaves a page that can be read, and whose program ${state === "ready" ? "runs" : "doesn't run"}`, async () => {
    assert.ok(what === "nothing at all" || rewrite(site.read("index.html").toString()) !== site.read("index.html").toString());
    const complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    const { url, stop } = await serveSite(site, { rewrite });
    await page.goto(url);
    if (state === "ready") await page.locator('html[data-state="ready"]').waitFor();
    assert.equal(await page.evaluate(STATE), state);
    assert.ok(await page.locator("h1").isVisible());
    assert.ok((await page.locator("main").innerText()).length > 1000);
    if (complaint) assert.match(complaints.join("\n"), complaint);
    await then?.();
    page.removeAllListeners("console");
    stop();
  });
}

// Source: developers.cloudflare.com, Email Address Obfuscation: links and texts, but for what stands in these elements.
const NOT_LOOKED_AT = /<(head|script|noscript|textarea|xmp)\b.*?<\/\1>/gs;

test("Email Address Obfuscation finds no address in a page, as each has its @ as a character reference", () => {
  for (const { read, pages } of built.map(siteIn)) {
    for (const name of pages) {
      const looked = read(name).toString().replaceAll(NOT_LOOKED_AT, "");
      assert.doesNotMatch(looked, /[\w.+-]+@[\w-]+\.\w+/, name);
    }
  }
  assert.match(site.read("index.html").toString(), /href="mailto:[\w.]+&#64;/);
});
