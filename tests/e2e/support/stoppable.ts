// A program that stops amid its work when a test says so, as one does that meets a state it was not made for.
import type { Page } from "@playwright/test";

/** To be called before the page is opened; what it answers has the next call into the program be its last. */
export async function stoppable(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const test = window as unknown as { spoilt: boolean; calls: number };
    const compile = WebAssembly.instantiateStreaming.bind(WebAssembly);
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const { instance, module } = await compile(source, imports);
      const spoil = (value: unknown) =>
        typeof value !== "function"
          ? value
          : (...values: unknown[]) => {
              if (test.spoilt) {
                test.calls = (test.calls ?? 0) + 1;
                throw new WebAssembly.RuntimeError("unreachable");
              }
              return (value as (...values: unknown[]) => unknown)(...values);
            };
      const exports = Object.fromEntries(Object.entries(instance.exports).map(([name, value]) => [name, spoil(value)]));
      return { module, instance: { exports } as WebAssembly.Instance };
    };
  });
  return () =>
    page.evaluate(() => {
      (window as unknown as { spoilt: boolean }).spoilt = true;
    });
}

/**
 * Stops the program, and has a reader press a button then. Where that is was found out before: by the time that it is
 * pressed, something of the page may have met the stop already and taken the button away.
 */
export async function stopAndUse(page: Page, stop: () => Promise<void>): Promise<void> {
  const button = page.getByRole("button", { name: "Dark", exact: true });
  await button.click({ trial: true });
  const box = (await button.boundingBox())!;
  await stop();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
