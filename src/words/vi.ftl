# Lời văn của trucban. Mã lỗi: câu thứ nhất nói việc gì xảy ra, .hint nói phải làm gì.

## faults and findings

E090 = Chương trình gặp lỗi bên trong: { $what }
    .hint = Không có gì bị thay đổi. Ghi lại dòng trên và báo cho người phụ trách phần mềm.

## field, value, kind names (record)

## cli

## tui

## sync and desk

## demo
