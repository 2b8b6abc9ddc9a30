//! Which types are written, with all of their fields.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use vitrine_words::Words;

use super::{Compact, Reader, Writer};
use crate::date::{Day, PartialDate};
use crate::markdown::{Attribute, Tag};
use crate::portfolio::{
    Article, Axis, Branch, Competency, Contact, Contributions, Decision, Diagram, DiagramId, Edge, EdgeKind, Employer,
    End, Flow, FlowStep, Focus, Fragment, FragmentKind, Group, Impact, KindNames, Link, Metric, Node, NodeKind, Part,
    Passage, Period, PeriodDate, Place, Portfolio, Profile, Project, ProjectKind, Radar, Record, Records, Role, Scheme,
    Section, Skill, SkillGroup, StepKind, TechId, Technology, Theme, ThemeName, Way, WeekStart,
};

/// What the format is made of, as a number: FNV-1a, 32 bits, of the fields of structs and the words of choices.
pub const FORMAT: u32 = hashed(CHOICES, STRUCTS);

const fn hashed(mut hash: u32, text: &str) -> u32 {
    let (bytes, mut at) = (text.as_bytes(), 0);
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// Structs, by all of their fields. The first is none that may be missing: an [`Option`] of the struct is told by it.
macro_rules! structs {
    ($($name:ident { $($field:ident)* })*) => {
        const STRUCTS: &str = stringify!($($name { $($field)* })*);

        $(impl Compact for $name {
            fn write(&self, to: &mut Writer<'_>) {
                $(self.$field.write(to);)*
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                $(let $field = Compact::read(from)?;)*
                Some(Self { $($field),* })
            }
        })*
    };
}

structs! {
    Portfolio {
        language languages words theme site icon profile metrics technologies sections projects experience radar skills focus competencies diagrams
        contributions writing records contact kinds
    }
    Theme { name scheme }
    Profile { name headline tagline location availability about links photo }
    Metric { value sign unit label context }
    Link { label href }
    Contact { links text email command response }
    Technology { id name category aliases icon uses }
    Section { id title number intro text parts kinds by_kind nav }
    Project {
        id kind title path role period summary problem solution architecture decision impact lessons technologies links
        diagram figures updated brief
    }
    KindNames { title plural problem solution architecture decision impact lessons }
    Decision { chosen rejected reason revisit }
    Impact { points figure label text }
    Period { end start }
    Employer { name href location roles }
    Role { title period branch refs hash summary achievements technologies }
    Radar { title max axes }
    Axis { label value evidence technologies }
    SkillGroup { title entries }
    Skill { technology years context }
    Focus { title technologies items }
    Competency { title text }
    Diagram { id name title caption inside nodes edges groups flows perspectives is_rtl }
    Node { id label kind technology instances description group opens also place }
    Edge { id source target groups label kind }
    Group { id label technology instances parent place }
    Place { at size }
    Flow { id name description steps fragments }
    FlowStep { way others kind note }
    Fragment { kind branches }
    Branch { when steps }
    Records { part entries }
    Record { title by level period location href text points }
    Article { title excerpt href date publication series featured id updated minutes passages }
    Passage { text diagram }
}

/// Numbers with a meaning.
macro_rules! numbers {
    ($($name:ident)*) => {$(
        impl Compact for $name {
            fn write(&self, to: &mut Writer<'_>) {
                self.0.write(to);
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                Compact::read(from).map(Self)
            }
        }
    )*};
}
numbers! { Day TechId DiagramId }

/// Choices, by their place in the table of all.
macro_rules! choices {
    ($($name:ident)*) => {
        const CHOICES: u32 = {
            let mut hash = 0x811c_9dc5;
            $(
                let mut at = 0;
                while at < $name::ALL.len() {
                    hash = hashed(hash, $name::ALL[at].1);
                    at += 1;
                }
            )*
            hash
        };

        $(impl Compact for $name {
            fn write(&self, to: &mut Writer<'_>) {
                (*self as u8).write(to);
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                Self::ALL.get(usize::read(from)?).map(|choice| choice.0)
            }
        })*
    };
}
choices! { ThemeName Scheme ProjectKind Part NodeKind EdgeKind StepKind FragmentKind WeekStart Tag Attribute }

/// A page has them on their own, for all that it says.
impl Compact for Words {
    fn write(&self, _to: &mut Writer<'_>) {}

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(from.words)
    }
}

/// As the file has them: how long the text is tells what it names.
impl Compact for PartialDate {
    fn write(&self, to: &mut Writer<'_>) {
        to.line(&self.iso());
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Self::parse(from.line()?)
    }
}

impl Compact for PeriodDate {
    fn write(&self, to: &mut Writer<'_>) {
        PartialDate::from(*self).write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        PartialDate::read(from).map(Self::from)
    }
}

/// Words that are no date stand for what is none.
impl Compact for End {
    fn write(&self, to: &mut Writer<'_>) {
        match self {
            Self::Lasting => to.line(LASTING),
            Self::At(date) => date.write(to),
            Self::Unknown => to.line(UNKNOWN),
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        match from.line()? {
            LASTING => Some(Self::Lasting),
            UNKNOWN => Some(Self::Unknown),
            date => PartialDate::parse(date).map(|date| Self::At(date.into())),
        }
    }
}

const LASTING: &str = "";
const UNKNOWN: &str = "?";

/// The position with what happens there in front.
impl Compact for Way {
    fn write(&self, to: &mut Writer<'_>) {
        let (how, at) = match *self {
            Self::In(node) => (0, node),
            Self::Along(edge) => (1, edge),
            Self::Against(edge) => (2, edge),
            Self::Within(node) => (3, node),
        };
        (4 * at + how).write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let number = usize::read(from)?;
        let at = number / 4;
        Some([Self::In(at), Self::Along(at), Self::Against(at), Self::Within(at)][number % 4])
    }
}

impl Compact for Range<usize> {
    fn write(&self, to: &mut Writer<'_>) {
        (self.start, self.end).write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (start, end) = Compact::read(from)?;
        Some(start..end)
    }
}

impl<T: Compact> Compact for Arc<T> {
    fn write(&self, to: &mut Writer<'_>) {
        T::write(self, to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        T::read(from).map(Self::new)
    }
}

/// Days on one line: the first, then the count of each day; what is below 0 is days without one.
impl Compact for Contributions {
    fn write(&self, to: &mut Writer<'_>) {
        self.source.write(to);
        self.taken.write(to);
        self.sample.write(to);
        self.months.write(to);
        self.week_start.write(to);
        let mut next = self.days.first().map_or(0, |(day, _)| day.0);
        let mut line = next.to_string();
        for (day, count) in &self.days {
            if day.0 > next {
                let _ = write!(line, " {}", next - day.0);
            }
            let _ = write!(line, " {count}");
            next = day.0 + 1;
        }
        to.line(&line);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (source, taken, sample) = (Compact::read(from)?, Compact::read(from)?, Compact::read(from)?);
        let (months, week_start) = (Compact::read(from)?, Compact::read(from)?);
        let mut numbers = from.line()?.split(' ').map(super::integer);
        let mut next = numbers.next()??;
        let mut days = Vec::new();
        for number in numbers {
            let number = number?;
            if number < 0 {
                next = next.checked_sub(number)?;
            } else {
                days.push((Day(next.try_into().ok()?), number.try_into().ok()?));
                next += 1;
            }
        }
        Some(Self { source, taken, sample, months, week_start, days })
    }
}
