// The list of a header's many titles.

/** Has a press anywhere but on its control close it: on one of the titles, or beside them. */
export function closeTitles() {
  addEventListener("click", ({ target }) => {
    const list = document.querySelector(".site-nav__fold");
    if (list && !list.contains(target)) list.open = false;
  });
}
