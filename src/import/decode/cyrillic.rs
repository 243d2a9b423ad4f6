//! The older Cyrillic encodings.

use encoding_rs::Encoding;

/// An encoding that the detector does not know.
pub(super) struct Other;

impl Other {
    pub(super) fn decode(&self, _bytes: &[u8]) -> String {
        String::new()
    }

    pub(super) fn name(&self) -> &'static str {
        ""
    }
}

pub(super) fn instead_of(_encoding: &'static Encoding, _sample: &[u8]) -> Option<Other> {
    None
}
