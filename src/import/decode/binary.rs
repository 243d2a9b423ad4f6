//! What is no text at all.

use crate::import::ImportError;

/// The first bytes of files that people take for articles.
const KNOWN: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "an archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"\x7fELF", "a program"),
    (b"OggS", "a sound"),
    (b"ID3", "a sound"),
    (b"RIFF", "a picture, film or sound"),
    (b"SQLite format 3\0", "a database"),
];

/// How many bytes are looked at: control characters in a later part make no difference to a text.
const SAMPLE: usize = 64 << 10;

/// An error if `bytes`, of which no encoding is known yet, cannot be a text.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), ImportError> {
    if let Some((_, what)) = KNOWN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ImportError::Binary(what));
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if sample.iter().all(|&byte| byte == 0) {
        return Err(ImportError::Binary("made of NUL bytes"));
    }
    // A text may hold a stray control character; one in fifty is no accident.
    let controls = sample.iter().filter(|&&byte| is_control(byte)).count();
    if controls * 50 > sample.len() {
        return Err(ImportError::Binary("binary data"));
    }
    Ok(())
}

/// Whether `byte` is a control character that no text uses. Escape (ISO 2022), form feed, back
/// space (old manuals) and the end-of-file mark of DOS are used.
const fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=7 | 0x0b | 0x0e..=0x19 | 0x1c..=0x1f | 0x7f)
}
