//! Places in a document's text, so that every value can be traced to the words it came from.

/// A run of bytes of one document's text.
///
/// Invariant: `start <= end`, and both lie on character boundaries of the text the span was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Makes a span of bytes `start..end`.
    ///
    /// # Panics
    /// When `start > end`, or when the text is longer than 4 GiB, which the readers refuse.
    pub fn new(start: usize, end: usize) -> Span {
        assert!(start <= end, "a span ends before it starts: {start}..{end}");
        let narrow = |at: usize| u32::try_from(at).expect("readers refuse text over 4 GiB");
        Span { start: narrow(start), end: narrow(end) }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last one.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The number of bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words themselves.
    pub fn of(self, text: &str) -> &str {
        &text[self.start()..self.end()]
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte `at` lies inside this span.
    pub fn holds(self, at: usize) -> bool {
        self.start() <= at && at < self.end()
    }

    /// Whether the two spans share a byte.
    pub fn meets(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without white space at either end of its words.
    pub fn trimmed(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.start() + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimming_leaves_the_words() {
        let text = "  Jan. 30 \n";
        assert_eq!(Span::new(0, text.len()).trimmed(text).of(text), "Jan. 30");
        assert!(Span::new(3, 3).trimmed(text).is_empty());
    }

    #[test]
    #[should_panic(expected = "ends before it starts")]
    fn a_span_cannot_run_backwards() {
        Span::new(4, 2);
    }
}
