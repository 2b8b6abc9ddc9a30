// The names in a page that Rust knows, too. Made from crates/model/src/marks.rs: change them there.
// For Node; marks.ts is for the bundle.
export const Mark = Object.freeze({
  /** The attribute of `<html>` that says how far the page is. */
  STATE: "data-state",
  /** The page was prerendered, and nothing runs: it can be read, and controls that need the program are hidden. */
  STATIC: "static",
  /** The program is on its way. */
  LOADING: "loading",
  /** The program runs. */
  READY: "ready",
  /** There is nothing to show, and the page says why. */
  ERROR: "error",
  /** The attribute of `<html>` that hides a page that is not what its address asks for. */
  CONTENT: "data-content",
  /** The attribute of `<html>` that says how much of the page is laid out. Without it, all is. */
  LAYOUT: "data-layout",
  /** What is near the window is laid out. */
  NEAR: "near",
  /** The attribute of `<html>` that says which fonts the page is set in. Without it, its own. */
  FONTS: "data-fonts",
  /** In local fonts. */
  LATE: "late",
  /** The attribute of `<html>` for the colour scheme. Without it, the system decides. */
  SCHEME: "data-scheme",
  /** Dark ink on a light ground. */
  LIGHT: "light",
  /** Light ink on a dark ground. */
  DARK: "dark",
  /** As the visitor's system says. */
  SYSTEM: "system",
  /** The key in the browser's storage of the colour scheme that a visitor chose. */
  SCHEME_KEY: "vitrine.scheme",
  /** The folder of the pages of diagrams. */
  ARCHITECTURE: "architecture",
  /** The query's parameter for the portfolio that the page shows. */
  PORTFOLIO: "portfolio",
  /** The query's parameter for the file of the diagram that the page shows. */
  DIAGRAM_URL: "diagram-url",
  /** The id of the element that holds the page. */
  APP: "app",
  /** The id of the `<script>` element that holds what the page shows, as `crates/model/src/compact/` writes it. */
  DATA: "v-portfolio",
  /** Its attribute for the path that the page was rendered for. */
  PATH: "data-path",
  /** Its attribute for the day on which the page was rendered, counted from 1970. */
  DAY: "data-day",
  /** Its attribute for the file with the whole portfolio, where the page holds a part of it or nothing. */
  WHOLE: "data-whole",
  /** The id of the `<script>` element that holds what the page says itself, as `crates/words` writes it. */
  WORDS: "v-words",
  /** The class of the `<nav>` element that leads to the same page in other languages. */
  LANGUAGES: "languages",
  /** Its attribute, and that of its links, for the folder with the pages of a language, below the base. */
  FOLDER: "data-folder",
  /** The name of the `<meta>` element that names a font. */
  FONT: "font",
  /** Its attribute for the font's family. */
  FAMILY: "data-family",
  /** The name of the `<meta>` element that names the program. */
  PROGRAM: "program",
  /** Its attribute for the glue, the script that calls the program. */
  SCRIPT: "data-script",
  /** The name of the `<meta>` element that says what the program has to hold. */
  INTEGRITY: "integrity",
  /** The name of the `<meta>` element that names a part of the program. */
  PART: "part",
  /** Its attribute for what the part has to hold. */
  PART_INTEGRITY: "data-integrity",
  /** How the file begins of the part that draws diagrams. */
  DIAGRAM_PART: "diagram-",
  /** How the file begins of the part that reads what no build has read. */
  READER_PART: "reader-",
  /** How a file begins of what parts have in common. */
  SHARED_PART: "shared-",
  /** The id of the `<template>` in which the element of the glue waits. */
  GLUE: "v-glue",
  /** The property of the window from which the program takes parts that were fetched ahead. */
  PARTS: "vitrineParts",
  /** The file that knows what to do where the page's own can't be had. */
  RESCUE: "vitrine.rescue.js",
  /** The property of the window that says that the first script has run. */
  BOOTED: "vitrineBooted",
  /** The event that says that the program has stopped amid its work. */
  STOPPED: "vitrine:stopped",
  /** The event that says that a part of the program that something on the page needs can't be had. */
  MISSING: "vitrine:missing",
  /** The event that asks the program to fetch such parts once more. */
  RETRY: "vitrine:retry",
});
