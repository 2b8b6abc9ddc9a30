// What is asked of whoever serves a site by a recipe of the guide.
import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const ENCODINGS = [
  ["br", "br", brotliDecompressSync],
  ["gzip", "gz", gunzipSync],
];
const TYPES = {
  css: /^text\/css/,
  html: /^text\/html/,
  js: /^(text|application)\/javascript/,
  json: /^application\/json/,
  mp4: /^video\/mp4/,
  pdf: /^application\/pdf/,
  png: /^image\/png/,
  svg: /^image\/svg\+xml/,
  txt: /^text\/plain/,
  wasm: /^application\/wasm$/,
  webp: /^image\/webp/,
  webmanifest: /^application\/manifest\+json/,
  woff2: /^font\/woff2/,
  xml: /^(text|application)\/xml/,
};
const FOR_EVER = "public, max-age=31536000, immutable";

/** Declares the tests of a host. `running` gives the site and what asks the host, once both are there. */
export const servesAsAGoodHost = (running) => {
  test("each page is there, as HTML and under the address that links name", async () => {
    const { site, ask } = running();
    assert.ok(site.pages.length > 3);
    for (const page of site.pages) {
      const { status, headers, body } = await ask(site.address(page));
      assert.equal(status, 200, page);
      assert.match(headers["content-type"][0], TYPES.html, page);
      assert.deepEqual(body, site.read(page), page);
    }
  });

  test("every file comes whole and with its type", async () => {
    const { site, ask } = running();
    for (const file of site.files) {
      const { status, headers, body } = await ask(site.address(file));
      assert.equal(status, 200, file);
      assert.match(headers["content-type"]?.[0] ?? "none", TYPES[file.split(".").at(-1)], file);
      assert.deepEqual(body, site.read(file), file);
    }
    assert.ok(site.files.some((file) => file.endsWith(".wasm")));
  });

  test("an address that leads nowhere is answered with the page for that", async () => {
    const { site, ask } = running();
    for (const path of ["nowhere", "nowhere/", "projects/nowhere/", "nowhere.html", "boot-0000000000000000.js"]) {
      const { status, headers, body } = await ask(site.base + path);
      assert.equal(status, 404, path);
      assert.match(headers["content-type"][0], TYPES.html, path);
      assert.deepEqual(body, site.read("404.html"), path);
      // One that comes later must be found.
      assert.match(headers["cache-control"].join(), /^no-cache(, no-transform)?$/, path);
      assert.ok(headers["content-security-policy"], path);
    }
  });

  test("compressed copies are sent to whom they are for", async () => {
    const { site, ask } = running();
    for (const [encoding, ending, decompress] of ENCODINGS) {
      const copies = site.copies.filter((copy) => copy.endsWith(`.${ending}`));
      assert.ok(copies.length > 3, encoding);
      for (const copy of copies) {
        const file = copy.slice(0, -ending.length - 1);
        const { headers, body } = await ask(site.address(file), { "Accept-Encoding": encoding });
        assert.deepEqual(headers["content-encoding"], [encoding], file);
        assert.match(headers.vary?.join() ?? "", /accept-encoding/i, file);
        assert.deepEqual(body, site.read(copy), file);
        assert.deepEqual(decompress(body), site.read(file), file);
      }
    }
    const { headers } = await ask(site.base, { "Accept-Encoding": "gzip, deflate, br" });
    assert.deepEqual(headers["content-encoding"], ["br"], "the smaller one of two");
  });

  test("each answer has the headers that the site asks for, once", async () => {
    const { site, ask } = running();
    for (const file of site.files) {
      const path = site.address(file);
      const { headers } = await ask(path);
      const expected = { "cache-control": ["no-cache"], ...site.headers(path) };
      for (const [name, values] of Object.entries(expected)) assert.deepEqual(headers[name], values, `${path} ${name}`);
      if (!expected["cross-origin-resource-policy"]) {
        assert.equal(headers["cross-origin-resource-policy"], undefined, `others may show ${path}`);
      }
    }
    const lasting = site.files.filter((file) => site.headers(site.address(file))["cache-control"]?.[0] === FOR_EVER);
    assert.ok(lasting.length > 5);
  });

  test("a page that has not changed is not sent again", async () => {
    const { site, ask } = running();
    for (const encoding of ["identity", "gzip", "br"]) {
      const before = await ask(site.base, { "Accept-Encoding": encoding });
      const [etag] = before.headers.etag;
      const after = await ask(site.base, { "Accept-Encoding": encoding, "If-None-Match": etag });
      assert.equal(after.status, 304, encoding);
      assert.equal(after.body.length, 0, encoding);
    }
  });

  test("what is hidden, and what hosts read, is not sent", async () => {
    const { site, ask } = running();
    for (const name of [".git/config", ".env", ".git/", "projects/.draft", "_headers", "_redirects"]) {
      const { status, body } = await ask(site.base + name);
      assert.equal(status, 404, name);
      assert.deepEqual(body, site.read("404.html"), name);
    }
    const { status } = await ask(`${site.base}.well-known/security.txt`);
    assert.equal(status, 200, "what the web has a place for");
  });

  test("a folder without its slash leads to the one with it", async () => {
    const { site, ask } = running();
    for (const page of site.pages.filter((page) => page !== "index.html")) {
      const folder = site.address(page);
      const { status, headers } = await ask(folder.slice(0, -1));
      assert.ok([301, 308].includes(status), `${folder} ${status}`);
      assert.equal(new URL(headers.location[0], `http://example.org${folder.slice(0, -1)}`).href, `http://example.org${folder}`);
    }
  });

  test("a HEAD is answered without the page", async () => {
    const { site, ask } = running();
    const head = await ask(site.base, {}, "HEAD");
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
  });
};

/** Declares the test of the redirects that `docs/guide/move.md` shows for a host. */
export const leadsOn = (running) => {
  test("old addresses lead to new ones, as the guide shows", async () => {
    for (const [from, to] of [
      ["/about", "/#about"],
      ["/blog/queues", "/writing/queues"],
      ["/blog/queues/", "/writing/queues/"],
    ]) {
      const { status, headers } = await running().ask(from);
      assert.equal(status, 301, from);
      assert.deepEqual(headers.location, [to], from);
    }
  });
};
