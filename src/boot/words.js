// What the first scripts say, in the language of the page: lines of the words that it holds (`crates/words`). The file of a language
// begins with these, and their order never changes: the rescue script of a later build reads pages of earlier ones.
import { Mark } from "#marks";

export const UNAVAILABLE = 1;
export const LATE = 2;
export const SLOW = 3;
export const STOPPED = 4;
export const INCOMPLETE = 5;
export const UNSUPPORTED = 6;
export const CHANGED = 7;
export const UNDRAWN = 8;
export const RETRY = 9;
export const RELOAD = 10;
export const RELOAD_PAGE = 11;
export const MOVED = 12;

/** The line with this number; empty on a page that lost its words. */
export const say = (line) => document.getElementById(Mark.WORDS)?.textContent.split("\n")[line] ?? "";
