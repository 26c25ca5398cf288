//! What SQLite says, as faults; and the few conversions that every query needs.

use rusqlite::{Error, ErrorCode, OptionalExtension as _};
use uuid::Uuid;

use crate::fault::{Fault, Kind, Outcome};

/// The fault that a database error means to the user.
pub fn fault(error: Error) -> Fault {
    let code = error.sqlite_error_code();
    let fault = match code {
        Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::ReadOnly) => {
            Fault::new(Kind::Disk, "E040")
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Fault::new(Kind::Busy, "E044"),
        Some(ErrorCode::OperationInterrupted) => Fault::new(Kind::Busy, "E044").with("interrupted", true),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Fault::new(Kind::Data, "E043"),
        _ => Fault::new(Kind::Bug, "E090").with("what", &error),
    };
    fault.because(error)
}

/// A row that need not be there.
pub fn optional<T>(found: rusqlite::Result<T>) -> Outcome<Option<T>> {
    found.optional().map_err(fault)
}

/// An id as it is stored.
pub fn blob(id: &Uuid) -> [u8; 16] {
    *id.as_bytes()
}

/// A number as it is stored; journals and counters never come near the limit.
pub fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A stored number, which is never negative.
pub fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}
