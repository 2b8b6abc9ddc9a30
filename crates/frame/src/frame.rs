//! The frame as a value, and as a folder with a manifest.

use std::fs;
use std::io::{self, Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

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
    /// The script that stands in each page, for when its files can't be had. Never published as a file.
    pub inline: Asset,
    /// The style sheet for the screen.
    pub style: Asset,
    /// The style sheet for paper, which comes after it.
    pub print: Asset,
    /// The fonts that the style sheets name.
    pub fonts: Vec<Font>,
    /// Files that are published under names of their own: the favicon, the fonts' licences, the bill of materials.
    pub plain: Vec<Asset>,
    /// All icons of technologies there are to choose from, as the site's writer reads them; never published as it is.
    pub icons: Asset,
    /// Compressed copies of what is published, by name, as far as they are made.
    #[serde(skip)]
    pub copies: Vec<(String, Vec<u8>)>,
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
        Self::read(folder, &mut |name| fs::read(folder.join(name)))
    }

    /// Reads one that [`Frame::pack`] has packed.
    ///
    /// # Errors
    /// As [`Frame::open`].
    pub fn unpack(packed: &[u8]) -> Result<Self, FrameError> {
        let place = Path::new("the front end of this program");
        let failed = |error: zip::result::ZipError| FrameError::File(place.to_owned(), error.into());
        let mut archive = ZipArchive::new(Cursor::new(packed)).map_err(failed)?;
        Self::read(place, &mut |name| {
            let mut bytes = Vec::new();
            archive.by_name(name)?.read_to_end(&mut bytes)?;
            Ok(bytes)
        })
    }

    /// All files of the frame in a folder as one, to be part of a program.
    ///
    /// # Errors
    /// When a file can't be read.
    pub fn pack(folder: &Path) -> Result<Vec<u8>, FrameError> {
        let frame = Self::open(folder)?;
        let failed = |error: io::Error| FrameError::File(folder.to_owned(), error);
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let mut add = |name: &str, bytes: &[u8]| {
            // Its day would make every pack another.
            archive.start_file(name, SimpleFileOptions::default().last_modified_time(zip::DateTime::default()))?;
            archive.write_all(bytes)
        };
        add(MANIFEST, &fs::read(folder.join(MANIFEST)).map_err(failed)?).map_err(failed)?;
        for asset in frame.published().chain(frame.kept()) {
            add(&asset.name, &asset.bytes).map_err(failed)?;
        }
        for (name, bytes) in &frame.copies {
            add(name, bytes).map_err(failed)?;
        }
        Ok(archive.finish().map_err(|error| failed(error.into()))?.into_inner())
    }

    fn read(place: &Path, file: &mut dyn FnMut(&str) -> io::Result<Vec<u8>>) -> Result<Self, FrameError> {
        let manifest = place.join(MANIFEST);
        let text = file(MANIFEST).map_err(|error| FrameError::File(manifest.clone(), error))?;
        let mut frame: Self = serde_json::from_slice(&text).map_err(|error| FrameError::Manifest(manifest, error))?;
        for asset in frame.assets_mut() {
            let name = place.join(&asset.name);
            asset.bytes = file(&asset.name).map_err(|error| FrameError::File(name.clone(), error))?;
            if integrity(&asset.bytes) != asset.integrity {
                return Err(FrameError::Changed(name));
            }
        }
        let names = frame.published().flat_map(|asset| ["br", "gz"].map(|suffix| copy_of(&asset.name, suffix)));
        frame.copies = names.filter_map(|name| file(&name).ok().map(|bytes| (name, bytes))).collect();
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
        self.kept().iter().try_for_each(|asset| write(&asset.name, &asset.bytes))?;
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
        [&self.program, &self.glue, &self.boot, &self.style, &self.print].into_iter().chain(parts).chain(fonts)
    }

    /// All files that every site has.
    pub fn published(&self) -> impl Iterator<Item = &Asset> {
        self.lasting().chain(&self.plain)
    }

    /// What sites are made of and don't have as a file.
    fn kept(&self) -> [&Asset; 2] {
        [&self.icons, &self.inline]
    }

    /// The compressed copies of a file that is as it is here: a site may have one of its own under the same name.
    #[must_use]
    pub fn copies_of(&self, name: &str, bytes: &[u8]) -> Vec<&(String, Vec<u8>)> {
        if !self.published().any(|asset| asset.name == name && asset.bytes == bytes) {
            return Vec::new();
        }
        let is_copy = |copy: &&(String, Vec<u8>)| copy.0.rsplit_once('.').is_some_and(|(of, _)| of == name);
        self.copies.iter().filter(is_copy).collect()
    }

    fn assets_mut(&mut self) -> impl Iterator<Item = &mut Asset> {
        let parts = self.parts.iter_mut().map(|part| &mut part.asset);
        let fonts = self.fonts.iter_mut().map(|font| &mut font.asset);
        [&mut self.program, &mut self.glue, &mut self.boot, &mut self.inline, &mut self.style, &mut self.print]
            .into_iter()
            .chain(parts)
            .chain(fonts)
            .chain(&mut self.plain)
            .chain([&mut self.icons])
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
            inline: Asset::new("inline.js", b"help()".to_vec()),
            style: asset("style", ".css"),
            print: asset("print", ".css"),
            fonts: vec![Font { source: "inter".to_owned(), asset: asset("fonts/inter", ".woff2") }],
            plain: vec![Asset::new("favicon.svg", b"<svg/>".to_vec())],
            icons: Asset::new("icons.tsv", b"vue\tVue\t\tM0 0z\n".to_vec()),
            copies: Vec::new(),
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
            let opened = Frame::open(folder).unwrap();
            assert_eq!(Frame { copies: Vec::new(), ..opened.clone() }, frame());
            let packed = Frame::pack(folder).unwrap();
            assert_eq!(Frame::unpack(&packed).unwrap(), opened);
            assert_eq!(Frame::pack(folder).unwrap(), packed, "to the byte");
            assert!(Frame::unpack(&packed[..packed.len() / 2]).is_err());
            // What was there before has gone.
            fs::write(folder.join("old.css"), "").unwrap();
            frame().save(folder, true).unwrap();
            assert!(!folder.join("old.css").exists());
        });
    }

    #[test]
    fn a_frame_has_compressed_copies_of_what_compresses() {
        in_folder("copies", |folder| {
            let copies: Vec<String> = Frame::open(folder).unwrap().copies.into_iter().map(|(name, _)| name).collect();
            assert_eq!(Frame::open(folder).unwrap().copies_of(&frame().style.name, b"another").len(), 0);
            assert_eq!(Frame::open(folder).unwrap().copies_of(&frame().style.name, &frame().style.bytes).len(), 2);
            assert_eq!(copies.len(), 12, "two of program, glue, part, boot, style and print: {copies:?}");
            assert!(!copies.iter().any(|name| name.contains("woff2")
                || name.contains("favicon")
                || name.contains("icons")
                || name.contains("inline")));
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
        assert_eq!(lasting.len(), 7);
        assert!(!lasting.contains(&"favicon.svg") && !lasting.contains(&"icons.tsv"));
        assert!(!frame.published().any(|asset| asset.name == "icons.tsv" || asset.name == "inline.js"));
        assert!(frame.published().any(|asset| asset.name == "favicon.svg"));
    }
}
