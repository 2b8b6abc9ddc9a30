// A small stand-in for the elements of a page: as much as the first script uses.

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

export class Element extends EventTarget {
  constructor(tag, properties = {}, children = []) {
    super();
    Object.assign(this, { tag, parent: null, children: [], dataset: {}, className: "", textContent: "", ...properties });
    this.append(...children);
  }

  append(...children) {
    for (const child of children) {
      child.remove();
      child.parent = this;
      this.children.push(child);
      child.onappend?.();
    }
  }

  remove() {
    if (this.parent) this.parent.children = this.parent.children.filter((child) => child !== this);
    this.parent = null;
  }

  replaceChildren(...children) {
    for (const child of [...this.children]) child.remove();
    this.append(...children);
  }

  replaceWith(other) {
    const { parent } = this;
    other.remove();
    parent.children[parent.children.indexOf(this)] = other;
    Object.assign(other, { parent });
    this.parent = null;
  }

  cloneNode(isDeep = false) {
    const { tag, parent, children, dataset, ...properties } = this;
    return new Element(tag, { ...properties, dataset: { ...dataset } }, isDeep ? children.map((child) => child.cloneNode(true)) : []);
  }

  setAttribute(name, value) {
    this[name] = value;
  }

  getAttribute(name) {
    return name.startsWith("data-") ? this.dataset[camel(name.slice(5))] : this[name];
  }

  /** Its own words and those of its children. */
  get words() {
    return [this.textContent, ...this.children.map(({ words }) => words)].filter(Boolean).join(" ");
  }

  /** Everything in it, in the order of the page. */
  *descendants() {
    for (const child of this.children) {
      yield child;
      yield* child.descendants();
    }
  }

  querySelectorAll(selector) {
    return [...this.descendants()].filter((element) => matches(element, selector));
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
}

// Tag, id, class, attribute, `:is()` and `:not()`.
const PIECE = /^(?:(?<tag>\w+)|#(?<id>[\w-]+)|\.(?<name>[\w-]+)|\[(?<attribute>[\w-]+)(?:=(?<value>[\w-]+))?\]|:(?<pseudo>is|not)\((?<list>[^)]*)\))/;

function matchesCompound(element, compound) {
  let rest = compound;
  while (rest) {
    const piece = PIECE.exec(rest);
    if (!piece) throw new Error(`the stand-in does not know the selector ${compound}`);
    const { tag, id, name, attribute, value, pseudo, list } = piece.groups;
    const holds =
      (tag && element.tag === tag) ||
      (id && element.id === id) ||
      (name && element.className.split(" ").includes(name)) ||
      (attribute && (value === undefined ? element.getAttribute(attribute) !== undefined : element.getAttribute(attribute) === value)) ||
      (pseudo && list.split(", ").some((one) => matchesCompound(element, one)) === (pseudo === "is"));
    if (!holds) return false;
    rest = rest.slice(piece[0].length);
  }
  return true;
}

/** Whether an element matches a selector of compounds joined by spaces and `>`. */
function matches(element, selector) {
  const [, before, isChild, last] = /^(?:(.*?)( >)? )?((?:[^ ()]|\([^)]*\))+)$/.exec(selector);
  if (!matchesCompound(element, last)) return false;
  if (!before) return true;
  for (let above = element.parent; above; above = isChild ? null : above.parent) if (matches(above, before)) return true;
  return false;
}
