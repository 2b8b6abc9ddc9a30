//! Where the neighbours of an item want it: at their barycentre, or at their median.

use super::crossing::NeighbourLists;

/// A rank as its neighbours see it: places are steps from its middle.
#[derive(Clone, Copy)]
pub(super) struct RankPlaces<'a> {
    /// The place of each item in its rank.
    pub place: &'a [u32],
    /// The middle of this rank.
    pub middle: f32,
}

impl RankPlaces<'_> {
    /// How far an item is from the middle.
    #[expect(clippy::inline_always, reason = "a call costs more than the rest")]
    #[inline(always)]
    pub fn offset(self, item: u32) -> f32 {
        self.place[item as usize] as f32 - self.middle
    }

    /// The mean of some items of the rank.
    pub fn barycentre(self, neighbours: &[u32]) -> Option<f32> {
        let mut sum = 0.0;
        for &item in neighbours {
            sum += self.offset(item);
        }
        (!neighbours.is_empty()).then_some(sum / neighbours.len() as f32)
    }

    /// Between the two in the middle, nearer to that with the more of them close by (Gansner et al. 1993 §3).
    pub fn median(self, neighbours: &[u32]) -> Option<f32> {
        let at = |i: usize| self.offset(neighbours[i]);
        let middle = neighbours.len() / 2;
        match *neighbours {
            [] => None,
            [only] => Some(self.offset(only)),
            [a, b] => Some(f32::midpoint(self.offset(a), self.offset(b))),
            _ if neighbours.len() % 2 == 1 => Some(at(middle)),
            _ => {
                let (left, right) = (at(middle - 1) - at(0), at(neighbours.len() - 1) - at(middle));
                let sum = left + right;
                let mean = (at(middle - 1) * right + at(middle) * left) / sum;
                Some(if sum > 0.0 { mean } else { at(middle) })
            }
        }
    }
}

/// The barycentre of an item's neighbours on both sides.
pub(super) fn middle(item: u32, [(above, before), (below, after)]: &[(NeighbourLists, RankPlaces); 2]) -> Option<f32> {
    let (a, b) = (above.of(item), below.of(item));
    match (before.barycentre(a), after.barycentre(b)) {
        (Some(x), Some(y)) => {
            let share = a.len() as f32 / (a.len() + b.len()) as f32;
            Some(x * share + y * (1.0 - share))
        }
        (x, y) => x.or(y),
    }
}
