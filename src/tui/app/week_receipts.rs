//! What receipts say, as lines of the week's screen; findings and requests lead to their records.

use uuid::Uuid;

use super::App;
use super::lines::{Tone, short_number};
use super::week::{Answer, Seen};
use super::week_lines::Page;
use crate::record::when;
use crate::sync::check::RESULTS;
use crate::sync::receipt::Receipt;
use crate::text::{clean, wrap};

impl App {
    /// The cursor goes to the first line of what receipts say.
    pub(super) fn go_to_receipts(&mut self) {
        let seen = self.session().and_then(|session| session.weeks()?.seen.as_deref());
        let below: usize = seen.map_or(0, |seen| {
            let mut page = Page { app: self, width: self.week_width().max(8), lines: Vec::new() };
            page.receipts(seen);
            page.lines.len()
        });
        let all = self.week_lines().len();
        if let Some(weeks) = self.weeks() {
            weeks.at = all.saturating_sub(below.max(1));
        }
    }
}

impl Page<'_> {
    /// The newest receipt, and those that speak of the chosen week's batches.
    pub(super) fn receipts(&mut self, seen: &Seen) {
        let name = seen.preview.week.name();
        let batches = seen.weeks.iter().filter(|week| week.name == name).flat_map(|week| &week.batches);
        let numbers: Vec<(Uuid, u64)> = batches.map(|(batch, _)| (batch.journal, batch.number)).collect();
        let speaks = |receipt: &Receipt| {
            let mut items = receipt.items.iter().filter_map(|item| item.journal.zip(item.number));
            items.any(|item| numbers.contains(&item))
        };
        for (n, answer) in seen.answers.iter().enumerate() {
            if n == 0 || speaks(&answer.receipt) {
                self.receipt(answer);
            }
        }
    }

    fn receipt(&mut self, answer: &Answer) {
        let receipt = &answer.receipt;
        let (n, at) = (receipt.n.to_string(), when::shown(receipt.at));
        let args = [("n", &*n), ("desk", &*clean::shown(&receipt.desk)), ("at", &*at)];
        self.say(Tone::Head, &self.app.words.with("tui-week-receipt-of", &args));
        for item in &receipt.items {
            let number = item.number.map(|number| number.to_string()).unwrap_or_default();
            let result = if RESULTS.contains(&&*item.result) {
                self.app.words.get(&format!("result-{}", item.result)).to_owned()
            } else {
                clean::shown(&item.result)
            };
            let missing: Vec<String> = item.missing.iter().map(ToString::to_string).collect();
            let args = [("number", &*number), ("result", &*result), ("missing", &*missing.join(", "))];
            self.say(Tone::Pair, &self.app.words.with("tui-week-batch-result", &args));
        }
        for request in &receipt.requests {
            let text = clean::shown(&request.text);
            self.say(Tone::Pair, &self.app.words.with("tui-week-request", &[("text", &text)]));
            self.leads(answer, request.record, request.code.as_deref());
        }
        for remark in receipt.items.iter().flat_map(|item| &item.findings) {
            self.leads(answer, remark.record, Some(&remark.code));
        }
    }

    /// A line that leads to a record, with the code that is about it; a record that isn't here is named all the same.
    fn leads(&mut self, answer: &Answer, record: Uuid, code: Option<&str>) {
        let code = code.map(|code| format!("{} ", clean::shown(code))).unwrap_or_default();
        let row = answer.rows.iter().find(|row| row.record == record);
        let (name, record) = match row {
            Some(row) => {
                let title = row.title.as_deref().map(clean::shown).unwrap_or_default();
                (format!("{} {title}", short_number(&row.number)), Some(row.record))
            }
            None => (record.to_string(), None),
        };
        self.add(Tone::Pair, wrap::brief(&format!("  {code}{name}"), self.width), record);
    }
}
