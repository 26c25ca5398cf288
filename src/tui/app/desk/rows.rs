//! What the desk's tables hold: the posts, and what there is to tell of one. Text from outside is cleaned here.

use super::super::App;
use super::super::lines::short_number;
use super::super::office::{Of, Row};
use super::super::week_lines::week_number;
use crate::acts::desk::{Mark, Refusal, Reporting, Story, numbers, revoked};
use crate::logbook::{Against, Asked, Fate, KeyState, PostKey, Received};
use crate::record::period::{Calendar, Week};
use crate::record::when;
use crate::seal;
use crate::text::clean::shown;
use crate::text::number::grouped;

impl App {
    /// The posts, one a row; what is wrong with one stands below the table.
    pub(super) fn post_rows(&self, posts: &[Reporting]) -> Vec<Row> {
        posts.iter().map(|post| self.post_row(post)).collect()
    }

    fn post_row(&self, post: &Reporting) -> Row {
        let count = |count: usize| if count == 0 { String::new() } else { grouped(count as u64) };
        let last = post.last.as_ref().map(|last| self.week_of(&last.week));
        let cells = vec![
            shown(&post.post.unit),
            shown(&post.post.name),
            last.unwrap_or_default(),
            self.standing(post),
            count(post.findings.len()),
            count(post.requests.len()),
            post.last.as_ref().map(|last| when::shown(last.at)).unwrap_or_default(),
        ];
        let over = post.followed_by.is_some();
        let late = post.due.is_some_and(|due| due.late > 0);
        let alarm = !post.forks.is_empty() || !post.held.is_empty() || !post.signs() || late;
        let row = Row::new(Of::Post(post.post.unit.clone()), cells).noted(self.post_note(post));
        row.alarming(alarm && !over).faint(over)
    }

    /// Where a post stands, in a few words: the gravest first.
    fn standing(&self, post: &Reporting) -> String {
        let missing = post.missing();
        if let Some(unit) = &post.followed_by {
            self.words.with("tui-post-followed", &[("unit", &shown(unit))])
        } else if !post.forks.is_empty() {
            self.words.get("tui-post-fork").to_owned()
        } else if !post.signs() {
            self.words.get("tui-post-no-key").to_owned()
        } else if !missing.is_empty() {
            self.words.with("tui-post-gap", &[("missing", &numbers(&missing))])
        } else if let Some(late) = post.due.map(|due| due.late).filter(|late| *late > 0) {
            self.words.with("tui-post-late", &[("count", &late.to_string())])
        } else if post.last.is_none() {
            self.words.get("tui-post-none").to_owned()
        } else {
            self.words.get("tui-post-well").to_owned()
        }
    }

    /// All that somebody has to know about a post.
    fn post_note(&self, post: &Reporting) -> String {
        let said: Vec<String> = post.marks().iter().map(|mark| self.mark_said(mark)).collect();
        if said.is_empty() { self.words.get("tui-post-well-note").to_owned() } else { said.join(" · ") }
    }

    fn mark_said(&self, (id, args): &Mark) -> String {
        let args: Vec<(&str, String)> = args.iter().map(|(name, value)| (*name, shown(value))).collect();
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.words.with(id, &args)
    }

    /// One post: what stands in the way first, then week by week, then what was refused and the keys.
    pub(super) fn story_rows(&self, story: &Story, calendar: &Calendar) -> Vec<Row> {
        let mut rows = self.gaps(&story.standing);
        rows.extend(story.asked.iter().map(|(asked, row)| {
            let number = row.as_ref().map_or_else(|| asked.record.to_string(), |row| row.number.clone());
            self.asked_row(asked, &number)
        }));
        for batch in &story.batches {
            let against: Vec<&Against> = story.against.iter().filter(|against| against.batch == batch.batch).collect();
            rows.push(self.batch_row(batch, against.len(), calendar));
            rows.extend(against.into_iter().map(|against| self.against_row(against)));
        }
        rows.extend(story.refused.iter().map(|refusal| self.refused_row(refusal)));
        rows.extend(story.standing.start.map(|start| {
            let said = self.words.with("desk-post-start", &[("number", &start.number.to_string())]);
            let cells = vec![self.words.get("tui-post-start").to_owned(), said, when::shown(start.at)];
            Row::new(Of::Said(0), cells)
        }));
        rows.extend(story.standing.keys.iter().map(|known| self.key_row(known)));
        for (n, row) in rows.iter_mut().enumerate().filter(|(_, row)| matches!(row.of, Of::Said(_))) {
            row.of = Of::Said(n);
        }
        rows
    }

    fn gaps(&self, standing: &Reporting) -> Vec<Row> {
        let words = &self.words;
        let mut rows = Vec::new();
        let missing = standing.missing();
        if !missing.is_empty() {
            let args = [("missing", &*numbers(&missing)), ("count", &*standing.held.len().to_string())];
            let cells = vec![
                words.get("tui-post-missing").to_owned(),
                words.with("tui-post-missing-said", &args),
                String::new(),
            ];
            let note = words.get("E120.hint").to_owned();
            rows.push(Row::new(Of::Said(0), cells).noted(note).alarming(true));
        }
        for fork in &standing.forks {
            let number = fork.number.to_string();
            let cells = vec![
                words.get("tui-post-fork").to_owned(),
                words.with("tui-post-fork-said", &[("number", &number)]),
                when::shown(fork.at),
            ];
            rows.push(Row::new(Of::Said(0), cells).noted(words.get("E121.hint").to_owned()).alarming(true));
        }
        rows
    }

    fn asked_row(&self, asked: &Asked, number: &str) -> Row {
        let words = &self.words;
        let text = shown(&asked.text);
        let sent = asked.sent.map(|n| n.to_string()).unwrap_or_default();
        let note = words.with("tui-post-asked-note", &[("text", &text), ("n", &sent)]);
        let cells = vec![
            words.get("tui-post-asked").to_owned(),
            format!("{}: {text}", short_number(number)),
            when::shown(asked.at),
        ];
        Row::new(Of::Sent { record: asked.record, number: number.to_owned(), code: asked.code.clone() }, cells)
            .noted(note)
    }

    fn batch_row(&self, batch: &Received, against: usize, calendar: &Calendar) -> Row {
        let words = &self.words;
        let number = batch.number.to_string();
        let dates = Week::parse(&batch.week, calendar)
            .map(|week| format!(" ({}-{})", week.from.format("%d/%m"), week.last_day().format("%d/%m")));
        let result = words.get(match batch.fate {
            Fate::Merged => "result-merged",
            Fate::Held => "result-held-gap",
            Fate::Fork => "result-fork",
        });
        let entries = grouped((batch.last + 1).saturating_sub(batch.first));
        let week = format!("{}{}", self.week_of(&batch.week), dates.unwrap_or_default());
        let args = [("week", &*week), ("result", result), ("entries", &entries), ("count", &against.to_string())];
        let said = words.with("tui-post-batch-said", &args);
        let file = words.with("tui-post-batch-note", &[("file", &shown(&batch.name)), ("id", &batch.batch.hex())]);
        let note = format!("{said} · {file}");
        let cells = vec![words.with("tui-post-batch", &[("number", &number)]), said, when::shown(batch.at)];
        Row::new(Of::Said(0), cells).noted(note).alarming(batch.fate != Fate::Merged)
    }

    fn against_row(&self, against: &Against) -> Row {
        let code = shown(&against.remark.code);
        let title = against.row.title.as_deref().map(shown).unwrap_or_default();
        let note = self.code_said(&against.remark.code);
        let cells = vec![
            format!("  {code}"),
            format!("{} {title}", short_number(&against.row.number)),
            when::shown(against.row.at),
        ];
        let Against { remark, row, .. } = against;
        let (number, code) = (row.number.clone(), Some(remark.code.clone()));
        Row::new(Of::Sent { record: row.record, number, code }, cells).noted(note)
    }

    fn refused_row(&self, refusal: &Refusal) -> Row {
        let file = shown(refusal.file.rsplit(['/', '\\']).next().unwrap_or_default());
        let at = when::parse(&refusal.at).map(when::shown).unwrap_or_default();
        let code = shown(&refusal.code);
        let cells = vec![self.words.get("tui-post-refused").to_owned(), format!("{code} {file}"), at];
        Row::new(Of::Said(0), cells).noted(self.code_said(&refusal.code)).alarming(true)
    }

    /// What a code means and what to do, as far as that can be said without the record; a newer program has others.
    fn code_said(&self, code: &str) -> String {
        let (says, id) = (self.words.get(code), format!("{code}.hint"));
        match (says != code, self.words.get(&id)) {
            (true, hint) => format!("{says}. {hint}"),
            (false, hint) if hint != id => hint.to_owned(),
            _ => self.words.get("tui-post-code-newer").to_owned(),
        }
    }

    fn key_row(&self, known: &PostKey) -> Row {
        let fingerprint = seal::fingerprint(&known.key).unwrap_or_default();
        let cells = vec![self.words.get("tui-post-key").to_owned(), fingerprint.clone(), when::shown(known.since)];
        let said = match known.state {
            KeyState::Valid => self.words.get("tui-post-key-valid").to_owned(),
            _ => self.mark_said(&revoked(known)),
        };
        Row::new(Of::Said(0), cells).noted(format!("{fingerprint} · {said}")).faint(known.state != KeyState::Valid)
    }

    /// A week by its number, as people call it.
    fn week_of(&self, name: &str) -> String {
        self.words.with("tui-week-name", &[("number", &shown(week_number(name)))])
    }
}
