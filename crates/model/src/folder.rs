//! What lies beside the file of a portfolio: its pictures, articles and other files. Whoever reads one says what is there.

/// A folder, asked while a portfolio is read.
pub trait Folder {
    /// What a site will have of a picture there; `None` where nobody can look.
    ///
    /// # Errors
    /// When there is none that could be shown.
    fn picture(&self, path: &str) -> Option<Result<Image, PictureFault>>;
    /// Whether a site will have this file; `None` where nobody can look.
    fn has(&self, path: &str) -> Option<bool>;
    /// The articles there, in any order.
    fn essays(&self) -> Vec<Essay>;
}

/// No folder that one could look into: what lies there is taken as it is written.
pub struct Nowhere;

impl Folder for Nowhere {
    fn picture(&self, _: &str) -> Option<Result<Image, PictureFault>> {
        None
    }

    fn has(&self, _: &str) -> Option<bool> {
        None
    }

    fn essays(&self) -> Vec<Essay> {
        Vec::new()
    }
}

/// An article in a file of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Essay {
    /// Such as `writing/queues.md`.
    pub file: String,
    /// What is said about it ahead of it, as an object of JSON; or why that can't be read.
    pub head: Result<String, String>,
    /// Itself, as Markdown.
    pub text: String,
}

/// A picture, in one or more sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Paths below the start page, each with its width in px; the widest is the last.
    pub files: Vec<(String, u32)>,
    /// Of the widest, in px.
    pub width: u32,
    /// Of the widest, in px.
    pub height: u32,
}

/// Why there is no picture, and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureFault {
    /// No file of that name.
    #[error("there is no such file beside the portfolio; put it there, or mend the path")]
    Missing,
    /// Not what browsers show.
    #[error("it is no picture that can be read; save it as JPEG, PNG, WebP, GIF or SVG")]
    Unreadable,
    /// A drawing that is a program, too.
    #[error("it is a program, too, that would run when it is opened; delete its scripts, or save it as PNG")]
    Harmful,
    /// The end is missing.
    #[error("it breaks off in the middle; save it again")]
    BreaksOff,
    /// More than a build should hold.
    #[error("it has more than 50 megapixels or 50 MB; save a smaller copy")]
    TooLarge,
    /// On another host, or above the folder.
    #[error("it is not below the folder of the portfolio; copy it there, and write its path")]
    Elsewhere,
}
