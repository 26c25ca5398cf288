//! Indicators of a period, read from the logbook. Never writes.
