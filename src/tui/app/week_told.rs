//! What was said about weeks: seen, approved, exported, acknowledged, held, stopped. Only shows it.

use super::App;
use super::cards::Card;
use super::week::{Batches, Told};
use super::week_lines::week_number;
use super::work::STOPPED;
use crate::acts::week::{Held, Taken};
use crate::fault::{Fault, Kind};

impl App {
    /// What the thread that writes says about weeks.
    pub(super) fn week_told(&mut self, told: Told) {
        let Some(weeks) = self.weeks() else { return };
        match told {
            Told::Seen(seen) => {
                weeks.waits = false;
                let below = std::mem::take(&mut weeks.to_receipts);
                match seen {
                    Ok(seen) => weeks.seen = Some(seen),
                    Err(fault) => return self.trouble(&fault),
                }
                if below {
                    self.go_to_receipts();
                }
            }
            Told::Approved(Ok(approved)) => {
                let name = approved.week.name();
                let holds = approved.passed.iter().map(|record| record.findings.len()).sum::<usize>().to_string();
                let args = [("week", week_number(&name)), ("number", &*approved.number), ("holds", &*holds)];
                self.notice = Some(self.words.with("week-approved", &args));
                self.look_at_week(None);
            }
            Told::Exported(Ok(written)) => {
                self.work_over();
                self.exported(&written);
            }
            Told::Taken(Ok(taken)) => self.receipt_taken(&taken),
            Told::Approved(Err(held)) | Told::Exported(Err(held)) => {
                self.work_over();
                self.held(held);
            }
            Told::Taken(Err(fault)) => self.trouble(&fault),
            Told::CardRead(read) => self.card_read(read),
            Told::Receiver(set) => self.receiver_set(set),
            Told::OwnCard(written) => self.card_written(written),
        }
    }

    fn held(&mut self, held: Held) {
        match held {
            Held::Fault(fault) if fault.code == STOPPED => self.notice = Some(self.words.fault(&fault).0),
            Held::Fault(fault) => self.trouble(&fault),
            Held::Holds(records) => {
                let count = records.iter().map(|record| record.findings.len()).sum::<usize>();
                self.notice = Some(self.words.with("tui-week-held", &[("count", &count.to_string())]));
            }
        }
        self.look_at_week(None);
    }

    fn exported(&mut self, written: &Batches) {
        let newest = &written.exported.newest;
        let entries = newest.entries().to_string();
        let name = written.exported.name.to_string();
        let args = [("name", &*name), ("week", week_number(&newest.week)), ("entries", &*entries)];
        let mut said = vec![self.words.with("week-exported", &args)];
        said.extend(written.files.iter().map(|file| self.written(file)));
        for gone in &written.exported.gone {
            let fault = Fault::new(Kind::Data, "E127").with("number", gone);
            said.push(self.words.fault(&fault).0);
        }
        self.card = Some(Card::Told { heading: "tui-week-done", said, top: 0 });
        self.look_at_week(None);
    }

    /// What differs is said on a card; the rest stands below the week, where each line leads to its record.
    fn receipt_taken(&mut self, taken: &Taken) {
        let receipt = &taken.receipt;
        let (n, through) = (receipt.n.to_string(), taken.through.clone().unwrap_or_default());
        let args = [("n", &*n), ("desk", &*receipt.desk), ("week", week_number(&through))];
        let line = self.words.with("desk-receipt", &args);
        if taken.findings.is_empty() {
            self.notice = Some(line);
        } else {
            let mut said = vec![line];
            for finding in &taken.findings {
                let (message, hint) = self.words.finding(finding);
                said.push(format!("{message}. {hint}"));
            }
            self.card = Some(Card::Told { heading: "tui-week-receipt", said, top: 0 });
        }
        if let Some(weeks) = self.weeks() {
            weeks.to_receipts = true;
        }
        self.look_at_week(None);
    }
}
