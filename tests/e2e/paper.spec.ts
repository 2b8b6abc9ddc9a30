// On paper nothing can be pressed: addresses, numbers and drawings are there to be read.
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "./support/test";
import { vivek } from "./support/portfolios";

const dense = (text: string) => text.replace(/[\s\u00ad]/g, "");

async function sheets(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map(dense);
}

const reachable = {
  profile: {
    name: "Dana Ficta",
    links: [{ label: "Call me", url: "tel:+47-22-33-44-55" }, { label: "GitHub", url: "https://github.com/dana" }],
    resume: "cv.pdf",
  },
  projects: [
    { id: "p", title: "Key-value store", diagram: "d", links: [{ label: "Code", url: "https://example.org/code" }, { label: "Talk", url: "https://example.org/talk" }] },
    { id: "q", title: "Queue", links: [{ label: "Paper", url: "papers/queue.pdf" }] },
  ],
  diagrams: [{ id: "d", name: "d", nodes: [{ id: "a", label: "Reader" }, { id: "b", label: "Writer" }], edges: [{ source: "a", target: "b" }] }],
  writing: [{ title: "Ice on sensors", publication: "Journal 12(3)", date: "2023", url: "https://example.org/x" }],
  contact: {
    email: "d@example.org",
    links: [{ label: "Phone", url: "tel:+4700000000" }, { label: "Chat", url: "matrix:u/dana:example.org" }, { label: "Blog", url: "https://example.org/blog" }],
  },
};

test("paper has every address and number that a contact or a project leads to", async ({ page, open, offer }) => {
  await offer(reachable);
  await open();
  const text = (await sheets(await page.pdf({ format: "A4" }))).join("");
  for (const told of [
    "+47-22-33-44-55",
    "https://github.com/dana",
    "Codehttps://example.org/code",
    "Talkhttps://example.org/talk",
    "papers/queue.pdf",
    "Journal12(3)",
    "https://example.org/x",
    "+4700000000",
    "Chatmatrix:u/dana:example.org",
    "Bloghttps://example.org/blog",
  ]) {
    expect.soft(text).toContain(told);
  }
  for (const scheme of ["tel:", "mailto:"]) expect.soft(text).not.toContain(scheme);
  expect(text.indexOf("d@example.org"), "the mail address comes first").toBeLessThan(text.indexOf("+4700000000"));
});

test("sections that stay off paper leave no gap in numbers", async ({ page, open, offer }) => {
  await offer(reachable);
  await open();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Projects", "Writing", "Contact"]);
  await expect(page.getByText(/^0\d$/).filter({ visible: true })).toHaveCount(0);
});

test("a project's page has its diagram on paper, once, whether it has been seen or not", async ({ page, open }) => {
  const { id, diagram } = vivek.data.projects[0]!;
  const { nodes } = vivek.data.diagrams.find((other) => other.id === diagram)!;
  await open(`projects/${id}/`);
  const labels = nodes.map(({ label }) => dense(label!));
  for (const seen of [false, true]) {
    if (seen) {
      await page.getByRole("region", { name: /^Diagram: / }).scrollIntoViewIfNeeded();
      await expect(page.getByRole("region", { name: /^Diagram: / }).locator("canvas").first()).toBeVisible();
    }
    const text = (await sheets(await page.pdf({ format: "A4" }))).join("");
    for (const label of labels) expect.soft(text, label).toContain(label);
    expect(text).not.toContain("Connections");
  }
});

const line = "Built something of note, which took a while to say in a line that is as long as the sheet is wide.";
const long = {
  profile: { name: "Long Career" },
  experience: Array.from({ length: 14 }, (_, at) => ({
    name: `Company ${at}`,
    roles: [{ title: `Engineer${at}`, summary: `Summary${at}.`, achievements: Array.from({ length: 3 + (at % 6) }, (_, point) => `Role${at}point${point}: ${line}`) }],
  })),
  contact: { email: "l@example.org" },
};

test("a long career takes as many sheets as it needs, cuts no entry in two and leaves no sheet half empty", async ({ page, open, offer }) => {
  await offer(long);
  await open();
  await page.getByRole("heading", { name: "Engineer13" }).scrollIntoViewIfNeeded();
  const printed = await sheets(await page.pdf({ format: "A4" }));
  expect(printed.length).toBeGreaterThan(1);
  for (const [at, { roles }] of long.experience.entries()) {
    const sheet = printed.find((text) => text.includes(`Engineer${at}·`))!;
    expect.soft(sheet, `Engineer${at}`).toContain(`Summary${at}.`);
    for (const point of roles[0]!.achievements.keys()) expect.soft(sheet, `Engineer${at}`).toContain(`Role${at}point${point}:`);
  }
  const fullest = Math.max(...printed.map((text) => text.length));
  for (const text of printed.slice(0, -1)) expect(text.length).toBeGreaterThan(fullest / 2);
});
