//! What an officer or clerk does, one function each. Rights are checked here and nowhere else.
