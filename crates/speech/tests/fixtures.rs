//! Runs every text file that holds input and expectation together: what the program
//! tells of the text must be what the file says. `UPDATE_EXPECT=1` accepts what it
//! tells; the difference is then read by a person.

#[path = "fixtures/notation.rs"]
mod notation;

use expect_test::expect_file;
use notation::Case;
use speech::compare::{Change, Side, compare};
use speech::draft::{Taken, assemble, take_over};
use speech::field_edit::{Refused, SlotAddress, join, leave_empty, merge, rename, set_kind, split};
use speech::fill::{Match, fill};
use speech::own_words::{Source, own_words};
use speech::parse::parse;
use speech::returned::{ProposalKind, Returned, ReturnedLine, proposals, take};
use speech::roll_forward::{apply, roll_forward};
use speech::section::Address;
use speech::shown::{shown, text};
use speech::skeleton::{self, Head, Part, Place, Planned, allot, skeleton};
use speech::typed;
use speech::{
    Block, BlockId, BlockKind, Day, Extent, FieldId, Inline, Lexicon, Occasion, Paragraph, PieceKind, Quote,
    Speech, passages,
};
use std::path::PathBuf;

/// Tells each case of each file in a folder again.
fn replay(folder: &str, tell: impl Fn(&Case<'_>) -> String) {
    let folder = format!("{}/tests/{folder}", env!("CARGO_MANIFEST_DIR"));
    let entries = std::fs::read_dir(folder).expect("the folder is part of the crate");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let fixture = std::fs::read_to_string(&file).expect("fixtures are UTF-8");
        let told: Vec<String> = notation::cases(&fixture).iter().map(&tell).collect();
        expect_file![file].assert_eq(&told.join("\n"));
    }
}

fn understood(lines: &[&str]) -> Speech {
    let paragraphs: Vec<Paragraph> = lines.iter().copied().map(Paragraph::plain).collect();
    parse(&paragraphs).speech
}

/// The text, each line after a bar, and the fields.
fn told(speech: &Speech) -> String {
    let lines = text(speech).lines().map(|line| format!("│ {line}\n")).collect::<String>();
    let fields =
        speech.fields.iter().map(|field| format!("│ {} {}\n", field.id, field.label)).collect::<String>();
    lines + &fields
}

#[test]
fn texts_are_understood_as_their_fixtures_say() {
    replay("parse", |case| notation::told(case.title, &notation::input(case)));
}

/// `= name` begins a document, `? name#section …` says what a draft is made of, `!` gives
/// it a title. `+ name#section` takes something over into it, above its closing; so do
/// `+ name@6`, the sixth line, and `+ name~6`, the section around it. `: label=value`
/// fills; `-` deletes a field's first slot.
#[test]
fn drafts_are_assembled_as_their_fixtures_say() {
    replay("take_over", |case| {
        let given: Vec<&str> = case.lines.iter().copied().filter(|line| !line.starts_with('│')).collect();
        let mut documents: Vec<(&str, Vec<&str>)> = Vec::new();
        let mut steps: Vec<(&str, &str)> = Vec::new();
        for line in &given {
            match line.split_once(' ') {
                Some(("=", name)) => documents.push((name, Vec::new())),
                Some(step @ ("?" | "!" | "+" | ":" | "-", _)) => steps.push(step),
                _ => documents.last_mut().expect("a case begins with a document").1.push(line),
            }
        }
        let speeches: Vec<(&str, Speech)> =
            documents.iter().map(|(name, lines)| (*name, understood(lines))).collect();
        let result = assembled(&speeches, &steps).map_or_else(|missing| missing, |draft| told(&draft));
        format!("--- {}\n{}\n{result}", case.title, given.join("\n"))
    });
}

fn assembled(speeches: &[(&str, Speech)], steps: &[(&str, &str)]) -> Result<Speech, String> {
    let of = |mark: &'static str| steps.iter().filter(move |step| step.0 == mark).map(|step| step.1);
    let sources: Vec<Taken<'_>> =
        of("?").flat_map(|list| list.split(' ')).map(|item| taken(speeches, item)).collect();
    let mut draft = assemble(of("!").next(), &sources)
        .map_err(|missing| format!("│ no such section: {}\n", missing.source_idx))?;
    for (mark, step) in steps {
        match *mark {
            "+" => {
                let over = take_over(&draft, &taken(speeches, step)).ok_or("│ no such section\n")?;
                let closing = draft.blocks.iter().position(|block| block.kind == BlockKind::Closing);
                let at = closing.unwrap_or(draft.blocks.len());
                draft.blocks.splice(at..at, over.blocks);
                draft.fields.extend(over.fields);
            }
            ":" => {
                let (label, value) = step.split_once('=').expect(step);
                fill(&mut draft, &[(label.to_owned(), value.to_owned())], &Vec::new()).expect(step);
            }
            "-" => {
                let asks = |inline: &Inline| matches!(inline, Inline::Slot { field, .. } if field.to_string() == *step);
                let mut blocks = draft.blocks.iter_mut();
                let found = blocks.find_map(|block| {
                    let idx = block.inlines.iter().position(asks)?;
                    Some(block.inlines.remove(idx))
                });
                found.expect(step);
            }
            _ => {}
        }
        assert_eq!(draft.flaw(), None, "{step}");
    }
    Ok(draft)
}

fn taken<'a>(speeches: &'a [(&str, Speech)], item: &'a str) -> Taken<'a> {
    let name = item.split(['#', '@', '~']).next().unwrap_or(item);
    let (document, speech) = speeches.iter().find(|(document, _)| *document == name).expect(item);
    let block = |line: &str| passages(speech)[line.parse::<usize>().expect(item) - 1].block;
    let extent = match item[name.len()..].split_at_checked(1) {
        Some(("#", section)) => Extent::Section(Address::read(section).expect(item)),
        Some(("@", line)) => Extent::Passage(block(line)),
        Some((_, line)) => Extent::SectionOf(block(line)),
        None => Extent::Whole,
    };
    Taken { document, speech, extent }
}

/// `? merge f1 f2`, `? split b2.0 b3.1`, `? join f1 汉阴`, `? rename f1=…`, `? kind f1=person`, `? fill f1=…`,
/// `? leave f1`, `? ask f1` and
/// `? take`, which takes the whole into a draft, one after another.
#[test]
fn fields_are_edited_as_their_fixtures_say() {
    replay("field_edit", |case| {
        let given: Vec<&str> = case.lines.iter().copied().filter(|line| !line.starts_with('│')).collect();
        let lines: Vec<&str> = given.iter().copied().filter(|line| !line.starts_with('?')).collect();
        let mut speech = understood(&lines);
        let edits = given.iter().filter_map(|line| line.strip_prefix("? "));
        let refused = edits.filter_map(|one| edit(&mut speech, one).err()).map(|why| format!("│ {why:?}\n"));
        let refused: String = refused.collect();
        format!("--- {}\n{}\n{refused}{}", case.title, given.join("\n"), asked(&speech))
    });
}

fn edit(speech: &mut Speech, edit: &str) -> Result<(), Refused> {
    let (deed, given) = edit.split_once(' ').unwrap_or((edit, ""));
    let number = |id: &str| id[1..].parse().expect(edit);
    let field = |id: &str| FieldId(number(id));
    let (of, value) = given.split_once('=').unwrap_or((given, ""));
    match deed {
        "leave" => leave_empty(speech, field(of), true),
        "ask" => leave_empty(speech, field(of), false),
        "merge" => {
            let ids: Vec<FieldId> = given.split(' ').map(field).collect();
            merge(speech, ids[0], &ids[1..])
        }
        "split" => {
            let slot = |slot: &str| {
                let (block, nth) = slot.split_once('.').expect(edit);
                SlotAddress { block: BlockId(number(block)), nth: nth.parse().expect(edit) }
            };
            split(speech, &given.split(' ').map(slot).collect::<Vec<_>>()).map(|_| ())
        }
        "join" => {
            let (of, words) = given.split_once(' ').expect(edit);
            let blocks: Vec<_> = shown(speech).iter().map(|shown| (shown.block.id, shown.text())).collect();
            let places = blocks.iter().flat_map(|(block, text)| {
                text.match_indices(words).map(|(at, words)| {
                    let start = text[..at].chars().count();
                    Quote::new(*block, &(start..start + words.chars().count()), words)
                })
            });
            let places: Vec<Quote> = places.collect();
            join(speech, field(of), &places)
        }
        "rename" => rename(speech, field(of), value),
        "kind" => {
            let kind = serde_json::from_value(value.into()).expect(edit);
            set_kind(speech, field(of), kind)
        }
        "fill" => {
            fill(speech, &[(of.to_owned(), value.to_owned())], &Vec::new()).expect(edit);
            Ok(())
        }
        "take" => {
            let taken = Taken { document: "d1", speech, extent: Extent::Whole };
            *speech = assemble(None, &[taken]).expect("a whole document has no sections to miss");
            Ok(())
        }
        _ => panic!("no such edit: {edit}"),
    }
}

/// The text with its slots marked, and the fields with all that is known of them.
fn asked(speech: &Speech) -> String {
    let mut asked = String::from("│ ");
    for shown in shown(speech) {
        for piece in &shown.pieces {
            match piece.kind {
                PieceKind::Slot { field, .. } => asked.push_str(&format!("⟦{}⟧{field}", piece.text)),
                _ => asked.push_str(&piece.text),
            }
        }
        asked.push_str(if shown.run_in { "" } else { "\n│ " });
    }
    let fields = speech.fields.iter().map(|field| {
        let unit = field.unit.as_deref().map(|unit| format!("{unit} ")).unwrap_or_default();
        let value = field.value.as_deref().map(|value| format!(" = {value}")).unwrap_or_default();
        format!("{} {} {unit}{}{value}\n", field.id, field.kind.word(), field.label)
    });
    asked + &fields.collect::<Vec<_>>().join("│ ")
}

fn matched(matched: Match) -> String {
    match matched {
        Match::Exact => "exact".to_owned(),
        Match::Same => "same".to_owned(),
        Match::Part => "part".to_owned(),
        Match::Like(percent) => format!("{percent}%"),
    }
}

/// `? 2026-03-01` is the day that last year's speech is given again. The proposals, ticked
/// or not, and the text with the ticked ones done.
#[test]
fn last_years_speeches_roll_forward_as_their_fixtures_say() {
    let lexicon = Lexicon::built_in();
    replay("roll_forward", |case| {
        let given: Vec<&str> = case.lines.iter().copied().filter(|line| !line.starts_with('│')).collect();
        let day = given.iter().find_map(|line| line.strip_prefix("? ")).and_then(Day::read).expect("a day");
        let lines: Vec<&str> = given.iter().copied().filter(|line| !line.starts_with('?')).collect();
        let speech = understood(&lines);
        let mut proposals = roll_forward(&speech, &lexicon, None, day);
        let listed = proposals.iter().map(|proposal| {
            let tick = if proposal.ticked { "x" } else { " " };
            let new = proposal.new.as_deref().map(|new| format!(" → {new}")).unwrap_or_default();
            format!("│ [{tick}] {} {}{new}\n", proposal.kind.word(), proposal.text)
        });
        let listed: String = listed.collect();
        proposals.retain(|proposal| proposal.ticked);
        let rolled = apply(&speech, &proposals);
        assert_eq!(rolled.flaw(), None);
        format!("--- {}\n{}\n{listed}{}", case.title, given.join("\n"), told(&rolled))
    });
}

/// `? 石泉县` are the own names, `> ` begins a line of the source, `< ` a line that was written
/// in the draft; all of the source is taken.
#[test]
fn borrowed_self_names_are_proposed_as_their_fixtures_say() {
    let lexicon = Lexicon::built_in();
    replay("own_words", |case| {
        let given: Vec<&str> = case.lines.iter().copied().filter(|line| !line.starts_with('│')).collect();
        let of = |mark: &str| given.iter().filter_map(|line| line.strip_prefix(mark)).collect::<Vec<_>>();
        let own = of("? ").iter().flat_map(|line| line.split_whitespace()).map(str::to_owned).collect();
        let occasion = Occasion { own, ..Occasion::default() };
        let source = understood(&of("> "));
        let taken = Taken { document: "d7", speech: &source, extent: Extent::Whole };
        let mut draft = understood(&of("< "));
        let taken = take_over(&draft, &taken).expect("a whole document is there");
        draft.blocks.extend(taken.blocks);
        draft.fields.extend(taken.fields);
        let sources = [Source { document: "d7", speech: &source }];
        let mut proposals = own_words(&draft, &sources, &lexicon, &occasion);
        let listed = proposals.iter().map(|proposal| {
            let tick = if proposal.ticked { "x" } else { " " };
            let new = proposal.new.as_deref().map(|new| format!(" → {new}")).unwrap_or_default();
            format!("│ [{tick}] {} {}{new}\n", proposal.kind.word(), proposal.text)
        });
        let listed: String = listed.collect();
        proposals.retain(|proposal| proposal.ticked);
        let adapted = apply(&draft, &proposals);
        assert_eq!(adapted.flaw(), None);
        format!("--- {}\n{}\n{listed}{}", case.title, given.join("\n"), told(&adapted))
    });
}

/// `? 20` are the minutes, `? -1 +2 +end` what is taken: its headings alone, or with its text.
#[test]
fn skeletons_are_shared_out_and_taken_as_their_fixtures_say() {
    replay("skeleton", |case| {
        let given: Vec<&str> = case.lines.iter().copied().filter(|line| !line.starts_with('│')).collect();
        let mut asked = given.iter().filter_map(|line| line.strip_prefix("? "));
        let minutes: u32 = asked.next().and_then(|minutes| minutes.parse().ok()).expect("minutes");
        let lines: Vec<&str> = given.iter().copied().filter(|line| !line.starts_with('?')).collect();
        let speech = understood(&lines);
        let skeleton = skeleton(&speech);
        let parts: Vec<&Part> = skeleton.parts.iter().collect();
        let shared = allot(&parts, minutes);
        let listed = parts.iter().zip(&shared).map(|(part, tenths)| {
            let place = match part.place {
                Place::Opening => "opening".to_owned(),
                Place::Section { level, .. } => format!("{level} {}{}", part.numeral, part.words),
                Place::Closing => "closing".to_owned(),
            };
            format!("│ {place} · {} · {:.1}\n", part.characters, f64::from(*tenths) / 10.0)
        });
        let listed: String = listed.collect();
        let plan = asked.flat_map(str::split_whitespace).map(|one| {
            let address = Address::read(&one[1..]).expect("an address");
            let extent = Extent::Section(address);
            let taken = Taken { document: "d7", speech: &speech, extent };
            Planned { taken, with_text: one.starts_with('+') }
        });
        let plan: Vec<Planned<'_>> = plan.collect();
        let head = Head { byline: Some("县长　李四".to_owned()), ..Head::default() };
        let (draft, aims) = skeleton::draft(&head, &plan, Some(minutes)).expect("it has these sections");
        assert_eq!(draft.flaw(), None);
        let aims = aims.iter().map(|aim| format!("│ {} {:.1}\n", aim.block, f64::from(aim.tenths) / 10.0));
        let aims: String = aims.collect();
        format!("--- {}\n{}\n{listed}{}{aims}", case.title, given.join("\n"), told(&draft))
    });
}

/// `? label=value` is set by hand, `: label=value` is a row of a sheet.
#[test]
fn fields_are_filled_as_their_fixtures_say() {
    replay("fill", |case| {
        let given: Vec<&str> = case.lines.iter().copied().filter(|line| !line.starts_with('│')).collect();
        let rows = |mark: &str| -> Vec<(String, String)> {
            let rows = given.iter().filter_map(|line| line.strip_prefix(mark));
            rows.map(|row| row.split_once('=').expect(row))
                .map(|(l, v)| (l.to_owned(), v.to_owned()))
                .collect()
        };
        let lines: Vec<&str> = given.iter().copied().filter(|line| !line.starts_with(['?', ':'])).collect();
        let mut speech = understood(&lines);
        let result = match fill(&mut speech, &rows("? "), &rows(": ")) {
            Err(wrong) => format!("│ wrong label {} {:?}\n", wrong.label, wrong.candidates),
            Ok(filled) => {
                let ids = |ids: &[speech::FieldId]| ids.iter().map(|id| format!(" {id}")).collect::<String>();
                let done = filled
                    .filled
                    .iter()
                    .map(|one| format!("│ filled {} {} {}\n", one.field, matched(one.matched), one.shown));
                let asked = filled.unmatched.iter().map(|one| {
                    let fits = one.candidates.iter().zip(&one.matches);
                    let fits = fits.map(|(id, how)| format!(" {id} {}", matched(*how))).collect::<String>();
                    format!("│ ask {}:{fits}\n", one.label)
                });
                let open = format!("│ open{}\n", ids(&filled.open));
                done.chain(asked).chain([open]).collect::<String>() + &told(&speech)
            }
        };
        format!("--- {}\n{}\n{result}", case.title, given.join("\n"))
    });
}

/// Each line is typed into a paragraph of its own, the cursor at its end; `+` goes on in the
/// one before. What is understood is shown: `#2` a heading of level 2, `⟨一是⟩` a marker.
#[test]
fn what_is_typed_is_understood_as_its_fixtures_say() {
    replay("typed", |case| {
        let given: Vec<&str> = case.lines.iter().copied().filter(|line| !line.starts_with('│')).collect();
        let mut speech = Speech::default();
        for line in &given {
            let (goes_on, words) = line.strip_prefix('+').map_or((false, *line), |words| (true, words));
            if !goes_on {
                let id = BlockId(speech.blocks.len() as u32 + 1);
                let block =
                    Block { id, kind: BlockKind::Paragraph, numeral: None, inlines: vec![], origin: None };
                speech.blocks.push(block);
            }
            let block = speech.blocks.last_mut().expect("a line was begun");
            match block.inlines.last_mut() {
                Some(Inline::Text { text, .. }) => text.push_str(words),
                _ => block.inlines.push(Inline::Text { text: words.to_owned(), strong: false }),
            }
            let (id, length) =
                (block.id, shown(&speech).last().map_or(0, |shown| shown.text().chars().count()));
            typed::understand(&mut speech, id, length);
            assert_eq!(speech.flaw(), None);
        }
        let read = shown(&speech).into_iter().map(|shown| {
            let level = match shown.block.kind {
                BlockKind::Heading { level, .. } => format!("#{level} "),
                _ => String::new(),
            };
            let words = shown.pieces.iter().map(|piece| match piece.kind {
                PieceKind::Marker { series, .. } => format!("⟨{}⟩{series}", piece.text),
                _ => piece.text.clone(),
            });
            format!("│ {level}{}\n", words.collect::<String>())
        });
        format!("--- {}\n{}\n{}", case.title, given.join("\n"), read.collect::<String>())
    });
}

/// `=` a block of both texts, `-` of the old one, `+` of the new one, each with its id. What is
/// compared: `~` changed, `↕` moved, `+` added, `-` gone, with [old→new] words.
#[test]
fn texts_are_compared_as_their_fixtures_say() {
    replay("compare", |case| {
        let given: Vec<&str> = case.lines.iter().copied().filter(|line| !line.starts_with('│')).collect();
        let side = |marks: [char; 2]| {
            let lines = given.iter().filter(|line| line.starts_with(marks));
            let blocks = lines.map(|line| {
                let (id, words) = line[2..].split_once(' ').expect(line);
                let id = BlockId(id.parse().expect(line));
                let inlines = vec![Inline::Text { text: words.to_owned(), strong: false }];
                Block { id, kind: BlockKind::Paragraph, numeral: None, inlines, origin: None }
            });
            Speech { blocks: blocks.collect(), ..Speech::default() }
        };
        let told = compare(&side(['=', '-']), &side(['=', '+'])).into_iter().map(|compared| {
            let mark = match compared.change {
                Change::Same => '=',
                Change::Changed => '~',
                Change::Moved => '↕',
                Change::Added => '+',
                Change::Removed => '-',
            };
            let words = compared.pieces.iter().map(|piece| match piece.side {
                Side::Both => piece.text.clone(),
                Side::Old => format!("[-{}]", piece.text),
                Side::New => format!("[+{}]", piece.text),
            });
            format!("│ {mark} {} {}\n", compared.block.0, words.collect::<String>())
        });
        format!("--- {}\n{}\n{}", case.title, given.join("\n"), told.collect::<String>())
    });
}

/// The lines of a draft; `: label=value` fills a field of it; `<` is a line that the file had
/// before its changes, `>` one that came back. Told are the proposals, ✓ before those that are
/// ticked, and the draft once those are taken.
#[test]
fn drafts_come_back_as_their_fixtures_say() {
    replay("returned", |case| {
        let given: Vec<&str> = case.lines.iter().copied().filter(|line| !line.starts_with('│')).collect();
        let (mut lines, mut set, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut sent = Vec::new();
        for line in &given {
            match line.split_once(' ') {
                Some(("<", line)) => before.push(line),
                Some((">", line)) => after.push(line),
                Some(("~", line)) => sent.push(line),
                Some((":", value)) => set.extend(value.split_once('=')),
                _ => lines.push(*line),
            }
        }
        let speech = understood(&lines);
        let taken = Taken { document: "d1", speech: &speech, extent: Extent::Whole };
        let mut draft = assemble(None, &[taken]).expect("it is whole");
        let set: Vec<_> =
            set.into_iter().map(|(label, value)| (label.to_owned(), value.to_owned())).collect();
        fill(&mut draft, &set, &Vec::new()).expect("the case names its fields rightly");
        let returned = |lines: &[&str]| -> Vec<ReturnedLine> {
            let line =
                |line: &&str| ReturnedLine { paragraph: Paragraph::plain(*line), ..Default::default() };
            lines.iter().map(line).collect()
        };
        let before = Some(returned(&before)).filter(|before| !before.is_empty());
        let sent = Some(understood(&sent)).filter(|sent| !sent.blocks.is_empty());
        let found = proposals(&draft, sent.as_ref(), &Returned { before, after: returned(&after) });
        let mut told = String::new();
        for proposal in &found {
            let tick = if proposal.ticked { '✓' } else { '·' };
            let pieces = proposal.pieces.iter().map(|piece| match piece.side {
                Side::Both => piece.text.clone(),
                Side::Old => format!("[-{}]", piece.text),
                Side::New => format!("[+{}]", piece.text),
            });
            let value = proposal.value.as_ref().map(|value| format!(" {}={}", value.label, value.value));
            let behind = match (proposal.kind, proposal.behind) {
                (ProposalKind::Added | ProposalKind::Moved, Some(behind)) => format!(" ↓{behind}"),
                (ProposalKind::Added | ProposalKind::Moved, None) => " ↓".to_owned(),
                _ => String::new(),
            };
            let doubt = proposal.doubt.as_ref().map(|doubt| format!(" （{}）", doubt.zh));
            let pieces = pieces.collect::<String>().replace('\n', "⏎");
            told += &format!(
                "│ {tick} {}{behind}{} {pieces}{}\n",
                proposal.kind.word(),
                value.unwrap_or_default(),
                doubt.unwrap_or_default()
            );
        }
        let ticked: Vec<_> = found.into_iter().filter(|proposal| proposal.ticked).collect();
        let now = take(&draft, &ticked);
        assert_eq!(now.flaw(), None);
        let slots = now.blocks.iter().flat_map(|block| &block.inlines);
        let n_slots = slots.filter(|inline| matches!(inline, Inline::Slot { .. })).count();
        let text: String = text(&now).lines().map(|line| format!("│ = {line}\n")).collect();
        format!("--- {}\n{}\n{told}{text}│ {n_slots} slots\n", case.title, given.join("\n"))
    });
}
