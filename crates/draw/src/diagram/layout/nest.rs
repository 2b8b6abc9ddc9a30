//! The nesting of groups as a tree with one root, so that "no group" needs no case of its own.

use super::Graph;
use crate::geometry::Size;

/// The root of every [`Nest`]: the sheet itself.
pub(super) const ROOT: usize = 0;

/// A tree of groups. Index 0 is the sheet; a parent's index is below its children's.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Nest {
    /// The parent of each; the root is its own.
    pub parent: Vec<usize>,
    /// Steps to the root.
    pub depth: Vec<usize>,
    /// The room of each label, world px.
    pub label: Vec<Size>,
    /// The position of each in [`Graph::groups`]; meaningless for the root.
    pub group: Vec<usize>,
}

/// Where two places of the tree part: the child of `at` towards each, or none where the place is `at` itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fork {
    /// The innermost group around both.
    pub at: usize,
    /// The child of `at` around the first.
    pub first: Option<usize>,
    /// The child of `at` around the second.
    pub second: Option<usize>,
}

impl Nest {
    /// The tree of the groups in `keep` and a table from group to index in the tree.
    ///
    /// Ensures: total; a parent that is missing or closes a cycle counts as the sheet.
    pub fn new(graph: &Graph, keep: &[usize]) -> (Self, Vec<usize>) {
        let count = graph.groups.len();
        let mut index = vec![ROOT; count];
        let mut nest = Self { parent: vec![ROOT], depth: vec![0], label: vec![Size::default()], group: vec![0] };
        let mut path = Vec::new();
        for &first in keep {
            let mut at = Some(first);
            while let Some(g) = at.filter(|&g| g < count && index[g] == ROOT && !path.contains(&g)) {
                path.push(g);
                at = graph.groups[g].parent;
            }
            let mut parent = at.filter(|&g| g < count).map_or(ROOT, |g| index[g]);
            while let Some(g) = path.pop() {
                index[g] = nest.parent.len();
                nest.depth.push(nest.depth[parent] + 1);
                nest.parent.push(parent);
                nest.label.push(clean(graph.groups[g].label));
                nest.group.push(g);
                parent = index[g];
            }
        }
        (nest, index)
    }

    /// How many places the tree has, the sheet included.
    pub fn len(&self) -> usize {
        self.parent.len()
    }

    /// Where the ways up from two places meet.
    pub fn fork(&self, a: usize, b: usize) -> Fork {
        let (mut a, mut b, mut first, mut second) = (a, b, None, None);
        while a != b {
            if self.depth[a] >= self.depth[b] {
                first = Some(a);
                a = self.parent[a];
            } else {
                second = Some(b);
                b = self.parent[b];
            }
        }
        Fork { at: a, first, second }
    }

    /// Whether `inner` is `outer` or lies within it.
    pub fn within(&self, inner: usize, outer: usize) -> bool {
        let mut at = inner;
        while self.depth[at] > self.depth[outer] {
            at = self.parent[at];
        }
        at == outer
    }
}

/// A size that arithmetic can trust: finite and not negative.
pub(super) fn clean(size: Size) -> Size {
    Size::new(clean_length(size.w), clean_length(size.h))
}

fn clean_length(length: f64) -> f64 {
    if length.is_finite() { length.clamp(0.0, 20_000.0) } else { 0.0 }
}
