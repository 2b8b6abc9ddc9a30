//! The frame as a value, and as a folder with a manifest.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::asset::{Asset, integrity};
use crate::compress::{copies, copy_of};

/// The file in a frame's folder that says what each of the others is.
pub const MANIFEST: &str = "frame.json";

/// Everything of a site's front end that does not depend on whose site it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The program in WebAssembly.
    pub program: Asset,
    /// The module that calls it and lends it the browser.
    pub glue: Asset,
    /// Parts of the program that are fetched when they are needed.
    pub parts: Vec<Part>,
    /// The script that runs before the first paint and starts the program.
    pub boot: Asset,
    /// The style sheet.
    pub style: Asset,
    /// The fonts that the style sheet names.
    pub fonts: Vec<Font>,
    /// Files that are published under names of their own: the favicon, the fonts' licences, the bill of materials.
    pub plain: Vec<Asset>,
    /// All icons of technologies there are to choose from, as the site's writer reads them; never published as it is.
    pub icons: Asset,
}

/// A part of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What the program calls it.
    pub name: String,
    /// Its file.
    pub asset: Asset,
}

/// A font file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Font {
    /// What its source is called, such as `inter`.
    pub source: String,
    /// Its file.
    pub asset: Asset,
}

/// A folder that holds no frame, or a damaged one.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    /// A file can't be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// The manifest is not one.
    #[error("{0} does not say what a frame is made of: {1}")]
    Manifest(PathBuf, serde_json::Error),
    /// A file is not the one that the manifest means.
    #[error("{0} is not what the frame was made with; make the frame anew")]
    Changed(PathBuf),
}

impl Frame {
    /// Reads the frame in a folder, with what each of its files holds.
    ///
    /// # Errors
    /// When a file is missing, or not the one that was written.
    pub fn open(folder: &Path) -> Result<Self, FrameError> {
        let manifest = folder.join(MANIFEST);
        let text = fs::read(&manifest).map_err(|error| FrameError::File(manifest.clone(), error))?;
        let mut frame: Self = serde_json::from_slice(&text).map_err(|error| FrameError::Manifest(manifest, error))?;
        for asset in frame.assets_mut() {
            let file = folder.join(&asset.name);
            asset.bytes = fs::read(&file).map_err(|error| FrameError::File(file.clone(), error))?;
            if integrity(&asset.bytes) != asset.integrity {
                return Err(FrameError::Changed(file));
            }
        }
        Ok(frame)
    }

    /// Writes it into a folder, in place of what is there; `compressed`, with compressed copies of what is published.
    ///
    /// # Errors
    /// When a file can't be written.
    pub fn save(&self, folder: &Path, compressed: bool) -> Result<(), FrameError> {
        let failed = |file: &Path| {
            let file = file.to_owned();
            move |error| FrameError::File(file, error)
        };
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(failed(folder))?;
        }
        let write = |name: &str, bytes: &[u8]| {
            let file = folder.join(name);
            let parent = file.parent().unwrap_or(folder);
            fs::create_dir_all(parent).map_err(failed(parent))?;
            fs::write(&file, bytes).map_err(failed(&file))
        };
        let published: Vec<(&str, &[u8])> = self.published().map(|asset| (&*asset.name, &*asset.bytes)).collect();
        for (name, bytes) in &published {
            write(name, bytes)?;
        }
        if compressed {
            copies(&published).iter().try_for_each(|(name, bytes)| write(name, bytes))?;
        }
        write(&self.icons.name, &self.icons.bytes)?;
        let manifest = folder.join(MANIFEST);
        let text =
            serde_json::to_string_pretty(self).map_err(|error| FrameError::Manifest(manifest.clone(), error))? + "\n";
        // Last, so that a folder with a manifest is whole.
        write(MANIFEST, text.as_bytes())
    }

    /// The files that are named after what they hold: they never have to be asked for again.
    pub fn lasting(&self) -> impl Iterator<Item = &Asset> {
        let parts = self.parts.iter().map(|part| &part.asset);
        let fonts = self.fonts.iter().map(|font| &font.asset);
        [&self.program, &self.glue, &self.boot, &self.style].into_iter().chain(parts).chain(fonts)
    }

    /// All files that every site has.
    pub fn published(&self) -> impl Iterator<Item = &Asset> {
        self.lasting().chain(&self.plain)
    }

    /// Where the compressed copies of its files are, in the folder that it lies in; those that there are.
    #[must_use]
    pub fn copies_in(&self, folder: &Path) -> Vec<(String, PathBuf)> {
        let names = self.published().flat_map(|asset| ["br", "gz"].map(|suffix| copy_of(&asset.name, suffix)));
        names.map(|name| (name.clone(), folder.join(name))).filter(|(_, file)| file.is_file()).collect()
    }

    fn assets_mut(&mut self) -> impl Iterator<Item = &mut Asset> {
        let parts = self.parts.iter_mut().map(|part| &mut part.asset);
        let fonts = self.fonts.iter_mut().map(|font| &mut font.asset);
        [&mut self.program, &mut self.glue, &mut self.boot, &mut self.style, &mut self.icons]
            .into_iter()
            .chain(parts)
            .chain(fonts)
            .chain(&mut self.plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame() -> Frame {
        let asset = |start: &str, end: &str| Asset::hashed(start, end, start.repeat(300).into_bytes());
        Frame {
            program: asset("vitrine", "_bg.wasm"),
            glue: asset("vitrine", ".js"),
            parts: vec![Part { name: "diagram".to_owned(), asset: asset("diagram", ".wasm") }],
            boot: asset("boot", ".js"),
            style: asset("style", ".css"),
            fonts: vec![Font { source: "inter".to_owned(), asset: asset("fonts/inter", ".woff2") }],
            plain: vec![Asset::new("favicon.svg", b"<svg/>".to_vec())],
            icons: Asset::new("icons.tsv", b"vue\tVue\t\tM0 0z\n".to_vec()),
        }
    }

    fn in_folder(name: &str, work: impl FnOnce(&Path)) {
        let folder = std::env::temp_dir().join(format!("vitrine-frame-{name}-{}", std::process::id()));
        frame().save(&folder, true).unwrap();
        work(&folder);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_frame_is_read_as_it_was_written() {
        in_folder("read", |folder| {
            assert_eq!(Frame::open(folder).unwrap(), frame());
            // What was there before has gone.
            fs::write(folder.join("old.css"), "").unwrap();
            frame().save(folder, true).unwrap();
            assert!(!folder.join("old.css").exists());
        });
    }

    #[test]
    fn a_frame_has_compressed_copies_of_what_compresses() {
        in_folder("copies", |folder| {
            let copies: Vec<String> = frame().copies_in(folder).into_iter().map(|(name, _)| name).collect();
            assert_eq!(copies.len(), 10, "two of program, glue, part, boot and style: {copies:?}");
            assert!(
                !copies.iter().any(|name| name.contains("woff2") || name.contains("favicon") || name.contains("icons"))
            );
        });
    }

    #[test]
    fn a_damaged_frame_is_refused_with_the_file_that_is_wrong() {
        in_folder("damaged", |folder| {
            let style = folder.join(frame().style.name);
            fs::write(&style, "other").unwrap();
            let told = Frame::open(folder).unwrap_err().to_string();
            assert!(told.starts_with(&*style.to_string_lossy()) && told.contains("anew"), "{told}");
            fs::remove_file(&style).unwrap();
            assert!(matches!(Frame::open(folder), Err(FrameError::File(file, _)) if file == style));
            fs::write(folder.join(MANIFEST), "{}").unwrap();
            assert!(Frame::open(folder).unwrap_err().to_string().contains("does not say"));
        });
    }

    #[test]
    fn only_files_named_after_what_they_hold_last() {
        let frame = frame();
        let lasting: Vec<&str> = frame.lasting().map(|asset| &*asset.name).collect();
        assert_eq!(lasting.len(), 6);
        assert!(!lasting.contains(&"favicon.svg") && !lasting.contains(&"icons.tsv"));
        assert!(frame.published().any(|asset| asset.name == "favicon.svg"));
    }
}
