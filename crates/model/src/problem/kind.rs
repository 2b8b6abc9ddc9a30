//! What can be wrong, with what to do about it.

use vitrine_lean::decimal;

use super::advice::{did_you_mean, meant, no_end, one_of, others, shown, such_as};
use crate::date::Day;
use crate::folder::PictureFault;
use crate::href::Fault;
use crate::portfolio::PeriodDate;
use crate::version::{VERSION, changes_since};

/// What is wrong, and what to do about it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ProblemKind {
    /// A property that has to be there is not, or is null.
    #[error("the property {property:?} is missing; add it")]
    Missing {
        /// Its name.
        property: &'static str,
    },
    /// A value of another JSON type.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// What the field takes.
        expected: String,
        /// What the file has.
        found: String,
    },
    /// A property the format does not have.
    #[error("unknown property {name:?}{}", meant(name, known))]
    UnknownProperty {
        /// Its name.
        name: String,
        /// The properties the format has there.
        known: &'static [&'static str],
    },
    /// A property written twice in one object.
    #[error("written twice in one object; only the last one counts")]
    RepeatedProperty,
    /// A text that has to say something is empty.
    #[error("is empty; write something here")]
    Empty,
    /// An optional text or entry is there and empty.
    #[error("is empty; write something here, or leave it out")]
    EmptyText,
    /// A text beyond what the page can show.
    #[error("longer than {limit} characters; the rest was cut off")]
    TooLong {
        /// How many are kept.
        limit: usize,
    },
    /// Control characters or ones that reorder text.
    #[error("holds control or text-reordering characters, which were taken out; delete them")]
    HiddenCharacters,
    /// The mark that decoders leave where a character could not be read.
    #[error("holds U+FFFD, the mark of a character that was lost; write it again")]
    LostCharacters,
    /// A word that is not one of a fixed few.
    #[error("unknown {what} {word:?}{}", one_of(word, known))]
    UnknownWord {
        /// Such as `theme`.
        what: &'static str,
        /// What the file has.
        word: String,
        /// What it could be.
        known: &'static [&'static str],
    },
    /// An id that nothing has.
    #[error("unknown {what} {id:?}{}", did_you_mean(suggestion.as_deref()))]
    UnknownId {
        /// Such as `technology`.
        what: &'static str,
        /// What the file has.
        id: String,
        /// The nearest id there is.
        suggestion: Option<String>,
    },
    /// A technology that is used under this name and not declared, although one with nearly that name is.
    #[error("the technology {name:?} is not declared, so that it is one of its own; did you mean {declared:?}?")]
    MaybeTechnology {
        /// What the file has.
        name: String,
        /// The id or name of the one that is declared.
        declared: String,
    },
    /// An id that an earlier entry has.
    #[error("the {what} id {id:?} is taken by an earlier one; give each its own")]
    TakenId {
        /// Such as `project`.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// A name or alias that another technology has, so that it leads to that one.
    #[error("{name:?} is the technology {owner:?} already; choose another word, or delete it")]
    TakenName {
        /// The word.
        name: String,
        /// The id of the technology it leads to; without one its name.
        owner: String,
    },
    /// An id in other letters than addresses have.
    #[error("{id:?} is {fixed:?} in addresses; write that to be sure that it stays so")]
    FoldedId {
        /// What the file has.
        id: String,
        /// What is used instead.
        fixed: String,
    },
    /// An id that is the name of a device on some systems.
    #[error("{id:?} is no name for a folder on Windows; choose another id, such as {fixed:?}")]
    DeviceName {
        /// What the file has.
        id: String,
        /// What is used instead.
        fixed: String,
    },
    /// An id that cannot be part of an address.
    #[error(
        "{id:?} cannot be an id, which is part of an address; write letters, digits, \"-\" and \"_\"{}",
        such_as(fixed)
    )]
    BadId {
        /// What the file has.
        id: String,
        /// What is used instead; empty when nothing is left of it.
        fixed: String,
    },
    /// An id that is none of the file's to give.
    #[error("the page itself has an element {id:?}; choose another id, such as {fixed:?}")]
    ReservedId {
        /// What the file has.
        id: String,
        /// What is used instead.
        fixed: String,
    },
    /// A diagram without an id.
    #[error("the property \"id\" is missing, so that its address is {fixed:?}; add it")]
    NoDiagramId {
        /// What is used instead.
        fixed: String,
    },
    /// An entry of a list that an earlier one says already.
    #[error("{word:?} is in this list already; delete one")]
    Repeated {
        /// The entry.
        word: String,
    },
    /// A part of the page, or a kind of project, that an earlier section shows.
    #[error("{word:?} is shown by an earlier section already; delete one")]
    ShownAlready {
        /// The part or kind.
        word: String,
    },
    /// A date that is none.
    #[error("{text:?} is no date; write {expected}")]
    BadDate {
        /// What the file has.
        text: String,
        /// How to write it.
        expected: &'static str,
    },
    /// A text of which a part is read, since the rest can mean this or that.
    #[error("{found:?} is read as {read}; write it as {read}, or with the month as {read}-05")]
    ReadAs {
        /// What the file has.
        found: String,
        /// As the format writes it.
        read: String,
    },
    /// A period that runs backwards.
    #[error("ends {}, before it starts in {}, so that its end is left out; swap or mend the dates", end.iso(), start.iso())]
    EndsBeforeStart {
        /// First month.
        start: PeriodDate,
        /// Last month.
        end: PeriodDate,
    },
    /// Days that have two counts.
    #[error("{} has a count already; write each day once", day.iso())]
    TakenDay {
        /// The day.
        day: Day,
    },
    /// Days the snapshot cannot know.
    #[error(
        "{}{} not within the {years} years before the day the counts were taken, {}, and left out; mend \"taken\", or delete it",
        day.iso(),
        others(*count),
        taken.iso()
    )]
    DaysOutside {
        /// The first of them.
        day: Day,
        /// How many there are.
        count: usize,
        /// The end of the range.
        taken: Day,
        /// The length of the range.
        years: i32,
    },
    /// A number beyond its range.
    #[error("{} is not within {} to {}; mend it", shown(*number), decimal::write(*min), decimal::write(*max))]
    OutOfRange {
        /// What the file has.
        number: f64,
        /// The least.
        min: f64,
        /// The most.
        max: f64,
    },
    /// One coordinate without the other.
    #[error("has one of \"x\" and \"y\" only, so that neither counts; write both or none")]
    HalfPlaced,
    /// An employer without a role.
    #[error("no sound role is left in it; add \"roles\", or the \"title\" of the only one")]
    NoRole,
    /// What belongs to a role stands in an employer, and the role has no name.
    #[error(
        "what it says of a role is left out, since the role has no \"title\"; add that, or move it into one of \"roles\""
    )]
    RoleWithoutTitle,
    /// A list that has to hold something.
    #[error("no sound {what} is left in it")]
    NoneLeft {
        /// Such as `role`.
        what: &'static str,
    },
    /// A link that leads nowhere good.
    #[error("{url:?} is refused as a link: {fault}")]
    RefusedLink {
        /// What the file has.
        url: String,
        /// What is wrong with it, and what to write.
        fault: Fault,
    },
    /// A link that was mended.
    #[error("{url:?} is read as {mended:?}; write it so")]
    MendedLink {
        /// What the file has.
        url: String,
        /// Where it leads.
        mended: String,
    },
    /// A file that can't be shown.
    #[error("{file:?} is left out: {fault}")]
    NoPicture {
        /// What the file has.
        file: String,
        /// What is wrong with it, and what to do.
        fault: PictureFault,
    },
    /// What stands ahead of an article can't be read.
    #[error("what stands between the two lines of \"---\" can't be read, and does not count: {reason}")]
    BadHead {
        /// Why.
        reason: String,
    },
    /// A picture of which nothing is said.
    #[error(
        "nothing says what it shows, for whoever can't see it; write that as \"alt\", or in Markdown as ![what it shows](file)"
    )]
    NoAlternative,
    /// Not the address of a start page.
    #[error("{0:?} is no address of a site; write it as https://example.org/ada/, without ? and #")]
    BadSite(String),
    /// Not an e-mail address, but this text.
    #[error("{0:?} is no e-mail address; write it as name@example.org")]
    BadEmail(String),
    /// A boundary inside itself (its id).
    #[error("the group {0:?} would contain itself; its \"parent\" does not count")]
    GroupCycle(String),
    /// A step between nodes that nothing connects.
    #[error("no edge connects {from:?} and {to:?}; add one, or name a \"node\"")]
    NoEdge {
        /// Where the step comes from.
        from: String,
        /// Where it goes.
        to: String,
    },
    /// An arrow at a boundary (its id) that holds nothing, or everything of it.
    #[error("an arrow can't lead from or to the group {:?}: {}", .0, no_end(*.1))]
    GroupEnd(String, bool),
    /// A step that creates a node which took part before (its id).
    #[error(
        "the step creates {0:?}, which takes part before it; move the step ahead of the others, or delete its \"kind\""
    )]
    CreatedLate(String),
    /// A step that says nothing, or two things.
    #[error(
        "a step has \"from\" and \"to\", or an \"edge\", a \"node\", \"nodes\" or a block; this one has {0} of them"
    )]
    NotOneThing(usize),
    /// A part of a section (its name) with nothing in the file for it.
    #[error("there is nothing to show for {0:?}; add it to the file, or delete it here")]
    NothingToShow(&'static str),
    /// A portfolio of nobody.
    #[error("there is no sound \"profile\"; add one with the \"name\" of a person")]
    NoProfile,
    /// A format later than the ones this program knows.
    #[error(
        "the file's format {version} is newer than {VERSION}, which is the latest this program knows; some of it may not show: update the program"
    )]
    NewerVersion {
        /// The file's.
        version: u32,
    },
    /// A format of before.
    #[error("the file's format {version} is older than {VERSION}, and read all the same; what changed: {}", changes_since(*version))]
    OlderVersion {
        /// The file's.
        version: u32,
    },
    /// Not a version, but this text.
    #[error("{0:?} is no version of the format; write {VERSION}, or leave it out")]
    BadVersion(String),
    /// Not a language, but this text.
    #[error("{0:?} is no language tag; write one such as \"de\", \"pt-BR\" or \"zh-Hans\"")]
    BadLanguage(String),
    /// A word of one's own that can't be said: what is wrong with it, and the key that was meant.
    #[error("{}{}", .0, did_you_mean(.1.as_deref()))]
    BadWord(String, Option<String>),
    /// Problems beyond [`Problem::MOST`].
    #[error("and {count} more problems")]
    More {
        /// How many.
        count: usize,
    },
}
