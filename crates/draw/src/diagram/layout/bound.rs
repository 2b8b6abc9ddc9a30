//! Lower bounds on differences, which ranks and positions obey.

/// `x[head] - x[tail] >= min`, and every unit of that difference costs `weight`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bound {
    /// The lower variable.
    pub tail: usize,
    /// The upper variable.
    pub head: usize,
    /// The least difference.
    pub min: i32,
    /// What a unit of difference costs; not negative.
    pub weight: i32,
}

/// For each variable the bounds at it.
pub(super) struct Lists {
    start: Box<[usize]>,
    bounds: Box<[usize]>,
}

impl Lists {
    /// The bounds with `end` at each of `count` variables, in their order.
    pub fn new(count: usize, bounds: &[Bound], end: &dyn Fn(&Bound) -> usize) -> Self {
        let mut start = vec![0; count + 2];
        for b in bounds {
            start[end(b) + 2] += 1;
        }
        for v in 0..count {
            start[v + 2] += start[v + 1];
        }
        let mut lists = Self { start: start.into(), bounds: vec![0; bounds.len()].into() };
        for (i, b) in bounds.iter().enumerate() {
            let next = &mut lists.start[end(b) + 1];
            lists.bounds[*next] = i;
            *next += 1;
        }
        lists
    }

    /// The bounds at a variable.
    pub fn at(&self, v: usize) -> &[usize] {
        &self.bounds[self.start[v]..self.start[v + 1]]
    }
}
