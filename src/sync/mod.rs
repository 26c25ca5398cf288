//! The weekly batch: pack, check, seal, open, receipts and cards.
