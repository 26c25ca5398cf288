# The wording of trucban. A code: the message says what happened, .hint what to do.

## faults and findings

## field, value, kind names (record)

## cli

## tui

## sync and desk

## demo
