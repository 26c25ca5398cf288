# Lời văn của trucban. Mã lỗi: câu thứ nhất nói việc gì xảy ra, .hint nói phải làm gì.

## faults and findings

# Tệp và dòng đưa vào
E001 = Không đọc được JSON, hỏng từ cột { $column }
    .hint = Mỗi dòng phải là một đối tượng JSON trọn vẹn, dạng { "{" }"khóa": giá trị{ "}" }. Xem lại dấu phẩy, ngoặc kép, ngoặc nhọn quanh chỗ đó.
E002 = Không phải văn bản UTF-8, sai từ byte thứ { $at }
    .hint = Lưu lại tệp bằng bảng mã UTF-8 (trong Notepad: Save as, Encoding UTF-8) rồi nạp lại.
E003 = { $line ->
        [none] Mã tham chiếu “{ $id }” đã ghi ở { $record } với nội dung khác
       *[other] Mã tham chiếu “{ $id }” đã có ở dòng { $line } của tệp này với nội dung khác
    }
    .hint = { $line ->
        [none] Bản đã ghi không bị đè. Nếu cần sửa thì dùng: trucban amend { $record } TỆP --why "lý do"
       *[other] Chỉ giữ một trong hai dòng, hoặc đặt mã tham chiếu khác cho một dòng.
    }
E004 = Không có trường “{ $key }”
    .hint = { $near ->
        [none] Bỏ trường này đi; danh sách trường có trong sách hướng dẫn.
       *[other] Có phải là “{ $near }”? Sửa lại tên trường hoặc bỏ nó đi.
    }
E005 = Trường “{ $key }” ghi hai lần trong cùng một chỗ
    .hint = Chỉ giữ lại một giá trị đúng rồi nạp lại.
E006 = { $max ->
        [none] Nội dung lồng nhau quá nhiều lớp
       *[other] Nội dung quá lớn: mỗi bản ghi nhiều nhất { $max } KB
    }
    .hint = Rút gọn nội dung, hoặc tách thành nhiều bản ghi, ghi chú.
E007 = Còn thiếu “{ $key }”
    .hint = Điền mục này rồi lưu lại.
E008 = “{ $value }” không dùng được ở mục này
    .hint = { $near ->
        [none] { $values ->
            [none] Xem lại kiểu giá trị: số nguyên, ngày giờ (2026-11-23T19:20:00+07:00), true/false, hay mã trong danh mục.
           *[other] Chọn một trong các mã: { $values }
        }
       *[other] Có phải là “{ $near }”? Chọn một mã trong danh mục.
    }
E009 = Loại bản ghi “{ $kind }” không ghi theo cách này
    .hint = Xem các loại đưa vào được bằng: trucban add --help. Cán bộ thì dùng trucban officer; tuần báo cáo do duyệt tuần lập ra.
E010 = { $record } vừa được sửa ở một cửa sổ khác
    .hint = Chưa ghi gì cả. Xem bản mới nhất, đối chiếu với phần đang sửa rồi lưu lại.
E011 = Không có bản ghi { $record }
    .hint = Xem lại số (dạng VV-2026-000123): tìm trong nhật ký (F7), hoặc: trucban list --query "..."
E012 = { $record } đã hủy, không ghi thêm được
    .hint = Nếu hủy nhầm thì lập bản ghi mới và nêu số cũ trong ghi chú.
E013 = Sửa hoặc hủy phải có lý do
    .hint = Ghi lý do ngắn gọn, ví dụ “gõ nhầm số nhà”; ở dòng lệnh là --why "..."
E014 = Xem thông tin cá nhân phải có lý do
    .hint = Ghi lý do, ví dụ “gọi lại cho người báo tin”; ở dòng lệnh là --why "...". Mỗi lần xem đều được ghi lại.
E015 = Tìm người thì cần ít nhất một từ có hai chữ
    .hint = Gõ tên, số điện thoại, biển số hoặc địa chỉ. Mỗi lần tìm đều được ghi lại.
E016 = Chưa có khu dân cư “{ $value }”
    .hint = Xem, thêm ở trang Quản lý (Ctrl+A); ở dòng lệnh: trucban area list, trucban area add "{ $value }"
E017 = Thời điểm { $at } còn ở phía trước
    .hint = Xem lại ngày giờ vừa nhập, và đồng hồ của máy.
E018 = Dài quá { $max } ký tự
    .hint = Rút gọn lại; chi tiết ghi ở diễn biến hoặc ghi chú.
E019 = Mã khu dân cư “{ $code }” đã có
    .hint = Xem danh sách bằng: trucban area list; nếu là khu khác thì đặt mã khác bằng --code

# Người dùng, quyền, sổ trực
E020 = Sai mật khẩu
    .hint = Gõ lại, để ý phím Caps Lock và bộ gõ tiếng Việt. Quên mật khẩu thì nhờ chỉ huy đặt lại, hoặc dùng giấy khôi phục.
E021 = { $role ->
        [officer] Cán bộ trực
        [commander] Chỉ huy
        [clerk] Cán bộ tiếp nhận
       *[auditor] Người kiểm tra
    } không được làm việc này: { $right ->
        [read] xem sổ
        [reveal] xem thông tin cá nhân
        [read-access] xem nhật ký truy cập
        [write] ghi sổ
        [oversee] sửa, hủy bản ghi của người khác hoặc của ca cũ, duyệt và gửi tuần
        [manage] quản lý cán bộ, khu dân cư, cài đặt, khóa
       *[desk] nhận gói của các đơn vị
    }
    .hint = { $right ->
        [desk] Việc này làm ở sổ của đơn vị nhận, do cán bộ tiếp nhận đăng nhập.
        [write] Nhờ cán bộ trực ghi; đơn vị nhận và người kiểm tra không ghi vào sổ.
       *[other] Nhờ chỉ huy (ở đơn vị nhận: cán bộ tiếp nhận) đăng nhập và làm.
    }
E022 = Không có cán bộ “{ $name }”
    .hint = Xem danh sách bằng: trucban officer list. Khi đăng nhập, ghi đúng tên hoặc tên đăng nhập (tên tệp trong thư mục keys).
E023 = Không có sổ trực ở { $folder }
    .hint = Chỉ đúng thư mục bằng --logbook, hoặc lập sổ mới bằng: trucban init
E024 = Thư mục { $folder } không trống
    .hint = Chọn một thư mục mới hoặc thư mục trống.
E025 = Mật khẩu quá ngắn: ít nhất { $min } ký tự
    .hint = Một câu dễ nhớ gồm vài từ là tốt nhất; có dấu, có khoảng trắng đều được.
E026 = Sổ trực này do phiên bản mới hơn tạo ra (bản { $version }, máy này biết đến bản { $known })
    .hint = Cài bản trucban mới hơn rồi mở lại. Sổ không bị thay đổi gì.
E027 = Tệp khóa trong thư mục keys bị hỏng hoặc không mở được sổ này
    .hint = Chép lại thư mục keys từ bản sao lưu, hoặc mở bằng giấy khôi phục.
E028 = Sổ trực đang mở ở cửa sổ khác
    .hint = Đóng các cửa sổ trucban khác rồi làm lại.
E029 = Sổ này có nhiều cán bộ: { $names }
    .hint = Cho biết ai đang làm bằng --officer TÊN hoặc TRUCBAN_OFFICER.
E030 = { $name }: “{ $value }” không dùng được
    .hint = Giá trị dùng được: { $values }

# Đĩa và tệp
E040 = Đĩa không ghi hoặc không đọc được, chưa lưu
    .hint = Xem đĩa có đầy hoặc lỏng dây không, rồi lưu lại. Những gì đã báo “đã lưu” vẫn còn nguyên.
E041 = Không có, hoặc không đọc được: { $file }
    .hint = Xem lại tên tệp hay thư mục, USB đã cắm và mở chưa, và quyền đọc.
E042 = Không ghi được { $file }
    .hint = Xem đĩa còn chỗ không, thư mục có cho ghi không, rồi làm lại.
E043 = Tệp logbook.db bị hỏng hoặc không phải của khóa này
    .hint = Đừng ghi thêm. Chạy: trucban doctor; rồi khôi phục từ bản sao lưu mới nhất bằng: trucban restore
E044 = Sổ trực đang bận vì cửa sổ khác đang ghi
    .hint = Đợi một lát rồi làm lại; chưa ghi gì cả.
E045 = Chuỗi nhật ký đứt ở dòng { $seq }: có dòng bị sửa, mất hoặc chèn vào
    .hint = Đừng ghi thêm. Giữ nguyên thư mục, báo chỉ huy và chạy: trucban doctor
E046 = { $file } không phải bản sao lưu nguyên vẹn của trucban
    .hint = Dùng một bản sao lưu khác; bản cũ nằm trong thư mục backups và trên USB.
E047 = Bản sao lưu { $file } bị hỏng bên trong: { $what }
    .hint = Dùng một bản sao lưu khác. Thư mục mới chưa được tạo.
E048 = Tệp { $file } quá lớn, nhiều nhất { $max } MB
    .hint = Xem lại có đúng tệp không, hoặc tách thành nhiều tệp.
E049 = Đã có tệp { $file }
    .hint = Chương trình không ghi đè tệp. Đặt tên khác.

# Gọi lệnh
E050 = Chưa có mật khẩu
    .hint = Ghi mật khẩu vào dòng đầu một tệp rồi chỉ tệp đó bằng --password-file hoặc TRUCBAN_PASSWORD_FILE.
E052 = Hai lần gõ mật khẩu không giống nhau
    .hint = Làm lại và gõ chậm hơn; chưa có gì thay đổi.
E053 = Còn thiếu { $name }
    .hint = Thêm vào lệnh rồi chạy lại; xem cách dùng bằng: trucban LỆNH --help
E054 = Lệnh chưa đúng: { $what }
    .hint = Xem cách dùng bằng: trucban --help, hoặc trucban LỆNH --help

# Màn hình và cửa sổ dòng lệnh
E055 = Đĩa không đủ chỗ để đổi khóa: cần { $needed } MB, còn { $room } MB
    .hint = Dọn bớt tệp trên đĩa rồi làm lại; chưa có gì thay đổi.
E056 = Không thể tự khóa tài khoản của chính mình
    .hint = Nhờ một chỉ huy khác làm việc này, để luôn còn người vào được sổ.
E057 = { $record } đang được giữ, không xóa được
    .hint = Nếu chắc chắn phải xóa thì bỏ lệnh giữ trước: trucban hold remove { $record }
E058 = Không có thư mục { $folder }
    .hint = Xem lại tên thư mục, USB đã cắm và mở chưa. Thư mục không được tự tạo, kẻo tệp lại nằm chung đĩa với sổ.
E059 = Bảng tính .xlsx chỉ ghi được đến { $max } dòng
    .hint = Thu hẹp danh sách theo thời gian, đơn vị hoặc loại; hoặc ghi ra tệp .csv, không giới hạn số dòng.
E081 = Không dùng được cửa sổ dòng lệnh này để hiện màn hình
    .hint = Đóng cửa sổ, mở cửa sổ mới rồi chạy lại.
E082 = Bản nháp cuối chưa kịp ghi xuống đĩa
    .hint = Có thể một cửa sổ khác đang bận. Hãy mở lại và xem bản nháp còn đến đâu.
E083 = Đã dừng theo yêu cầu. Không có gì dở dang.
    .hint = Muốn tiếp tục thì làm lại đúng việc ấy.

E090 = Chương trình gặp lỗi bên trong: { $what }
    .hint = Không có gì bị thay đổi. Ghi lại dòng trên và báo cho người phụ trách phần mềm.
E091 = Chương trình dừng vì lỗi của chính nó ({ $place })
    .hint = Những gì đã gõ được giữ thành bản nháp và sẽ hiện lại ở lần mở sau. Hãy ghi dòng trên và báo người phụ trách phần mềm.
E092 = Chương trình dừng vì lỗi của chính nó ({ $place }), những chữ cuối chưa giữ được
    .hint = Hãy mở lại; bản nháp giữ được gần nhất sẽ hiện ra. Hãy ghi dòng trên và báo người phụ trách phần mềm.

# Gói tuần, đơn vị nhận
E101 = Tệp lớn quá mức cho phép
    .hint = Gói tuần không bao giờ lớn như vậy. Xem lại có đúng tệp đơn vị gửi không.
E102 = { $why ->
        [none] Thiếu tệp chữ ký .sig nằm cạnh gói
       *[other] Chữ ký không đúng: tệp gói hoặc tệp .sig bị hỏng hay bị sửa
    }
    .hint = Chép lại cả tệp gói và tệp .sig cùng tên. Vẫn sai thì gọi điện hỏi đơn vị gửi, không nhận tệp này.
E103 = Chưa biết đơn vị đã ký gói này
    .hint = Lấy thẻ của đơn vị, đọc đối chiếu dấu vân khóa qua điện thoại, rồi: trucban desk trust THẺ
E104 = Khóa ký đã bị thu hồi
    .hint = Không nhận. Gọi cho đơn vị, lấy thẻ mới của họ, đọc đối chiếu dấu vân khóa rồi: trucban desk trust THẺ
E105 = Tệp này không gửi cho đơn vị mình
    .hint = Trả lại cho người mang đến, hoặc hỏi đơn vị gửi xem đã chọn đúng đơn vị nhận chưa.
E106 = Không giải mã được, tệp hỏng
    .hint = Chép lại từ bản gốc; nếu vẫn hỏng thì nhờ đơn vị gửi xuất lại.
E107 = Gói bên trong không đúng dạng tar quy định
    .hint = Nhờ đơn vị gửi xuất lại gói.
E108 = Chữ ký bên trong gói không đúng
    .hint = Không nhận gói này. Báo cho đơn vị gửi.
E109 = Nội dung gói không khớp bảng kê
    .hint = Nhờ đơn vị gửi xuất lại gói.
E110 = Tờ khai của gói (batch.json) không đúng
    .hint = Nhờ đơn vị gửi xuất lại gói; nếu vẫn thế thì báo người phụ trách phần mềm.
E111 = Gói thuộc phiên bản mới mà máy này chưa đọc được
    .hint = Cài bản trucban mới hơn rồi nhận lại.
E112 = Một dòng nhật ký sai ở “{ $key }”
    .hint = Nhờ đơn vị gửi xuất lại gói; nếu là sổ của mình thì chạy: trucban doctor
E113 = Chuỗi nhật ký đứt ở dòng { $seq }
    .hint = Có dòng bị sửa, mất hoặc chèn vào. Nhờ đơn vị gửi xuất lại; nếu là sổ của mình thì chạy: trucban doctor
E114 = Một tờ nội dung không khớp với nhật ký
    .hint = Nhờ đơn vị gửi xuất lại gói; nếu là sổ của mình thì chạy: trucban doctor
E115 = Một bản ghi trong gói trái quy tắc lập, sửa
    .hint = Không nhận gói này. Báo cho đơn vị gửi và người phụ trách phần mềm.
E116 = Gói này có trước gói số { $number }, mà đơn vị nhận bắt đầu nhận từ gói đó
    .hint = Không cần làm gì: đơn vị nhận này chỉ giữ từ gói đó trở đi. Gói cũ nằm ở đơn vị nhận trước.
E120 = Còn thiếu gói { $missing } của { $unit }, gói này được giữ lại
    .hint = Xin đơn vị gửi các gói còn thiếu; khi nhận đủ, gói này tự được nhập.
E121 = Nhật ký của { $unit } rẽ nhánh sau dòng { $seq }: gói số { $first } đến trước, gói số { $other } kể khác
    .hint = Gói đến trước được giữ, gói này để riêng. Gọi cho đơn vị gửi: họ cần mở nhật ký mới.
E122 = Chưa chọn đơn vị nhận
    .hint = Lấy thẻ của đơn vị nhận, đọc đối chiếu dấu vân khóa qua điện thoại, rồi nhận thẻ ở trang Tuần (F9, Ctrl+T), hoặc: trucban receiver THẺ
E123 = Tệp này không phải thẻ đơn vị, sai ở dòng “{ $line }”
    .hint = Xin lại thẻ; đơn vị kia tạo thẻ bằng: trucban card
E124 = Dấu vân khóa không khớp: trên thẻ là { $found }
    .hint = Không nhận thẻ này. Gọi cho đơn vị kia, đọc lại từng ký tự.
E125 = Đơn vị { $unit } đã được công nhận với một khóa khác
    .hint = Nếu đơn vị thật sự đã đổi khóa thì khóa mới đến trong gói tuần của họ. Gọi điện hỏi trước khi làm gì tiếp.
E126 = Biên nhận không dùng được: { $what }
    .hint = Xin đơn vị nhận chép lại biên nhận và tệp .sig; nếu vẫn thế thì gọi điện hỏi lại.
E127 = Không làm lại được gói số { $number }: nội dung không còn đủ
    .hint = Gói đã gửi vẫn có giá trị. Nếu không có gì vừa bị xóa theo quy định thì chạy: trucban doctor
E128 = Không có gói số { $number }
    .hint = Xem các gói đã gửi bằng: trucban week list

# Nhật ký
W001 = Đồng hồ máy lệch so với lần ghi trước
    .hint = Xem lại ngày giờ của máy; nếu sai thì chỉnh lại. Giờ đã ghi vẫn giữ nguyên.
W002 = Chưa mở ca trực
    .hint = Bản ghi vẫn được lưu. Mở ca bằng phím F6, hoặc: trucban shift open

# Vụ việc
E129 = Việc này chỉ làm ở { $place ->
        [desk] đơn vị nhận
       *[other] đơn vị cơ sở
    }
    .hint = Mở đúng sổ bằng --logbook rồi làm lại.
W130 = Biên nhận xác nhận đến dòng { $seq }, sổ này mới có đến { $have }
    .hint = Sổ này thiếu phần đã gửi (có thể do khôi phục bản cũ). Vẫn ghi tiếp được; phần thiếu lấy lại từ các gói đã gửi: trucban batch import THƯ_MỤC --identity TỆP_GIẤY. Nếu sau bản sao lưu đã đổi khóa ký thì lập khóa mới: trucban card --new-key --revoked
E131 = Đơn vị nhận đang giữ một dòng { $seq } khác với sổ này
    .hint = Nhật ký đã rẽ nhánh: có hai bản sổ cùng ghi tiếp. Gọi cho đơn vị nhận, thống nhất dùng bản nào, rồi ở bản đó: Ctrl+A, Quyển nhật ký, Ctrl+N (hoặc trucban journal new --why "LÝ DO")
E132 = Còn { $count } điều phải sửa trước khi gửi
    .hint = Sửa từng bản ghi nêu trên, hoặc chỉ huy duyệt kèm lý do; ở dòng lệnh là --despite "LÝ DO"
W133 = Đơn vị đã xóa nội dung này theo quy định; đơn vị nhận còn giữ bản của mình
    .hint = Bản ghi đang được giữ ở đơn vị nhận. Hết lý do giữ thì bỏ giữ: trucban hold remove
E134 = Chưa công nhận đơn vị nào có mã “{ $unit }”
    .hint = Xem các đơn vị bằng: trucban desk posts. Đơn vị mới thì nhận thẻ của họ trước: trucban desk trust THẺ
E135 = Đã nhận gói của { $unit } rồi, không đặt lại được gói bắt đầu
    .hint = Chỉ đặt gói bắt đầu khi chưa nhận gói nào của đơn vị.
W136 = Một phiên bản của bản ghi này không có nội dung kèm theo
    .hint = Nếu đã xóa theo quy định thì lệnh xóa đi trong gói sau, không cần làm gì. Nếu không thì ở đơn vị lập bản ghi chạy: trucban doctor
E137 = Gói số { $number } bắt đầu từ dòng { $first }, sổ này mới có đến dòng { $have }
    .hint = Đưa cả các gói trước đó vào cùng một lệnh: trucban batch import THƯ_MỤC --identity TỆP_GIẤY
E138 = Chưa biết dòng nào là dòng chung cuối cùng với đơn vị nhận
    .hint = Nhập biên nhận mới nhất của đơn vị nhận (trucban receipt TỆP) rồi mở nhật ký mới lại.
E139 = Gói này thuộc một nhật ký không có trong sổ này
    .hint = Chỉ lấy lại được gói do chính sổ này, hoặc bản trước khi khôi phục của nó, đã gửi.
E140 = Từ dòng { $seq }, gói này khác với nhật ký của sổ
    .hint = Không lấy gì từ gói này. Nếu sổ là bản sao được chép lại thì mở nhật ký mới trước: trucban journal new --why "LÝ DO"
E200 = Giờ kết thúc trước giờ bắt đầu
    .hint = Xem lại hai mốc xảy ra từ và đến.
E201 = Nhận tin trước khi sự việc xảy ra
    .hint = Xem lại giờ nhận tin và giờ xảy ra.
W202 = Thu hồi nhiều hơn thiệt hại
    .hint = Xem lại hai số tiền; nếu đúng thì để nguyên.
W206 = Cùng khu dân cư, cùng loại với một vụ trong vòng một giờ
    .hint = Xem có ghi trùng không; nếu trùng thì hủy một bản, nếu không thì để nguyên.
W207 = Loại “Khác” quá nhiều: { $other } trong { $all } vụ
    .hint = Xem lại, nhiều vụ có thể xếp vào loại đúng hơn.
E203 = Kết quả có trước lúc nhận tin
    .hint = Xem lại giờ có kết quả và giờ nhận tin.
H204 = Đã kết thúc nhưng chưa phân loại hoặc chưa ghi kết quả
    .hint = Điền phân loại và kết quả trước khi gửi tuần, hoặc chỉ huy cho qua kèm lý do.
H205 = Loại “Khác” mà chưa ghi nội dung
    .hint = Ghi rõ sự việc ở mục diễn biến, hoặc chọn loại đúng hơn.
E208 = Kết quả “khác” thì phải ghi rõ
    .hint = Điền mục nội dung kết quả.

# Tuần tra, ca trực
E300 = Giờ về trước giờ đi
    .hint = Xem lại giờ bắt đầu và giờ kết thúc tuần tra.
W301 = { $count } lượt tuần tra liền không ghi sơ hở nào
    .hint = Nhắc tổ tuần tra ghi những gì thấy: đèn hỏng, cửa không khóa, lấn chiếm…
E302 = { $record }: { $state ->
        [planned] tuần tra chưa đi
        [active] tuần tra đang đi rồi
        [done] tuần tra đã xong
       *[other] tuần tra đã hủy
    }
    .hint = Xem lại tình trạng của lượt tuần tra; cần sửa thì sửa bản ghi kèm lý do.
E303 = { $record } không có sơ hở này
    .hint = Danh sách sơ hở có thể vừa được sửa ở cửa sổ khác. Mở lại rồi chọn.
E304 = Sơ hở này đã lập vụ việc { $record }
    .hint = Mở vụ việc đó và ghi tiếp vào đó.
E400 = Giờ hết ca trước giờ vào ca
    .hint = Xem lại giờ bắt đầu và giờ kết thúc ca trực.
E401 = Đang có một ca mở
    .hint = Đóng ca đó trước bằng phím F6, hoặc: trucban shift close
E402 = Không có ca nào đang mở
    .hint = Mở ca bằng phím F6, hoặc: trucban shift open
W403 = Ca đã đóng nhưng chưa sao lưu được
    .hint = Xem đĩa còn chỗ không, rồi sao lưu ở trang Quản lý (Ctrl+A), hoặc: trucban backup TỆP
E404 = Còn { $count } việc đang mở chưa được trả lời khi giao ca, trước hết là { $item ->
        [incident] vụ việc { $first }
        [order] mệnh lệnh “{ $first }”
        [fault] trang bị hỏng “{ $first }”
        [person_held] số người đang tạm giữ ({ $first })
        [property] tài sản đang giữ ({ $first })
       *[other] “{ $first }”
    }
    .hint = Mỗi việc phải được người nhận ca nhận hoặc hỏi lại. Chỉ huy có thể đóng ca mà chưa trả lời hết, khi ghi rõ lý do.
E405 = { $name } không thể tự giao ca cho mình
    .hint = Người nhận ca là một cán bộ khác, ký bằng mật khẩu của mình.
E406 = Hỏi lại thì phải ghi hỏi điều gì
    .hint = Ghi ngắn gọn điều cần hỏi vào mục lưu ý của việc đó.
E407 = { $count } việc là quá nhiều cho một lần giao ca
    .hint = Kết thúc hoặc chuyển các vụ việc đã giải quyết xong rồi giao lại. Cần đóng ca ngay thì chỉ huy đóng kèm lý do, không phải trả lời từng việc.

# Phong trào, vận động quần chúng
E500 = Phản hồi trước khi nhận tin
    .hint = Xem lại giờ nhận tin và giờ phản hồi.
W501 = Tin ghi là không có giá trị mà vẫn gắn với một vụ việc
    .hint = Xem lại giá trị của tin, hoặc bỏ số vụ việc.
W502 = Chưa ghi số người dự
    .hint = Hỏi người chủ trì rồi điền số lượt người; không ai dự thì ghi rõ ở mục kết quả.
W503 = Chưa ghi kết quả buổi tuyên truyền
    .hint = Ghi một câu: bà con hỏi gì, cam kết gì, việc gì cần làm tiếp.
W504 = Nội dung giống hệt bản ghi ngày { $at }
    .hint = Ghi lại cho đúng buổi này; nếu ghi trùng thì hủy một bản.
E505 = Số đang hoạt động nhiều hơn tổng số ({ $total })
    .hint = Xem lại hai số.
W506 = Ghi là đang hoạt động mà chỉ có { $working } trong { $total } còn dùng được
    .hint = Báo sửa chữa, hoặc đổi tình trạng thành “hoạt động yếu” cho đúng thực tế.
E507 = Kiểm tra trước ngày thành lập
    .hint = Xem lại ngày thành lập và ngày kiểm tra.
E508 = Ngày kết thúc trước ngày bắt đầu
    .hint = Xem lại hai ngày.
E509 = Số đã tập huấn nhiều hơn số thành viên ({ $members })
    .hint = Xem lại hai số.
E510 = { $record } không phải là { $kind ->
        [campaign] đợt cao điểm
        [incident] vụ việc
        [team] tổ bảo vệ ANTT
       *[other] loại bản ghi cần ghi ở đây
    }
    .hint = Xem lại số; tìm bằng: trucban list { $kind }
W511 = Đợt này chưa có chỉ tiêu nào
    .hint = Ghi số lượt tuần tra, buổi tuyên truyền hoặc lượt kiểm tra theo kế hoạch, để cuối đợt so được.
W512 = Tồn tại chưa có hạn khắc phục
    .hint = Thống nhất với đơn vị được kiểm tra rồi ghi ngày.
E513 = Khắc phục trước ngày phát hiện
    .hint = Xem lại ngày làm việc và ngày khắc phục.
E514 = Tiếp nhận trước khi nhặt được
    .hint = Xem lại hai mốc giờ.
E515 = Giao trả trước khi tiếp nhận
    .hint = Xem lại giờ tiếp nhận và giờ giao trả.
H516 = Tài sản không còn ở đơn vị mà chưa ghi giao đi lúc nào
    .hint = Ghi giờ giao và cách xử lý, hoặc để tình trạng là “đang giữ”.

# Thông tin cá nhân
H601 = Có số điện thoại trong phần nội dung gửi đi: { $shown } (ký tự thứ { $at })
    .hint = Chuyển số vào mục người liên quan; nội dung chỉ ghi “số máy của bị hại”.
H602 = Có số căn cước hoặc CMND trong phần nội dung gửi đi: { $shown } (ký tự thứ { $at })
    .hint = Bỏ số này khỏi nội dung; nếu cần thì ghi ở mục người liên quan.
H603 = Có biển số xe trong phần nội dung gửi đi: { $shown } (ký tự thứ { $at })
    .hint = Chuyển biển số vào mục người liên quan; nội dung chỉ ghi loại xe, màu xe.
H604 = Có địa chỉ thư điện tử trong phần nội dung gửi đi: { $shown } (ký tự thứ { $at })
    .hint = Chuyển địa chỉ vào mục người liên quan.
H605 = Tên người trong vụ việc cũng nằm ở phần nội dung gửi đi
    .hint = Thay tên bằng “bị hại”, “người báo tin”…; tên chỉ ghi ở mục người liên quan.
H606 = Điều ghi ở mục giữ kín cũng nằm ở phần nội dung gửi đi
    .hint = Bỏ địa chỉ cụ thể, đặc điểm giữ kín khỏi nội dung; những điều đó chỉ ghi ở mục riêng.
H607 = Có số tài khoản hoặc trang cá nhân trong phần nội dung gửi đi: { $shown } (ký tự thứ { $at })
    .hint = Chuyển sang mục người liên quan; nội dung chỉ ghi “tài khoản ngân hàng đứng tên người lạ”, “trang bán hàng”.

## field, value, kind names (record)

kind-incident = vụ việc
kind-patrol = tuần tra
kind-shift = ca trực
kind-tip = tin quần chúng
kind-outreach = buổi tuyên truyền
kind-joint = phối hợp, kiểm tra
kind-campaign = đợt cao điểm
kind-property = tài sản nhặt được
kind-model = mô hình tự quản
kind-team = tổ bảo vệ ANTT
kind-week = tuần báo cáo
kind-officer = cán bộ
kind-area = khu dân cư
kind-unit = đơn vị

# Mục có ở nhiều loại bản ghi
field-common-external-id = Mã tham chiếu
field-common-area = Khu dân cư
field-common-place = Địa điểm
field-common-campaign = Đợt cao điểm
field-common-links = Bản ghi liên quan
field-common-links-type = Quan hệ
field-common-links-to = Với bản ghi
field-common-remarks = Ghi chú
field-common-clocks = Thời hạn
field-common-partner = Phối hợp với
field-common-partner-name = Tên đơn vị phối hợp
field-common-valid-from = Từ ngày
field-common-valid-to = Đến ngày
field-common-persons = Người liên quan
field-common-persons-role = Vai trò
field-common-persons-name = Họ và tên
field-common-persons-birth-year = Năm sinh
field-common-persons-sex = Giới tính
field-common-persons-phone = Điện thoại
field-common-persons-address = Chỗ ở
field-common-persons-plate = Biển số xe
field-common-persons-keep-secret = Giữ bí mật người này

field-incident-category = Loại vụ việc
field-incident-channel = Nguồn tin
field-incident-reported-at = Nhận tin lúc
field-incident-occurred-from = Xảy ra từ
field-incident-occurred-to = Xảy ra đến
field-incident-occurred-approx = Giờ xảy ra áng chừng
field-incident-place-kind = Loại địa điểm
field-incident-title = Trích yếu
field-incident-narrative = Nội dung, diễn biến
field-incident-urgency = Mức khẩn
field-incident-dead = Số người chết
field-incident-injured = Số người bị thương
field-incident-loss-vnd = Thiệt hại (đồng)
field-incident-recovered-vnd = Thu hồi (đồng)
field-incident-quantities = Số lượng, khối lượng
field-incident-quantities-what = Thứ gì
field-incident-quantities-unit = Đơn vị tính
field-incident-quantities-amount = Số lượng
field-incident-first-response = Xử lý ban đầu
field-incident-first-response-officer = Cán bộ đến đầu tiên
field-incident-first-response-arrived-at = Đến nơi lúc
field-incident-first-response-action = Đã làm gì
field-incident-documents = Biên bản, giấy tờ
field-incident-documents-kind = Mẫu số
field-incident-documents-number = Số
field-incident-documents-date = Ngày lập
field-incident-documents-kept = Nơi lưu
field-incident-classification = Phân loại
field-incident-status = Tình trạng
field-incident-outcome = Kết quả
field-incident-outcome-text = Nội dung kết quả
field-incident-outcome-at = Có kết quả lúc
field-incident-exact-place = Địa chỉ cụ thể

field-patrol-mode = Phương tiện
field-patrol-planned-start = Giờ đi theo kế hoạch
field-patrol-planned-end = Giờ về theo kế hoạch
field-patrol-started-at = Bắt đầu lúc
field-patrol-ended-at = Kết thúc lúc
field-patrol-headcount = Lực lượng (lượt người)
field-patrol-headcount-police = Công an
field-patrol-headcount-grassroots = Tổ bảo vệ ANTT
field-patrol-headcount-militia = Dân quân
field-patrol-headcount-other = Lực lượng khác
field-patrol-route = Lộ trình
field-patrol-route-area = Khu dân cư
field-patrol-route-at = Lúc
field-patrol-observations = Sơ hở phát hiện
field-patrol-observations-at = Lúc
field-patrol-observations-area = Khu dân cư
field-patrol-observations-kind = Loại sơ hở
field-patrol-observations-text = Nội dung
field-patrol-observations-action = Đã làm gì
field-patrol-observations-incident = Vụ việc lập từ đây
field-patrol-results = Kết quả
field-patrol-results-people-checked = Số người kiểm tra
field-patrol-results-vehicles-checked = Số phương tiện kiểm tra
field-patrol-results-minutes-written = Số biên bản lập
field-patrol-results-reminders = Số lần nhắc nhở
field-patrol-results-cases-found = Số vụ phát hiện
field-patrol-results-fines-vnd = Tiền phạt (đồng)
field-patrol-km = Quãng đường (km)
field-patrol-state = Tình trạng
field-patrol-leader = Tổ trưởng tuần tra
field-patrol-text = Diễn biến

field-shift-planned-start = Vào ca theo lịch
field-shift-planned-end = Hết ca theo lịch
field-shift-started-at = Vào ca lúc
field-shift-ended-at = Hết ca lúc
field-shift-commander = Trực chỉ huy
field-shift-officers = Trực ban
field-shift-present = Quân số có mặt
field-shift-absent = Vắng mặt
field-shift-absent-count = Số người
field-shift-absent-reason = Lý do
field-shift-orders = Mệnh lệnh, chỉ đạo trong ca
field-shift-orders-from = Người ra lệnh
field-shift-orders-at = Lúc
field-shift-orders-text = Nội dung
field-shift-orders-done = Đã làm xong
field-shift-equipment = Trang bị
field-shift-equipment-item = Loại trang bị
field-shift-equipment-count = Số lượng
field-shift-equipment-fault = Hư hỏng
field-shift-persons-held = Số người đang tạm giữ
field-shift-property-held = Số tài sản đang tạm giữ
field-shift-handover = Nội dung bàn giao
field-shift-handover-record = Bản ghi
field-shift-handover-item = Loại việc
field-shift-handover-what = Nội dung
field-shift-handover-answer = Người nhận trả lời
field-shift-handover-note = Lưu ý

field-tip-received-at = Nhận tin lúc
field-tip-channel = Tin đến bằng
field-tip-topic = Tin về việc
field-tip-content = Nội dung tin
field-tip-usable = Giá trị của tin
field-tip-incident = Vụ việc từ tin này
field-tip-replied-at = Đã phản hồi lúc
field-tip-persons = Người trong tin

field-outreach-date = Ngày
field-outreach-form = Hình thức
field-outreach-topic = Chủ đề
field-outreach-title = Nội dung
field-outreach-attendance = Số người dự
field-outreach-leaflets = Số tờ rơi đã phát
field-outreach-officer = Cán bộ thực hiện
field-outreach-result = Kết quả

field-joint-date = Ngày
field-joint-type = Việc
field-joint-title = Nội dung chính
field-joint-people = Số người tham gia
field-joint-content = Diễn biến, kết quả
field-joint-findings = Tồn tại phát hiện
field-joint-findings-text = Tồn tại
field-joint-findings-due = Hạn khắc phục
field-joint-findings-closed-on = Đã khắc phục ngày

field-campaign-name = Tên đợt
field-campaign-type = Loại
field-campaign-from = Từ ngày
field-campaign-to = Đến ngày
field-campaign-plan-number = Kế hoạch số
field-campaign-quotas = Chỉ tiêu
field-campaign-quotas-patrols = Lượt tuần tra
field-campaign-quotas-outreach = Buổi tuyên truyền
field-campaign-quotas-checks = Lượt kiểm tra
field-campaign-lunar = So năm trước theo ngày âm
field-campaign-tasks = Nhiệm vụ
field-campaign-result = Kết quả

field-property-type = Nguồn
field-property-item = Tài sản
field-property-description = Đặc điểm thông báo công khai
field-property-estimate-vnd = Giá trị ước tính (đồng)
field-property-found-at = Nhặt được, thu giữ lúc
field-property-received-at = Tiếp nhận lúc
field-property-receipt = Biên bản tiếp nhận số
field-property-kept = Nơi để
field-property-notice = Thông báo công khai
field-property-notice-date = Ngày thông báo
field-property-notice-place = Nơi thông báo
field-property-claims = Người đến nhận
field-property-claims-at = Lúc
field-property-claims-result = Đối chiếu
field-property-claims-note = Nội dung
field-property-state = Tình trạng
field-property-disposed-at = Giao đi lúc
field-property-disposal = Cách xử lý
field-property-withheld = Đặc điểm giữ kín để đối chiếu
field-property-persons = Người liên quan

field-model-name = Tên mô hình
field-model-type = Loại mô hình
field-model-founded = Ngày thành lập
field-model-decision = Quyết định số
field-model-units = Thiết bị, thành viên
field-model-units-total = Tổng số
field-model-units-working = Đang hoạt động
field-model-households = Số hộ tham gia
field-model-checked-on = Kiểm tra gần nhất
field-model-state = Tình trạng
field-model-persons = Người phụ trách

field-team-name = Tên tổ
field-team-members = Số thành viên
field-team-required = Số được phê duyệt
field-team-trained = Số đã tập huấn
field-team-decision = Quyết định số
field-team-predecessor = Tách, nhập từ
field-team-persons = Thành viên

field-week-week = Tuần
field-week-from = Từ
field-week-to = Đến
field-week-counts = Số lượng
field-week-counts-incidents = Vụ việc
field-week-counts-patrols = Lượt tuần tra
field-week-counts-shifts = Ca trực
field-week-holds = Điều phải sửa được cho qua
field-week-holds-code = Mã
field-week-holds-record = Bản ghi
field-week-holds-reason = Lý do cho qua

field-officer-service-number = Số hiệu
field-officer-rank = Cấp bậc
field-officer-role = Vai trò
field-officer-name = Họ và tên
field-officer-phone = Điện thoại

field-area-code = Mã
field-area-name = Tên
field-area-type = Loại
field-area-predecessor = Tách, nhập từ

field-unit-code = Mã
field-unit-name = Tên
field-unit-type = Loại
field-unit-predecessor = Tách, nhập từ
field-unit-signing-key = Khóa ký
field-unit-recipient = Khóa nhận
field-unit-continues = Nối tiếp nhật ký
field-unit-continues-journal = Nhật ký
field-unit-continues-seq = Đến dòng
field-unit-continues-head = Mã băm dòng cuối

field-note-text = Nội dung
field-note-event = Việc đã làm
field-note-at = Lúc

value-channel-in-person = đến trụ sở trình báo
value-channel-phone = điện thoại
value-channel-hotline = 113, 114
value-channel-app = VNeID, Zalo, ứng dụng
value-channel-team = tổ bảo vệ ANTT
value-channel-patrol = tuần tra phát hiện
value-channel-superior = cấp trên chuyển
value-channel-press = báo chí, mạng xã hội
value-channel-other = khác
value-place-kind-house = nhà ở
value-place-kind-street = đường, phố
value-place-kind-alley = ngõ, hẻm
value-place-kind-market = chợ
value-place-kind-shop = cửa hàng, quán
value-place-kind-school = trường học
value-place-kind-hospital = bệnh viện, trạm y tế
value-place-kind-office = cơ quan, doanh nghiệp
value-place-kind-park = công viên, khu vui chơi
value-place-kind-water = sông, hồ, suối
value-place-kind-building-site = công trường
value-place-kind-transport = bến xe, trên xe
value-place-kind-other = khác
value-urgency-normal = bình thường
value-urgency-high = gấp
value-urgency-urgent = khẩn cấp
value-classification-crime-report = tố giác, tin báo về tội phạm
value-classification-administrative = vi phạm hành chính
value-classification-civil = dân sự, hòa giải
value-classification-accident = sự cố, tai nạn
value-classification-assistance = yêu cầu trợ giúp
value-classification-unfounded = tin không có cơ sở
value-status-open = mới
value-status-in-progress = đang xử lý
value-status-transferred = đã chuyển
value-status-closed = kết thúc
value-shift-status-planned = theo lịch
value-shift-status-open = đang mở
value-shift-status-closed = đã đóng
value-outcome-transferred = chuyển cơ quan điều tra
value-outcome-penalised = xử phạt vi phạm hành chính
value-outcome-mediated = hòa giải
value-outcome-warned = nhắc nhở, cam kết
value-outcome-returned = trả lại tài sản
value-outcome-assisted = đã trợ giúp
value-outcome-nothing-found = không phát hiện gì
value-outcome-other = khác
value-person-role-reporter = người trình báo
value-person-role-victim = bị hại
value-person-role-involved = người liên quan
value-person-role-witness = người làm chứng
value-person-role-suspect = người bị tố giác
value-person-role-informant = người cung cấp tin
value-sex-f = nữ
value-sex-m = nam
value-sex-other = khác
value-tip-usable-unchecked = chưa xác minh
value-tip-usable-yes = có giá trị
value-tip-usable-no = không có giá trị
value-tip-role-informant = người cung cấp tin
value-tip-role-named = người được nói đến
value-topic-theft = trộm cắp, cướp giật
value-topic-fraud = lừa đảo
value-topic-usury = tín dụng đen, đòi nợ
value-topic-violence = đánh nhau, xâm hại
value-topic-family = bạo lực gia đình, trẻ em
value-topic-order = trật tự công cộng, tiếng ồn
value-topic-weapons = vũ khí, pháo nổ
value-topic-drugs = ma túy
value-topic-vice = cờ bạc, mại dâm
value-topic-traffic = an toàn giao thông
value-topic-fire = phòng cháy, cứu nạn
value-topic-residence = cư trú, lưu trú
value-topic-disputes = mâu thuẫn, tranh chấp
value-topic-environment = môi trường, vỉa hè
value-topic-movement = phong trào, nếp sống chung
value-topic-other = khác
value-outreach-form-meeting = họp dân
value-outreach-form-loudspeaker = loa phát thanh
value-outreach-form-school = tại trường học
value-outreach-form-leaflets = phát tờ rơi
value-outreach-form-zalo = nhóm Zalo, mạng xã hội
value-outreach-form-house-visit = đến từng nhà
value-outreach-form-event = lồng ghép ngày hội, sự kiện
value-outreach-form-other = khác
value-partner-people-committee = Ủy ban nhân dân
value-partner-party-committee = cấp ủy
value-partner-front = Mặt trận Tổ quốc
value-partner-women = Hội Phụ nữ
value-partner-youth = Đoàn Thanh niên
value-partner-veterans = Hội Cựu chiến binh
value-partner-farmers = Hội Nông dân
value-partner-trade-union = Công đoàn
value-partner-military = Ban Chỉ huy quân sự
value-partner-team = tổ bảo vệ ANTT
value-partner-school = nhà trường
value-partner-health = trạm y tế
value-partner-enterprise = doanh nghiệp
value-partner-superior = cấp trên
value-partner-other = khác
value-joint-type-inspection = kiểm tra
value-joint-type-guidance = hướng dẫn
value-joint-type-committee = họp Ban Chỉ đạo
value-joint-type-activity = hoạt động phối hợp
value-joint-type-training = tập huấn
value-joint-type-commendation = khen thưởng
value-joint-type-handed-in = vận động giao nộp vũ khí, pháo
value-joint-type-other = khác
value-joint-status-open = còn tồn tại
value-joint-status-closed = đã khắc phục
value-campaign-type-crime = tấn công trấn áp tội phạm
value-campaign-type-holiday = lễ, tết
value-campaign-type-event = bảo vệ sự kiện
value-campaign-type-traffic = trật tự giao thông
value-campaign-type-fire = phòng cháy
value-campaign-type-other = khác
value-property-type-found = nhặt được
value-property-type-held = tạm giữ
value-property-type-handed-in = tự giao nộp
value-property-state-open = đang giữ
value-property-state-returned = đã trả chủ sở hữu
value-property-state-finder = đã giao người nhặt được
value-property-state-transferred = đã chuyển cơ quan có thẩm quyền
value-property-state-destroyed = đã tiêu hủy
value-claim-result-pending = chờ đối chiếu
value-claim-result-fits = khớp
value-claim-result-fits-not = không khớp
value-property-role-finder = người nhặt được
value-property-role-owner = chủ sở hữu
value-property-role-claimant = người đến nhận
value-model-type-cameras = camera an ninh
value-model-type-self-guard = tổ, đội tự quản
value-model-type-fire-safety = tổ liên gia phòng cháy
value-model-type-school-gate = cổng trường an toàn
value-model-type-gong = tiếng kẻng an ninh
value-model-type-clan = dòng họ tự quản
value-model-type-boarding = khu nhà trọ tự quản
value-model-type-border = giáp ranh
value-model-type-alarm = chuông, đèn báo động
value-model-type-other = khác
value-model-state-active = đang hoạt động
value-model-state-weak = hoạt động yếu
value-model-state-suspended = tạm dừng
value-model-state-ended = đã giải thể
value-head-role-head = tổ trưởng, người phụ trách
value-head-role-deputy = cấp phó
value-head-role-member = thành viên
value-mode-foot = đi bộ
value-mode-bicycle = xe đạp
value-mode-motorbike = xe máy
value-mode-car = ô tô
value-mode-post = chốt
value-patrol-state-planned = theo kế hoạch
value-patrol-state-active = đang đi
value-patrol-state-done = đã xong
value-patrol-state-cancelled = hủy
value-observation-dark-street = đường thiếu đèn
value-observation-broken-camera = camera hỏng
value-observation-unlocked = không khóa cửa, để xe sơ hở
value-observation-fire-risk = nguy cơ cháy
value-observation-obstruction = lấn chiếm, cản trở
value-observation-noise = gây ồn
value-observation-traffic = giao thông
value-observation-person-needs-help = người cần giúp đỡ
value-observation-other = khác
value-link-led-to = dẫn đến
value-link-found-by = phát hiện từ
value-link-duplicate-of = trùng với
value-link-follow-up = tiếp theo của
value-link-involves = có tham gia của
value-handover-item-incident = vụ việc
value-handover-item-property = tài sản
value-handover-item-order = mệnh lệnh chưa xong
value-handover-item-fault = trang bị hỏng
value-handover-item-promise = hẹn với dân
value-handover-item-person-held = người đang tạm giữ
value-handover-answer-accepted = nhận
value-handover-answer-queried = hỏi lại
value-role-officer = cán bộ
value-role-commander = chỉ huy
value-role-clerk = cán bộ tiếp nhận
value-role-auditor = người kiểm tra
value-area-type-to-dan-pho = tổ dân phố
value-area-type-khu-pho = khu phố
value-area-type-khoi-pho = khối phố
value-area-type-thon = thôn
value-area-type-ap = ấp
value-area-type-ban = bản
value-area-type-buon = buôn
value-area-type-khom = khóm
value-area-type-other = khác
value-unit-type-ward = công an phường
value-unit-type-commune = công an xã
value-unit-type-special-zone = công an đặc khu
value-unit-type-station = đồn công an
value-unit-type-superior = đơn vị cấp trên
value-event-transferred = đã chuyển
value-event-notified = đã thông báo
value-event-record-made = đã lập biên bản
value-event-decided = đã ra quyết định
value-event-extended = đã gia hạn
value-event-suspended = tạm đình chỉ
value-event-resumed = tiếp tục giải quyết
value-event-returned = đã trả lại
value-event-closed = kết thúc
value-event-reopened = mở lại
value-event-order-received = đã nhận quyết định cấm tiếp xúc
value-event-assigned = đã phân công giám sát
value-event-breach-found = phát hiện lộ, mất dữ liệu cá nhân

# Lý do do chương trình tự ghi
reason-shift-closed = đóng ca
reason-shift-handed-over = giao ca
reason-patrol-started = bắt đầu tuần tra
reason-patrol-checkpoint = đến điểm tuần tra
reason-patrol-observed = ghi sơ hở khi tuần tra
reason-patrol-finished = kết thúc tuần tra
reason-patrol-incident = lập vụ việc từ sơ hở
reason-incident-settled = cập nhật tình trạng, kết quả
reason-unit-key = đổi khóa ký

# Chữ ký khi giao ca
sign-outgoing = Người giao ca
sign-incoming = Người nhận ca
sign-commander = Trực chỉ huy

# Biên bản giao ca
sheet-title = BIÊN BẢN GIAO CA { $number }
sheet-entries = Diễn biến trong ca
sheet-signatures = Chữ ký
sheet-none = không có
sheet-unanswered = chưa trả lời
sheet-changed = ĐÃ SỬA SAU KHI KÝ
sheet-head = Mã nhật ký khi in: { $head } · in lúc { $at }

## cli

cli-password = Mật khẩu
cli-password-of = Mật khẩu của { $name }
cli-password-new = Mật khẩu mới
cli-password-again = Gõ lại mật khẩu mới
cli-nothing-written = Chưa ghi gì vào sổ.
cli-line = dòng { $line }
cli-founded = Đã lập sổ trực ở { $folder }. Tên đăng nhập: { $login }. In mã khôi phục dưới đây ra giấy, nó không được lưu ở đâu cả.
cli-paper =
    MÃ KHÔI PHỤC của sổ trực { $unit }
    In ra giấy, cất nơi kín, không chụp ảnh, không để trên máy này.
    Ai có dòng dưới đây và thư mục sổ thì đọc được toàn bộ sổ.
cli-added = đã thêm
cli-known = đã có
cli-added-sum = { $added ->
        [none] Không thêm gì mới: cả { $known } dòng đã có trong sổ.
       *[other] Đã thêm { $added } bản ghi{ $known ->
            [none] .
           *[other] ; { $known } dòng đã có từ trước.
        }
    }
cli-more-lines = và { $count } dòng khác cũng vậy
cli-amended = Đã sửa { $number }
cli-noted = Đã ghi chú vào { $number }
cli-voided = Đã hủy { $number }
cli-shift-opened = Đã mở ca { $number }
cli-shift-closed = Đã đóng ca { $number }
cli-shift-handed-over = Đã giao ca { $number }, hai bên đã ký
cli-shift-answered = Đã ghi phần trả lời khi giao ca { $number }, chưa ai ký
cli-shift-countersigned = Trực chỉ huy đã ký xác nhận ca { $number }
cli-void = { $title } (đã hủy)
cli-no-signals = Không có gì đáng chú ý.
cli-nothing-found = Không có bản ghi nào.
cli-nobody-looked = Không có lần truy cập nào.
cli-more-rows = Chỉ hiện { $limit } dòng đầu; xem thêm bằng --limit.
cli-column-number = Số
cli-column-at = Thời gian
cli-column-kind = Loại bản ghi
cli-column-unit = Đơn vị
cli-column-area = Khu dân cư
cli-column-category = Loại vụ việc
cli-column-status = Tình trạng
cli-column-title = Trích yếu
cli-column-void = Đã hủy
cli-yes = có
cli-no = không
cli-unknown = chưa rõ
cli-masked = (Thông tin cá nhân đang che; xem bằng --reveal --why "lý do")
cli-check-clean = Không có điểm nào phải xem lại.
cli-access-reveal = xem thông tin cá nhân
cli-access-export = xuất danh sách
cli-access-export-access = xuất danh sách này
cli-access-recovery = lập mã khôi phục mới
cli-access-print = in
cli-access-search = tìm trong thông tin cá nhân
cli-officer-added = Đã thêm cán bộ, tên đăng nhập: { $login }
cli-password-set = Đã đổi mật khẩu của { $login }
cli-ended = (đã thôi)
cli-area-added = Đã thêm khu dân cư { $code }
cli-doctor-entries = Số dòng nhật ký
cli-doctor-head = Mã băm dòng cuối
cli-doctor-chain = Chuỗi nhật ký
cli-doctor-integrity = Tệp dữ liệu
cli-doctor-derived = Danh sách và chỉ mục tìm kiếm
cli-doctor-withheld = Phần người liên quan đơn vị khác không gửi
cli-doctor-purged = Nội dung đã xóa theo quy định
cli-doctor-lost = Nội dung bị mất
cli-doctor-ok = Sổ trực tốt, không có gì sai.
cli-doctor-ill = Sổ trực có chỗ hỏng. Đừng ghi thêm; báo chỉ huy, khôi phục từ bản sao lưu bằng: trucban restore
cli-restored-key = Đơn vị đã đổi khóa ký sau lần sao lưu này thì khóa mới không có trong sổ: chạy trucban card --new-key --revoked --out TỆP, rồi nhờ đơn vị nhận đối chiếu và công nhận thẻ ấy.
cli-restored = Đã khôi phục vào { $folder }. Sổ bắt đầu một nhật ký mới nối tiếp nhật ký cũ.
badge-number = số hiệu { $number }
officer-unknown = cán bộ chưa rõ
record-elsewhere = bản ghi không có ở đây
cli-written = Đã ghi { $file } ({ $size } byte, SHA-256 { $sha256 })
cli-progress-add = Đang ghi
cli-progress-check = Đang soát
cli-progress-doctor = Đang kiểm tra toàn bộ sổ
cli-progress-write = Đang ghi tệp
cli-progress-restore = Đang khôi phục

setting-week-day = Ngày đầu tuần báo cáo
    .hint = Tuần báo cáo bắt đầu vào thứ mấy. Đổi thì danh sách tuần (F9) và bảng trực tính lại ngay; gói đã gửi giữ nguyên.
setting-week-hour = Giờ bắt đầu tuần báo cáo
    .hint = Giờ của ngày đầu tuần, 0 là nửa đêm. Đổi thì danh sách tuần (F9) và bảng trực tính lại ngay; gói đã gửi giữ nguyên.
setting-lock-minutes = Số phút không gõ phím thì tự khóa
    .hint = Hết thời gian này màn hình tự khóa, bản nháp được giữ, phải gõ lại mật khẩu. Có hiệu lực ngay.
value-setting-week-day-mon = thứ hai
value-setting-week-day-tue = thứ ba
value-setting-week-day-wed = thứ tư
value-setting-week-day-thu = thứ năm
value-setting-week-day-fri = thứ sáu
value-setting-week-day-sat = thứ bảy
value-setting-week-day-sun = chủ nhật
setting-screen-theme = Màu màn hình
    .hint = Màu trên màn hình: tự chọn theo cửa sổ, màu của cửa sổ, nền tối, nền sáng, 16 màu, không màu. Có hiệu lực ngay.
value-setting-screen-theme-auto = tự chọn
value-setting-screen-theme-terminal = màu của cửa sổ
value-setting-screen-theme-dark = nền tối
value-setting-screen-theme-light = nền sáng
value-setting-screen-theme-16 = 16 màu
value-setting-screen-theme-none = không màu
setting-screen-mouse = Bấm chuột vào màn hình
    .hint = Tắt thì chuột bôi chọn chữ như thường. Có hiệu lực ngay; F12 đổi tạm thời.
value-setting-screen-mouse-on = có
value-setting-screen-mouse-off = không

setting-quiet-areas = Số ngày im lặng thì nhắc: khu dân cư, tổ
    .hint = Khu dân cư hoặc tổ bảo vệ an ninh, trật tự không có hoạt động nào trong số ngày này thì hiện ở mục Đáng chú ý (F8). Có hiệu lực ngay.
setting-quiet-models = Số ngày im lặng thì nhắc: mô hình, đơn vị phối hợp
    .hint = Mô hình không ai kiểm tra, đơn vị phối hợp không có việc chung, không có lần kiểm tra, họp Ban Chỉ đạo nào trong số ngày này thì hiện ở mục Đáng chú ý (F8). Có hiệu lực ngay.
setting-shift-minimum = Quân số tối thiểu của một ca
    .hint = Ca có mặt ít hơn thì hiện ở mục Đáng chú ý (F8); 0 là không so. Có hiệu lực ngay.

# Đáng chú ý: tên loại, cách tính, và lời
signal-sort-quiet = Im lặng
    .hint = Số ngày từ lần hoạt động cuối đến nay. Khu dân cư: tuần tra đi qua, tuyên truyền, phối hợp; tổ: tuần tra có lực lượng cơ sở, việc làm cùng tổ; mô hình: lần kiểm tra, bản ghi có nêu mô hình; đơn vị: tuyên truyền, việc chung; kiểm tra, họp Ban Chỉ đạo: theo loại việc phối hợp. Vụ việc, tin báo không tính là hoạt động.
signal-sort-gap = Đứt quãng
    .hint = Quãng dài nhất không có hoạt động trong 52 tuần qua, khi có từ mười hoạt động trở lên. Tính hoạt động như mục Im lặng.
signal-sort-units = Thiết bị
    .hint = Số đang chạy trên tổng số, lấy ở bản ghi mô hình; nhắc khi chưa đến một nửa.
signal-sort-roster = Lực lượng tổ
    .hint = Số người của tổ so với số theo quyết định, lấy ở bản ghi tổ; nhắc khi còn thiếu.
signal-sort-rising = Loại việc tăng
    .hint = Số vụ 13 tuần qua so với 13 tuần trước đó; chỉ nêu khi có từ mười vụ và tăng quá ba lần độ dao động ngẫu nhiên. Đối chiếu với số buổi tuyên truyền cùng chủ đề trong 13 tuần qua.
signal-sort-place = Nơi lặp lại
    .hint = Vụ việc trong 13 tuần qua cùng khu dân cư, cùng nơi xảy ra (không kể hoa, thường, dấu); nêu từ mười vụ. Không tính theo người.
signal-sort-campaign = Đợt cao điểm
    .hint = Tuần tra đã xong, buổi tuyên truyền, lượt kiểm tra có ghi đợt này, so với chỉ tiêu. Nhắc khi hết đợt chưa đủ, hoặc đang chạy mà chưa được nửa phần theo ngày.
signal-sort-strength = Quân số
    .hint = Ca trực trong 4 tuần qua có số có mặt dưới mức tối thiểu ở Cài đặt.
signal-sort-fault = Trang bị hỏng
    .hint = Trang bị mà mọi ca, từ ca mới nhất trở về trước ít nhất 7 ngày, đều ghi hỏng.
signal-sort-regular = Đều đặn
    .hint = Số tuần có hoạt động trên số tuần, 52 tuần qua hoặc từ khi có sổ. Tính hoạt động như mục Im lặng.
signal-quiet = { $last ->
        [none] chưa có hoạt động nào, đã { $quiet } ngày (mức nhắc { $patience })
       *[other] im { $quiet } ngày, lần cuối { $last } (mức nhắc { $patience })
    }
signal-gap = im { $gap } ngày, từ { $from } đến { $to }; { $active }/{ $weeks } tuần có hoạt động
signal-units = { $working }/{ $total } đang chạy
signal-roster = { $members }/{ $required } người{ $trained ->
        [none] {""}
       *[other] , { $trained } đã tập huấn
    }
signal-rising = { $recent } vụ, trước đó { $before }; { $sessions ->
        [0] chưa có buổi tuyên truyền nào về { $topic }
       *[other] { $sessions } buổi tuyên truyền về { $topic }
    }
signal-place = { $count } vụ trong 13 tuần
signal-campaign = { $quota }: { $done }/{ $planned }, ngày { $days }/{ $all }
signal-strength = { $short }/{ $all } ca có mặt dưới { $minimum } người
signal-fault = hỏng { $shifts } ca liền, từ { $from } ({ $days } ngày)
signal-regular = { $active }/{ $weeks } tuần có hoạt động, quãng nghỉ dài nhất { $gap } ngày
signal-cameras = Camera an ninh, tất cả mô hình
signal-post = Các ca trực
signal-lead = Kiểm tra, hướng dẫn, họp Ban Chỉ đạo
signal-from = Tính từ { $records } bản ghi.

# Lệnh ghi chưa đúng chỗ nào
misuse-argument = không có tùy chọn { $arg }
misuse-command = không có lệnh { $command }
misuse-missing = còn thiếu { $arg }
misuse-no-command = chưa ghi làm việc gì
misuse-no-value = { $arg } phải kèm một giá trị
misuse-value = { $values ->
        [none] { $value } không dùng được cho { $arg }
       *[other] { $value } không dùng được cho { $arg }, chỉ có: { $values }
    }
misuse-twice = { $arg } chỉ ghi một lần
misuse-conflict = { $arg } không đi cùng { $other }
misuse-similar = { $said } (có phải: { $similar })

# Phần hướng dẫn của lệnh
help-usage = Cách dùng:
help-commands = Lệnh
help-command = LỆNH
help-arguments = Tham số
help-options = Tùy chọn
help-default = [nếu không ghi: { $value }]
arg-help = In phần hướng dẫn này
arg-version = In phiên bản

help-trucban = Sổ trực ban của công an phường, xã. Không có lệnh thì mở màn hình.
help-init = Lập sổ trực mới, đặt mật khẩu, in mã khôi phục một lần
help-add = Thêm bản ghi từ tệp JSON, mỗi dòng một bản ghi; sai một dòng thì không ghi dòng nào
help-amend = Sửa một bản ghi, kèm lý do: khóa có ghi thì thay, null thì xóa, không ghi thì giữ
help-note = Ghi chú vào một bản ghi
help-void = Hủy một bản ghi, kèm lý do; bản ghi vẫn xem được nhưng không tính nữa
help-shift = Mở ca, giao ca, đóng ca, biên bản
help-shift-open = Mở ca trực
help-shift-handover = Ghi trả lời của người nhận ca cho từng việc đang mở; có incoming thì hai bên cùng ký
help-shift-close = Đóng ca đang mở và sao lưu; còn việc chưa trả lời thì chỉ huy ghi lý do vào khóa why
help-shift-sheet = Biên bản giao ca; mỗi lần xem được ghi lại
help-shift-countersign = Trực chỉ huy ký xác nhận một ca
help-list = Liệt kê, lọc, tìm trong sổ
help-show = Xem một bản ghi; thông tin cá nhân được che
help-check = Soát các bản ghi theo quy tắc
help-report = Số liệu của một kỳ cạnh kỳ trước, cùng kỳ năm trước và lũy kế
help-report-weekly = Một tuần báo cáo
help-report-monthly = Một tháng, từ ngày 15 đến ngày 14
help-report-quarterly = Một quý
help-report-halfyearly = Sáu tháng
help-report-yearly = Một năm
help-report-range = Từ ngày đến ngày, hoặc một đợt cao điểm
arg-period = Kỳ nào: 2026-W47, 2026-11, 2026-Q4, 2026-H2, 2026 (không có thì kỳ vừa hết)
arg-format = text hoặc json
arg-lunar = Cùng kỳ năm trước tính theo ngày âm lịch, như khi so hai Tết
arg-campaign = Số của đợt cao điểm
help-signals = Điều đáng chú ý trong công việc: nơi im lặng, loại việc tăng, đợt cao điểm còn thiếu, thiết bị hỏng
help-access = Nhật ký truy cập thông tin cá nhân
help-access-list = Ai đã xem gì, lúc nào, vì sao
help-officer = Cán bộ của sổ này
help-officer-add = Thêm cán bộ được đăng nhập
help-officer-list = Danh sách cán bộ
help-officer-passwd = Đổi mật khẩu của mình, hoặc chỉ huy đặt lại cho người khác
help-area = Khu dân cư
help-area-add = Thêm khu dân cư
help-area-list = Danh sách khu dân cư
help-setting = Cài đặt của sổ
help-setting-list = Các cài đặt và giá trị
help-setting-set = Đổi một cài đặt
help-recovery = Mã khôi phục
help-recovery-new = Tạo mã khôi phục mới; mã cũ hết tác dụng
help-journal = Nhật ký gốc
help-journal-export = Ghi journal.jsonl để kiểm tra chuỗi bằng công cụ khác; không có thông tin cá nhân
help-doctor = Kiểm tra toàn bộ sổ: chuỗi, nội dung, tệp dữ liệu
help-backup = Sao lưu sổ ra một tệp
help-restore = Khôi phục bản sao lưu vào thư mục mới
help-completions = In phần gợi ý lệnh cho shell
help-man = In trang hướng dẫn man

arg-logbook = Thư mục của sổ trực (hoặc TRUCBAN_LOGBOOK)
arg-officer = Ai đang làm: tên hoặc tên đăng nhập (hoặc TRUCBAN_OFFICER); sổ một người thì không cần
arg-password-file = Tệp có mật khẩu ở dòng đầu (hoặc TRUCBAN_PASSWORD_FILE)
arg-lang = Ngôn ngữ
arg-plain = Dòng chữ đánh số thay cho màn hình
arg-json = Kết quả và lỗi ở dạng JSON
arg-dir = Thư mục
arg-init-dir = Thư mục mới hoặc trống
arg-restore-dir = Thư mục mới hoặc trống
arg-unit = Mã đơn vị, ví dụ LDG-P2
arg-list-unit = Chỉ đơn vị này (ở đơn vị nhận)
arg-name = Họ tên hoặc tên đăng nhập
arg-init-name = Tên đơn vị
arg-officer-add-name = Họ và tên
arg-area-add-name = Tên khu dân cư
arg-areas = Tệp tên khu dân cư, mỗi dòng một khu
arg-desk = Sổ của đơn vị nhận
arg-kind = Loại bản ghi
arg-area-add-kind = Loại khu dân cư
arg-shift-handover-file = Tệp JSON: handover là danh sách việc, mỗi việc có record hoặc what, item, answer (accepted, queried), note; incoming là người nhận ca, incoming_password_file là tệp có mật khẩu của người đó (không có thì hỏi)
arg-shift-close-file = Tệp JSON các mục của ca (không có thì chỉ ghi giờ); why là lý do đóng ca khi còn việc chưa trả lời
arg-shift-sheet-id = Số hoặc mã của ca (không có thì ca đang mở, hoặc ca gần nhất)
arg-shift-sheet-out = Ghi vào tệp mới này, hoặc vào thư mục này
arg-shift-countersign-id = Số hoặc mã của ca (không có thì ca đang mở, hoặc ca gần nhất)
arg-file = Tệp; dấu - là đọc từ đầu vào chuẩn
arg-backup-file = Tệp sao lưu
arg-restore-file = Tệp sao lưu
arg-id = Số (VV-2026-000123) hoặc mã bản ghi
arg-why = Lý do
arg-base = Phiên bản dùng làm gốc; đã có bản mới hơn thì không ghi
arg-text = Nội dung ghi chú
arg-event = Việc đã làm: transferred, notified, record_made, decided, extended, suspended, resumed, returned, closed, reopened
arg-from = Từ ngày (2026-11-23 hoặc 23/11/2026)
arg-to = Đến hết ngày
arg-area = Mã hoặc tên khu dân cư
arg-category = Mã loại hoặc nhóm, ví dụ PROP.THVH, PROP
arg-status = Tình trạng
arg-query = Từ cần tìm; gõ không dấu thì tìm mọi dấu
arg-limit = Nhiều nhất bao nhiêu dòng (mặc định 50)
arg-csv = Tệp .csv cho bảng tính, đủ mọi dòng
arg-xlsx = Ghi ra bảng tính .xlsx (Excel, LibreOffice), đủ mọi dòng
arg-all = Kèm cả những mục chỉ có số liệu, chưa đến mức nhắc
arg-history = Kèm mọi lần sửa, ghi chú
arg-reveal = Hiện cả thông tin cá nhân; được ghi vào nhật ký truy cập
arg-week = Chỉ tuần này, dạng 2026-W47
arg-role = Vai trò
arg-rank = Cấp bậc
arg-number = Số hiệu
arg-new-password-file = Tệp có mật khẩu mới ở dòng đầu
arg-code = Mã; không ghi thì lấy tên
arg-key = Tên cài đặt
arg-value = Giá trị mới
arg-rule = Quy định lưu giữ: closed-1y (vụ việc đã kết thúc, nhận tin quá một năm), tip-2y (tin quần chúng quá hai năm), hoặc quy định trong rules.toml
arg-preview = Chỉ xem sẽ xóa gì, không xóa
arg-rebuild = Dựng lại các danh sách từ nhật ký trước khi kiểm tra
arg-shell = Loại shell
arg-out = Thư mục, mỗi lệnh một trang
cli-officer-disabled = { $login } không vào được sổ nữa; khóa của sổ đã được đổi.
cli-progress-rekey = Đang đổi khóa của sổ
cli-journal-new = Đã bắt đầu quyển nhật ký mới { $journal }, nối tiếp quyển trước.
cli-purge-nothing = Không có nội dung nào phải xóa.
cli-purge-done = { $number }: đã xóa { $persons } phần người liên quan, { $facts } bản cũ
cli-purge-would = { $number }: sẽ xóa { $persons } phần người liên quan, { $facts } bản cũ
cli-purge-held = { $number }: được giữ lại, không xóa
cli-hold-added = { $number }: từ nay không lệnh xóa nào động đến
cli-hold-removed = { $number }: đã thôi giữ
cli-hold-none = { $number }: không có lệnh giữ
cli-hold-is = { $number }
help-purge = Xóa hẳn phần người liên quan và các bản cũ của bản ghi; nhật ký vẫn ghi rõ ai xóa, vì sao
help-hold = Giữ bản ghi, không cho xóa nội dung
help-hold-add = Giữ một bản ghi
help-hold-remove = Thôi giữ một bản ghi
help-hold-list = Các bản ghi đang được giữ
help-journal-new = Bắt đầu quyển nhật ký mới nối tiếp quyển này, khi đơn vị nhận báo rẽ nhánh
help-officer-disable = Khóa tài khoản một cán bộ và đổi khóa của sổ

## tui

tui-program = TRỰC BAN
tui-demo = DỮ LIỆU GIẢ LẬP
tui-demo-sign-in = Sổ làm thử: người trực { $login }, mật khẩu { $password }
tui-no-secrets = KHÔNG NHẬP BÍ MẬT NHÀ NƯỚC
tui-too-small = Cửa sổ nhỏ quá: cần ít nhất { $size }. Hãy kéo rộng ra; không mất gì cả.
tui-bar-shift = ca { $number }
tui-bar-no-shift = chưa mở ca
tui-weekday-1 = T2
tui-weekday-2 = T3
tui-weekday-3 = T4
tui-weekday-4 = T5
tui-weekday-5 = T6
tui-weekday-6 = T7
tui-weekday-7 = CN
tui-lunar = ({ $day }/{ $month } âm)
tui-lunar-leap = ({ $day }/{ $month } nhuận âm)
tui-hint-enter = Đồng ý

tui-place-unlock = Mở sổ
    .hint = ↑↓ chọn người trực, gõ mật khẩu rồi Enter.
tui-place-board = Bảng trực
    .hint = ↑↓ đi từng dòng, Tab sang mục khác, Enter xem bản ghi. Gõ chữ là tìm trong nhật ký. Bảng tự cập nhật mỗi phút.
tui-place-log = Nhật ký
    .hint = Gõ chữ là tìm ngay (không dấu cũng được). ↑↓ PgUp PgDn Home End để đi trong danh sách. Ctrl+F lọc, Delete bỏ điều kiện lọc cuối, Esc bỏ hết.
tui-place-detail = Xem bản ghi
    .hint = ↑↓ PgUp PgDn để cuộn, ←→ đổi giữa nội dung và lịch sử.
tui-place-form = Biểu mẫu
    .hint = ↑↓ sang ô khác, PgUp PgDn đi nhanh. Ô chọn: gõ để tìm, ←→ đổi, Delete bỏ chọn. Ô giờ: Ctrl+↑↓ chỉnh phần con trỏ đang đứng (ngày, tháng, giờ, phút). Ctrl+W xóa một từ.
tui-place-persons = Tìm người
    .hint = Gõ từ cần tìm, Enter, gõ lý do, Enter. ↑↓ chọn bản ghi, Enter để xem. Đang tìm thì Esc dừng lại.
tui-place-card = Hộp thoại

cmd-help = Trợ giúp
    .hint = Xem mọi phím
cmd-save = Lưu
    .hint = Lưu biểu mẫu đang viết
cmd-incident = Vụ việc
    .hint = Ghi vụ việc mới
cmd-patrol = Tuần tra
    .hint = Theo tiếp lượt đang đi; không có thì chọn: ghi lượt đã xong, xuất phát ngay, lên kế hoạch
cmd-choose = Chọn
    .hint = Làm việc đang chọn: ghi lượt đã xong, xuất phát, lên kế hoạch, theo tiếp
cmd-reach = Đến điểm
    .hint = Đã đến điểm đang đứng, giờ lúc này. Lượt chưa đi: xuất phát. Sơ hở đã lập vụ việc: xem vụ việc
cmd-observe = Ghi sơ hở
    .hint = Ghi một sơ hở: giờ lúc này, khu vừa đến (gõ chữ cũng được)
cmd-found = Lập vụ việc
    .hint = Lập vụ việc từ sơ hở đang đứng; đứng ở dòng khác thì ghi vụ việc mới
cmd-finish = Kết thúc
    .hint = Tổ đã về: kết quả, quãng đường, diễn biến
cmd-others = Lượt khác
    .hint = Lượt khác: ghi lượt đã xong, xuất phát, lên kế hoạch, theo lượt khác
cmd-cancel = Hủy lượt
    .hint = Hủy lượt tuần tra này, có nêu lý do
register-of = {" "}trên{" "}
register-at = Lúc
register-day = Ngày
register-from = Từ ngày
register-hours = Giờ trực
register-period = Từ ngày - đến ngày
register-state = Tình trạng
register-usable = Giá trị
register-clock = Thời hạn
register-clock-late = có việc trễ
register-elsewhere = nơi khác
register-area = Khu
register-place = Địa điểm
register-category = Loại vụ việc
register-type = Loại
register-form = Hình thức
register-topic = Chủ đề
register-channel = Đến bằng
register-partner = Phối hợp với
register-route = Khu đã qua
register-people = Người
register-reminders = Nhắc nhở
register-minutes = Biên bản
register-seen = Sơ hở
register-commander = Trực chỉ huy
register-present = Có mặt
register-led = Vụ việc
register-attendance = Số người
register-open = Còn tồn
register-progress = Đã làm/chỉ tiêu
register-left = Còn lại
register-plan = Kế hoạch
register-units = Còn dùng
register-checked = Kiểm tra
register-members = Thành viên
register-trained = Tập huấn
register-incidents = Vụ việc
register-patrols = Tuần tra
register-shifts = Ca trực
campaign-patrols = TT { $done }/{ $planned }
campaign-outreach = TR { $done }/{ $planned }
campaign-checks = KT { $done }/{ $planned }
campaign-ahead = sau { $days } ngày
campaign-left = còn { $days } ngày
campaign-last-day = ngày cuối
campaign-over = đã hết hạn

cmd-new = Ghi mới
    .hint = Ghi một bản ghi mới của sổ này; chưa chọn sổ thì chọn trước
cmd-other = Việc khác
    .hint = Các sổ khác: tin quần chúng, tuyên truyền, phối hợp, kiểm tra, đợt cao điểm, tài sản nhặt được, mô hình, tổ bảo vệ. Xem, ghi mới.
cmd-reveal = Hiện tên
    .hint = Hiện thông tin cá nhân trong bản ghi. Phải nêu lý do; lần xem này được ghi lại.
cmd-shift = Ca trực
    .hint = Mở ca; đang có ca thì giao ca, ký, đóng ca
cmd-accept = Nhận
    .hint = Người nhận ca nhận việc đang chọn
cmd-query = Hỏi lại
    .hint = Người nhận ca hỏi lại về việc đang chọn
cmd-accept-rest = Nhận hết
    .hint = Nhận mọi việc còn chưa trả lời
cmd-sign = Ký
    .hint = Người nhận ca ký, hoặc trực chỉ huy ký xác nhận, bằng mật khẩu của chính mình
cmd-close-shift = Đóng ca
    .hint = Đóng ca và sao lưu; còn việc chưa trả lời thì chỉ huy nêu lý do
cmd-shift-edit = Sửa ca
    .hint = Ghi lại quân số, trang bị, mệnh lệnh, ghi chú của ca
cmd-promise = Lời hẹn
    .hint = Ghi điều đã hẹn với dân để ca sau làm tiếp
cmd-done = Xong việc
    .hint = Mệnh lệnh đã làm xong hoặc lời hẹn đã giữ: không phải bàn giao nữa
cmd-sheet = Biên bản
    .hint = Xem biên bản giao ca; mỗi lần xem được ghi lại
cmd-print = Ghi ra tệp
    .hint = Ghi biên bản thành tệp văn bản để in
cmd-log = Nhật ký
    .hint = Xem và tìm trong nhật ký
cmd-board = Bảng trực
    .hint = Về bảng trực: việc đang mở, diễn biến, tuần tra, sao lưu
cmd-open = Xem
    .hint = Xem bản ghi đang chọn
cmd-leave = Quay lại
    .hint = Quay lại; ở danh sách thì bỏ mọi điều kiện tìm, rồi về bảng trực
cmd-next = Ô sau
    .hint = Sang ô sau (trong ô nhiều dòng, Enter là xuống dòng)
cmd-back = Ô trước
    .hint = Về ô trước
cmd-tab = Lịch sử
    .hint = Đổi giữa nội dung và lịch sử sửa đổi
cmd-amend = Sửa
    .hint = Sửa bản ghi, có nêu lý do; bản cũ vẫn còn
cmd-note = Ghi thêm
    .hint = Ghi thêm diễn biến, việc đã làm vào bản ghi
cmd-void = Hủy bản ghi
    .hint = Hủy bản ghi nhầm, trùng: vẫn đọc được, không tính vào số liệu nữa
cmd-settle = Kết thúc
    .hint = Kết thúc vụ việc: phân loại, kết quả, lúc nào
cmd-follow = Liên quan
    .hint = Sang bản ghi liên quan; Esc quay lại
cmd-filter = Lọc
    .hint = Gõ để chọn điều kiện lọc: chưa xong, TDP 4, trom xe, hôm qua, 17/11-20/11; chọn lại lần nữa là bỏ
cmd-csv = Xuất tệp
    .hint = Ghi danh sách đang xem ra tệp .xlsx hoặc .csv mở được bằng Excel; lần xuất này được ghi lại
cmd-persons = Tìm người
    .hint = Tìm trong thông tin cá nhân theo tên, số điện thoại, biển số, chỗ ở. Phải nêu lý do; lần tìm được ghi lại.
cmd-find = Tìm, xem
    .hint = Sang ô lý do, bắt đầu tìm, rồi xem bản ghi đang chọn
cmd-kind = Loại sổ
    .hint = Chỉ xem một loại: vụ việc, tuần tra, ca trực, tuần
cmd-status = Tình trạng
    .hint = Chỉ xem một tình trạng
cmd-week = Tuần
    .hint = Xem các tuần, duyệt và xuất gói gửi cấp trên
cmd-approve = Duyệt
    .hint = Chỉ huy duyệt tuần đang xem; còn điều phải sửa thì nêu lý do vẫn gửi
cmd-export = Xuất gói
    .hint = Đóng gói và ghi tệp gửi cấp trên, kể cả tuần không có vụ việc
cmd-zero = Không phát sinh
    .hint = Gửi báo cáo tuần không phát sinh: đóng gói và ghi ngay vào thư mục outbox
cmd-receiver = Nơi nhận
    .hint = Xem nơi nhận và dấu vân khóa, nhận thẻ khác, ghi thẻ của đơn vị mình
cmd-receipt = Biên nhận
    .hint = Nhập biên nhận cấp trên gửi về
cmd-drafts = Bản nháp
    .hint = Viết tiếp bản nháp
cmd-repeat = Như lần trước
    .hint = Điền giá trị đã ghi lần trước ở ô này
cmd-drop = Bỏ mục
    .hint = Bỏ mục đang đứng trong danh sách con
cmd-empty = Xóa ô
    .hint = Xóa trắng ô này
cmd-undo = Hoàn tác
    .hint = Lấy lại chữ vừa thay đổi trong ô
cmd-redo = Làm lại
    .hint = Làm lại thay đổi vừa hoàn tác
cmd-mouse = Chuột
    .hint = Chuột bấm vào màn hình, hoặc để bôi chọn chữ
cmd-palette = Lệnh
    .hint = Tìm mọi lệnh
cmd-lock = Khóa
    .hint = Khóa màn hình; bản nháp được giữ
cmd-quit = Thoát
    .hint = Đóng chương trình (bấm hai lần); bản nháp được giữ

tui-password = Mật khẩu
tui-unlocking = Đang mở sổ…
opening-older = Đừng tắt máy: sổ do bản cũ ghi, đang chuyển sang bản này. Lỡ mất điện thì sổ vẫn nguyên vẹn: mở lại, chương trình làm lại từ đầu.
tui-early-none = Đang mở sổ: chữ gõ lúc này không được nhận. Phím từ phím F hay Ctrl trở đi thì được giữ
tui-early-held = Đã giữ { $count } phím, mở xong sẽ dùng
tui-early-dropped = Phím gõ trong lúc mở sổ đã bỏ, không ghi vào đâu
tui-unlock-hint = ↑↓ chọn người trực, gõ mật khẩu, Enter
tui-wait = Sai nhiều lần. Đợi { $seconds } giây rồi gõ lại.
tui-locked = Đã khóa màn hình. Bản nháp (nếu có) vẫn còn.
tui-trouble = Chưa làm được
tui-clock = Đồng hồ máy có đúng không?
    .hint = Giờ sai thì mọi mốc giờ ghi hôm nay đều sai.
tui-clock-said = Giờ máy bây giờ: { $now }. Lần ghi gần nhất: { $last }.
tui-clock-right = Giờ máy đúng, làm việc tiếp
tui-clock-wrong = Giờ máy sai: khóa lại để chỉnh đồng hồ

tui-board-open = Đang mở ({ $count })
tui-board-open-none = Không có việc nào đang mở
tui-board-due = Hạn gần nhất{ $late ->
    [0] { $all ->
        [0] { "" }
       *[other] { " " }({ $all })
    }
   *[other] { " " }({ $all }, { $late } quá hạn)
    }
tui-board-due-none = Không có thời hạn nào đang chạy
tui-board-lines = Diễn biến mới nhất
tui-board-lines-none = Chưa có gì. F6 mở ca, F3 ghi vụ việc.
tui-board-areas = Tuần tra 7 ngày
tui-board-areas-none = Chưa khai báo khu dân cư
tui-board-state = Tình hình
tui-board-shift = { $present ->
    [none] Ca { $number } từ { $at }
   *[other] Ca { $number } từ { $at }, quân số { $present }
}
tui-board-on-duty = Trực ban: { $names }
tui-board-no-shift = Chưa mở ca (F6 mở ca)
tui-board-week = Tuần { $week } ({ $dates }): { $state }
tui-board-findings = { $errors ->
        [0] {""}
       *[other] { $errors } lỗi,{" "}
    }{ $holds ->
        [0] {""}
       *[other] { $holds } phải sửa,{" "}
    }{ $warnings ->
        [0] {""}
       *[other] { $warnings } lưu ý
    }
tui-board-backup = Sao lưu trong máy
tui-board-elsewhere = Sao lưu ngoài máy
tui-board-backup-none = chưa có
tui-board-head = Mã nhật ký { $head }
tui-board-quiet = vắng { $days } ngày
tui-board-never = chưa tuần tra
tui-board-not-started = chưa đi, trễ { $age }
tui-board-not-back = chưa về, đi { $age }
tui-board-silent = chưa báo tin { $age }
value-board-item-incident = Vụ việc
value-board-item-order = Lệnh
value-board-item-fault = Hỏng
value-board-item-person-held = Tạm giữ người
value-board-item-property = Tạm giữ tài sản
value-board-item-promise = Hẹn
tui-age-minutes = { $n }'
tui-age-hours = { $h }h{ $m }'
tui-age-days = { $n } ngày

tui-search = Tìm
tui-filter-none = Không lọc
tui-filter-kind = Loại sổ
tui-filter-status = Tình trạng
tui-filter-days = Thời gian
tui-filter-area = Khu dân cư
tui-filter-category = Loại vụ việc
tui-filter-void = Bản đã hủy
tui-filter-standing = chưa xong
tui-filter-void-only = chỉ bản đã hủy
tui-filter-void-none = trừ bản đã hủy
tui-filter-rows = { $rows } bản ghi
tui-days-today = hôm nay
tui-days-yesterday = hôm qua
tui-days-week = 7 ngày qua
tui-days-month = 30 ngày qua
tui-days-from = từ { $day }
tui-days-to = đến { $day }
tui-loading = Đang đọc…
tui-log-empty-desk = Chưa nhận được bản ghi nào. Esc rồi F3 để nhận gói của các đơn vị.
tui-computing = Đang tính…
tui-log-empty = Sổ chưa có gì. F3 ghi vụ việc, F4 ghi tuần tra, F6 mở ca.
tui-register-empty = Sổ này chưa có gì.
tui-log-none = Không thấy gì khớp. Esc bỏ điều kiện tìm.
tui-void = ĐÃ HỦY. Bản ghi này không được tính vào số liệu.
tui-void-mark = (hủy){" "}
tui-tab-content = Nội dung
tui-tab-history = Lịch sử ({ $count })
tui-persons-hidden = Có { $count } người đang được che tên (F5 để hiện)
tui-persons-touched = Lần này ghi lại cả phần thông tin cá nhân (không hiện ở đây)
tui-linked = Được nêu ở
tui-links-none = Bản ghi này chưa liên quan với bản ghi nào (Ctrl+E để thêm)
tui-timeline = Diễn biến tiếp theo
tui-written-by = Người ghi: { $name }
tui-why = Lý do
tui-nothing = (để trống)
tui-yes = có
tui-no = không
act-create = lập
act-amend = sửa
act-note = ghi thêm
act-sign = ký
act-void = hủy
act-purge = xóa theo quy định
tui-reveal-nobody = Bản ghi này không có thông tin cá nhân
tui-reveal-needs-reason = Cần nêu lý do xem thông tin cá nhân
tui-revealed = Đã hiện thông tin cá nhân; lần xem này đã được ghi lại
tui-persons-words = Tìm ai
tui-persons-hint = Gõ tên, số điện thoại, biển số hoặc chỗ ở. Từ cần tìm và lý do được ghi vào nhật ký truy cập trước khi tìm. Tên người vẫn được che cho đến khi mở bản ghi và bấm F5.
tui-persons-state = { $state ->
        [going] Đang tìm { $percent } %, đã thấy { $count } bản ghi
        [many] Quá nhiều: chỉ hiện { $count } bản ghi mới nhất, hãy gõ thêm từ
        [stopped] Đã dừng ở { $percent } %, thấy { $count } bản ghi
       *[done] Đã tìm hết sổ, thấy { $count } bản ghi
    }

tui-form-create = Ghi { $kind }
tui-form-amend = Sửa
tui-form-plan-patrol = Lên kế hoạch tuần tra
tui-form-start-patrol = Xuất phát tuần tra
tui-form-observe = Ghi sơ hở
tui-form-finish-patrol = Kết thúc tuần tra
tui-form-cancel-patrol = Hủy lượt tuần tra
tui-form-found = Vụ việc từ sơ hở
tui-form-settle = Kết thúc vụ việc
tui-form-note = Ghi thêm
tui-kinds =
    .hint = Sổ nào? Enter xem sổ, Ctrl+B ghi mới ngay, Esc thôi.
tui-form-open-shift = Mở ca trực
tui-form-hand-over = Sửa ca
tui-form-close-shift = Đóng ca
tui-despite = Chỉ huy cho đóng, vì
    .hint = còn việc chưa trả lời: chỉ huy nêu lý do
tui-saving = Đang lưu…
tui-draft-failing = chưa lưu: từ { $at } không ghi được xuống đĩa
tui-draft-at = nháp { $at }
tui-add = thêm: { $what }
tui-needed = Cần điền mục này
tui-no-choice = Không thấy mục nào khớp
tui-hint-when = gõ 20h, hôm qua 22:30, -15' · Ctrl+↑↓ chỉnh
tui-hint-when-ahead = gõ 22h, mai 7h, +30' · Ctrl+↑↓ chỉnh
tui-hint-day = gõ 23/11, hôm qua · Ctrl+↑↓ chỉnh
tui-hint-category = gõ vài chữ để tìm: trom xe, danh nhau, chay…
tui-hint-pick = gõ để tìm, ←→ đổi, dấu cách xem tất cả
tui-hint-block = viết tự do; Enter xuống dòng, Tab sang ô sau
tui-hint-money = số tiền, đồng: 18.000.000
tui-hint-count = gõ số, ví dụ 3
tui-hint-decimal = số, có thể lẻ: 1,5
tui-hint-record = gõ mấy số cuối hoặc vài chữ; dấu cách xem mới nhất
tui-hint-line = viết một dòng, Enter sang ô sau
tui-hint-add = Enter để thêm
tui-problems = Chưa lưu: còn { $count } chỗ cần xem lại
tui-saved = Đã lưu { $number } lúc { $at }
tui-saved-more = {" "}(và { $count } lưu ý khác)
tui-nothing-changed = Chưa có gì thay đổi
tui-mouse-on = Chuột: bấm vào dòng, ô, phím; muốn bôi chọn chữ thì giữ Shift, hoặc F12
tui-mouse-off = Chuột: bôi chọn chữ như thường; F12 để bấm lại
tui-nothing-to-do = Không có gì để làm ở ô này
tui-drop-again = Mục này đã có nội dung: bấm Ctrl+D lần nữa để bỏ
tui-amend-not = Bản ghi này không sửa được
tui-settle-not = Chỉ vụ việc chưa hủy mới có kết thúc

tui-place-handover = Giao ca
    .hint = ↑↓ từng việc, tiếp theo là tình hình ca và chữ ký. Trả lời xong việc nào được ghi vào sổ ngay. Trong ô ký: ↑↓ chọn người, Tab đổi người nhận ca và trực chỉ huy.
tui-place-sheet = Biên bản giao ca
    .hint = ↑↓ PgUp PgDn để cuộn, Esc về trang giao ca.
tui-handover-head = { $present ->
    [none] Giao ca { $number } · từ { $at } · chưa điểm quân số
   *[other] Giao ca { $number } · từ { $at } · quân số { $present }
}
tui-handover-closed = Ca { $number } · đã đóng lúc { $at }
tui-handover-counts = Đã trả lời { $done }/{ $all }, còn { $left }
tui-handover-nothing = Không có việc gì phải bàn giao
tui-handover-note = hỏi: { $note }
tui-handover-shift = Tình hình ca
tui-handover-unsigned = chưa ai ký
tui-handover-answer = { $accept } nhận, { $query } hỏi lại: người nhận ca trả lời từng việc
tui-handover-sign = Đã trả lời hết. Người nhận ca ký: { $sign }
tui-handover-sign-again = Sửa sau khi ký. Người nhận ký lại: { $sign }
tui-handover-close = Hai bên đã ký. Đóng ca và sao lưu: { $close }
tui-handover-countersign = Ca đã đóng. Chỉ huy ký xác nhận: { $sign }
tui-handover-complete = Ca đã đóng, trực chỉ huy đã ký xác nhận
tui-handover-left = Còn { $count } việc chưa trả lời
tui-handover-none-left = Không còn việc nào chưa trả lời
tui-handover-over = Ca này đã đóng
tui-handover-not-done = Việc này sửa trong bản ghi (Enter) hoặc trong ca (Ctrl+E)
tui-handover-changed = Ca vừa được sửa ở cửa sổ khác. Xem lại rồi làm lần nữa.
tui-ask-query = Hỏi lại
    .hint = Về { $about }. Câu hỏi được ghi vào biên bản.
tui-ask-query-label = Hỏi
tui-ask-promise = Lời hẹn với dân
    .hint = Hẹn ai, việc gì, lúc nào: “hẹn bà Tư 9h trả giấy tờ”. Ca sau sẽ thấy.
tui-ask-promise-label = Hẹn
tui-ask-print = Ghi biên bản ra tệp
    .hint = Gõ tên tệp mới, hoặc một thư mục. ~ là thư mục của mình.
tui-ask-print-label = Tệp
tui-sheet-written = Đã ghi biên bản
tui-sign = Ký
    .hint = ↑↓ chọn người, gõ mật khẩu của người đó, Enter
tui-sign-other = Tab: { $role } ký
tui-sign-nobody = Không có ai khác ký được ở sổ này
tui-signing = Đang kiểm tra mật khẩu…
tui-closed = Đã đóng ca
    .hint = Ca sau nhận lại mệnh lệnh chưa xong, lời hẹn, trang bị, người và tài sản đang giữ.
tui-closed-at = Ca { $number } đóng lúc { $at }
tui-closed-backup = Bản sao lưu: { $file }
tui-closed-no-backup = Chưa có bản sao lưu nào
tui-closed-next = Mở ca tiếp theo
tui-closed-lock = Khóa máy để người nhận ca đăng nhập
tui-closed-later = Để sau
tui-place-week = Tuần
    .hint = ←→ tuần khác, ↑↓ từng lỗi, Enter mở bản ghi có lỗi (Esc quay lại). Đang xuất thì Esc dừng lại.
tui-week-name = Tuần { $number }
tui-week-goes = Sẽ gửi: { $records } bản ghi, { $entries } dòng nhật ký
tui-week-zero = Sẽ gửi: báo cáo không phát sinh ({ $entries } dòng nhật ký). Ctrl+B gửi ngay.
tui-week-nothing = Không còn gì chưa gửi
tui-week-receiver = Nơi nhận: { $name }
tui-week-no-receiver = Nơi nhận: chưa chọn (Ctrl+T để nhận thẻ)
tui-week-approved = Chỉ huy: đã duyệt, chờ xuất
tui-week-not-approved = Chỉ huy: chưa duyệt
tui-week-batch = Gói { $number }: { $entries } dòng, đóng lúc { $at }, { $known ->
        [yes] cấp trên đã nhận
       *[no] chưa có biên nhận
    }
tui-week-clean = Không có lỗi hay lưu ý nào
tui-level-0 = LỖI
tui-level-1 = PHẢI SỬA
tui-level-2 = Lưu ý
tui-week-held = Còn { $count } điều phải sửa; hoặc chỉ huy duyệt kèm lý do (Ctrl+D)
tui-work-begins = Chuẩn bị
tui-work-going = Esc dừng · { $stage } { $done }/{ $total } ({ $percent } %){ $left ->
        [none] {""}
       *[other] {" "}· còn { $left } giây
    }
tui-work-stopping = Đang dừng…
tui-work-counted = Esc dừng · { $stage } { $done } dòng
tui-week-done = Đã xuất
tui-week-receipt = Biên nhận
tui-week-batch-result = Gói { $number }: { $result }{ $missing ->
        [none] {""}
       *[other] , còn thiếu gói { $missing }
    }
tui-week-request = Cấp trên yêu cầu: { $text }
tui-week-fingerprint = Dấu vân khóa { $fingerprint }
tui-week-not-zero = Tuần này có { $records } bản ghi, không phải tuần không phát sinh. Ctrl+X để xuất gói.
tui-week-gone = Tuần này đã gửi rồi. Phần chưa gửi đi cùng tuần đến hạn (←→ để chọn tuần).
tui-week-receipt-of = Biên nhận số { $n } của { $desk } · { $at }
tui-export-due = Phần chưa gửi, không có thông tin cá nhân
tui-export-persons = Phần chưa gửi, KÈM thông tin cá nhân
tui-export-unanswered = Ghi lại các gói chưa có biên nhận
tui-export-again = Chỉ ghi lại gói { $number }
tui-export-from = Ghi lại gói { $number } và mọi gói sau đó
tui-receiver-take = Nhận thẻ của đơn vị nhận
tui-receiver-own = Ghi thẻ của đơn vị mình ra tệp
tui-receiver-compare = Đối chiếu dấu vân khóa
    .hint = Gọi điện cho đơn vị kia, đọc dấu vân khóa cho nhau nghe, so từng ký tự. Chỉ nhận khi giống hẳn.
tui-receiver-same = Giống từng ký tự: nhận làm nơi nhận
tui-receiver-differs = Chưa so được, hoặc khác: không nhận
tui-ask-despite-label = Vẫn gửi, vì
tui-ask-despite = Duyệt tuần
    .hint = Còn điều phải sửa trước khi gửi. Chỉ huy nêu lý do; lý do được gửi kèm tuần.
tui-ask-out-label = Thư mục
tui-ask-out = Xuất gói
    .hint = Gõ thư mục, ví dụ của USB. Để trống: thư mục outbox của sổ.
tui-ask-out-persons-label = Thư mục
tui-ask-out-persons = Xuất gói KÈM thông tin cá nhân
    .hint = Họ tên, số điện thoại, chỗ ở, biển số đi theo gói. Chỉ gửi kèm khi đơn vị nhận yêu cầu; lần gửi này được ghi lại. Esc để thôi. Để trống thư mục: outbox của sổ.
tui-ask-card-label = Tệp thẻ
tui-ask-card = Nhận thẻ của đơn vị nhận
    .hint = Gõ đường dẫn tệp thẻ mà đơn vị nhận đưa. Chưa nhận ngay: dấu vân khóa được đối chiếu qua điện thoại trước.
tui-ask-own-card-label = Tệp
tui-ask-own-card = Ghi thẻ của đơn vị mình
    .hint = Gõ tên tệp hoặc thư mục, ví dụ của USB. Để trống: thư mục outbox của sổ. Thẻ không có gì bí mật.
tui-ask-receipt-label = Tệp
tui-ask-receipt = Nhập biên nhận
    .hint = Gõ đường dẫn tệp biên nhận (receipt-….json); tệp .sig nằm cạnh nó.
tui-ask-csv-label = Tệp
tui-ask-csv = Xuất danh sách
    .hint = Gõ tên tệp, tận cùng là .xlsx (bảng tính Excel) hoặc .csv. Gõ tên thư mục, ví dụ của USB, hoặc để trống (thư mục outbox của sổ) thì ra tệp .csv. Tệp gồm mọi dòng khớp điều kiện lọc, không có thông tin cá nhân. Lần xuất này được ghi vào nhật ký truy cập.
tui-csv-done = Đã xuất danh sách
tui-csv-rows = { $rows } bản ghi

tui-keyless = Lệnh không có phím: tìm bằng Ctrl+P

room-menu = Quản lý
    .hint = Cán bộ, khu dân cư, cài đặt và những việc giữ sổ an toàn
room-officers = Cán bộ
    .hint = Ai vào được sổ, vai trò gì; thêm người, đặt mật khẩu
room-areas = Khu dân cư
    .hint = Tổ dân phố, thôn, buôn để chọn khi ghi sổ
tui-progress = Tiến độ
tui-progress-days = Thời gian (ngày)
room-signals = Đáng chú ý
    .hint = Nơi im lặng, loại việc tăng, đợt cao điểm còn thiếu, thiết bị hỏng; dòng mờ chỉ là số liệu. Enter mở các bản ghi.
column-signal = Loại
column-about = Ở đâu, việc gì
column-stands = Tình hình
room-clocks = Thời hạn
    .hint = Mọi thời hạn theo luật đang chạy, gần nhất trước. Enter mở vụ; gõ để tìm.
column-until = Hạn
column-to-do = Việc phải làm
task-next-clocks = Lọc
    .hint = Chỉ việc quá hạn, rồi chỉ việc sắp hết hạn, rồi tất cả
clocks-overdue = quá hạn
clocks-soon = sắp hết hạn
tui-signals-empty = Chưa có gì để tính.
room-figures = Số liệu
    .hint = Mọi chỉ tiêu của một kỳ cạnh kỳ trước, cùng kỳ năm trước và lũy kế từ đầu năm
column-figure = Chỉ tiêu
column-this = Kỳ này
column-previous = Kỳ trước
column-difference = Tăng (+)
column-percent = Tỷ lệ
column-last-year = Cùng kỳ
column-cumulative = Lũy kế
task-earlier = Kỳ trước
    .hint = Xem số liệu của kỳ liền trước
task-later = Kỳ sau
    .hint = Xem số liệu của kỳ liền sau
task-length = Chọn kỳ
    .hint = Xem theo tuần, tháng, quý, sáu tháng hay năm
length-week = Tuần
length-month = Tháng
length-quarter = Quý
length-half = Sáu tháng
length-year = Năm
tui-figures-runs = {" "}· kỳ chưa hết
tui-figures-newest = Đây là kỳ đang chạy, chưa có kỳ nào sau đó.
period-week = Tuần { $number } ({ $dates })
period-month = Tháng { $number }/{ $year } ({ $dates })
period-quarter = Quý { $roman }/{ $year } ({ $dates })
period-half-first = Sáu tháng đầu năm { $year } ({ $dates })
period-half-second = Sáu tháng cuối năm { $year } ({ $dates })
period-year = Năm { $year } ({ $dates })
period-cut = - kỳ đổi mốc, dài ngắn khác thường
change-more = tăng { $count }
change-less = giảm { $count }
change-none = không tăng, không giảm
change-unknown = chưa có số liệu để
tui-beside = So với trước
figures-beside = { $name }: { $this }; { $previous } so với { $before }; { $year } so với { $then }
figures-told = { $name }: { $this }; { $previous } so với kỳ trước; { $year } so với cùng kỳ năm trước; lũy kế từ đầu năm { $cumulative }.
cli-report-beside = Kỳ trước { $previous } · cùng kỳ năm trước { $year } · lũy kế { $cumulative }
room-settings = Cài đặt
    .hint = Tuần báo cáo bắt đầu lúc nào, bao lâu không gõ thì tự khóa
column-room = Mục
column-what = Để làm gì
column-login = Tên đăng nhập
column-state = Còn dùng
column-setting = Cài đặt
column-value = Giá trị
tui-only-manage = Việc này do chỉ huy làm; ở đơn vị nhận là cán bộ tiếp nhận
tui-only-read-access = Mục này chỉ dành cho chỉ huy, cán bộ tiếp nhận và người kiểm tra
task-receive = Nhận gói
    .hint = Nhận các gói từ một thư mục (USB) hoặc một tệp; biên nhận được ghi cạnh gói
task-request = Yêu cầu
    .hint = Yêu cầu đơn vị bổ sung, làm rõ bản ghi đang chọn; gửi theo biên nhận
task-trust = Thêm đơn vị
    .hint = Nhận thẻ của một đơn vị sau khi đối chiếu dấu vân khóa
task-revoke = Thu hồi khóa
    .hint = Từ nay không nhận gì ký bằng khóa của đơn vị đang chọn
task-start = Nhận từ gói
    .hint = Bắt đầu nhận của đơn vị đang chọn từ một gói ở giữa (khi đơn vị nhận mới lập)
task-own-card = Thẻ của mình
    .hint = Ghi thẻ của đơn vị nhận ra tệp để đưa cho các đơn vị gửi
tui-ask-receive-label = Thư mục
tui-ask-receive = Nhận gói
    .hint = Gõ đường dẫn thư mục (ví dụ của USB) hoặc một tệp gói. Các gói .tar.age trong đó được kiểm tra, nhập, và biên nhận được ghi cạnh gói.
tui-ask-post-card-label = Tệp thẻ
tui-ask-post-card = Thêm đơn vị
    .hint = Gõ đường dẫn tệp thẻ mà đơn vị đưa. Chưa nhận ngay: dấu vân khóa được đối chiếu qua điện thoại trước.
tui-ask-revoke-label = Lý do
tui-ask-revoke = Thu hồi khóa
    .hint = { $about }: từ nay không nhận gì ký bằng khóa này; những gì đã nhận vẫn giữ. Đơn vị trở lại bằng thẻ mới.
tui-ask-revoke-stolen-label = Lý do
tui-ask-revoke-stolen = Khóa bị mất hoặc lộ
    .hint = { $about }: không tin gì ký bằng khóa này nữa, kể cả gói ký từ trước mà chưa nhận. Đơn vị trở lại bằng thẻ mới.
tui-ask-start-label = Gói số
tui-ask-start = Nhận từ gói
    .hint = { $about }: số của gói đầu tiên sẽ nhận. Các gói trước không có ở đây và luôn được ghi rõ như vậy.
tui-ask-request-label = Nội dung
tui-ask-request = Yêu cầu đơn vị
    .hint = { $about }: cần đơn vị bổ sung, làm rõ gì. Yêu cầu đi theo biên nhận đến khi đơn vị ghi bổ sung vào bản ghi.
tui-revoke = Thu hồi khóa
    .hint = Khóa đã thu hồi không dùng lại được. Gọi cho đơn vị trước khi thu hồi.
tui-revoke-replaced = Khóa không dùng nữa (đổi máy, sáp nhập)
tui-revoke-stolen = Khóa bị mất hoặc lộ
tui-revoked = { $unit }: { $keys ->
        [0] các khóa đã thu hồi từ trước
       *[other] đã thu hồi { $keys } khóa. Khi đơn vị có thẻ mới: Ctrl+N
    }
tui-requested = Đã ghi yêu cầu về { $record }, gửi theo biên nhận tới
tui-trust-same = Giống từng ký tự: nhận của đơn vị này
tui-received = Đã nhận
tui-received-counts = { $files } tệp: { $results }. { $new } dòng mới.
tui-received-more = và { $count } tệp nữa cần xem; từng tệp có ở màn hình của đơn vị
tui-received-stopped = Đã dừng theo yêu cầu. Gói nào đã nhập thì giữ nguyên.
desk-receipts-aside = Không ghi được biên nhận vào { $folder } (đầy, hoặc khóa ghi). Biên nhận nằm trong thư mục outbox của sổ: chép sang USB khác để trả cho đơn vị.
tui-received-left = Còn { $count } tệp chưa nhận. Nhận lại cùng thư mục là đi tiếp từ đó.
tui-received-receipts = { $count } biên nhận ở { $folder }
tui-only-desk = Việc này do cán bộ tiếp nhận làm
room-compare = So sánh
    .hint = Số liệu của các đơn vị đặt cạnh nhau, theo tuần, tháng, quý, năm
column-incidents = Vụ việc
column-closed = Kết thúc
column-patrols = Tuần tra
column-observations = Ghi nhận
column-shifts = Ca trực
tui-compare-empty = Chưa có số liệu. Ctrl+K chọn tuần, tháng, quý, năm
tui-compared = So sánh { $from } - { $to }
tui-compared-with = gồm cả số liệu của { $units }
tui-compared-all = Cộng
tui-compared-until = mới nhận đến { $day }, số liệu chưa đủ
tui-compared-nothing = chưa nhận tuần nào của kỳ này
tui-compared-short = chưa đủ: { $count } trong { $all } đơn vị chưa gửi hết kỳ này
task-span = Chọn kỳ
    .hint = Chọn tuần, tháng, quý, năm để so sánh
task-sheet = Xuất .xlsx
    .hint = Ghi mọi chỉ tiêu của các đơn vị ra bảng tính .xlsx; lần xuất này được ghi lại
tui-ask-sheet-label = Tệp
tui-ask-sheet = Xuất bảng tính
    .hint = Gõ tên tệp hoặc thư mục, ví dụ của USB. Để trống: thư mục outbox của sổ.
span-last-week = Tuần trước
span-week = Tuần này
span-last-month = Tháng trước
span-month = Tháng này
span-last-quarter = Quý trước
span-quarter = Quý này
span-last-half = Sáu tháng trước
span-half = Sáu tháng này
span-last-year = Năm trước
span-year = Năm nay
sheet-log = Nhật ký
sheet-access = Ai đã xem gì
sheet-code = Mã
sheet-indicator = Chỉ tiêu
sheet-unit = Đơn vị tính
sheet-received = Đã nhận đến
stage-figures = Đếm số liệu
room-posts = Đơn vị gửi
    .hint = Các đơn vị gửi gói về đây: tuần mới nhất đã nhận, gói còn thiếu, lỗi và lưu ý, yêu cầu
room-post = Một đơn vị
    .hint = Từng tuần của một đơn vị: gói, kết quả, lỗi và lưu ý; Enter mở bản ghi
column-post = Mã
column-name = Tên
column-last = Mới nhất
column-standing = Tình trạng
column-findings = Lưu ý
column-asked = Yêu cầu
column-came = Nhận lúc
column-which = Mục
column-says = Nội dung
tui-posts-empty = Chưa có đơn vị nào. Ctrl+N thêm đơn vị theo thẻ của họ; Ctrl+T ghi thẻ của mình cho họ.
tui-post-empty = Chưa có gì của đơn vị này
tui-post-late = trễ { $count } tuần
tui-post-followed = nhập vào { $unit }
tui-post-none = chưa nhận gói nào
tui-post-fork = rẽ nhánh
tui-post-no-key = khóa đã thu hồi
tui-post-gap = thiếu gói { $missing }
tui-post-well = đủ
tui-post-well-note = Không có gì phải xử lý
tui-post-missing = thiếu gói
tui-post-missing-said = Gói { $missing } chưa đến; { $count } gói sau đó được giữ lại
tui-post-fork-said = Gói { $number } kể khác gói đã nhận, để riêng
tui-post-asked = yêu cầu
tui-post-asked-note = { $text } ({ $n ->
        [none] chờ biên nhận tới
       *[other] đã đi theo biên nhận số { $n }, chưa trả lời
    })
tui-post-batch = Gói { $number }
tui-post-batch-said = { $week }: { $result }, { $entries } dòng{ $count ->
        [0] {""}
       *[other] , { $count } lưu ý
    }
tui-post-batch-note = { $file } · mã gói { $id }
tui-post-code-newer = Mã của phiên bản mới hơn; cập nhật chương trình để đọc được.
tui-post-refused = bị từ chối
tui-post-start = bắt đầu
tui-post-key = khóa
tui-post-key-valid = đang dùng
tui-filter-post = Đơn vị
tui-origin = Đơn vị ghi
tui-origin-author = Người ghi
tui-origin-batch = Nhận theo
tui-origin-newest = Sửa theo
tui-origin-batch-said = Gói { $number } · { $week } · nhận lúc { $at }
tui-origin-journal = Nhật ký
tui-origin-journal-said = …{ $journal }, dòng { $seq }
tui-state-active = có
tui-state-ended = đã thôi
tui-officer-me = { $name } (bạn)
tui-officer-no-login = Cán bộ này không đăng nhập ở sổ này
tui-office-empty = Chưa có gì
tui-areas-empty = Chưa khai báo khu dân cư. Ctrl+N thêm một khu, Ctrl+B thêm nhiều khu một lần.
tui-area-ended = Đã thôi dùng { $number } từ hôm nay; bản ghi cũ vẫn giữ tên khu
tui-setting-set = Đã đổi, có hiệu lực ngay

task-add-officer = Thêm cán bộ
    .hint = Thêm cán bộ được vào sổ, kèm mật khẩu đầu tiên
task-set-password = Mật khẩu
    .hint = Đặt mật khẩu mới cho cán bộ đang chọn; dòng của mình thì đổi mật khẩu của mình
task-my-password = Đổi mật khẩu
    .hint = Đổi mật khẩu của mình
task-add-area = Thêm khu
    .hint = Thêm một khu dân cư
task-add-areas = Thêm nhiều
    .hint = Thêm nhiều khu dân cư một lần, mỗi dòng một khu (dán vào được)
task-end-area = Thôi dùng
    .hint = Thôi dùng khu dân cư đang chọn (nhập, tách khu); bản ghi cũ giữ nguyên
task-change = Đổi
    .hint = Đổi giá trị của cài đặt đang chọn

tui-disable = Khóa tài khoản cán bộ
    .hint = Không lấy lại được: muốn cho vào lại thì phải thêm như cán bộ mới.
tui-disable-said = Người này không vào sổ được nữa, và khóa của sổ được đổi để những gì đã chép đi không mở được bản mới. Đóng mọi cửa sổ trucban khác trước. Đĩa phải còn chỗ bằng cỡ sổ; mất vài giây, có khi vài phút, đừng tắt máy.
tui-disable-yes = Khóa tài khoản này
tui-sure-no = Thôi, để nguyên
task-disable = Khóa
    .hint = Khóa tài khoản cán bộ đang chọn và đổi khóa của sổ
tui-work-through = { $stage }: đợi cho xong, đừng tắt máy
tui-work-at = Esc dừng · { $stage }
room-backups = Sao lưu
    .hint = Sao lưu ngay ra USB hoặc thư mục khác; các bản sao lưu đang có, cách khôi phục
room-doctor = Kiểm tra sổ
    .hint = Kiểm tra toàn bộ sổ: tệp dữ liệu, chuỗi nhật ký, nội dung, các danh sách
column-at = Lúc
column-age = Cách đây
column-file = Tệp
column-check = Mục kiểm tra
column-result = Kết quả
tui-backups-empty = Chưa có bản sao lưu nào. Ctrl+N sao lưu ngay.
tui-backup-elsewhere = ngoài máy: { $file }
tui-backup-at = { $file }. Enter xem cách khôi phục.
tui-backup-done = Đã sao lưu
tui-backup-keep = Đã đọc lại và so khớp. Cất bản này ở nơi khác máy; mở được bằng mật khẩu hôm nay hoặc giấy khôi phục.
tui-restore = Khôi phục từ bản sao lưu
tui-restore-how = Trong cửa sổ dòng lệnh, gõ: trucban restore "{ $file }" THƯ-MỤC-MỚI
tui-restore-then = Thư mục mới phải trống; sổ đang dùng không bị động đến. Sổ khôi phục viết tiếp vào một quyển nhật ký mới nối với quyển cũ. Những gì ghi sau lần sao lưu mà đã gửi thì lấy lại được từ các gói đã gửi, bằng giấy khôi phục. Đã đổi khóa ký sau lần sao lưu thì phải lập khóa mới nữa: trucban card --new-key --revoked.
tui-doctor-empty = Chưa kiểm tra lần nào từ khi mở sổ. Enter kiểm tra ngay; sổ lớn thì mất vài phút, Esc dừng được.
tui-check-well = tốt
tui-check-ill = CÓ LỖI
tui-checked-at = (Kiểm tra lúc { $at })
tui-check-integrity = Tệp dữ liệu
    .hint = Mọi trang của tệp logbook.db đọc được và đúng chữ ký. Không cần làm gì.
tui-check-integrity-ill = Tệp dữ liệu hỏng: { $found }. Đừng ghi thêm; báo chỉ huy, khôi phục bản sao lưu mới nhất và thay đĩa.
tui-check-chain = Chuỗi nhật ký
    .hint = Không dòng nào bị sửa, bỏ hay chèn thêm kể từ lúc ghi. Không cần làm gì.
tui-check-chain-ill = Chuỗi nhật ký đứt: { $found }. Đừng ghi thêm; giữ nguyên thư mục, báo chỉ huy, khôi phục bản sao lưu ra chỗ khác để so.
tui-check-lost = Nội dung
    .hint = Dòng nào cũng còn nội dung của nó. Không cần làm gì.
tui-check-lost-ill = Mất nội dung của { $found } dòng mà không rõ vì sao. Khôi phục từ bản sao lưu mới nhất.
tui-check-derived = Danh sách và chỉ mục tìm kiếm
    .hint = Danh sách, số liệu, tìm kiếm khớp với nhật ký. Không cần làm gì.
tui-check-derived-ill = Danh sách khác với nhật ký: { $found }. Không mất gì: Ctrl+B dựng lại từ nhật ký; đóng mọi cửa sổ trucban khác trước.
tui-check-purged = Đã xóa theo quy định
    .hint = Số tờ nội dung đã xóa, có ghi ai xóa và vì sao. Không cần làm gì.
tui-check-withheld = Đơn vị gửi không kèm
    .hint = Số tờ thông tin cá nhân mà đơn vị khác giữ lại. Không cần làm gì.
tui-check-entries = Số dòng nhật ký
    .hint = Mã băm dòng cuối: { $head }
tui-doctor-ill = Sổ có chỗ phải xử lý
    .hint = Xem từng mục trong bảng; Enter xem đủ lời dặn.
tui-rebuild-later = Để sau
tui-rebuilt = Đã dựng lại các danh sách từ nhật ký. Ctrl+R kiểm tra lại.
task-backup = Sao lưu
    .hint = Sao lưu ngay ra một tệp
task-check = Kiểm tra
    .hint = Kiểm tra toàn bộ sổ; Esc dừng được
task-rebuild = Dựng lại
    .hint = Dựng lại các danh sách, chỉ mục từ nhật ký; phải đóng các cửa sổ khác
tui-ask-backup = Sao lưu
    .hint = Gõ thư mục hoặc tệp, ví dụ /media/usb. Để trống: thư mục backups của sổ.
tui-ask-backup-label = Ghi vào
room-purge = Xóa theo quy định
    .hint = Xóa hẳn thông tin cá nhân, bản cũ của hồ sơ đã hết hạn lưu; xem trước rồi mới xóa
room-due = Những gì sẽ xóa
    .hint = Phần người liên quan và các bản cũ; bản mới nhất của sự việc luôn còn
room-holds = Hồ sơ được giữ
    .hint = Hồ sơ không lệnh xóa nào động đến: đang khiếu nại, điều tra, kiểm tra
room-access = Ai đã xem gì
    .hint = Ai xem, tìm, in, xuất thông tin cá nhân; lúc nào, vì sao. Không ai sửa được danh sách này.
room-journals = Quyển nhật ký
    .hint = Các quyển nối tiếp nhau của sổ này; mở quyển mới khi nhật ký rẽ nhánh
column-rule = Quy định
column-number = Số
column-goes = Xóa gì
column-title = Trích yếu
column-who = Ai
column-did = Làm gì
column-why = Vì sao, tìm gì
column-volume = Quyển
column-begun = Từ lúc
column-lines = Số dòng
column-volume-state = Tình trạng
tui-rule = Quy định { $id }, theo { $source }. Enter xem những hồ sơ đến hạn, chưa xóa gì.
tui-due-goes = người liên quan: { $persons }, bản cũ: { $facts }
    .hint = Mất { $persons } phần người liên quan và { $facts } bản cũ đã được sửa. Nội dung mới nhất của sự việc còn nguyên.
tui-due-held = được giữ, không xóa
    .hint = Có lệnh giữ, không lệnh xóa nào động đến. Bỏ lệnh giữ ở mục Hồ sơ được giữ.
tui-due-none = Không có gì đến hạn xóa.
tui-due-sum = Sẽ xóa ở { $records } hồ sơ: { $persons } phần người liên quan, { $facts } bản cũ. Giữ lại { $held } hồ sơ.
tui-due-first = Bảng chỉ nêu { $shown } hồ sơ đầu.
tui-purge = Xóa hẳn
    .hint = Việc này không làm lại được.
tui-purge-said = Mất hẳn khỏi sổ, chỉ mục, gói trong outbox và bản sao lưu trong máy; giấy khôi phục cũng không lấy lại được. Nhật ký còn ghi ai xóa, lúc nào, vì sao. Đơn vị nhận xóa theo khi nhận gói sau; bản đã chép ra USB thì phải tự thu hồi.
tui-purge-yes = Xóa hẳn, không lấy lại được
tui-purged = Đã xóa hẳn ở { $records } hồ sơ: { $persons } phần người liên quan, { $facts } bản cũ. Giữ lại { $held } hồ sơ.
tui-holds-empty = Chưa giữ hồ sơ nào. Ctrl+N giữ một hồ sơ.
tui-hold-by = { $name } giữ từ { $at }. Enter xem hồ sơ, Ctrl+D thôi giữ.
tui-access-empty = Không có lần xem nào trong những ngày này.
tui-access-cut = Chỉ đọc { $count } dòng mới nhất. Ctrl+F chọn ít ngày hơn để xem tiếp.
tui-access-done = Đã xuất danh sách xem thông tin
tui-access-rows = { $rows } dòng
tui-days-unclear = Không hiểu ngày này
tui-volume-written = đang ghi
    .hint = Quyển đang ghi, đã có { $last } dòng. Mã quyển: { $journal }
tui-volume-forked = RẼ NHÁNH, phải mở quyển mới
    .hint = Đơn vị nhận đang giữ những dòng khác với quyển này: có hai bản sổ cùng ghi. Gọi cho họ, thống nhất dùng bản nào; ở bản ấy Ctrl+N mở quyển mới.
tui-volume-continued = đã nối sang quyển sau
    .hint = Quyển sau viết tiếp từ dòng { $until }. Mã quyển: { $journal }
tui-volume-carried = nối từ dòng { $until }
    .hint = Quyển sau viết tiếp từ dòng { $until }; các dòng sau đó đến { $last } đã được chép sang. Mã quyển: { $journal }
tui-journal = Mở quyển nhật ký mới
    .hint = Chỉ làm khi đã thống nhất với đơn vị nhận.
tui-journal-said = Quyển đang ghi khép lại, quyển mới nối tiếp từ dòng cuối mà đơn vị nhận cũng có; những gì ghi sau đó được chép sang, không mất gì. Không quay về quyển cũ được. Bản sổ kia, nếu có, không được ghi nữa. Đóng các cửa sổ trucban khác trước.
tui-journal-begun = Đã bắt đầu quyển nhật ký mới, nối tiếp quyển trước
tui-journal-yes = Mở quyển mới
tui-board-forked = ! Nhật ký rẽ nhánh
tui-check-receiver = Khớp với đơn vị nhận
    .hint = Không biên nhận nào nói đơn vị nhận giữ điều gì khác. Không cần làm gì.
tui-check-receiver-ill = Đơn vị nhận giữ những dòng khác với sổ này: nhật ký rẽ nhánh, có hai bản sổ cùng ghi. Gọi cho họ, thống nhất dùng bản nào; ở bản ấy vào Quản lý, Quyển nhật ký, mở quyển mới.
task-purge-record = Xóa một hồ sơ
    .hint = Xem trước, rồi xóa hẳn thông tin cá nhân và bản cũ của một hồ sơ
task-purge = Xóa hẳn
    .hint = Xóa hẳn những gì bảng nêu, sau khi ghi lý do và hỏi lại
task-hold = Giữ hồ sơ
    .hint = Không lệnh xóa nào động đến hồ sơ này, đến khi thôi giữ
task-release = Thôi giữ
    .hint = Bỏ lệnh giữ của hồ sơ đang chọn
task-days = Chọn ngày
    .hint = Chỉ xem những ngày nhất định
task-access-file = Xuất
    .hint = Ghi danh sách của những ngày đang xem ra tệp .xlsx hoặc .csv; lần xuất này cũng được ghi lại
task-new-journal = Mở quyển mới
    .hint = Khép quyển đang ghi, mở quyển nối tiếp; cần khi nhật ký rẽ nhánh
tui-ask-purge-number = Xóa một hồ sơ
    .hint = Gõ số hồ sơ, ví dụ VV-2026-000123. Chỉ xem trước, chưa xóa gì.
tui-ask-purge-number-label = Số
tui-ask-purge-why = Lý do xóa
    .hint = Ví dụ: hết thời hạn lưu theo kế hoạch 12. Lý do nằm trong nhật ký mãi mãi, đừng nêu tên người. Sau đó còn hỏi lại một lần.
tui-ask-purge-why-label = Lý do
tui-ask-hold = Giữ hồ sơ
    .hint = Gõ số hồ sơ, ví dụ VV-2026-000123. Không lệnh xóa nào động đến hồ sơ này, đến khi thôi giữ.
tui-ask-hold-label = Số
tui-ask-days = Chọn ngày
    .hint = Gõ một ngày (hôm qua, 20/11) hoặc hai ngày (01/11 - 23/11). Để trống: tất cả.
tui-ask-days-label = Ngày
tui-ask-access = Xuất danh sách xem thông tin
    .hint = Gõ tên tệp, tận cùng là .xlsx (bảng tính Excel) hoặc .csv. Gõ tên thư mục, ví dụ của USB, hoặc để trống (thư mục outbox của sổ) thì ra tệp .csv. Lần xuất này cũng được ghi lại.
tui-ask-access-label = Tệp
tui-ask-journal = Lý do mở quyển mới
    .hint = Ví dụ: hai máy cùng ghi một sổ, đã thống nhất dùng máy này. Sau đó còn hỏi lại một lần.
tui-ask-journal-label = Lý do
room-recovery = Mã khôi phục
    .hint = Tờ giấy mở được sổ khi mọi người quên mật khẩu; lập mã mới khi mất giấy
tui-recovery-empty = Mất giấy khôi phục, hoặc người giữ giấy chuyển đi, thì lập mã mới. Enter hiện mã mới để chép ra giấy; giấy cũ vẫn dùng được đến khi gõ lại đúng hai nhóm của mã mới.
tui-prove = Mật khẩu của chính mình
    .hint = Mã mới thay mã cũ: gõ lại mật khẩu của mình rồi Enter.
tui-proving = Đang kiểm tra…
tui-recovery-new = Mã khôi phục mới: chỉ hiện một lần
    .hint = Chép cả dòng đầu và mọi nhóm ra giấy, cất tủ khóa, không chụp ảnh. Ai có mã này và thư mục sổ thì đọc được cả sổ. F2 ghi ra tệp để in. Xong thì Enter; Esc là thôi, giấy cũ vẫn dùng được.
tui-recovery-check = Nhìn tờ giấy, gõ lại hai nhóm này. Esc để xem lại mã. Đúng cả hai thì giấy mới thay giấy cũ.
tui-recovery-kept = Chưa đổi gì: giấy khôi phục cũ vẫn dùng được
tui-recovery-done = Giấy mới đã thay giấy cũ. Bản sao lưu trước đây vẫn cần giấy cũ: giữ cả hai.
task-new-recovery = Lập mã mới
    .hint = Lập mã khôi phục mới thay mã cũ, sau khi đã chép ra giấy
tui-form-areas = Nhiều khu dân cư
field-areas-names = Mỗi dòng một khu
tui-ask-password = Mật khẩu của { $name }
    .hint = Ít nhất 10 ký tự, gõ hai lần giống nhau. Một câu dễ nhớ gồm vài từ là tốt nhất.
tui-choose-setting = Đổi cài đặt
    .hint = Chọn xong có hiệu lực ngay. Esc để nguyên như cũ.
tui-ask-setting = Đổi cài đặt
    .hint = { $about } ({ $values })
tui-ask-setting-label = Giá trị mới
tui-ask-area-ends = Thôi dùng khu dân cư
    .hint = Nêu lý do, ví dụ: nhập vào TDP 7 theo nghị quyết. Từ hôm nay không chọn được khu này nữa.
tui-ask-area-ends-label = Lý do

tui-place-patrols = Tuần tra
    .hint = ↑↓ chọn, Enter làm. Lượt nào đang đi thì F4 vào thẳng lượt đó.
tui-place-patrol = Đang tuần tra
    .hint = ↑↓ đi từng dòng. Gõ chữ là ghi sơ hở tại đây, lúc này. Dòng đầu: Enter xem cả bản ghi.
tui-patrols-write = Ghi một lượt đã đi xong
tui-patrols-start = Xuất phát một lượt ngay bây giờ
tui-patrols-plan = Lên kế hoạch một lượt
tui-patrols-standing = Đang đi, theo kế hoạch ({ $count })
tui-patrol-people = { $count } người
tui-patrol-out = đi được { $age }{ $due ->
        [none] {""}
       *[other] , hẹn về { $due }
    }
tui-patrol-leaves = đi lúc { $at }
tui-patrol-go = Xuất phát ngay
tui-patrol-route = Lộ trình ({ $reached }/{ $all })
tui-patrol-next = điểm tới
tui-patrol-elsewhere = Đến thêm một khu
tui-patrol-seen = Đã ghi nhận ({ $count })
tui-patrol-seen-none = Chưa có gì. Gõ chữ hoặc F5 để ghi sơ hở.
tui-patrol-no-step = Điểm này đã ghi giờ đến, hoặc lượt này không đang đi
tui-patrol-no-incident = Sơ hở này chưa lập vụ việc; F3 để lập

tui-leave = Rời biểu mẫu
    .hint = Biểu mẫu đã viết dở, chưa lưu vào sổ.
tui-leave-keep = Giữ bản nháp
tui-leave-stay = Viết tiếp
tui-leave-drop = Bỏ hẳn
tui-draft-kept = Đã giữ bản nháp (Ctrl+O để viết tiếp)
tui-draft-dropped = Đã bỏ bản nháp
tui-draft-unreadable = Bản nháp không đọc được
tui-drafts-hint = Bản nháp chưa lưu. Enter viết tiếp, Esc để sau.
tui-drafts-later = Bản nháp vẫn còn; Ctrl+O để viết tiếp
tui-drafts-none = Không có bản nháp nào
tui-quit-again = Bấm lần nữa để thoát chương trình
tui-ask-void = Hủy bản ghi
    .hint = Bản ghi hủy vẫn đọc được, bị gạch ngang và không tính vào số liệu. Không khôi phục được; nhầm thì lập bản ghi mới.
tui-ask-void-label = Lý do
tui-void-sure = Hủy bản ghi này?
    .hint = Lý do được giữ trong lịch sử. Không khôi phục được.
tui-void-changed = Bản ghi vừa được sửa ở nơi khác
    .hint = Chưa hủy gì cả. Trên đây là phần vừa được sửa.
tui-void-look = Xem bản mới đã
tui-void-yes = Hủy bản ghi
tui-conflict = Bản ghi vừa được sửa ở nơi khác
    .hint = Trong lúc đang sửa, có người đã lưu bản mới hơn. Chưa ghi đè gì cả.
tui-conflict-there = Ở bản mới: { $value }
tui-conflict-here = Đang viết: { $value }
tui-conflict-mine = Đưa phần đang viết lên bản mới, xem lại rồi lưu
tui-conflict-theirs = Bỏ phần đang viết, xem bản mới
tui-conflict-back = Quay lại biểu mẫu
tui-conflict-rebased = Đã đưa lên bản mới. Xem lại rồi F2 để lưu.

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
indicator-unit-tip = tin
indicator-unit-leaflet = tờ
indicator-force-police = công an
indicator-force-grassroots = lực lượng bảo vệ ANTT ở cơ sở
indicator-force-militia = dân quân
indicator-force-other = lực lượng khác
indicator-incident-total = Vụ việc tiếp nhận
indicator-incident-group = Vụ việc theo nhóm: { $part }
indicator-incident-category = Vụ việc theo loại: { $part }
indicator-incident-status = Vụ việc theo tình trạng: { $part }
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
indicator-tip-total = Tin quần chúng tiếp nhận
indicator-tip-topic = Tin quần chúng theo nội dung: { $part }
indicator-tip-usable = Tin quần chúng theo giá trị: { $part }
indicator-outreach-total = Tuyên truyền đã thực hiện
indicator-outreach-topic = Tuyên truyền theo chủ đề: { $part }
indicator-outreach-form = Tuyên truyền theo hình thức: { $part }
indicator-outreach-attendance = Người tham dự tuyên truyền
indicator-outreach-leaflets = Tờ rơi đã phát
indicator-joint-total = Phối hợp, kiểm tra đã thực hiện
indicator-joint-type = Phối hợp, kiểm tra theo loại: { $part }
indicator-joint-people = Người tham gia phối hợp, kiểm tra
indicator-joint-found = Tồn tại phát hiện khi phối hợp, kiểm tra
indicator-joint-mended = Tồn tại đã khắc phục
indicator-property-total = Tài sản tiếp nhận
indicator-property-type = Tài sản tiếp nhận theo loại: { $part }
indicator-property-state = Tài sản tiếp nhận theo tình trạng: { $part }

## sync and desk

readme-what = Đây là gói báo cáo tuần của đơn vị { $unit }, gửi đơn vị nhận { $receiver }. Gói theo các chuẩn mở:
    BagIt 1.0, tar, age, chữ ký SSH, JSON. Không cần phần mềm trực ban cũng mở và kiểm tra được,
    theo các bước dưới đây. Bước nào báo lỗi thì dừng lại, đừng dùng dữ liệu và báo cho đơn vị gửi.
readme-need = Cần có: ssh-keygen (OpenSSH), age, tar, sha256sum, và Python 3 với
    python3 -m pip install bagit==1.9.0 bagit_profile==1.3.1 jsonschema==4.26.0
    Để trong cùng một thư mục: { $name }.tar.age, { $name }.tar.age.sig, và identity.txt
    là tệp khóa riêng của đơn vị nhận (trucban desk identity) hoặc giấy khôi phục của đơn vị gửi.
readme-key = BƯỚC 1. Khóa ký của đơn vị gửi. Khóa ghi trong gói chưa chứng minh được gì: hãy so dấu vân khóa
    với thẻ của đơn vị { $unit }, hoặc gọi điện hỏi. Chỉ làm tiếp khi hai dấu vân giống nhau.
readme-outer = BƯỚC 2. Kiểm tra chữ ký ngoài, trên tệp mã hóa, trước khi mở.
readme-open = BƯỚC 3. Giải mã và mở gói.
readme-inner = BƯỚC 4. Kiểm tra chữ ký trong, trên bảng kê.
readme-manifests = BƯỚC 5. So từng tệp với bảng kê. Dòng cuối cùng là mã của gói, như ghi trong biên nhận.
readme-bag = BƯỚC 6. Kiểm tra gói theo chuẩn BagIt và theo mẫu riêng của gói trực ban.
readme-schema = BƯỚC 7. Kiểm tra từng dòng dữ liệu theo mô tả JSON Schema trong thư mục schema.
readme-chain = BƯỚC 8. Kiểm tra chuỗi băm: không dòng nhật ký nào bị sửa, bỏ hay chèn thêm, và nội dung
    của mỗi dòng đúng là nội dung đã ghi. data/indicators.csv là bảng số liệu của tuần, mở bằng bảng tính.

help-week = Tuần báo cáo: xem, duyệt, xuất gói cho đơn vị nhận
help-week-list = Các tuần và tình trạng từng tuần
help-week-preview = Xem trước những gì sẽ gửi và những điều cần sửa
help-week-approve = Duyệt tuần (chỉ huy)
help-week-export = Niêm phong phần chưa gửi và ghi tệp gói ra thư mục (chỉ huy)
help-batch = Xem và kiểm tra gói tuần, lấy lại phần đã gửi
help-batch-inspect = Xem gói là gì, của ai, gửi cho ai
help-batch-import = Lấy lại từ các gói mình đã gửi phần mà sổ khôi phục còn thiếu
help-batch-verify = Kiểm tra toàn bộ gói: chữ ký, bảng kê, từng dòng, chuỗi
help-card = In thẻ của đơn vị mình: mã, tên, khóa ký, khóa nhận
help-receiver = Chọn đơn vị nhận theo thẻ của họ
help-receipt = Nhập biên nhận của đơn vị nhận
help-desk = Việc của đơn vị nhận
help-desk-trust = Công nhận một đơn vị theo thẻ của họ
help-desk-receive = Nhận gói từ tệp hoặc thư mục, trả biên nhận
help-desk-posts = Các đơn vị gửi và tình trạng từng đơn vị
help-desk-identity = In khóa riêng để mở các gói gửi đến (giữ kín; được ghi vào nhật ký truy cập)
help-desk-revoke = Thu hồi khóa của một đơn vị: từ nay không nhận gì ký bằng khóa đó
help-desk-start = Bắt đầu nhận của một đơn vị từ gói số này (đơn vị nhận mới lập)
help-desk-request = Yêu cầu đơn vị bổ sung, làm rõ một bản ghi; gửi theo biên nhận

arg-week-preview-week = Tuần cần xem, dạng 2026-W47; không ghi thì lấy tuần đến hạn
arg-week-approve-week = Tuần cần duyệt, dạng 2026-W47; không ghi thì lấy tuần đến hạn
arg-week-export-week = Gửi dưới tên tuần nào, dạng 2026-W47; không ghi thì lấy tuần đến hạn
arg-week-export-from = Ghi lại từ gói số này trở đi
arg-week-export-out = Thư mục ghi gói, ví dụ USB; không ghi thì vào thư mục outbox của sổ
arg-batch = Chỉ ghi lại gói số này
arg-with-persons = Gửi kèm thông tin cá nhân, trừ tin báo và bản ghi có người cần giữ kín
arg-despite = Lý do vẫn gửi dù còn điều cần sửa
arg-card = Tệp thẻ
arg-card-out = Ghi thẻ ra tệp này
arg-fingerprint = Dấu vân khóa (SHA256:…) đã đọc đối chiếu
arg-paths = Tệp gói hoặc thư mục chứa gói
arg-desk-receive-out = Thư mục ghi biên nhận; không ghi thì để cạnh tệp gói
arg-new-key = Đổi sang khóa ký mới
arg-revoked = Đơn vị nhận không nhận khóa cũ nữa (đã thu hồi): ký ngay bằng khóa mới
arg-stolen = Khóa bị mất hoặc lộ: cả những gì đã ký bằng khóa đó cũng không tin nữa
arg-desk-revoke-why = Lý do thu hồi
arg-desk-start-number = Số của gói đầu tiên sẽ nhận
arg-desk-request-record = Bản ghi: số hoặc mã dài
arg-desk-request-text = Cần đơn vị làm gì
arg-desk-request-code = Mã lỗi, lưu ý mà yêu cầu nói đến, ví dụ H204
arg-receipt-file = Tệp biên nhận, cạnh nó có tệp .sig
arg-path = Tệp gói, gói đã mở, hoặc thư mục chứa gói
arg-batch-import-identity = Giấy khôi phục của đơn vị, chép vào một tệp
arg-batch-import-paths = Các gói đơn vị mình đã gửi, hoặc thư mục chứa chúng
arg-identity = Tệp khóa riêng của đơn vị nhận, hoặc giấy khôi phục của đơn vị gửi

stage-seal = Niêm phong
stage-write = Ghi gói
stage-receive = Nhận gói
stage-list = Ghi danh sách
stage-pages = Kiểm tra tệp dữ liệu
stage-chain = Kiểm tra chuỗi nhật ký
stage-views = Dựng lại danh sách
stage-words = So chỉ mục tìm kiếm
stage-copy = Chép sổ
stage-pack = Ghi bản sao lưu
stage-read-back = Đọc lại để so
stage-rekey = Đổi khóa của sổ
stage-due = Tìm những gì đến hạn xóa
stage-purge = Xóa nội dung
stage-demo = Dựng phường giả lập

week-open = chưa gửi
week-sealed = chờ biên nhận
week-acknowledged = đã nhận
week-through = Cấp trên đã nhận đến tuần { $week }
week-preview = Tuần { $week } ({ $dates }): { $entries } dòng nhật ký chưa gửi, { $records } bản ghi. { $receiver ->
        [none] Chưa chọn đơn vị nhận
       *[other] Gửi: { $receiver }
    }
week-approved = Đã duyệt tuần { $week }: { $number }{ $holds ->
        [0] {""}
       *[other] , bỏ qua { $holds } điều cần sửa, có ghi lý do
    }
week-exported = Gói mới nhất: { $name } (tuần { $week }, { $entries } dòng). Chép cả tệp .sig khi đem đi.

desk-card = { $unit } · { $name } · dấu vân khóa { $fingerprint }
desk-compare = Đọc dấu vân khóa này cho bên kia qua điện thoại. Giống từng ký tự không? (c/k)
card-key-later = Đơn vị đã có khóa ký mới. Khóa cũ vẫn ký cho đến khi có biên nhận báo cấp trên đã nhận gói tới; không phải làm gì thêm. Khi cấp trên hỏi thì đọc dấu vân khóa này.
card-key-now = Từ nay đơn vị ký bằng khóa mới. Cấp trên phải công nhận thẻ này thì mới nhận: trucban desk trust THẺ. Sau đó ghi lại gói: trucban week export
desk-receiver = Đơn vị nhận từ nay: { $name } ({ $unit })
desk-trusted = Đã công nhận { $name } ({ $unit })
desk-nothing = Không thấy tệp gói nào (.tar.age)
desk-handed = { $file }: { $result } (mới { $new } dòng, đã có { $known })
desk-answered = Biên nhận: { $file }
desk-new-key = { $unit } đổi khóa ký, dấu vân mới { $fingerprint }. Gọi cho đơn vị để chắc chắn đúng là họ đổi.
desk-left = Còn { $count } tệp chưa xem; chạy lại đúng lệnh này để nhận tiếp.
desk-asked = { $unit }: biên nhận chỉ có yêu cầu, chờ chuyển: { $file }
desk-revoked = { $unit }: { $keys ->
        [0] không còn khóa nào để thu hồi
       *[other] đã thu hồi { $keys } khóa, không nhận gì ký bằng khóa đó nữa. Khi đơn vị có thẻ mới: trucban desk trust THẺ
    }
desk-started = { $unit }: nhận từ gói số { $number }. Các gói trước không có ở đây và luôn được ghi rõ như vậy.
desk-requested = Đã ghi yêu cầu về { $record }; yêu cầu đi theo biên nhận cho { $unit } đến khi đơn vị ghi bổ sung vào bản ghi.
desk-post-late = trễ { $count } tuần: lẽ ra đã có đến tuần { $week }, tuần đầu còn thiếu hết hạn lúc { $since }
desk-post-ended = thôi hoạt động sau ngày { $day }
desk-post-follows = kế tục { $units }
desk-post-followed = đã nhập vào { $unit }, tính chung với đơn vị đó
desk-post-held = { $missing ->
        [none] { $count } gói được giữ lại, chờ gói trước
       *[other] thiếu gói { $missing }; { $count } gói sau đó được giữ lại
    }
desk-post-forks = nhật ký rẽ nhánh: { $count } gói để riêng
desk-post-findings = { $count } lỗi, lưu ý trong các bản ghi
desk-post-withheld = { $count } phiên bản không có nội dung kèm theo, chưa có lệnh xóa nào nêu đến
desk-post-asked = { $count } yêu cầu chưa trả lời
desk-post-waiting = { $count } yêu cầu chờ biên nhận tới
desk-post-start = nhận từ gói số { $number }, không có các gói trước
desk-post-revoked = khóa { $state ->
        [stolen] bị mất hoặc lộ, đã thu hồi
       *[other] đã thu hồi
    } { $at }: { $why }
desk-receipt = Biên nhận số { $n } của { $desk }: { $week ->
        [none] chưa gói nào được nhận trọn
       *[other] cấp trên đã nhận đến tuần { $week }
    }
desk-identity = Khóa riêng của { $unit }: mở được mọi gói gửi đến. Giữ kín, không để cùng chỗ với các gói.

result-merged = đã nhập
result-already-merged = đã nhập từ trước
result-held-gap = giữ lại, chờ gói trước
result-fork = rẽ nhánh, để riêng
result-bad-signature = chữ ký không đúng
result-unknown-post = chưa biết đơn vị
result-not-for-us = không gửi cho đơn vị mình
result-bad-format = không đúng quy cách
result-unsupported-version = phiên bản chưa đọc được
result-too-large = quá lớn

batch-imported = đã lấy lại
batch-known = đã có đủ
batch-refused = không nhận
batch-verified = đúng và đủ
batch-inspected = đọc được
batch-name = Gói
batch-id = Mã gói
batch-unit = Đơn vị gửi
batch-receiver = Đơn vị nhận
batch-week = Tuần
batch-entries = Số dòng
batch-persons = Kèm thông tin cá nhân (số tờ)
batch-sealed = Niêm phong lúc
batch-signer = Dấu vân khóa ký
batch-trusted = Khóa này của đơn vị

## demo

cli-demo-made = Đã dựng sổ của một phường giả lập ở { $folder } ({ $records } bản ghi).
    Người đăng nhập: { $officer }. Mật khẩu: { $password }
    Mở bằng: trucban --logbook { $folder }
cli-progress-demo = Đang dựng phường giả lập
help-demo = Dựng sổ của một phường giả lập để dùng thử; dữ liệu trong đó không có thật
arg-demo-dir = Thư mục mới hoặc trống; không ghi thì tạo trong thư mục tạm
arg-records = Tổng số vụ việc, lượt tuần tra và ca trực
arg-weeks = Số tuần; không ghi thì theo số bản ghi
arg-seed = Cùng số và cùng ngày cuối thì ra cùng bản ghi
arg-until = Ngày cuối (mặc định là lúc này)
arg-open = Mở màn hình sau khi dựng xong

tui-place-first = Lập sổ lần đầu
    .hint = ↑↓ chọn dòng, Enter sang bước sau, Esc về bước trước. Chưa gõ lại đúng mã khôi phục thì chưa có gì được ghi vào máy.
tui-place-paper = Mã khôi phục
    .hint = Chép ra giấy rồi Enter; bước sau hỏi lại hai nhóm. Để lâu không bấm phím nào thì mã bị xóa khỏi màn hình, đặt lại mật khẩu để có mã mới.
cmd-go = Tiếp
    .hint = Sang bước sau
cmd-before = Quay lại
    .hint = Về bước trước
cmd-paper = Ghi ra tệp
    .hint = Ghi mã khôi phục ra tệp để in
cmd-glyphs = Thử chữ
    .hint = Xem máy có hiện và gõ được chữ Việt có dấu không
tui-trial = Gõ thử
tui-glyphs = àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ ÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ Đ ÈÉẺẼẸ ÊỀẾỂỄỆ ÌÍỈĨỊ ÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ÙÚỦŨỤ ƯỪỨỬỮỰ ỲÝỶỸỴ ─│┌┐└┘ ›●○■□█░✓•… ↑↓
    .hint = Nếu thấy ô vuông hay dấu hỏi thay cho chữ, đổi phông chữ của cửa sổ. Màn hình đen của Linux (ngoài cửa sổ) không có đủ chữ Việt.
tui-first = Chưa có sổ trực ở { $folder }
tui-first-new = Lập sổ trực của đơn vị
tui-first-demo = Dùng thử với một phường giả lập
tui-first-clock = Giờ máy: { $now }. Sai thì chỉnh lại trước.
tui-first-clock-unset = Giờ máy { $now } chắc chắn sai. Chỉnh lại trước khi lập sổ.
tui-first-clock-wrong = Giờ máy sai: chỉnh đồng hồ trước, rồi lập sổ
tui-first-long = “{ $line }” dài quá { $max } ký tự
tui-first-step = Câu { $n }/{ $count } · { $name }
first-name = Tên đơn vị
    .hint = Như trên con dấu, ví dụ: Công an phường 2, Bảo Lộc. Tên này đứng ở đầu mọi màn hình và trên gói tuần.
first-code = Mã đơn vị
    .hint = Chữ không dấu, số và gạch nối, nhiều nhất 16 ký tự, ví dụ LDG-P2. Đơn vị nhận đã cấp mã thì ghi đúng mã ấy. Mã đứng trong số của mọi bản ghi, sau này không đổi được.
tui-first-code = Mã chỉ có chữ không dấu, số và gạch nối ở giữa, nhiều nhất 16 ký tự
first-receiver = Đơn vị nhận gói tuần
    .hint = Đường dẫn tới tệp thẻ mà đơn vị nhận đã gửi, ví dụ /media/usb/the.txt. Chưa có thì để trống rồi Enter, thêm sau ở màn hình Tuần (F9).
tui-first-compare = Gọi cho đơn vị nhận, hai bên đọc dãy ký tự trên cho nhau. Giống hệt thì Enter, khác thì Esc.
first-areas = Khu dân cư
    .hint = Mỗi dòng một tổ dân phố, khu phố, thôn; dán cả danh sách được. Để trống cũng được, thêm sau trong Quản lý (Ctrl+A). Xong thì Tab.
first-officer = Chỉ huy và mật khẩu
    .hint = Người này là chỉ huy, thêm cán bộ khác sau. Mật khẩu ít nhất 10 ký tự, một câu dễ nhớ là tốt nhất. Quên mật khẩu thì chỉ mã khôi phục ở bước sau mở được sổ.
tui-first-officer = Họ và tên
tui-first-waits = Đang làm, chờ một chút…
tui-first-paper = Mã khôi phục: chép ra giấy, chỉ hiện một lần
    .hint = Chép cả dòng đầu và mọi nhóm ra giấy, hoặc F2 ghi ra tệp để in rồi xóa tệp. Cho giấy vào phong bì, cất tủ khóa, không chụp ảnh. Ai có mã này và thư mục sổ thì đọc được cả sổ. Chép xong thì Enter.
tui-first-check = Đã chép mã khôi phục ra giấy chưa?
    .hint = Nhìn tờ giấy, gõ lại hai nhóm này. Esc để xem lại mã. Đúng cả hai thì sổ được lập.
tui-first-group = Nhóm { $n }
tui-first-wrong = Nhóm { $n } không giống mã đã hiện; xem lại tờ giấy
tui-first-printed = Mã khôi phục nằm trong tệp này. In ra giấy, rồi xóa tệp.
tui-first-ready = Đã lập sổ. Gõ mật khẩu vừa đặt để mở.
tui-first-demo-ready = Phường giả lập đã sẵn sàng, nằm trong thư mục tạm. Gõ mật khẩu đang hiện để mở.
tui-ask-paper = Ghi mã khôi phục ra tệp
    .hint = Gõ tên tệp hoặc thư mục, tốt nhất là trên USB. In xong thì xóa tệp.
tui-ask-paper-label = Tệp

plain-hint = Gõ số rồi Enter. Enter không: giữ giá trị trong [ ]. Dấu -: để trống. 0 hoặc q: quay lại (ở ô số đếm chỉ q).
plain-menu = Chọn mục (? nghe các mục)
plain-what = Chọn việc
plain-who = Ai đang làm
plain-which = Chọn số
plain-row = Chọn số (? nghe lại)
plain-no-number = Không có số này
plain-none = Không thấy; gõ số hoặc một phần của tên
plain-search = Từ cần tìm (Enter: mới nhất, +: lọc theo loại và ngày)
plain-kind = Loại (Enter: mọi loại)
plain-from = Từ ngày (Enter: từ đầu)
plain-to = Đến hết ngày (Enter: đến nay)
plain-words = Từ cần tìm (Enter: tất cả)
plain-no-day = Không đọc được ngày. Ví dụ: 23/11/2026, hôm qua
plain-clock = Đồng hồ máy có đúng không (1 hoặc 2)
plain-form = Enter lưu, gõ số để ghi ô khác, ? nghe các ô
plain-list = { $name } ({ $count }): 1 thêm, 2 bỏ mục cuối, Enter xong
plain-draft-kept = Đã giữ bản nháp; mục Bản nháp để viết tiếp
plain-no-shift = Chưa mở ca
plain-answer = Trả lời từng việc
plain-countersign = Trực chỉ huy ký xác nhận
plain-incoming = Người nhận ca
plain-weeks = Các tuần

# Thời hạn theo luật

clock-minutes = { $n }'
clock-hours = { $n } giờ
clock-days = { $n } ngày
clock-left = còn { $span }
clock-over = quá { $span }
clock-overdue = quá hạn { $span }
clock-soon = sắp hết hạn, còn { $span }
clock-paused = tạm dừng
clock-in-time = xong { $at }
clock-late = xong { $at }, trễ { $span }
clock-told = { $name }: trước { $last } · { $left } · tính từ { $from } · { $rule }, { $source }
clock-unconfirmed = (chưa đối chiếu)
# Tên việc có trong cả hai ngôn ngữ
W210 = Quá hạn: { "vi" ->
    [en] { $en }
   *[vi] { $vi }
    } ({ $rule }), hạn { $due }
    .hint = Làm ngay và ghi sự kiện vào bản ghi. Nếu đã làm rồi thì ghi sự kiện với đúng giờ đã làm.
W211 = Xong trễ hạn: { "vi" ->
    [en] { $en }
   *[vi] { $vi }
    } ({ $rule }), hạn { $due }, xong { $done }
    .hint = Việc trễ luôn được nêu. Nếu giờ của sự kiện ghi sai thì ghi lại sự kiện với giờ đúng.
E060 = Tệp quy định { $file } sai ở dòng { $line }: { $problem ->
    [utf8] không phải chữ UTF-8
    [kind] { $said } là của loại bản ghi không có lúc nào đang mở, nên thời hạn không bao giờ chạy
    [start] { $said } phải có đúng một trong hai mục start, after
    [field] { $said } nêu một mục mà loại bản ghi này không có
    [limit] { $said } có thời hạn bằng không hoặc dài quá mức
    [days] { $said } có ngày không hợp nhau
    [anchor] { $said } phải có weekday nếu là tuần, day từ 1 đến 28 nếu là tháng, và hour từ 0 đến 23
    [takes] { $said } không nói xóa phần nào
    [twice] { $said } có hai lần cho cùng một ngày
   *[syntax] { $said }
    }
    .hint = Sửa dòng đó, hoặc bỏ tệp đi. Trong lúc chờ, quy định có sẵn của chương trình vẫn được dùng.
E061 = Tệp quy định lớn quá mức cho phép
    .hint = Tệp rules.toml chỉ cần những quy định khác với chương trình. Quy định có sẵn vẫn được dùng.
