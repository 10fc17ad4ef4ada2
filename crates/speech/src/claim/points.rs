//! Claims that point ahead: the headings or the enumeration that they announce.
//!
//! ```text
//! 下面，我讲三点意见：          the headings of level 1 that follow
//! 二、坚守“六条底线”            the headings under it
//! 要做到三点：一是……二是……      the enumeration
//! 送给大家三句话，第一句话是……   what is counted 第一句, 第二句
//! ```

use super::Reading;
use super::Structure;
use super::body::{Body, ends_clause, ends_sentence};
use super::mention::Mention;
use super::outline::Outline;
use super::words::Noun;

/// A claim in its speech.
pub(super) struct Place<'a> {
    pub(super) bodies: &'a [Body<'a>],
    pub(super) outline: &'a Outline,
    /// The block, by its place in the speech.
    pub(super) idx: usize,
    pub(super) mention: &'a Mention,
}

/// Verbs of a speaker who says how many points he has.
const SPEAKS: [&str; 12] =
    ["讲", "谈", "提", "说", "强调", "汇报", "报告", "交流", "分享", "明确", "提出", "送"];

/// What tells that somebody else, or an earlier time, made the points.
const RETOLD: [&str; 12] =
    ["了", "刚才", "刚刚", "曾", "已经", "上次", "同意", "赞成", "总书记", "指出", "去年以来", "过去"];

/// How far the first point may be from its claim, in characters.
const FARTHEST: usize = 240;

/// More headings in a row than any claim counts.
const MOST: usize = 40;

impl Place<'_> {
    fn body(&self) -> &Body<'_> {
        &self.bodies[self.idx]
    }

    /// The headings that the claim announces.
    pub(super) fn headings(&self) -> Option<Reading> {
        let row = self.outline.row_below(self.bodies, self.idx)?;
        let headings = self.outline.rows.get(row).filter(|headings| headings.len() <= MOST)?;
        let n = headings.len() as u32;
        let points = match self.body().heading_level() {
            Some(_) => self.heading_announces(),
            None => self.paragraph_announces(n),
        };
        let echoed = self.echoed(headings);
        // 三位同志作了发言 is no announcement.
        if self.mention.kind == Noun::Other && !echoed {
            return None;
        }
        let sure = n >= 2 && (points || echoed);
        Some(Reading { structure: Some(Structure::Headings(row)), ..Reading::of(n, sure) })
    }

    /// 二、抓好五项重点工作: the heading says nothing else.
    fn heading_announces(&self) -> bool {
        let mention = self.mention;
        let ends =
            (mention.span.end..self.body().characters.len()).all(|at| !self.body().at(at).is_alphanumeric());
        mention.kind == Noun::Shell && !mention.quoted && !mention.in_row && ends
    }

    /// Whether a paragraph leads up to the headings after it with this claim.
    fn paragraph_announces(&self, n: u32) -> bool {
        let (body, mention) = (self.body(), self.mention);
        let followed = self.outline.next_heading[self.idx] == Some(self.idx + 1);
        let in_member = body.marker_before(mention.span.start).is_some();
        if !followed || in_member || mention.quoted || mention.in_row || mention.kind == Noun::Other {
            return false;
        }
        let sentence = body.since(mention.span.start, ends_sentence);
        let so_far = body.text(sentence..mention.span.start);
        let end = body.until(mention.span.end, ends_sentence);
        if RETOLD.iter().any(|word| so_far.contains(word))
            || body.text(mention.span.end..end).contains("同意")
        {
            return false;
        }
        let clause = body.text(body.since(mention.span.start, ends_clause)..mention.span.start);
        if mention.kind == Noun::Shell && SPEAKS.iter().any(|verb| clause.contains(verb)) {
            return true;
        }
        let last = (end..body.characters.len()).all(|at| !body.at(at).is_alphanumeric());
        let colon = "：:".contains(body.before(end))
            || (end..body.characters.len()).any(|at| "：:".contains(body.at(at)));
        // 四个方面的监管 are four points as much as 四个方面 are.
        let shell = mention.kind == Noun::Shell || body.text(mention.span.clone()).contains("方面");
        // A slip is off by one or two; a larger gap tells of two different things.
        let near = n.abs_diff(mention.claimed) <= (mention.claimed / 3).max(1);
        last && near && (colon || shell && end - mention.span.end <= 12)
    }

    /// The headings name what the claim counts: 六条底线, 守住……底线.
    fn echoed(&self, headings: &[usize]) -> bool {
        let noun: Vec<char> = self.mention.noun.chars().collect();
        let core: String = noun[noun.len().saturating_sub(2)..].iter().collect();
        let echoes = headings.iter().filter(|idx| {
            let body = &self.bodies[**idx];
            body.text(body.start..body.characters.len()).contains(&core)
        });
        noun.len() >= 2 && self.mention.kind != Noun::Shell && echoes.count() * 3 >= headings.len() * 2
    }

    /// The enumeration that the claim announces.
    pub(super) fn enumeration(&self) -> Option<Reading> {
        let (body, mention) = (self.body(), self.mention);
        let (start, at, marker) = match body.marker_from(mention.span.end) {
            Some(marker) => (self.idx, marker.at, marker),
            None => {
                let next = self.bodies.get(self.idx + 1).filter(|next| next.heading_level().is_none())?;
                let marker = next.markers.first()?;
                (self.idx + 1, body.characters.len() + marker.at, marker)
            }
        };
        let length = at - mention.span.end;
        if length > FARTHEST {
            return None;
        }
        let tail = body.text(mention.span.end..at.min(body.characters.len()));
        let lead = if start == self.idx { String::new() } else { self.bodies[start].text(0..marker.at) };
        let between = tail + &lead;
        let series = self.outline.series.get(&marker.series)?;
        // The next marker must begin its enumeration: 一是抓好三项工作。二是…… governs nothing.
        if series.start != (start, marker.at) {
            return None;
        }
        let n_sentences = between.chars().filter(|c| ends_sentence(*c)).count();
        let n_clauses = between.chars().filter(|c| ends_clause(*c)).count();
        if n_sentences > 3 || mention.kind == Noun::Other && n_clauses > 1 {
            return None;
        }
        let led_up = between.trim_end().ends_with(['。', '：', ':', '；', '！', '？']);
        let close = n_sentences == 0 || n_sentences == 1 && (led_up || between.trim_end().ends_with('”'));
        let points = match body.heading_level() {
            Some(_) => self.heading_announces(),
            None => !mention.quoted && !mention.in_row && mention.kind != Noun::Other,
        };
        let near = series.n.abs_diff(mention.claimed) <= (mention.claimed / 2).max(1);
        let sure = points && close && near && length <= 90 && series.regular;
        Some(Reading { structure: Some(Structure::Series(marker.series)), ..Reading::of(series.n, sure) })
    }

    /// 第一句话是……第二句话是…… after 三句话.
    pub(super) fn ordinals(&self) -> Option<Reading> {
        let measure = self.mention.measure.chars().next()?;
        let mut n = 0;
        let mut last = 0;
        // A claim's points are told within the dozen paragraphs after it.
        for (idx, body) in self.bodies.iter().enumerate().skip(self.idx).take(12) {
            if idx > self.idx && body.heading_level().is_some_and(|level| level <= 2) {
                break;
            }
            let from = if idx == self.idx { self.mention.span.end } else { body.start };
            let first = body.ordinals.partition_point(|(at, _, _)| *at < from);
            // A dozen are looked at, so that a long text takes no longer.
            for (_, number, counted) in body.ordinals[first..].iter().take(12) {
                match number {
                    _ if *counted != measure => {}
                    Some(number) => n += u32::from(*number == n + 1),
                    None => last = u32::from(n > 0),
                }
            }
        }
        (n >= 2).then(|| Reading { high: n + last, ..Reading::of(n, false) })
    }
}
