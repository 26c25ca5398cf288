# Lời văn của trucban. Mã lỗi: câu thứ nhất nói việc gì xảy ra, .hint nói phải làm gì.

## faults and findings

E090 = Chương trình gặp lỗi bên trong: { $what }
    .hint = Không có gì bị thay đổi. Ghi lại dòng trên và báo cho người phụ trách phần mềm.

## field, value, kind names (record)

## cli

## tui

## figures

indicator-none = chưa ghi
indicator-unit-case = vụ
indicator-unit-instance = trường hợp
indicator-unit-person = người
indicator-unit-turn = lượt
indicator-unit-person-turn = lượt người
indicator-unit-vehicle-turn = lượt phương tiện
indicator-unit-minute = phút
indicator-unit-paper = biên bản
indicator-unit-shift = ca
indicator-unit-dong = đồng
indicator-force-police = công an
indicator-force-grassroots = lực lượng bảo vệ ANTT ở cơ sở
indicator-force-militia = dân quân
indicator-force-other = lực lượng khác
indicator-incident-total = Vụ việc tiếp nhận
indicator-incident-group = Vụ việc theo nhóm: { $part }
indicator-incident-category = Vụ việc theo loại: { $part }
indicator-incident-status = Vụ việc theo trạng thái: { $part }
indicator-incident-classification = Vụ việc theo phân loại: { $part }
indicator-incident-outcome = Vụ việc theo kết quả giải quyết: { $part }
indicator-incident-dead = Số người chết
indicator-incident-injured = Số người bị thương
indicator-incident-loss-vnd = Thiệt hại tài sản
indicator-incident-recovered-vnd = Tài sản thu hồi
indicator-patrol-total = Tuần tra đã thực hiện
indicator-patrol-cancelled = Tuần tra bị hủy
indicator-patrol-people = { $part ->
        [none] Người tham gia tuần tra
       *[other] Người tham gia tuần tra: { $part }
    }
indicator-patrol-duration = Thời gian tuần tra
indicator-patrol-observations = Sơ hở phát hiện khi tuần tra
indicator-patrol-people-checked = Người được kiểm tra khi tuần tra
indicator-patrol-vehicles-checked = Phương tiện được kiểm tra khi tuần tra
indicator-patrol-minutes-written = Biên bản lập khi tuần tra
indicator-patrol-reminders = Nhắc nhở khi tuần tra
indicator-patrol-cases-found = Vụ việc phát hiện qua tuần tra
indicator-patrol-fines-vnd = Tiền xử phạt qua tuần tra
indicator-shift-total = Ca trực đã mở
indicator-shift-closed = Ca trực đã kết thúc

## sync and desk

## demo
