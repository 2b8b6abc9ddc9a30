//! Writes files whole or not at all.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use tempfile::NamedTempFile;

/// Puts a file in place of what is there. When that fails, what was there stays as it was. A link stays a link, and rights stay.
///
/// # Errors
/// When the folder or the file can't be written.
pub fn file(file: &Path, bytes: &[u8]) -> Result<()> {
    let what = || format!("cannot write {}", file.display());
    let target = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        anyhow::bail!("cannot write {}: there is no folder {}; make it first", file.display(), folder.display());
    }
    let old = fs::metadata(&target).ok();
    // What may only be read is not replaced by somebody who may write the folder.
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        anyhow::bail!("{} may only be read; change its rights, or write another file", file.display());
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".vitrine-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // What others may do with a new file is for the system to say, as with any that is created.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    // What it is called meanwhile is nobody's business.
    let new = builder.tempfile_in(folder).map_err(|error| std::io::Error::from(error.kind()));
    let mut new: NamedTempFile = new.with_context(what)?;
    new.write_all(bytes).with_context(what)?;
    new.as_file().sync_all().with_context(what)?;
    if let Some(old) = old {
        fs::set_permissions(new.path(), old.permissions()).with_context(what)?;
    }
    new.persist(&target).map(drop).map_err(|error| error.error).with_context(what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_or_stays() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("a.txt");
        file(&own, b"one").unwrap();
        file(&own, b"two").unwrap();
        assert_eq!(fs::read(&own).unwrap(), b"two");
        let error = file(&folder.path().join("none/a.txt"), b"x").unwrap_err().to_string();
        assert!(error.contains("cannot write") && error.contains("a.txt"), "{error}");
        let mut rights = fs::metadata(&own).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&own, rights).unwrap();
        assert!(file(&own, b"three").unwrap_err().to_string().contains("may only be read"));
        assert_eq!(fs::read(&own).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_rights_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (own, link) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
        fs::write(&own, "one").unwrap();
        fs::set_permissions(&own, fs::Permissions::from_mode(0o600)).unwrap();
        std::os::unix::fs::symlink(&own, &link).unwrap();
        file(&link, b"two").unwrap();
        assert_eq!(fs::read(&own).unwrap(), b"two");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::metadata(&own).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
