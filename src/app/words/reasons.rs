//! The words of a reason's sentence. Empty where German does without.

use super::words;

words! {
    and: "and" / "und",
    more: "more" / "weitere",
    says: "says" / "sagt",
    say_many: "say" / "sagen",
    does: "does" / "",
    do_many: "do" / "",
    not: "not" / "nicht",
    gives: "gives" / "nennt",
    give_many: "give" / "nennen",
    it: "it" / "als Quelle",
    to: "to" / "",
}
