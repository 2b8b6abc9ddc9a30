// The dress of a page whose style sheet did not come: enough to be read.

/** A style sheet. It is put on where there is no other, so nothing of it has to be taken back. */
export const PLAIN = `
body { max-width: 60rem; margin: auto; padding: 1rem; font: 1em/1.5 system-ui, sans-serif; overflow-wrap: break-word }
h1, h2, h3, h4 { line-height: 1.2 }
img, video, svg { max-width: 100%; height: auto }
pre, table { display: block; overflow: auto }
nav li, .tags li, .skill-list li { display: inline-block; margin-right: 1em }
nav ul, nav ol, .tags, .skill-list { padding: 0 }

/* Needs the program, is for those who hear the page, or says what a table beside it says. */
button, input, .scheme-toggle, .filter, .log__more, .visually-hidden:not(.diagram__text), .site-nav__fold, .diagram__waiting,
.window__controls, .diagram__tools, .calendar__ranges, .calendar__graph, .diagram__legend, .radar__readings, svg + svg { display: none }
@media (max-aspect-ratio: 4/5) {
  svg:has(+ svg) { display: none }
  svg + svg { display: inline }
}

.radar__picture { overflow: visible; margin: 1em 4em; max-width: calc(100% - 8em) }
.radar__label { font-size: 10px }

.quiet { position: fixed; inset: auto 0 0; margin: 0; padding: .5rem 1rem; background: Canvas; border-top: 1px solid }
.quiet p, .quiet button { display: inline; margin: 0 1em 0 0 }
body:has(> .quiet) { padding-bottom: 5rem }
`;
