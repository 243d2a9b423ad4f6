//! What a review consists of: articles, claims and the project that holds them.
//!
//! Plain values with hardly any behaviour of their own. An id stays with its thing and is borne by
//! one thing at a time; positions in the lists are the order that is shown and saved.

mod article;
mod claim;
mod evidence;
mod id;
mod project;
mod suggestion;
mod tag;

pub use article::{Article, Fingerprint, Format, Metadata, Part, PartKind, Source};
pub use claim::{Claim, Decision, Origin, Passage, Stance};
pub use evidence::{Bearing, Evidence};
pub use id::{ArticleId, ClaimId, ReviewerId};
pub use project::{Project, Reviewer};
pub use suggestion::{Confidence, Place, Reason, ReasonKind, Suggestion};
pub use tag::Tag;

pub use jiff::{Timestamp, civil::Date};
