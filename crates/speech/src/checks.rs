//! 检查. The checks, one file each; `<id>.txt` beside it holds its examples, which are its
//! test, its help in the window and its part of `docs/checks.md`.
//!
//! A new check is two files and its name here, twice: as a module and in the list.

mod avoided_name;
mod borrowed_event;
mod count_claim;
mod cross_reference;
mod empty_section;
mod enumeration_gap;
mod enumeration_member;
mod foreign_abbreviation;
mod foreign_name;
mod half_masked;
mod heading_mark;
mod meeting_name;
mod missing_part;
mod numbering;
mod numeral_style;
mod occasion_year;
mod over_time;
mod parallel_heading;
mod respectively;
mod reuse;
mod self_name;
mod share_of_whole;
mod stale;
mod stated_change;
mod stated_sum;
mod two_figures;
mod unfilled_slot;

use crate::check::Check;

/// The checks, in the order in which they are listed.
pub const CHECKS: &[Check] = &[
    unfilled_slot::CHECK,
    half_masked::CHECK,
    foreign_name::CHECK,
    foreign_abbreviation::CHECK,
    avoided_name::CHECK,
    borrowed_event::CHECK,
    self_name::CHECK,
    occasion_year::CHECK,
    stale::CHECK,
    count_claim::CHECK,
    cross_reference::CHECK,
    respectively::CHECK,
    stated_sum::CHECK,
    share_of_whole::CHECK,
    stated_change::CHECK,
    two_figures::CHECK,
    numbering::CHECK,
    numeral_style::CHECK,
    enumeration_gap::CHECK,
    enumeration_member::CHECK,
    parallel_heading::CHECK,
    heading_mark::CHECK,
    empty_section::CHECK,
    meeting_name::CHECK,
    missing_part::CHECK,
    over_time::CHECK,
    reuse::CHECK,
];
