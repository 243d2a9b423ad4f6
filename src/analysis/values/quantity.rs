//! A quantity, and whether two say the same.

use crate::analysis::words::lexicon::Bound;
use crate::analysis::words::terms::{TermId, ValueKind};

/// A number with what it is a number of.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::analysis) struct Quantity {
    /// The value, or the lower end of a range, in the base unit of its kind.
    pub(in crate::analysis) value: f64,
    /// The upper end of a range.
    pub(in crate::analysis) high: Option<f64>,
    /// The unit it was written in, in the base unit of its kind.
    pub(in crate::analysis) unit: f64,
    /// How far the true value may lie from the written one by rounding.
    pub(in crate::analysis) slack: f64,
    /// What it measures.
    pub(in crate::analysis) kind: ValueKind,
    /// How it is bounded or blurred.
    pub(in crate::analysis) bound: Bound,
    /// How it was written.
    pub(in crate::analysis) form: QuantityForm,
    /// The whole it is a part of (`nine of the 14`).
    pub(in crate::analysis) of: Option<f64>,
    /// Up to four stems of what it counts or is a share of.
    pub(in crate::analysis) heads: Vec<TermId>,
}

/// How a quantity was written, where that matters for how exact it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis) enum QuantityForm {
    /// A number in digits or words.
    Plain,
    /// With a scale word.
    Scaled,
    /// A fraction word or a ratio (`seven in ten`).
    Ratio,
    /// Without a number (`hundreds of homes`, `no one`).
    Vague,
}

/// Where a quantity stands, in tokens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis) struct Extent {
    /// First token of its bound, or of itself.
    pub(in crate::analysis) start: usize,
    /// One past its last token, its unit included.
    pub(in crate::analysis) end: usize,
}

/// Whether two quantities say the same, rounding, bounds and blur allowed.
pub(in crate::analysis) fn equal(x: &Quantity, y: &Quantity) -> bool {
    if x.kind != y.kind {
        return false;
    }
    let difference = (x.value - y.value).abs();
    let greater = x.value.abs().max(y.value.abs());
    if difference <= greater * 1e-9 {
        return x.of.is_none() || y.of.is_none() || x.of == y.of;
    }
    if x.value == 0.0 || y.value == 0.0 {
        return false;
    }
    let share = difference / greater;
    let is_blurred = x.bound == Bound::About || y.bound == Bound::About;
    let rounding = match () {
        () if is_blurred => 0.15,
        () if x.form == QuantityForm::Scaled
            || y.form == QuantityForm::Scaled
            || greater >= 1000.0 =>
        {
            0.05
        }
        () => 0.025,
    };
    let is_ratio = x.form == QuantityForm::Ratio || y.form == QuantityForm::Ratio;
    let is_converted =
        matches!(x.kind, ValueKind::Measure("length" | "area" | "mass" | "speed" | "volume"));
    (difference <= x.slack.max(y.slack) && share <= rounding)
        || (is_blurred && share <= 0.08)
        || (is_ratio && difference <= 3.5)
        || (is_converted && share <= 0.07)
        || meet(x, y)
}

/// Whether the stretches that bounds and ranges leave have a value in common.
fn meet(x: &Quantity, y: &Quantity) -> bool {
    let is_open = |quantity: &Quantity| quantity.bound != Bound::Exactly || quantity.high.is_some();
    if !is_open(x) && !is_open(y) {
        return false;
    }
    let (left, right) = (stretch(x), stretch(y));
    left.0 <= right.1 && right.0 <= left.1
}

/// The values a quantity may mean; the factors are those of the engine notes, part 2, section 4. Who
/// says `more than 640` means less than 650, or would have said so.
fn stretch(quantity: &Quantity) -> (f64, f64) {
    let value = quantity.value;
    let high = quantity.high.unwrap_or(value);
    let hair = value.abs() * 1e-6 + 1e-9;
    let (least, most) = (|| value - roundness(quantity), || value + roundness(quantity));
    match quantity.bound {
        Bound::Exactly => (value, high),
        Bound::About => (value * 0.92, high * 1.08),
        Bound::Over => (value + hair, most().min(value * 1.5)),
        Bound::AtLeast => (value, most().min(value * 1.5)),
        Bound::SlightlyOver => (value, (value + quantity.unit / 2.0).max(value * 1.1)),
        Bound::Under => (least().max(value * 0.6), value - hair),
        Bound::SlightlyUnder => ((value - quantity.unit / 2.0).min(value * 0.9), value),
        Bound::AtMost => (least().max(value * 0.6), value),
    }
}

/// The step to the next number that is as round: 100 for 400, 50 for 150, 10 for 640.
fn roundness(quantity: &Quantity) -> f64 {
    let place = (2.0 * quantity.slack).max(quantity.unit);
    let is_five = (quantity.value / place % 5.0).abs() < 1e-6;
    (if is_five { place * 5.0 } else { place }).max(quantity.value.abs() * 0.05)
}
