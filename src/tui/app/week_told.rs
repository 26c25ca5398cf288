//! What was said about weeks: seen, approved, exported, acknowledged, held, stopped. Only shows it.

use super::App;
use super::cards::Card;
use super::week::{Batches, Told};
use super::work::STOPPED;
use crate::acts::week::{Held, Taken};
use crate::fault::{Fault, Kind};
use crate::text::clean;

impl App {
    /// What the thread that writes says about weeks.
    pub(super) fn week_told(&mut self, told: Told) {
        let Some(weeks) = self.weeks() else { return };
        match told {
            Told::Seen(seen) => {
                weeks.waits = false;
                match seen {
                    Ok(seen) => weeks.seen = Some(seen),
                    Err(fault) => self.trouble(&fault),
                }
            }
            Told::Approved(Ok(approved)) => {
                let holds = approved.passed.iter().map(|record| record.findings.len()).sum::<usize>().to_string();
                let args = [("week", &*approved.week.name()), ("number", &*approved.number), ("holds", &*holds)];
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
        let args = [("name", &*name), ("week", &*newest.week), ("entries", &*entries)];
        let mut said = vec![self.words.with("week-exported", &args)];
        said.extend(written.files.iter().map(|file| self.written(file)));
        for gone in &written.exported.gone {
            let fault = Fault::new(Kind::Data, "E127").with("number", gone);
            said.push(self.words.fault(&fault).0);
        }
        self.card = Some(Card::Told { heading: "tui-week-done", said, top: 0 });
        self.look_at_week(None);
    }

    fn receipt_taken(&mut self, taken: &Taken) {
        let receipt = &taken.receipt;
        let (n, through) = (receipt.n.to_string(), taken.through.clone().unwrap_or_default());
        let mut said = vec![self.words.with("desk-receipt", &[("n", &n), ("desk", &receipt.desk), ("week", &through)])];
        said.extend(taken.findings.iter().map(|finding| self.words.finding(finding).0));
        for item in &receipt.items {
            let number = item.number.map(|number| number.to_string()).unwrap_or_default();
            let result = if crate::sync::check::RESULTS.contains(&&*item.result) {
                self.words.get(&format!("result-{}", item.result)).to_owned()
            } else {
                clean::shown(&item.result)
            };
            said.push(self.words.with("tui-week-batch-result", &[("number", &number), ("result", &result)]));
        }
        for request in &receipt.requests {
            said.push(self.words.with("tui-week-request", &[("text", &clean::shown(&request.text))]));
        }
        self.card = Some(Card::Told { heading: "tui-week-receipt", said, top: 0 });
        self.look_at_week(None);
    }
}
