//! The code of each kind of problem. A code keeps its meaning for ever: what is gone leaves a gap, and what is new takes a new one.

use super::ProblemKind;
use crate::read_error::ReadError;

impl ProblemKind {
    /// Such as `V0103`: in hundreds, what is wrong with the shape of the file, with ids, dates, links, files, diagrams, words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "V0101",
            Self::WrongType { .. } => "V0102",
            Self::UnknownProperty { .. } => "V0103",
            Self::RepeatedProperty => "V0104",
            Self::NoneLeft { .. } => "V0105",
            Self::UnknownWord { .. } => "V0106",
            Self::Repeated { .. } => "V0107",
            Self::NoProfile => "V0108",
            Self::NewerVersion { .. } => "V0109",
            Self::OlderVersion { .. } => "V0110",
            Self::BadVersion(_) => "V0111",
            Self::OutOfRange { .. } => "V0112",
            Self::NoRole => "V0113",
            Self::RoleWithoutTitle => "V0114",
            Self::ShownAlready { .. } => "V0115",
            Self::NothingToShow(_) => "V0116",
            Self::More { .. } => "V0117",
            Self::UnknownId { .. } => "V0201",
            Self::TakenId { .. } => "V0202",
            Self::TakenName { .. } => "V0203",
            Self::BadId { .. } => "V0204",
            Self::FoldedId { .. } => "V0205",
            Self::DeviceName { .. } => "V0206",
            Self::ReservedId { .. } => "V0207",
            Self::NoDiagramId { .. } => "V0208",
            Self::MaybeTechnology { .. } => "V0209",
            Self::BadDate { .. } => "V0301",
            Self::ReadAs { .. } => "V0302",
            Self::EndsBeforeStart { .. } => "V0303",
            Self::TakenDay { .. } => "V0304",
            Self::DaysOutside { .. } => "V0305",
            Self::RefusedLink { .. } => "V0401",
            Self::MendedLink { .. } => "V0402",
            Self::BadSite(_) => "V0403",
            Self::BadEmail(_) => "V0404",
            Self::NoPicture { .. } => "V0501",
            Self::NoAlternative => "V0502",
            Self::BadHead { .. } => "V0503",
            Self::HalfPlaced => "V0601",
            Self::GroupCycle(_) => "V0602",
            Self::NoEdge { .. } => "V0603",
            Self::NotOneThing(_) => "V0604",
            Self::GroupEnd(..) => "V0606",
            Self::CreatedLate(_) => "V0607",
            Self::Empty => "V0701",
            Self::EmptyText => "V0702",
            Self::TooLong { .. } => "V0703",
            Self::HiddenCharacters => "V0704",
            Self::LostCharacters => "V0705",
            Self::BadLanguage(_) => "V0710",
            Self::BadWord(..) => "V0711",
        }
    }
}

impl ReadError {
    /// Such as `V0003`: what keeps a file from being read at all.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "V0001",
            Self::WebPage => "V0002",
            Self::Truncated { .. } => "V0003",
            Self::NotJson { .. } => "V0004",
            Self::TooDeep { .. } => "V0005",
            Self::TooLarge { .. } => "V0006",
            Self::NotAnObject { .. } => "V0007",
            // A list in which nothing sound is left, here that of the nodes.
            Self::NoDiagram { .. } => "V0105",
        }
    }
}
