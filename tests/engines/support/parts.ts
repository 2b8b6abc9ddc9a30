// The parts of the site's pages that tests ask for, as a visitor would name them.
import type { Part } from "./visitor";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

// A project's card, and what it opens.
export const CARDS = ".project-card__title";
export const card = (title: string): Part => [".project-card__title a", title];
export const inspector = (title: string): Part => ["section.inspector", new RegExp(`: ${escaped(title)}$`)];

// The filter.
export const SEARCH = "search.filter input[type=search]";
export const FOUND = "search.filter [role=status]";
export const chip = (name: string): Part => ["[aria-label='Filter by technology'] button", new RegExp(`^${escaped(name)} \\d+$`)];
export const button = (name: string): Part => ["button", name];

// Around every page.
export const section = (title: string): Part => ["nav[aria-label=Sections] a", title];
export const heading = (title: string): Part => ["h2", title];
export const scheme = (name: string): Part => ["[aria-label='Colour scheme'] button", name];
export const alert = "[role=alert]";

/** The article of the start page that has a diagram. */
export const article = (id: string): string => `#architecture article[aria-labelledby='v-diagram-${id}']`;

// A diagram that fills the window, or the last one of a page.
export const STAGE = ".diagram__stage canvas";
export const node = (label: string): string => `[aria-label^='Parts of '] button[aria-label^='${label}, ']`;
export const details = (label: string): string => `section[aria-label='Details: ${label}']`;
export const control = (name: string): string => `[aria-label='View of the diagram'] button[aria-label^='${name}']`;
export const tool = (name: string): string => `[aria-label='Tools'] button[aria-label='${name}']`;
export const SAID = "section.diagram > [role=status]";

// The bar of a diagram's flows.
export const CHOICE = ".flow select";
export const STEP = ".flow input[type=range]";
export const flow = (name: string): Part => [".flow button", name];
