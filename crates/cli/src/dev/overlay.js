// What lies over a page while it is written: the problems of its file. It comes with `vitrine dev` alone.
(() => {
  const own = document.currentScript.dataset.revision;
  const FOLDED = "vitrine-dev-folded";
  const PLACE = "vitrine-dev-place";
  const STYLE = `
    :host { all: initial; position: fixed; inset: auto 0 0 auto; z-index: 2147483647; font: 14px/1.45 system-ui, sans-serif; }
    section, button.badge { margin: 12px; color: #eee; background: #1b1b1f; border: 1px solid #555; border-radius: 8px;
      box-shadow: 0 4px 24px #0008; }
    section { inline-size: min(44rem, calc(100vw - 24px)); max-block-size: min(60vh, 40rem); overflow: auto; }
    section.error { border-color: #f66; }
    header { position: sticky; inset-block-start: 0; display: flex; gap: 12px; align-items: center; padding: 8px 12px; background: #1b1b1f; }
    h2 { flex: 1; margin: 0; font-size: 15px; }
    button { font: inherit; color: inherit; background: #333; border: 1px solid #666; border-radius: 4px; padding: 4px 10px;
      min-block-size: 32px; cursor: pointer; }
    button:focus-visible { outline: 2px solid #8cf; outline-offset: 2px; }
    ol { margin: 0; padding: 0 12px 12px; list-style: none; display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
    li { border-inline-start: 3px solid #fb0; padding-inline-start: 10px; overflow-wrap: anywhere; }
    li.error { border-color: #f66; }
    p { margin: 0; }
    pre { margin: 4px 0; padding: 6px 8px; overflow: auto; background: #000; border-radius: 4px; font: 12px/1.4 ui-monospace, monospace; }
    .place { font: 12px/1.4 ui-monospace, monospace; color: #bbb; background: none; border: 0; padding: 0; min-block-size: 24px; text-align: start; }
    button.place { text-decoration: underline; }`;
  const element = (name, text, properties = {}, children = []) => {
    const made = Object.assign(document.createElement(name), properties);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  };
  // A browser restores the place before the program has put the page back to where its address says: filtered, unfolded.
  const restore = () => {
    const { address, top } = JSON.parse(sessionStorage.getItem(PLACE) ?? "{}");
    sessionStorage.removeItem(PLACE);
    if (address !== location.href) return;
    const until = performance.now() + 3000;
    let mine = true;
    for (const event of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(event, () => (mine = false), { once: true });
    const step = () => {
      if (!mine || performance.now() > until) return;
      const isReady = ["ready", "error"].includes(document.documentElement.dataset.state);
      if (Math.abs(scrollY - top) > 1) scrollTo({ top, behavior: "instant" });
      // A few frames more, until what came late has been laid out.
      if (isReady && Math.abs(scrollY - top) <= 1 && --left < 0) return;
      requestAnimationFrame(step);
    };
    let left = 10;
    step();
  };
  restore();

  // What a page consists of, as the server wrote it: its header, its sections, its footer.
  const pieces = (page) => [...page.querySelectorAll("#app > :not(main), #main > * > *")];
  const written = pieces(document).map((piece) => piece.outerHTML);
  const landed = location.href;
  const load = (address) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.responseType = "document";
      request.onloadend = () => resolve(request.response);
      request.open("GET", address);
      request.send();
    });
  // The words of a save are seen before the program runs anew: sections that changed are put in as they were written, then the
  // page is loaded again. Where the address chooses what is shown, only the program knows what that is.
  const preview = async () => {
    const address = new URL(location.href);
    if (address.search || address.href !== landed) return;
    const page = await load(address.href);
    const next = page ? pieces(page) : [];
    const now = pieces(document);
    if (next.length === 0) return;
    if (next.length === now.length && now.length === written.length) {
      next.forEach((piece, at) => piece.outerHTML !== written[at] && now[at].replaceWith(piece));
    } else {
      document.querySelector("#main")?.replaceChildren(...page.querySelector("#main").childNodes);
    }
    document.title = page.title;
    // Painted before it is left: a browser keeps the last picture until the next page has one.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  };

  const host = element("vitrine-dev");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const open = async (problem, said) => {
    const answer = await fetch(`/__vitrine/open?problem=${problem}`, { method: "POST", headers: { "x-vitrine": "1" } })
      .catch(() => null);
    if (!answer?.ok) said.textContent = `The editor could not be opened: ${answer ? await answer.text() : "no answer"}`;
  };
  const row = (problem, at, { file, has_editor }) => {
    const place = problem.line > 0 ? `${problem.file}:${problem.line}:${problem.column} ${problem.path}` : file;
    const said = has_editor && problem.line > 0
      ? element("button", place, { className: "place", onclick: () => open(at, said) })
      : element("p", place, { className: "place" });
    const lines = [element("p", `${problem.severity}${problem.code && ` ${problem.code}`}: ${problem.message}`)];
    if (problem.excerpt) lines.push(element("pre", problem.excerpt));
    if (problem.remedy) lines.push(element("p", problem.remedy));
    lines.push(said);
    return element("li", "", { className: problem.severity }, lines);
  };
  const count = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;
  let last = null;
  const show = (news) => {
    last = news;
    const errors = news.problems.filter(({ severity }) => severity === "error").length;
    const warnings = news.problems.length - errors;
    const title = news.is_broken
      ? `${news.file} can’t be read: the last state that could is shown`
      : [errors && count(errors, "error"), warnings && count(warnings, "warning")].filter(Boolean).join(", ") + ` in ${news.file}`;
    host.remove();
    if (news.problems.length === 0) return;
    // Warnings are a badge until they are asked for.
    const stored = sessionStorage.getItem(FOLDED);
    const folded = stored === null ? errors === 0 : stored === "true";
    const fold = (to) => {
      sessionStorage.setItem(FOLDED, to);
      show(last);
      root.querySelector("button").focus();
    };
    const piece = folded
      ? element("button", title, { className: "badge", onclick: () => fold(false) })
      : element("section", "", { className: errors ? "error" : "warning" }, [
          element("header", "", {}, [element("h2", title), element("button", "Fold", { onclick: () => fold(true) })]),
          element("ol", "", {}, news.problems.map((problem, at) => row(problem, at, news))),
        ]);
    piece.setAttribute(folded ? "aria-expanded" : "aria-label", folded ? "false" : "Problems of the portfolio");
    root.replaceChildren(element("div", "", { role: "status" }, [piece]));
    document.documentElement.append(host);
  };
  // The browser connects again by itself when the server has been away.
  const news = new EventSource("/__vitrine/news");
  news.onmessage = async ({ data }) => {
    const told = JSON.parse(data);
    if (told.revision === own) return show(told);
    // The address has the rest: filter, query, open node.
    sessionStorage.setItem(PLACE, JSON.stringify({ address: location.href, top: scrollY }));
    news.close();
    await preview().finally(() => location.reload());
  };
  addEventListener("pagehide", () => news.close());
})();
