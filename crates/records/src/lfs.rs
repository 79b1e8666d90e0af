//! Pointers of git LFS: small texts that stand for a file which lies elsewhere.

/// A pointer is shorter than this, as its specification says.
pub const LONGEST: u64 = 1024;

/// The first line of every pointer.
const VERSION: &str = "version https://git-lfs.github.com/spec/v1";

/// The SHA-256 of the file for which a pointer stands, in lower-case hexadecimal digits; nothing
/// if this is no pointer.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Option<&str> {
    let is_short = u64::try_from(bytes.len()).is_ok_and(|length| length < LONGEST);
    let text = std::str::from_utf8(bytes).ok().filter(|_| is_short)?;
    let mut lines = text.strip_suffix('\n')?.split('\n');
    if lines.next() != Some(VERSION) {
        return None;
    }
    let (mut hash, mut size) = (None, None);
    for line in lines {
        match line.split_once(' ')? {
            ("oid", oid) => hash = hash.xor(Some(oid.strip_prefix("sha256:")?)),
            ("size", bytes) => size = size.xor(Some(bytes)),
            (key, _) if key.starts_with("ext-") => {}
            _ => return None,
        }
    }
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let is_number = |size: &str| !size.is_empty() && size.bytes().all(|byte| byte.is_ascii_digit());
    size.filter(|size| is_number(size))?;
    hash.filter(|hash| hash.len() == 64 && hash.bytes().all(is_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn a_pointer_says_for_what_it_stands() {
        let pointer = format!("{VERSION}\noid sha256:{HASH}\nsize 3\n");
        assert_eq!(sha256(pointer.as_bytes()), Some(HASH));
        let extended = format!("{VERSION}\next-0-case sha256:{HASH}\noid sha256:{HASH}\nsize 3\n");
        assert_eq!(sha256(extended.as_bytes()), Some(HASH));
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in [
            String::new(),
            VERSION.to_owned(),
            format!("{VERSION}\noid sha256:{HASH}\n"),
            format!("{VERSION}\noid sha256:{HASH}\nsize 3"),
            format!("{VERSION}\noid sha256:{}\nsize 3\n", HASH.to_uppercase()),
            format!("{VERSION}\noid sha256:{HASH}\noid sha256:{HASH}\nsize 3\n"),
            format!("{VERSION}\noid md5:{HASH}\nsize 3\n"),
            format!("{VERSION}\noid sha256:{HASH}\nsize many\n"),
            format!("{VERSION}\noid sha256:{HASH}\nsize 3\n{}", "ext-0-a b\n".repeat(200)),
            format!("oid sha256:{HASH}\nsize 3\n"),
        ] {
            assert_eq!(sha256(text.as_bytes()), None, "{text}");
        }
    }
}
