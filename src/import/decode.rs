//! Bytes → text with LF line ends.
//!
//! The byte order mark decides; then UTF-16 and UTF-32 by where their NULs stand; then what an HTML
//! page or XML file declares; then UTF-8 where the bytes are valid; then detection.

mod binary;
mod cyrillic;
mod detect;
mod wide;

use encoding_rs::Encoding;

use super::ImportError;

/// Bytes as text.
pub(super) struct Decoded {
    /// The text; lines end in LF alone.
    pub(super) text: String,
    /// Name of the encoding the bytes were read in.
    pub(super) encoding: &'static str,
    /// Byte offsets of the line feeds that stood as CRLF, ascending.
    pub(super) carriage_returns: Vec<usize>,
}

/// A novel has 1 MB; the largest saved pages, with their scripts, come to some 20.
const LARGEST: usize = 64 << 20;

/// Reads `bytes` as text.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ImportError> {
    if bytes.len() > LARGEST {
        return Err(ImportError::TooLarge { bytes: bytes.len(), limit: LARGEST });
    }
    let (text, encoding) = read(bytes)?;
    let (text, carriage_returns) = with_lf(text);
    Ok(Decoded { text, encoding, carriage_returns })
}

/// The text with its line ends as they are.
fn read(bytes: &[u8]) -> Result<(String, &'static str), ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if let Some(wide) = wide::wide(bytes) {
        return Ok(wide.decode(bytes));
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default()).0;
        return Ok((text.into_owned(), encoding.name()));
    }
    binary::refuse(bytes)?;
    if let Ok(text) = std::str::from_utf8(bytes)
        && !detect::is_escaped(bytes)
    {
        return Ok((text.to_owned(), "UTF-8"));
    }
    Ok(detect::decode(bytes))
}

/// `text` with every CRLF and lone CR as LF, and where the CRLFs were.
fn with_lf(text: String) -> (String, Vec<usize>) {
    if !text.contains('\r') {
        return (text, Vec::new());
    }
    let mut lines = String::with_capacity(text.len());
    let mut carriage_returns = Vec::new();
    let mut pieces = text.split('\r');
    lines.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let rest = piece.strip_prefix('\n');
        if rest.is_some() {
            carriage_returns.push(lines.len());
        }
        lines.push('\n');
        lines.push_str(rest.unwrap_or(piece));
    }
    (lines, carriage_returns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: &str) {
        let decoded = decode(bytes).expect("is a text");
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
    }

    #[test]
    fn a_byte_order_mark_decides_and_is_no_part_of_the_text() {
        check(b"\xef\xbb\xbfZ\xc3\xbcrich", "Zürich", "UTF-8");
        check(b"\xff\xfeZ\0\xfc\0", "Zü", "UTF-16LE");
        check(b"\xfe\xff\0Z\0\xfc", "Zü", "UTF-16BE");
        check(b"\xff\xfe\0\0Z\0\0\0", "Z", "UTF-32LE");
    }

    #[test]
    fn utf_16_is_known_without_a_mark() {
        check(b"T\0h\0e\0 \0m\0a\0y\0o\0r\0", "The mayor", "UTF-16LE");
        check(b"\0T\0h\0e\0 \0m\0a\0y\0o\0r", "The mayor", "UTF-16BE");
    }

    #[test]
    fn a_lone_surrogate_is_replaced() {
        check(b"\xff\xfeZ\0\x00\xd8Z\0", "Z\u{fffd}Z", "UTF-16LE");
    }

    #[test]
    fn western_text_is_detected() {
        check(
            b"Die Stra\xdfe f\xfchrt \xfcber den Flu\xdf.",
            "Die Straße führt über den Fluß.",
            "windows-1252",
        );
    }

    #[test]
    fn a_page_says_in_which_encoding_it_is() {
        let page = b"<html><head><meta charset='iso-8859-2'></head>\xb3\xf3d\xbc</html>";
        check(page, "<html><head><meta charset='iso-8859-2'></head>łódź</html>", "ISO-8859-2");
    }

    #[test]
    fn one_broken_byte_does_not_turn_utf_8_into_something_else() {
        let mut bytes = "Zürich, Genève, Köln und São Paulo; ".repeat(4).into_bytes();
        bytes.push(0xff);
        assert_eq!(decode(&bytes).map(|decoded| decoded.encoding), Ok("UTF-8"));
    }

    #[test]
    fn line_ends_become_lf_and_crlf_is_remembered() {
        let decoded = decode(b"a\r\nb\rc\n\r\n").expect("is a text");
        assert_eq!(decoded.text, "a\nb\nc\n\n");
        assert_eq!(decoded.carriage_returns, [1, 6]);
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_name() {
        let refused = |bytes: &[u8]| decode(bytes).map(|decoded| decoded.text).unwrap_err();
        assert_eq!(refused(b""), ImportError::Empty);
        assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0"), ImportError::Binary("a PNG picture"));
        assert_eq!(refused(&[0; 4096]), ImportError::Binary("made of NUL bytes"));
        assert!(matches!(refused(&vec![0; LARGEST + 1]), ImportError::TooLarge { .. }));
        let noise: Vec<u8> = (0..2000_u32).map(|i| (i * 7919 % 31) as u8).collect();
        assert_eq!(refused(&noise), ImportError::Binary("binary data"));
    }
}
