//! Which elements of HTML a text can have, and which of their attributes.

/// An element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tag {
    /// `*emphasis*`.
    Emphasis,
    /// `**strong**`.
    Strong,
    /// `` `code` ``, and what stands in a block of code.
    Code,
    /// `~~struck~~`.
    Struck,
    /// Words of a kind, in a block of code.
    Span,
    /// The end of a line.
    Break,
    /// A picture.
    Picture,
    /// The first of those that begin a line of their own.
    Paragraph,
    /// Entries.
    List,
    /// Entries with numbers.
    Numbers,
    /// One of a list.
    Entry,
    /// The heading of a text, at the level that the page has room for.
    Heading,
    /// One level below.
    Heading2,
    /// Two levels below.
    Heading3,
    /// What somebody else said.
    Quote,
    /// A line between two parts.
    Rule,
    /// A block of code.
    Preformatted,
    /// What a table is scrolled in.
    Box,
    /// A table.
    Table,
    /// Its first row.
    TableHead,
    /// Its other rows.
    TableBody,
    /// A row.
    Row,
    /// A cell that names a column.
    ColumnHead,
    /// A cell.
    Cell,
    /// A picture with what is said of it.
    Figure,
    /// What is said of it.
    Caption,
    /// What shows a picture at full size.
    Button,
    /// A moving picture.
    Video,
}

impl Tag {
    /// How its text is directed, for `dir`: that of a language by its own first letter, code from left to right; `None` for what holds
    /// such elements, or stands in one.
    pub fn direction(self) -> Option<&'static str> {
        match self {
            Self::Paragraph
            | Self::List
            | Self::Numbers
            | Self::Heading
            | Self::Heading2
            | Self::Heading3
            | Self::ColumnHead
            | Self::Cell
            | Self::Caption => Some("auto"),
            Self::Code | Self::Preformatted => Some("ltr"),
            _ => None,
        }
    }

    /// Every one with what it is called in HTML.
    pub const ALL: [(Self, &'static str); 28] = [
        (Self::Emphasis, "em"),
        (Self::Strong, "strong"),
        (Self::Code, "code"),
        (Self::Struck, "del"),
        (Self::Span, "span"),
        (Self::Break, "br"),
        (Self::Picture, "img"),
        (Self::Paragraph, "p"),
        (Self::List, "ul"),
        (Self::Numbers, "ol"),
        (Self::Entry, "li"),
        (Self::Heading, "h2"),
        (Self::Heading2, "h3"),
        (Self::Heading3, "h4"),
        (Self::Quote, "blockquote"),
        (Self::Rule, "hr"),
        (Self::Preformatted, "pre"),
        (Self::Box, "div"),
        (Self::Table, "table"),
        (Self::TableHead, "thead"),
        (Self::TableBody, "tbody"),
        (Self::Row, "tr"),
        (Self::ColumnHead, "th"),
        (Self::Cell, "td"),
        (Self::Figure, "figure"),
        (Self::Caption, "figcaption"),
        (Self::Button, "button"),
        (Self::Video, "video"),
    ];

    /// What it is called in HTML.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Whether it begins a line of its own.
    pub fn is_block(self) -> bool {
        self >= Self::Paragraph
    }

    /// Whether what stands before it and in it are words apart.
    pub fn separates(self) -> bool {
        self.is_block() || self == Self::Break
    }
}

/// An attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attribute {
    /// By which it is styled.
    Class,
    /// By which it is found.
    Id,
    /// The first number of a list.
    Start,
    /// Whether the Tab key comes by.
    TabIndex,
    /// What stands for a picture where it can't be seen.
    Alternative,
    /// In CSS px.
    Width,
    /// In CSS px.
    Height,
    /// Whether a picture may wait until it is in sight.
    Loading,
    /// How wide a picture is drawn.
    Sizes,
    /// What a button is for.
    Type,
    /// Which popover a button opens.
    PopoverTarget,
    /// What waits until it is opened.
    Popover,
    /// What a control is called.
    Label,
    /// Whether a video has controls.
    Controls,
    /// What of a video comes unasked.
    Preload,
    /// A file of the site. From here on values are addresses below the start page, with `, ` between several.
    File,
    /// Files of several sizes, each with its width.
    Files,
    /// The picture of a video that has not begun.
    Poster,
}

impl Attribute {
    /// Every one with what it is called in HTML.
    pub const ALL: [(Self, &'static str); 18] = [
        (Self::Class, "class"),
        (Self::Id, "id"),
        (Self::Start, "start"),
        (Self::TabIndex, "tabindex"),
        (Self::Alternative, "alt"),
        (Self::Width, "width"),
        (Self::Height, "height"),
        (Self::Loading, "loading"),
        (Self::Sizes, "sizes"),
        (Self::Type, "type"),
        (Self::PopoverTarget, "popovertarget"),
        (Self::Popover, "popover"),
        (Self::Label, "aria-label"),
        (Self::Controls, "controls"),
        (Self::Preload, "preload"),
        (Self::File, "src"),
        (Self::Files, "srcset"),
        (Self::Poster, "poster"),
    ];

    /// What it is called in HTML.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Whether its value is made of addresses below the start page.
    pub fn is_address(self) -> bool {
        self as u8 >= Self::File as u8
    }
}
