//! What leaves the logbook for people to read, in words instead of codes. Says nothing about rights, writes no file.

pub mod access;
pub mod campaign;
pub mod clock;
pub mod figures;
pub mod list;
pub mod names;
pub mod paper;
pub mod register;
pub mod sheet;
pub mod signals;
