//! What was said about the desk. Only shows it.

use super::super::App;
use super::super::office::{Room, Row};
use super::Told;
use crate::fault::Outcome;

impl App {
    /// What the thread that writes says about the desk.
    pub(in super::super) fn desk_told(&mut self, told: Told) {
        if matches!(&told, Told::Received(Ok(_)) | Told::CardRead(Ok(_)) | Told::OwnCard(Ok(_)) | Told::Sheet(Ok(_))) {
            self.forget_typed();
        }
        match told {
            Told::Posts(seen) => {
                if let (Ok(posts), Some(session)) = (&seen, self.session_mut()) {
                    session.known.posts = posts.iter().map(|one| one.post.clone()).collect();
                }
                let rows = seen.map(|posts| self.post_rows(&posts));
                self.fill_room(Room::Posts, rows);
            }
            Told::Post(seen) => {
                let rows = seen.map(|(story, calendar)| self.story_rows(&story, &calendar));
                self.fill_room(Room::Post, rows);
            }
            Told::Compared(span, seen) => self.compared(span, seen),
            Told::Sheet(written) => self.sheet_written(written),
            Told::Received(run) => self.received(run),
            Told::CardRead(read) => self.post_card_read(read),
            Told::OwnCard(written) => self.card_written(written),
            Told::Done(done) => self.office_done(done),
        }
    }

    /// Rows for a room, if it is still the one that is looked at.
    pub(in super::super) fn fill_room(&mut self, room: Room, rows: Outcome<Vec<Row>>) {
        let Some(office) = self.office_mut().filter(|office| office.room == room) else { return };
        office.waits = false;
        match rows {
            Ok(rows) => office.table.fill(rows, office.wanted.take().as_ref()),
            Err(fault) => self.trouble(&fault),
        }
    }
}
