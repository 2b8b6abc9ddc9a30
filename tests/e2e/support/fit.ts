// What does not fit: texts that are cut or out of reach, and controls that lie on each other.
import type { Page } from "@playwright/test";

/**
 * What of a page can't be read or pressed at this size, each with where it stands: a text that a box hides, that leaves the window or
 * the control that it names; a choice in a field that is too narrow for it; two controls in one place. What a box lets one scroll to
 * is in reach. An example in a field and an author's own name in a choice may end in an ellipsis, and with `mayEnd` what a choice is for,
 * too. Pictures have their own words in their own tests: a diagram's parts lie where its boxes do.
 */
export const misfits = (page: Page, mayEnd = false): Promise<string[]> =>
  page.evaluate((mayEnd) => {
    // What is scrolled lies below a header that stays.
    scrollTo({ top: 0, behavior: "instant" });
    type Box = { left: number; top: number; right: number; bottom: number };
    const CONTROLS = "a[href], button, input, select, textarea, summary, [role=button], [role=option], [role=tab]";
    // Fonts are higher than their letters, and the boxes of lines lower.
    const [ACROSS, DOWN] = [1.5, 4];
    const window = { left: 0, right: document.documentElement.clientWidth };

    const where = (element: Element) => `${element.localName}.${element.getAttribute("class") ?? ""}`;
    const named = (element: Element) => `${where(element)} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40)}”`;
    const met = (a: Box, b: Box): Box => ({ left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) });
    const isSome = ({ left, top, right, bottom }: Box) => right - left > ACROSS && bottom - top > ACROSS;
    const inside = (element: Element): Box => {
      const { left, top } = element.getBoundingClientRect();
      const [x, y] = [left + element.clientLeft, top + element.clientTop];
      return { left: x, top: y, right: x + element.clientWidth, bottom: y + element.clientHeight };
    };
    const isForEyes = (element: Element): boolean => {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest("svg, canvas")) return false;
      for (let at: Element | null = element; at; at = at.parentElement) if (getComputedStyle(at).clipPath !== "none") return false;
      return true;
    };
    /** The boxes around an element that may hide a part of it, from the inside outwards, itself first. */
    const hiders = (element: Element): [Element, CSSStyleDeclaration][] => {
      const found: [Element, CSSStyleDeclaration][] = [];
      let loose = "";
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        const holds = !loose || style.transform !== "none" || (loose === "absolute" && style.position !== "static");
        if (holds && style.display !== "inline" && style.overflow !== "visible") found.push([at, style]);
        if (holds) loose = /absolute|fixed/.test(style.position) ? style.position : "";
      }
      return found;
    };
    /** What is seen of a box, and what hides some of it. */
    const seen = (from: Element, box: Box): { box: Box; hidden?: string } => {
      let left = box;
      for (const [at, style] of hiders(from)) {
        const room = inside(at);
        const isOut = [
          [style.overflowX, left.left < room.left - ACROSS || left.right > room.right + ACROSS],
          [style.overflowY, left.top < room.top - DOWN || left.bottom > room.bottom + DOWN],
        ] as const;
        if (isOut.some(([overflow, out]) => out && /hidden|clip/.test(overflow))) return { box: left, hidden: `cut by ${where(at)}` };
        left = met(left, room);
        // Scrolled out of sight: from here on the box that scrolls counts.
        if (!isSome(left)) return { box: left };
      }
      if (left.left < window.left - ACROSS || left.right > window.right + ACROSS) return { box: left, hidden: "outside of the window" };
      return { box: left };
    };

    const found = new Set<string>();
    const wide = document.documentElement.scrollWidth;
    if (wide > window.right) found.add(`the page is ${wide} px wide`);

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (!node.textContent!.trim() || !isForEyes(parent) || /^(script|style|option)$/.test(parent.localName)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const control = parent.closest("button, summary, [role=option]");
      for (const box of [...range.getClientRects()].filter((box) => box.width > 1)) {
        const { hidden } = seen(parent, box);
        if (hidden) found.add(`${named(parent)} ${hidden}`);
        const own = control?.getBoundingClientRect();
        if (own && (box.left < own.left - ACROSS || box.right > own.right + ACROSS || box.top < own.top - DOWN || box.bottom > own.bottom + DOWN)) {
          found.add(`${named(parent)} leaves ${where(control!)}`);
        }
      }
    }

    const pen = document.createElement("canvas").getContext("2d")!;
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")) {
      const text = field instanceof HTMLSelectElement ? field.selectedOptions[0]?.text : field.placeholder;
      if (!text || !isForEyes(field)) continue;
      const style = getComputedStyle(field);
      pen.font = style.font;
      const isLess = mayEnd || field instanceof HTMLInputElement || field.value !== "";
      if (isLess && style.textOverflow === "ellipsis") continue;
      // A choice has an arrow beside it.
      const arrow = field instanceof HTMLSelectElement ? 18 : 0;
      const room = field.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd) - arrow;
      const needed = pen.measureText(text).width;
      if (needed > room + ACROSS) found.add(`${where(field)} has ${room.toFixed()} px for “${text}”, which takes ${needed.toFixed()}`);
    }

    const controls = [...document.querySelectorAll(CONTROLS)].filter((control) => isForEyes(control) && !control.closest(".diagram__nodes"));
    const boxes = controls.map((control) => [...control.getClientRects()].map((box) => seen(control.parentElement!, box).box).filter(isSome));
    controls.forEach((one, i) => {
      controls.slice(i + 1).forEach((other, j) => {
        if (one.contains(other) || other.contains(one)) return;
        if (boxes[i]!.some((a) => boxes[i + 1 + j]!.some((b) => isSome(met(a, b))))) found.add(`${named(one)} and ${named(other)} lie on each other`);
      });
    });
    return [...found];
  }, mayEnd);
