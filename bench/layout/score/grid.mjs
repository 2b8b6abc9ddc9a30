/**
 * Square cells over a drawing, each with a list of the items that touch it. Lists are one array, so that millions of
 * entries fit.
 */
export class Grid {
  #columns;
  #rows;
  #side;
  #left;
  #top;
  #start;
  #entries;

  /** Cells of this side over `bounds`. */
  constructor(bounds, side) {
    this.#side = side;
    // Borders at odd places: next to no coordinate of a drawing lies on one, so rounding can't move it across.
    this.#left = bounds.x0 - side * 0.7310586;
    this.#top = bounds.y0 - side * 0.7310586;
    this.#columns = Math.ceil((bounds.x1 - this.#left) / side) + 1;
    this.#rows = Math.ceil((bounds.y1 - this.#top) / side) + 1;
    this.#start = new Uint32Array(this.#columns * this.#rows + 1);
    this.#entries = new Uint32Array();
  }

  /** Lists so many items; `place(item, visit)` calls `visit(x0, y0, x1, y1)` with rectangles that cover it. */
  fill(items, place) {
    const counts = new Uint32Array(this.#start.length);
    const each = (touch) => {
      for (let item = 0; item < items; item += 1) {
        place(item, (x0, y0, x1, y1) => this.#cover(x0, y0, x1, y1, (cell) => touch(cell, item)));
      }
    };
    each((cell) => (counts[cell + 1] += 1));
    for (let cell = 1; cell < counts.length; cell += 1) counts[cell] += counts[cell - 1];
    this.#start = counts;
    this.#entries = new Uint32Array(counts[counts.length - 1]);
    const next = counts.slice();
    each((cell, item) => (this.#entries[next[cell]++] = item));
    return this;
  }

  /** The cell that holds a point. */
  at(x, y) {
    return this.#row(y) * this.#columns + this.#column(x);
  }

  /** The lists, with their cells. */
  *lists() {
    for (let cell = 0; cell + 1 < this.#start.length; cell += 1) {
      if (this.#start[cell + 1] > this.#start[cell]) yield [cell, this.#list(cell)];
    }
  }

  /** Calls `visit` with the list of every cell that a rectangle touches. */
  around(x0, y0, x1, y1, visit) {
    this.#cover(x0, y0, x1, y1, (cell) => visit(this.#list(cell)));
  }

  /** Calls `visit` with a rectangle for each column of cells that a segment runs through, a little larger than its piece. */
  pieces([ax, ay, bx, by], visit) {
    const [x0, y0, x1, y1] = ax <= bx ? [ax, ay, bx, by] : [bx, by, ax, ay];
    const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    const last = this.#column(x1);
    for (let column = this.#column(x0); column <= last; column += 1) {
      const from = Math.max(x0, this.#left + column * this.#side);
      const to = Math.min(x1, this.#left + (column + 1) * this.#side);
      const [a, b] = slope === 0 ? [y0, y1] : [y0 + (from - x0) * slope, y0 + (to - x0) * slope];
      const middle = this.#left + (column + 0.5) * this.#side;
      visit(middle, Math.min(a, b) - 0.01, middle, Math.max(a, b) + 0.01);
    }
  }

  #list(cell) {
    return this.#entries.subarray(this.#start[cell], this.#start[cell + 1]);
  }

  #cover(x0, y0, x1, y1, touch) {
    const [left, right, bottom] = [this.#column(x0), this.#column(x1), this.#row(y1)];
    for (let row = this.#row(y0); row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) touch(row * this.#columns + column);
    }
  }

  #column(x) {
    return Math.min(this.#columns - 1, Math.max(0, Math.floor((x - this.#left) / this.#side)));
  }

  #row(y) {
    return Math.min(this.#rows - 1, Math.max(0, Math.floor((y - this.#top) / this.#side)));
  }
}
