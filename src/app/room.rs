//! Which side panels have room beside the middle of the window.
//!
//! What the user wishes to see is remembered as it is. In a narrow window one of two panels gives way
//! for as long as there is no room for both.

/// The least width that both side panels leave to the middle.
const LEAST_MIDDLE: f32 = 340.0;

/// A side of the window.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Side {
    /// The claims list.
    #[default]
    Claims,
    /// The panel of the chosen claim.
    Inspector,
}

/// Which of the two is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Sides {
    pub(crate) claims: bool,
    pub(crate) inspector: bool,
}

impl Sides {
    /// Whether that one is shown.
    pub(crate) const fn shows(self, side: Side) -> bool {
        match side {
            Side::Claims => self.claims,
            Side::Inspector => self.inspector,
        }
    }

    /// Those of the wished that a middle of that width, which they leave, has room for. `first` stays.
    pub(crate) fn with_room(self, middle: f32, first: Side) -> Self {
        if !(self.claims && self.inspector) || middle >= LEAST_MIDDLE {
            return self;
        }
        Self { claims: first == Side::Claims, inspector: first == Side::Inspector }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wished: (bool, bool), middle: f32, first: Side, expected: (bool, bool)) {
        let sides = Sides { claims: wished.0, inspector: wished.1 }.with_room(middle, first);
        assert_eq!((sides.claims, sides.inspector), expected);
    }

    #[test]
    fn one_of_two_panels_gives_way_where_the_middle_would_be_narrow() {
        check((true, true), 600.0, Side::Claims, (true, true));
        check((true, true), 250.0, Side::Claims, (true, false));
        check((true, true), 250.0, Side::Inspector, (false, true));
    }

    #[test]
    fn a_panel_that_is_alone_stays() {
        check((false, true), 100.0, Side::Claims, (false, true));
        check((true, false), 100.0, Side::Inspector, (true, false));
    }
}
