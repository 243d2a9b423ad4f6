//! Names of things that stay the same while the things change.

use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id! {
    /// An article of a project. Numbered from 1 in the order of import.
    ArticleId
}
id! {
    /// A claim of a project. Numbered from 1 in the order of making.
    ClaimId
}
id! {
    /// A reviewer of a project. Numbered from 1.
    ReviewerId
}
