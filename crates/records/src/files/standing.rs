//! What stands where a folder shall come.

use std::fs;
use std::io;
use std::path::Path;

/// What stands at the place of a new folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Nothing,
    /// A folder with these very files.
    Same,
    /// Something else.
    Other,
    /// A symbolic link, to wherever.
    Link,
}

/// What stands at a place, held against the files that shall be there.
///
/// # Errors
/// If the system does not let it be read.
pub fn standing(place: &Path, files: &[(String, String)]) -> io::Result<Standing> {
    let metadata = match fs::symlink_metadata(place) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Standing::Nothing),
        Err(error) => return Err(error),
    };
    if metadata.is_symlink() {
        return Ok(Standing::Link);
    }
    if !metadata.is_dir() {
        return Ok(Standing::Other);
    }
    let mut found = Vec::new();
    // One more than meant is enough to tell that it is another folder.
    if !list(place, "", files.len() + 1, &mut found)? || found.len() != files.len() {
        return Ok(Standing::Other);
    }
    for (name, text) in files {
        if !found.contains(name) || !is_same(&place.join(name), text.as_bytes())? {
            return Ok(Standing::Other);
        }
    }
    Ok(Standing::Same)
}

/// Whether a file holds these bytes; asked of its length first, so that no large one is read.
fn is_same(file: &Path, bytes: &[u8]) -> io::Result<bool> {
    Ok(fs::metadata(file)?.len() == bytes.len() as u64 && fs::read(file)? == bytes)
}

/// Lists the regular files below a folder; `false` if there is anything else.
fn list(folder: &Path, within: &str, most: usize, found: &mut Vec<String>) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else { return Ok(false) };
        let name = if within.is_empty() { name.to_owned() } else { format!("{within}/{name}") };
        let kind = entry.file_type()?;
        // Records have one level of folders.
        let fits = if kind.is_dir() && within.is_empty() {
            list(&entry.path(), &name, most, found)?
        } else {
            found.push(name);
            kind.is_file()
        };
        if !fits || most < found.len() {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Vec<(String, String)> {
        names.iter().map(|name| ((*name).to_owned(), format!("{name}: 1\n"))).collect()
    }

    #[test]
    fn a_folder_is_held_against_its_files() {
        let root = tempfile::tempdir().unwrap();
        let wanted = files(&["subject.yaml", "filings/a.yaml", "filings/b.yaml"]);
        fs::create_dir_all(root.path().join("a/filings")).unwrap();
        for (name, text) in &wanted {
            fs::write(root.path().join("a").join(name), text).unwrap();
        }
        assert_eq!(standing(&root.path().join("a"), &wanted).unwrap(), Standing::Same);
        assert_eq!(standing(&root.path().join("a"), &wanted[..2]).unwrap(), Standing::Other);
        assert_eq!(standing(&root.path().join("b"), &wanted).unwrap(), Standing::Nothing);
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(root.path(), root.path().join("link")).unwrap();
            assert_eq!(standing(&root.path().join("link"), &wanted).unwrap(), Standing::Link);
        }
    }
}
