# The wording of trucban. A code: the message says what happened, .hint what to do.

## faults and findings

E090 = The program has a fault of its own: { $what }
    .hint = Nothing was changed. Note this line and tell whoever looks after the program.

## field, value, kind names (record)

## cli

## tui

## sync and desk

## demo
