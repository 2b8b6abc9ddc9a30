import { random } from './random.mjs';

const EDGES_A_NODE = 1.4;
const WORDS = ['orders', 'carts', 'search', 'users', 'billing', 'stock', 'prices', 'media', 'mail', 'audit', 'risk', 'feed'];
const STORES = ['database', 'cache', 'queue', 'stream', 'storage'];
const VERBS = ['reads', 'writes', 'publishes', 'asks', 'caches', 'notifies'];

/**
 * A connected graph in the likeness of an architecture: domains of 5 to 12 nodes, each with an entry, services and the
 * stores behind them; a few hubs that everybody calls; arrows that mostly run from entries to stores, and a few that
 * run back. No loops, no parallel arrows; `labelled` of them, from 0 to 1, have a label. `grouped` puts domains in groups, these in groups of 3 to 5 and these again;
 * nodes and arrows are the same with groups and without.
 */
export function architecture(count, grouped, labelled) {
  const next = random(count);
  const upTo = (most) => Math.floor(next() * most);
  const one = (list) => list[upTo(list.length)];
  const nodes = [];
  const domains = [];
  while (nodes.length < count) {
    const rest = count - nodes.length;
    // No domain of less than five nodes is left over.
    const size = rest <= 12 ? (count <= 12 ? Math.min(rest, 6) : rest) : Math.min(5 + upTo(8), rest - 5);
    const domain = { services: [], stores: [] };
    for (let at = 0; at < size; at += 1) {
      const store = at > 1 && at >= Math.ceil(size * 0.65);
      const kind = at === 0 ? (domains.length === 0 ? 'client' : 'gateway') : store ? one(STORES) : 'service';
      const id = `n${nodes.length}`;
      (store ? domain.stores : domain.services).push(nodes.length);
      nodes.push({ id, label: `${WORDS[upTo(WORDS.length)]} ${kind} ${nodes.length}`, kind, group: `d${domains.length}` });
    }
    domains.push(domain);
  }

  const edges = [];
  const taken = new Set();
  const connect = (source, target) => {
    const key = source * count + target;
    if (source === target || taken.has(key) || taken.has(target * count + source)) return;
    taken.add(key);
    const edge = { id: `e${edges.length}`, source: nodes[source].id, target: nodes[target].id };
    if (next() < labelled) edge.label = one(VERBS);
    edges.push(edge);
  };
  // A tree first, so that all is connected.
  domains.forEach(({ services, stores }, domain) => {
    if (domain > 0) connect(one(domains[near(domain, next)].services), services[0]);
    for (let at = 1; at < services.length; at += 1) connect(services[upTo(at)], services[at]);
    for (const store of stores) connect(services[Math.min(services.length - 1, 1 + upTo(services.length))], store);
  });
  const hubs = domains.filter((_, at) => at % 6 === 1).map(({ services }) => services[0]);
  while (edges.length < Math.round(count * EDGES_A_NODE)) {
    const here = upTo(domains.length);
    const { services, stores } = domains[here];
    const kind = next();
    if (kind < 0.5 && stores.length > 0) connect(one(services), one(stores));
    else if (kind < 0.75) connect(one(services), one(domains[Math.min(domains.length - 1, here + 1 + upTo(4))].services));
    else if (kind < 0.85 && hubs.length > 0) connect(one(services), one(hubs.slice(0, 1 + upTo(hubs.length))));
    else if (kind < 0.95) connect(one(services), one(domains[upTo(domains.length)].services));
    else connect(one(stores.length > 0 ? stores : services), one(domains[near(here, next)].services));
  }
  if (!grouped) return { nodes: nodes.map(({ group, ...node }) => node), edges, groups: [] };
  return { nodes, edges, groups: nested(domains.length, upTo) };
}

/** A domain that comes before, most often one nearby. */
function near(domain, next) {
  return Math.max(0, domain - 1 - Math.floor(next() ** 2 * Math.min(domain, 12)));
}

function nested(domains, upTo) {
  const groups = Array.from({ length: domains }, (_, at) => ({ id: `d${at}`, label: `Domain ${at}` }));
  let level = groups;
  for (const [letter, word] of [['a', 'Area'], ['r', 'Region']]) {
    if (level.length < 6) break;
    const outer = [];
    for (let at = 0; at < level.length; ) {
      const group = { id: `${letter}${outer.length}`, label: `${word} ${outer.length}` };
      const size = 3 + upTo(3);
      for (const inner of level.slice(at, at + size)) inner.parent = group.id;
      outer.push(group);
      at += size;
    }
    groups.push(...outer);
    level = outer;
  }
  return groups;
}
