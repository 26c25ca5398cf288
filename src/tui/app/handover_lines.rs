//! What the handover's screen says, as text for a width: its matters one by one, how the shift stands, the sheet, and
//! what is to be done next.

use super::lines::{Line, Tone, capital, facts, tiny};
use super::{App, Session};
use crate::acts::shift::{HandoverItem, Role, Signature};
use crate::logbook::Record;
use crate::record::{Kind, when};
use crate::text::{clean, wrap};
use crate::tui::command::{COMMANDS, Id, Place, cap};

/// The fields of a shift that are looked at when it is handed over.
const FACTS: &[&str] =
    &["commander", "officers", "present", "absent", "orders", "equipment", "persons_held", "property_held", "remarks"];

/// Columns of the matters where the shift stands beside them.
#[must_use]
pub const fn items_width(width: usize) -> usize {
    width * 11 / 20
}

impl App {
    /// How a matter reads: its number or sort, what it is, where.
    #[must_use]
    pub fn matter(&self, item: &HandoverItem) -> String {
        let name = match item.number.as_deref() {
            Some(number) => tiny(number),
            None => format!("{}:", capital(self.words.get(&item.sort.id()))),
        };
        let area = item.area.as_deref().map(|code| format!(" · {}", clean::shown(code))).unwrap_or_default();
        format!("{name} {}{area}", clean::shown(&item.title))
    }

    /// Columns that the shift's own lines have.
    fn shift_width(&self) -> usize {
        let width = usize::from(self.size.0);
        let columns = if self.is_wide() { width - items_width(width) - 3 } else { width.saturating_sub(3) };
        columns.max(8)
    }

    /// How the shift stands: strength, equipment, orders, signatures, where the journal stands.
    #[must_use]
    pub fn shift_lines(&self) -> Vec<Line> {
        let Some(session) = self.session() else { return Vec::new() };
        let Some(page) = session.handover() else { return Vec::new() };
        let width = self.shift_width();
        let mut lines = vec![line(Tone::Head, self.words.get("tui-handover-shift"))];
        lines.extend(facts(self, &session.known, (Kind::Shift, &page.shown.shift.data), FACTS, width));
        lines.push(line(Tone::Head, self.words.get("sheet-signatures")));
        if page.shown.signatures.is_empty() {
            lines.push(line(Tone::Quiet, self.words.get("tui-handover-unsigned")));
        }
        for signature in &page.shown.signatures {
            said(&mut lines, Tone::Pair, &self.signature(session, signature), width);
            if signature.changed {
                said(&mut lines, Tone::Gone, self.words.get("sheet-changed"), width);
            }
        }
        said(&mut lines, Tone::Quiet, &self.words.with("tui-board-head", &[("head", &page.shown.head)]), width);
        if let (true, Some((_, file))) = (page.shown.is_closed(), &page.shown.backup) {
            said(&mut lines, Tone::Quiet, &self.words.with("tui-closed-backup", &[("file", file)]), width);
        }
        lines
    }

    fn signature(&self, session: &Session, signature: &Signature) -> String {
        let role = self.words.get(&signature.role.id()).to_owned();
        let name = session.known.officer_name(&signature.officer.to_string()).unwrap_or_default();
        format!("{role}: {} · {} · {}", clean::shown(&name), when::shown(signature.at), signature.of.short())
    }

    /// The sheet as rows of the window.
    #[must_use]
    pub fn sheet_lines(&self) -> Vec<String> {
        let sheet = self.session().and_then(Session::handover).and_then(|page| page.sheet.as_ref());
        let (Some(sheet), width) = (sheet, usize::from(self.size.0).max(8)) else { return Vec::new() };
        let cut = |text: &str| -> Vec<String> {
            let rows = wrap::lines(text, width).into_iter();
            rows.map(|row| text.get(row).unwrap_or_default().trim_end().to_owned()).collect()
        };
        sheet.text.lines().flat_map(cut).collect()
    }

    /// The heading: which shift, since when, how strong; and how much is answered.
    #[must_use]
    pub fn handover_heading(&self) -> (String, String) {
        let Some(shown) = self.session().and_then(Session::handover).map(|page| &page.shown) else {
            return (String::new(), String::new());
        };
        let number = tiny(&shown.shift.row.number);
        let data = &shown.shift.data;
        let heading = if let Some(at) = data.when("ended_at") {
            self.words.with("tui-handover-closed", &[("number", &number), ("at", &self.hour(at))])
        } else {
            let at = data.when("started_at").or_else(|| data.when("planned_start")).unwrap_or(shown.shift.row.at);
            let (at, present) = (self.hour(at), present(&shown.shift));
            self.words.with("tui-handover-head", &[("number", &number), ("at", &at), ("present", &present)])
        };
        let (all, left) = (shown.items.len(), shown.left());
        let args = [("done", &*(all - left).to_string()), ("all", &*all.to_string()), ("left", &*left.to_string())];
        let counts = if all == 0 { String::new() } else { self.words.with("tui-handover-counts", &args) };
        (heading, counts)
    }

    /// What is to be done next, and with which key.
    #[must_use]
    pub fn handover_next(&self) -> String {
        let Some(shown) = self.session().and_then(Session::handover).map(|page| &page.shown) else {
            return String::new();
        };
        let signed = |role| shown.signed(role).is_some();
        let next = match (shown.is_closed(), shown.left()) {
            (true, _) if signed(Role::Commander) => "tui-handover-complete",
            (true, _) => "tui-handover-countersign",
            (false, 1..) => "tui-handover-answer",
            (false, 0) if signed(Role::Incoming) => "tui-handover-close",
            (false, 0) if shown.incoming().is_some() => "tui-handover-sign-again",
            (false, 0) => "tui-handover-sign",
        };
        let keys = [("accept", Id::Accept), ("query", Id::Query), ("sign", Id::Sign), ("close", Id::CloseShift)];
        let caps = keys.map(|(name, id)| (name, key_of(id)));
        let args: Vec<(&str, &str)> = caps.iter().map(|(name, key)| (*name, key.as_str())).collect();
        self.words.with(next, &args)
    }
}

/// The strength of a shift; `none` when nobody has counted it.
#[must_use]
pub fn present(shift: &Record) -> String {
    shift.data.get("present").as_u64().map_or_else(|| "none".to_owned(), |present| present.to_string())
}

/// The key of a command of this screen.
fn key_of(id: Id) -> String {
    let row = COMMANDS.iter().find(|command| command.id == id && command.works(Place::Handover));
    row.and_then(|command| command.keys.first()).map(|key| cap(*key)).unwrap_or_default()
}

fn line(tone: Tone, text: &str) -> Line {
    Line { tone, label: String::new(), text: text.to_owned() }
}

fn said(lines: &mut Vec<Line>, tone: Tone, text: &str, width: usize) {
    let rows = wrap::lines(text, width).into_iter();
    lines.extend(rows.map(|row| line(tone, text.get(row).unwrap_or_default().trim_end())));
}
