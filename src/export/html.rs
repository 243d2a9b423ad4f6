//! TBD
use super::Report;
/// x
#[must_use]
pub fn html(_report: &Report) -> String {
    String::new()
}
