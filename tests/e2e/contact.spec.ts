// Getting in touch: the address as a link, a button that copies it.
import { test as look } from "./support/look";
import { bundled, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";

for (const portfolio of bundled) {
  const { email, command } = portfolio.data.contact!;

  look(`${portfolio.name} is written to at the address of the portfolio`, async ({ page, open }) => {
    await open(portfolio.at());
    const contact = page.getByRole("region", { name: "contact" });
    await expect(contact.getByRole("link", { name: email })).toHaveAttribute("href", `mailto:${email}`);
    if (command) await expect(contact.getByText(command)).toBeVisible();
  });
}

test("the button copies the address and says so", async ({ page, open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  const contact = page.getByRole("region", { name: "contact" });
  await expect(contact.getByRole("status")).toBeEmpty();
  await contact.getByRole("button", { name: "Copy address" }).click();
  await expect(contact.getByRole("status")).toHaveText("Address copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(vivek.data.contact!.email);
});

test("the button works by keyboard", async ({ page, open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  const contact = page.getByRole("region", { name: "contact" });
  await contact.getByRole("link", { name: vivek.data.contact!.email }).focus();
  await page.keyboard.press("Tab");
  await expect(contact.getByRole("button", { name: "Copy address" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(contact.getByRole("status")).toHaveText("Address copied");
});

const withoutClipboard: [string, () => void][] = [
  [
    "is forbidden",
    () => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("denied")) } }),
  ],
  ["is missing", () => Object.defineProperty(navigator, "clipboard", { value: undefined })],
];
for (const [what, breakIt] of withoutClipboard) {
  test(`where the clipboard ${what}, the page says what to do instead`, async ({ page, open }) => {
    await page.addInitScript(breakIt);
    await open();
    const contact = page.getByRole("region", { name: "contact" });
    await contact.getByRole("button", { name: "Copy address" }).click();
    await expect(contact.getByRole("status")).toContainText("select the address");
    await expect(contact.getByRole("link", { name: vivek.data.contact!.email })).toBeVisible();
  });
}
