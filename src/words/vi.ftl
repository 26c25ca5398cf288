# Lời văn của trucban. Mã lỗi: câu thứ nhất nói việc gì xảy ra, .hint nói phải làm gì.

## faults and findings

## field, value, kind names (record)

## cli

## tui

## sync and desk

## demo
