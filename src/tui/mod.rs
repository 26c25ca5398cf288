//! The screens. `app` is the program as a value, `view` turns it into cells; neither touches a terminal, a clock or
//! the logbook.

pub mod app;
pub mod view;
