-- The words of facts, as typed and folded. Holds no text, only where words stand.
CREATE VIRTUAL TABLE search USING fts5 (
    exact, folded,
    content = '', contentless_delete = 1, detail = column, prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 0'
);
