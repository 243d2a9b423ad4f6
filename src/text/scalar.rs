//! From byte offsets to the offsets that leave the program.

/// How many bytes lie between two remembered offsets.
const STRIDE: usize = 256;

/// Turns byte offsets of a text into counts of Unicode scalar values, and back.
///
/// Every offset inside the program is a byte offset into text whose lines end in LF; every offset
/// that leaves it counts scalar values of the file *as it was*. Where the file had CRLF, the index
/// is told which line feeds stood for two characters.
///
/// A look-up costs at most one stride of the text, so a long article is not walked for every span.
#[derive(Clone, Debug)]
pub struct ScalarIndex<'t> {
    text: &'t str,
    /// Scalar count before byte `i * STRIDE` (rounded down to a character boundary), without CRs.
    marks: Vec<usize>,
    /// Byte offsets of the line feeds that were CRLF in the file, ascending.
    carriage_returns: &'t [usize],
}

impl<'t> ScalarIndex<'t> {
    /// The index of `text`; `carriage_returns` holds the ascending byte offsets of the line feeds
    /// that stood as CRLF in the file, and is empty where offsets into `text` itself are meant.
    #[must_use]
    pub fn new(text: &'t str, carriage_returns: &'t [usize]) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut before = 0;
        let mut from = 0;
        marks.push(0);
        for block in 1..=text.len() / STRIDE {
            let to = text.floor_char_boundary(block * STRIDE);
            before += text.get(from..to).unwrap_or_default().chars().count();
            marks.push(before);
            from = to;
        }
        Self { text, marks, carriage_returns }
    }

    /// The count of scalar values before byte `offset`; past the end, the whole count.
    #[must_use]
    pub fn scalar_from_byte(&self, offset: usize) -> usize {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let block = (offset / STRIDE).min(self.marks.len() - 1);
        let from = self.text.floor_char_boundary(block * STRIDE);
        let mark = self.marks.get(block).copied().unwrap_or_default();
        let inside = self.text.get(from..offset).unwrap_or_default().chars().count();
        mark + inside + self.carriage_returns.partition_point(|&at| at < offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slow(text: &str, offset: usize) -> usize {
        text.char_indices().take_while(|(at, _)| *at < offset).count()
    }

    #[test]
    fn every_boundary_of_a_mixed_text_is_counted_right() {
        let text = "aé中😀 שלום\n".repeat(200);
        let index = ScalarIndex::new(&text, &[]);
        for (at, _) in text.char_indices() {
            assert_eq!(index.scalar_from_byte(at), slow(&text, at), "at byte {at}");
        }
        assert_eq!(index.scalar_from_byte(text.len()), text.chars().count());
        assert_eq!(index.scalar_from_byte(usize::MAX), text.chars().count());
    }

    #[test]
    fn a_crlf_file_counts_its_carriage_returns() {
        // The file was "ab\r\nc\r\nd".
        let index = ScalarIndex::new("ab\nc\nd", &[2, 4]);
        assert_eq!(index.scalar_from_byte(2), 2);
        assert_eq!(index.scalar_from_byte(3), 4);
        assert_eq!(index.scalar_from_byte(5), 7);
    }
}
