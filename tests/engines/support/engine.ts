// What a test asks of an engine, however that is driven.

/** A browser that is running. */
export interface Browser {
  /** A visitor nobody has seen before: nothing stored, nothing cached. */
  visitor(): Promise<Visitor>;
  close(): Promise<void>;
}

/** One window of a browser. */
export interface Visitor {
  /** Opens an address, and comes back when its page has been read; the program may still be on its way. */
  open(url: string): Promise<void>;
  /** What a function says that runs in the page. It sees nothing of the test but what it is given. */
  evaluate<Given, Found>(look: (given: Given) => Found, given?: Given): Promise<Found>;
  /** Whether a text is rendered in the page. */
  reads(text: string): Promise<boolean>;
  /** Clicks on the middle of the first visible element that a selector means, scrolled into view. */
  click(selector: string): Promise<void>;
  /** Presses a key, by its name in UI Events, as in `Shift+Tab`. */
  press(key: string): Promise<void>;
  /** Goes back in the history. */
  back(): Promise<void>;
  /** What the browser complained of: errors, and breaches of the policy. Firefox also tells what was preloaded in vain. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

/** Runs in the page: the middle of an element, once it is in view. */
export function middle(selector: string): { x: number; y: number } {
  const element = [...document.querySelectorAll(selector)].find((element) => element.getClientRects().length);
  if (!element) throw new Error(`nothing on the page is ${selector}`);
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}
