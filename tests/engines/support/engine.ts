// What a test asks of an engine, however that is driven.

/** A place in the window, in CSS px from its corner. */
export type Spot = { x: number; y: number };

/** What a visitor has told their system, and the window they have. */
export type Taste = {
  width: number;
  height: number;
  scheme: "light" | "dark";
  motion: "full" | "reduced";
  /** Whether scripts run. */
  scripts: boolean;
  /** Whether the screen is one for fingers; touches reach the page either way. */
  touch: boolean;
};

export const usual: Taste = { width: 1280, height: 800, scheme: "light", motion: "full", scripts: true, touch: false };

/** A browser that is running. */
export interface Browser {
  /** A window of a visitor nobody has seen before: nothing of this site is stored, nothing cached. */
  window(taste: Taste): Promise<Window>;
  close(): Promise<void>;
}

/** One window of a browser. Input is the browser's own, but for what docs/development.md lists. */
export interface Window {
  /** Opens an address, and comes back when its page has been read; the program may still be on its way. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Goes back or forward in the history. */
  back(): Promise<void>;
  forward(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** What an expression says in the page. `given` is what it may be told; a promise is waited for. */
  run(expression: string, given: unknown): Promise<unknown>;
  /** Moves the mouse along a path. */
  point(...path: Spot[]): Promise<void>;
  click(at: Spot, times: number): Promise<void>;
  /** Presses the mouse at the first place, and lets it go at the last one. */
  drag(...path: Spot[]): Promise<void>;
  /** Turns the wheel by so many px, with Ctrl held or not. */
  wheel(at: Spot, by: Spot, held?: "Control"): Promise<void>;
  /** Puts fingers down at the first spots, moves them over the next ones, and lifts them. */
  touch(...path: Spot[][]): Promise<void>;
  /** Presses a key, by its name in UI Events, as in `Shift+Tab`. */
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Shows the page as it would be printed, from now on. */
  paper(): Promise<void>;
  /** The page as a PDF; an engine that can't be asked throws. */
  pdf(): Promise<Uint8Array>;
  /** The folder that files are saved in. */
  readonly folder: string;
  /** What the browser complained of: errors, and breaches of the policy. Firefox also tells what was preloaded in vain. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

/** `Shift+Tab` as what is held and what is pressed; `+` is a key as well. */
export function keysOf(keys: string): { held: string[]; key: string } {
  const held = keys.split("+").filter(Boolean);
  const key = keys.endsWith("+") ? "+" : held.pop()!;
  return { held, key };
}
