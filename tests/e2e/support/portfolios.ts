// The bundled portfolios, read from the files that ship, so that tests know what the page has to show.
import { readFileSync } from "node:fs";
import { type At, siteOf } from "./machine";

type Link = { label: string; url: string };
type Role = {
  title: string;
  start: string;
  end?: string;
  branch?: string;
  refs?: string[];
  summary?: string;
  achievements?: string[];
  technologies?: string[];
};
type Project = {
  id: string;
  kind?: string;
  title: string;
  path?: string;
  role?: string;
  summary?: string;
  problem?: string;
  solution?: string;
  architecture?: string;
  decision?: { chosen: string; rejected?: string; reason?: string; revisit?: string };
  impact?: { figure?: string; label?: string; text?: string; points?: string[] };
  lessons?: string[];
  technologies?: string[];
  links?: Link[];
  diagram?: string;
};

type DiagramNode = { id: string; label?: string; description?: string; technology?: string; opens?: string };
type Step = { from?: string; to?: string; node?: string; note?: string; parallel?: Step[][]; alternative?: { when: string; steps: Step[] }[] };
type Flow = { id: string; name?: string; description?: string; steps: Step[] };
type Perspective = { id: string; name?: string; description?: string; notes: { node: string; note?: string }[] };
type DiagramEdge = { source: string; target: string; label?: string };

/** As much of a portfolio file's shape as the tests need. */
export type Portfolio = {
  theme: { name: string };
  profile: {
    name: string;
    headline?: string;
    tagline?: string;
    location?: string;
    availability?: string;
    about?: string[];
    links?: Link[];
  };
  metrics?: { value: string | number; sign?: string; unit?: string; label: string; context?: string }[];
  technologies: { id: string; name: string; aliases?: string[]; icon?: string }[];
  sections: { id?: string; title: string; number?: string; intro?: string; parts: string[]; kinds?: string[]; nav?: boolean }[];
  projectKinds?: { id: string; title?: string; plural?: string; labels?: Record<string, string> }[];
  projects: Project[];
  experience?: { name: string; roles: Role[] }[];
  skills?: {
    radar?: { title?: string; max?: number; axes: { label: string; value: number; evidence?: string; technologies?: string[] }[] };
    groups?: { title: string; entries: { technology: string; years?: number; context?: string }[] }[];
  };
  focus?: { title: string; technologies?: string[]; items?: string[] }[];
  competencies?: { title: string; text: string }[];
  diagrams: { id: string; name: string; title?: string; nodes: DiagramNode[]; edges: DiagramEdge[]; groups?: { id: string; label: string; parent?: string }[]; flows?: Flow[]; perspectives?: Perspective[] }[];
  contributions?: { source: string; taken: string; sample?: boolean; months?: number; days: { date: string; count: number }[] };
  writing?: { title: string; excerpt?: string; url?: string; series?: string; featured?: boolean }[];
  contact?: { text?: string; email?: string; command?: string; response?: string };
};

/** A portfolio that ships with the site. */
export class Bundled {
  readonly data: Portfolio;

  constructor(
    /** As test titles name it. */
    readonly name: string,
    /** What follows `?portfolio=`; empty for the site's own. */
    readonly address: string,
  ) {
    this.data = read(`public/${address || "portfolio.json"}`);
  }

  /** A path of this portfolio's site, relative to the base. */
  at(path = "", query: Record<string, string> = {}): string {
    const all = { ...(this.address ? { portfolio: this.address } : {}), ...query };
    const parts = Object.entries(all).map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2F", "/")}`);
    const [before, hash] = path.split("#");
    return before + (parts.length ? `?${parts.join("&")}` : "") + (hash === undefined ? "" : `#${hash}`);
  }

  /** What visitors call a technology. */
  technology(id: string): string {
    return this.data.technologies.find((technology) => technology.id === id)!.name;
  }

  /** The projects that use every one of these technologies. */
  using(...ids: string[]): Project[] {
    return this.data.projects.filter((project) => ids.every((id) => project.technologies?.includes(id)));
  }
}

export const vivek = new Bundled("vivek", "");
export const sharvil = new Bundled("sharvil-kadam", "examples/sharvil-kadam.json");
export const arunav = new Bundled("arunav-malhotra", "examples/arunav-malhotra.json");
export const bundled = [vivek, sharvil, arunav];

/** Every site that is built of a bundled portfolio, and where. */
export const bundledSites = bundled.flatMap((portfolio) => Object.entries(siteOf(portfolio.name)).map(([at, site]) => ({ portfolio, at: at as At, site })));

/** A portfolio that says something in every field there is; a fresh copy for each caller. */
export function everyField(): any {
  return read("tests/native/data/valid/full.json");
}

/** The default portfolio as its file has it; a fresh copy for each caller. */
export function ownPortfolio(): any {
  return read("public/portfolio.json");
}

/** What a visitor reads of a Markdown text: its words without marks, on one line. */
export function plain(markdown: string): string {
  return squeeze(
    markdown
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/^\s*(?:[-*]|\d+\.)\s+/gm, "")
      .replace(/[*_`]/g, ""),
  );
}

/** Runs of white space as one space. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function read(path: string): any {
  return JSON.parse(readFileSync(path, "utf8"));
}
