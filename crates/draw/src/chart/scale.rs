//! Scales: from the numbers of a chart to lengths and levels.

/// Maps a domain linearly to a range. Values outside the domain go to the nearer end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Linear {
    /// The values to map; the two differ.
    pub domain: (f64, f64),
    /// What the two go to.
    pub range: (f64, f64),
}

impl Linear {
    /// The place of a value in the range. NaN, and any value of an empty domain, goes to the range's start.
    pub fn map(self, value: f64) -> f64 {
        let t = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        let t = if t.is_finite() { t.clamp(0.0, 1.0) } else { 0.0 };
        self.range.0 + (self.range.1 - self.range.0) * t
    }
}

/// Five levels of counts: 0 for none, 1 to 4 for the quarters of all counts that are not 0.
///
/// The quartiles are nearest ranks, so each is a count that occurs and equal counts share a level. The highest count has level 4, however
/// many days have it: a quartile as high as that gives way to the next count below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Levels {
    quartiles: [u32; 3],
}

impl Levels {
    /// The levels of these counts; zeros and order do not matter.
    pub fn of(counts: impl Iterator<Item = u32>) -> Self {
        let mut counts: Vec<u32> = counts.filter(|&count| count > 0).collect();
        counts.sort_unstable();
        let below_most = counts.partition_point(|count| Some(count) < counts.last());
        let quartile = |quarter: usize| {
            let rank = (counts.len() * quarter).div_ceil(4).min(below_most);
            rank.checked_sub(1).and_then(|at| counts.get(at)).copied().unwrap_or_default()
        };
        Self { quartiles: [quartile(1), quartile(2), quartile(3)] }
    }

    /// The lowest and highest count of level 1, 2 or 3, or the lowest of level 4 (its highest is `u32::MAX`). `None`
    /// for a level that no count has.
    pub fn range(self, level: u8) -> Option<(u32, u32)> {
        let ends = [0, self.quartiles[0], self.quartiles[1], self.quartiles[2], u32::MAX];
        let above = *ends.get(usize::from(level).checked_sub(1)?)?;
        let last = *ends.get(usize::from(level))?;
        (above < last).then(|| (above + 1, last))
    }

    /// The level of a count, 0 to 4.
    pub fn level(self, count: u32) -> u8 {
        if count == 0 { 0 } else { self.quartiles.iter().fold(1, |level, &end| level + u8::from(count > end)) }
    }
}
