# The wording of trucban. A code: the message says what happened, .hint what to do.

## faults and findings

# Files and lines handed in
E001 = This is not JSON; it breaks at column { $column }
    .hint = Each line has to be one whole JSON object, as in { "{" }"key": value{ "}" }. Look at the commas, quotes and braces there.
E002 = This is not UTF-8 text; it breaks at byte { $at }
    .hint = Save the file as UTF-8 and hand it in again.
E003 = { $line ->
        [none] The reference code “{ $id }” is known as { $record }, with other content
       *[other] The reference code “{ $id }” is in line { $line } of this file too, with other content
    }
    .hint = { $line ->
        [none] Nothing is overwritten. To change the record: trucban amend { $record } FILE --why "reason"
       *[other] Keep one of the two lines, or give one of them another reference code.
    }
E004 = There is no field “{ $key }”
    .hint = { $near ->
        [none] Leave it out; the manual lists the fields.
       *[other] Do you mean “{ $near }”? Correct the name or leave it out.
    }
E005 = The field “{ $key }” appears twice in the same place
    .hint = Keep only the right value and hand the file in again.
E006 = { $max ->
        [none] The content is nested too deeply
       *[other] The content is too large: a record takes at most { $max } KB
    }
    .hint = Shorten it, or split it into several records or notes.
E007 = “{ $key }” is missing
    .hint = Fill it in and save again.
E008 = “{ $value }” can't be used here
    .hint = { $near ->
        [none] { $values ->
            [none] Check what belongs here: a whole number, time (2026-11-23T19:20:00+07:00), true or false, or a code of the list.
           *[other] Use one of these codes: { $values }
        }
       *[other] Do you mean “{ $near }”? Use a code from the list.
    }
E009 = Records of the kind “{ $kind }” are not written this way
    .hint = trucban add --help names those that are. For officers use trucban officer; a reporting week is made by approving it.
E010 = { $record } has just been changed in another window
    .hint = Nothing was written. Look at the newest version, compare it with yours and save again.
E011 = There is no record { $record }
    .hint = Look for the number (as VV-2026-000123) in the log (F7), or with: trucban list --query "..."
E012 = { $record } is void; nothing can be added to it
    .hint = If that was a mistake, make a new record and name the old number in a note.
E013 = Amending or voiding needs a reason
    .hint = Give a short one, such as “wrong house number”; on the command line it is --why "..."
E014 = Seeing personal data needs a reason
    .hint = Give one, such as “call the reporter back”; on the command line it is --why "...". Each time is logged.
E015 = Searching for persons takes a word of at least two letters
    .hint = Type a name, a phone number, a plate or an address. Every search is logged.
E016 = There is no area “{ $value }”
    .hint = Areas are listed and added in the office (Ctrl+A); on the command line: trucban area list, trucban area add "{ $value }"
E017 = { $at } lies in the future
    .hint = Check the date and time given, and the computer's clock.
E018 = Longer than { $max } characters
    .hint = Shorten it; put details into the narrative or a note.
E019 = The area code “{ $code }” is taken
    .hint = See the areas with: trucban area list; if it is another area, give it another code with --code

# Officers, rights, the logbook
E020 = Wrong password
    .hint = Type it again; mind Caps Lock and the input method. Forgotten: a commander sets a new one, or the recovery paper opens the log.
E021 = { $role ->
        [officer] A duty officer
        [commander] A commander
        [clerk] A receiving clerk
       *[auditor] An auditor
    } may not do this: { $right ->
        [read] read the log
        [reveal] see persons
        [read-access] read the access log
        [write] write in the log
        [oversee] change or void what others wrote or what is older, approve and export weeks
        [manage] manage officers, areas, settings, keys
       *[desk] receive batches of posts
    }
    .hint = { $right ->
        [desk] This belongs to the receiving desk's own log, signed in as its clerk.
        [write] Ask a duty officer; the desk and auditors write nothing.
       *[other] Ask a commander (at a desk: a clerk) to sign in and do it.
    }
E022 = There is no officer “{ $name }”
    .hint = See them with: trucban officer list. To sign in, give the name or the login (the file name in the folder keys).
E023 = There is no logbook in { $folder }
    .hint = Name the right folder with --logbook, or make a new log with: trucban init
E024 = The folder { $folder } is not empty
    .hint = Choose a new or an empty folder.
E025 = The password is too short: at least { $min } characters
    .hint = A sentence of a few words is best; marks and spaces are welcome.
E026 = A newer program made this logbook (version { $version }; this one knows { $known })
    .hint = Install a newer trucban and open it again. The log was not changed.
E027 = A file in the folder keys is damaged, or doesn't open this logbook
    .hint = Copy the folder keys back from a backup, or use the recovery paper.
E028 = The logbook is open in another window
    .hint = Close the other trucban windows and do it again.
E029 = This logbook has several officers: { $names }
    .hint = Say who is at work with --officer NAME or TRUCBAN_OFFICER.
E030 = { $name }: “{ $value }” can't be used
    .hint = What can be used: { $values }

# Disk and files
E040 = The disk can't be written or read; not saved
    .hint = See whether the disk is full or its cable loose, and save again. What was said to be saved is there.
E041 = { $file } isn't there, or can't be read
    .hint = Check the name of the file or folder, whether the USB stick is plugged in and opened, and whether you may read it.
E042 = { $file } can't be written
    .hint = See whether the disk has room and the folder may be written, and do it again.
E043 = logbook.db is damaged, or not of this key
    .hint = Write nothing more. Run: trucban doctor; then bring back the newest backup with: trucban restore
E044 = The logbook is busy: another window is writing
    .hint = Wait a moment and do it again; nothing was written.
E045 = The journal's chain breaks at line { $seq }: a line was changed, lost or slipped in
    .hint = Write nothing more. Keep the folder as it is, tell the commander and run: trucban doctor
E046 = { $file } is not a complete trucban backup
    .hint = Take another backup; older ones lie in the folder backups and on the USB stick.
E047 = The backup { $file } is damaged inside: { $what }
    .hint = Take another backup. The new folder was not made.
E048 = The file { $file } is too large, at most { $max } MB
    .hint = See whether it is the right file, or split it.
E049 = The file { $file } already exists
    .hint = Nothing is ever overwritten. Give another name.

# Giving commands
E050 = No password was given
    .hint = Write it into the first line of a file and name that file with --password-file or TRUCBAN_PASSWORD_FILE.
E052 = The two passwords are not the same
    .hint = Do it again, more slowly; nothing has changed.
E053 = { $name } is missing
    .hint = Add it to the command and run it again; see how with: trucban COMMAND --help
E054 = The command isn't right: { $what }
    .hint = See how it is used with: trucban --help, or trucban COMMAND --help

# The screens and their terminal
E055 = The disk has no room to change the key: { $needed } MB needed, { $room } MB free
    .hint = Make room on the disk and try again; nothing was changed.
E056 = You can't disable yourself
    .hint = Let another commander do it, so that somebody can always get in.
E057 = { $record } is on hold and can't be purged
    .hint = If it really has to go, take the hold off first: trucban hold remove { $record }
E058 = There is no folder { $folder }
    .hint = See whether the name is right and the USB stick is plugged in and opened. No folder is made: the file would lie on the log's own disk.
E059 = A .xlsx takes { $max } rows at most
    .hint = Narrow the list by time, post or kind; or write a .csv, which takes any number of rows.
E081 = The terminal can't be used for the screens
    .hint = Close this window, open a new one and start again.
E082 = The last draft could not be written in time
    .hint = Another window may be busy. Start again and see what the draft holds.
E083 = Stopped as you asked. Nothing was left half done.
    .hint = To go on, do the same again.

E090 = The program has a fault of its own: { $what }
    .hint = Nothing was changed. Note this line and tell whoever looks after the program.
E091 = The program has stopped because of a fault of its own ({ $place })
    .hint = What you had typed was kept as a draft and is offered at the next start. Note the line above and tell whoever looks after the program.
E092 = The program has stopped because of a fault of its own ({ $place }), and the last words could not be kept
    .hint = Start again; the draft that was kept last is offered. Note the line above and tell whoever looks after the program.

# Weekly batches, the receiving desk
E101 = The file is larger than allowed
    .hint = No weekly batch is that large. See whether it is the file that the post sent.
E102 = { $why ->
        [none] The .sig file that belongs beside the batch is missing
       *[other] The signature is wrong: the batch or its .sig is damaged or was changed
    }
    .hint = Copy the batch and the .sig of the same name again. If it stays wrong, phone the post and don't take the file.
E103 = The post that signed this is not known
    .hint = Get the post's card, compare the fingerprint by phone, then: trucban desk trust CARD
E104 = The signing key was revoked
    .hint = Don't take it. Call the post, get its new card, compare the fingerprint, then: trucban desk trust CARD
E105 = This file is meant for another receiver
    .hint = Give it back, or ask the post whether it chose the right receiver.
E106 = The file can't be decrypted; it is damaged
    .hint = Copy it again from the original; if it stays damaged, ask the post to export it again.
E107 = The batch is not packed in the agreed way (tar)
    .hint = Ask the post to export the batch again.
E108 = The signature inside the batch is wrong
    .hint = Don't take this batch. Tell the post.
E109 = The content doesn't match the manifest
    .hint = Ask the post to export the batch again.
E110 = The batch's own description (batch.json) is wrong
    .hint = Ask the post to export it again; if it stays so, tell whoever looks after the program.
E111 = The batch is of a newer version than this program reads
    .hint = Install a newer trucban and receive it again.
E112 = A journal line is wrong at “{ $key }”
    .hint = Ask the post to export the batch again; in your own log run: trucban doctor
E113 = The journal's chain breaks at line { $seq }
    .hint = A line was changed, lost or slipped in. Ask the post to export again; in your own log run: trucban doctor
E114 = A sheet of content doesn't match the journal
    .hint = Ask the post to export the batch again; in your own log run: trucban doctor
E115 = A record in the batch breaks the rules of making and changing records
    .hint = Don't take this batch. Tell the post and whoever looks after the program.
E116 = This batch is older than batch { $number }, with which this desk began
    .hint = Nothing has to be done: this desk holds the post's log from that batch on. Older ones went to the desk before it.
E120 = Batch { $missing } of { $unit } has to come first; this one is held
    .hint = Ask the post for the missing ones; once they are here, this one is merged by itself.
E121 = The journal of { $unit } forks after entry { $seq }: batch { $first } came first, batch { $other } says something else
    .hint = What came first stays, this one is put aside. Phone the post: it has to begin a new journal.
E122 = No receiver has been chosen yet
    .hint = Get the receiver's card, compare its fingerprint over the phone, then take the card on the Week screen (F9, Ctrl+T), or: trucban receiver CARD
E123 = This is not a unit's card; line “{ $line }” is wrong
    .hint = Ask for the card again; the other side makes it with: trucban card
E124 = The fingerprint differs: the card has { $found }
    .hint = Don't take this card. Call the other side and read it character by character.
E125 = { $unit } is trusted already, with another key
    .hint = If the post has really changed its key, the new one comes in its weekly batch. Call before you do anything else.
E126 = The receipt can't be used: { $what }
    .hint = Ask the receiving desk for another copy of it and its .sig; if it stays so, phone them.
E127 = Batch { $number } can't be made again: its content is no longer whole
    .hint = What was sent stays valid. Unless something was purged by rule, run: trucban doctor
E128 = There is no batch number { $number }
    .hint = See the batches with: trucban week list

# Journal
W001 = The clock differs from the entry before
    .hint = Look at the computer's date and time and set them if they are wrong. What was written stays.
W002 = No shift is open
    .hint = The record is saved all the same. Open a shift with F6, or: trucban shift open

# Incidents
E129 = This is done at { $place ->
        [desk] a receiving desk
       *[other] a post
    } only
    .hint = Open the right logbook with --logbook and try again.
W130 = The receipt acknowledges entry { $seq }, this logbook has { $have }
    .hint = Something that was sent is missing here (after restoring an old backup, perhaps). Writing goes on; the missing part comes back from the sent batches: trucban batch import FOLDER --identity PAPER_FILE. If the signing key was changed after the backup, make another: trucban card --new-key --revoked
E131 = The receiver holds an entry { $seq } that differs from the one here
    .hint = The journal has forked: two copies of the logbook went on. Call the receiver, agree on one, and there: Ctrl+A, Journals, Ctrl+N (or trucban journal new --why "REASON")
E132 = { $count } things have to be fixed before this is sent
    .hint = Amend the records above, or the commander approves with a reason; on the command line it is --despite "REASON"
W133 = The post has purged this content; the desk keeps its copy
    .hint = A hold of the desk keeps the record. When its reason is gone: trucban hold remove
E134 = No post “{ $unit }” is trusted here
    .hint = See the posts with: trucban desk posts. A new post's card comes first: trucban desk trust CARD
E135 = Batches of { $unit } are here already, so where to begin can't be changed
    .hint = A start is named before anything of the post was merged.
W136 = A version of this record came without its content
    .hint = If it was purged, the purge comes with a later batch and nothing has to be done. If not, the post that wrote it runs: trucban doctor
E137 = Batch { $number } begins at entry { $first }, this logbook has up to { $have }
    .hint = Give the batches before it in the same command: trucban batch import FOLDER --identity PAPER_FILE
E138 = The last entry that this logbook and the receiver have in common isn't known
    .hint = Take in the newest receipt of the receiver (trucban receipt FILE), then begin the new journal again.
E139 = This batch is of a journal that isn't in this logbook
    .hint = Only what this logbook, or itself before the restore, has handed in can be brought back.
E140 = From entry { $seq } on this batch differs from the logbook's journal
    .hint = Nothing is taken from it. If this logbook is a copy that was put back, begin a new journal first: trucban journal new --why "REASON"
E200 = The end lies before the start
    .hint = Check both times.
E201 = It was reported before it happened
    .hint = Look at the time of the report and of the event.
W202 = More was recovered than lost
    .hint = Look at the two sums; if they are right, leave them.
W206 = Same area and category as an incident within the hour
    .hint = See whether it was logged twice; if so, void one, else leave it.
W207 = Too many under “other”: { $other } of { $all } incidents
    .hint = Look through them; a better category may fit.
E203 = The outcome lies before the report
    .hint = Look at the time of the outcome and of the report.
H204 = It is closed without classification or outcome
    .hint = Fill in both before the week goes out, or a commander passes it with a reason.
H205 = The category is “other” and nothing says what it was
    .hint = Say what happened in the narrative, or choose a better category.
E208 = The outcome is “other”, so it needs a word of its own
    .hint = Fill in the outcome in words.

# Patrols, shifts
E300 = The patrol ended before it started
    .hint = Check both times.
W301 = { $count } patrols in a row noted nothing
    .hint = Remind the patrols to note what they see: broken lamps, open doors, blocked pavements…
E302 = { $record }: { $state ->
        [planned] the patrol hasn't gone out
        [active] the patrol is out already
        [done] the patrol is done
       *[other] the patrol was cancelled
    }
    .hint = Look at the patrol's state; to correct it, amend the record with a reason.
E303 = { $record } has no such observation
    .hint = Another window may just have changed them. Open it again and choose.
E304 = This observation is incident { $record } already
    .hint = Open that incident and go on there.
E400 = The shift ends before it starts
    .hint = Check both times.
E401 = A shift is open already
    .hint = Close it first with F6, or: trucban shift close
E402 = No shift is open
    .hint = Open one with F6, or: trucban shift open
W403 = The shift is closed, its backup failed
    .hint = See whether the disk has room, then back up in the office (Ctrl+A), or: trucban backup FILE
E404 = Still unanswered in the handover: { $count }, first { $item ->
        [incident] incident { $first }
        [order] the order “{ $first }”
        [fault] the fault “{ $first }”
        [person_held] the persons held ({ $first })
        [property] the property held ({ $first })
       *[other] “{ $first }”
    }
    .hint = The incoming officer accepts or queries each one. A commander may close the shift without, with a reason.
E405 = { $name } can't hand the shift over to themselves
    .hint = Another officer takes over and signs with their own password.
E406 = A question has to say what is asked
    .hint = Write it briefly as the note of that matter.
E407 = { $count } matters are too many for one handover
    .hint = Close or transfer the incidents that are dealt with, then hand over. To close the shift at once, a commander closes it with a reason, without an answer to each matter.

# Community work
E500 = Answered before the tip came
    .hint = Check when the tip came and when it was answered.
W501 = The tip is marked worthless and still names an incident
    .hint = Check what the tip was worth, or take the incident out.
W502 = The attendance is missing
    .hint = Ask whoever led it and enter the head-count; if nobody came, say so under the result.
W503 = The result of the session is missing
    .hint = One sentence: what people asked, what they promised, what is to be done next.
W504 = Word for word the same as a record of { $at }
    .hint = Write what happened this time; if it was entered twice, void one.
E505 = More are working than there are in all ({ $total })
    .hint = Check both numbers.
W506 = Marked active, but only { $working } of { $total } work
    .hint = Have it repaired, or mark its state as weak, as it really is.
E507 = Checked before it was founded
    .hint = Check both days.
E508 = It ends before it begins
    .hint = Check both days.
E509 = More are trained than there are members ({ $members })
    .hint = Check both numbers.
E510 = { $record } is not { $kind ->
        [campaign] a campaign
        [incident] an incident
        [team] a grassroots team
       *[other] the kind of record that belongs here
    }
    .hint = Check the number; find it with: trucban list { $kind }
W511 = No target is set
    .hint = Enter how many patrols, sessions or checks are planned, so that they can be compared at the end.
W512 = A finding has no date by which it is to be fixed
    .hint = Agree on a date with those who were inspected, and enter it.
E513 = Fixed before it was found
    .hint = Check both days.
E514 = Received before it was found
    .hint = Check both times.
E515 = Handed on before it was received
    .hint = Check when it was received and when it was handed on.
H516 = The property has left the post, but the time is missing
    .hint = Enter when and how it was handed on, or mark it as still held.

# Personal data
H601 = There is a telephone number in the part that is sent: { $shown } (character { $at })
    .hint = Move it to the persons; write “the victim's telephone” instead.
H602 = There is an identity number in the part that is sent: { $shown } (character { $at })
    .hint = Take it out; if it is needed, it belongs to the persons.
H603 = There is a vehicle plate in the part that is sent: { $shown } (character { $at })
    .hint = Move it to the persons; write the make and colour of the vehicle instead.
H604 = There is a mail address in the part that is sent: { $shown } (character { $at })
    .hint = Move it to the persons.
H605 = A name from the record's own persons is in the part that is sent
    .hint = Write “the victim”, “the caller”… instead; names belong to the persons only.
H606 = Something kept private is also in the part that is sent
    .hint = Take the exact address or the withheld detail out of the text; each has a field of its own.
H607 = There is an account number or somebody's page in the part that is sent: { $shown } (character { $at })
    .hint = Move it to the persons; write “a bank account in a stranger's name”, “a page that sells goods” instead.

## field, value, kind names (record)

kind-incident = incident
kind-patrol = patrol
kind-shift = shift
kind-tip = tip
kind-outreach = outreach session
kind-joint = joint activity
kind-campaign = campaign
kind-property = property
kind-model = model
kind-team = grassroots team
kind-week = reporting week
kind-officer = officer
kind-area = area
kind-unit = unit

# What fields are called that many kinds have
field-common-external-id = Reference code
field-common-area = Area
field-common-place = Place
field-common-campaign = Campaign
field-common-links = Links
field-common-links-type = How
field-common-links-to = To
field-common-remarks = Remarks
field-common-clocks = Clock
field-common-partner = Together with
field-common-partner-name = Partner's name
field-common-valid-from = From
field-common-valid-to = Until
field-common-persons = Persons
field-common-persons-role = Part in it
field-common-persons-name = Name
field-common-persons-birth-year = Birth year
field-common-persons-sex = Sex
field-common-persons-phone = Phone
field-common-persons-address = Address
field-common-persons-plate = Plate
field-common-persons-keep-secret = Keep secret

field-incident-category = Category
field-incident-channel = Channel
field-incident-reported-at = Reported at
field-incident-occurred-from = Occurred from
field-incident-occurred-to = Occurred until
field-incident-occurred-approx = Time is approximate
field-incident-place-kind = Sort of place
field-incident-title = Title
field-incident-narrative = Narrative
field-incident-urgency = Urgency
field-incident-dead = Dead
field-incident-injured = Injured
field-incident-loss-vnd = Loss (VND)
field-incident-recovered-vnd = Recovered (VND)
field-incident-quantities = Quantities
field-incident-quantities-what = What
field-incident-quantities-unit = Unit
field-incident-quantities-amount = Amount
field-incident-first-response = First response
field-incident-first-response-officer = First officer there
field-incident-first-response-arrived-at = Arrived at
field-incident-first-response-action = What was done
field-incident-documents = Documents
field-incident-documents-kind = Form
field-incident-documents-number = Number
field-incident-documents-date = Date
field-incident-documents-kept = Kept at
field-incident-classification = Classification
field-incident-status = Status
field-incident-outcome = Outcome
field-incident-outcome-text = Outcome in words
field-incident-outcome-at = Outcome at
field-incident-exact-place = Exact address

field-patrol-mode = Mode
field-patrol-planned-start = Planned start
field-patrol-planned-end = Planned end
field-patrol-started-at = Started at
field-patrol-ended-at = Ended at
field-patrol-headcount = Head-count
field-patrol-headcount-police = Police
field-patrol-headcount-grassroots = Grassroots team
field-patrol-headcount-militia = Militia
field-patrol-headcount-other = Others
field-patrol-route = Route
field-patrol-route-area = Area
field-patrol-route-at = At
field-patrol-observations = Observations
field-patrol-observations-at = At
field-patrol-observations-area = Area
field-patrol-observations-kind = Kind
field-patrol-observations-text = What was seen
field-patrol-observations-action = What was done
field-patrol-observations-incident = Incident made of it
field-patrol-results = Results
field-patrol-results-people-checked = People checked
field-patrol-results-vehicles-checked = Vehicles checked
field-patrol-results-minutes-written = Records written
field-patrol-results-reminders = Reminders
field-patrol-results-cases-found = Cases found
field-patrol-results-fines-vnd = Fines (VND)
field-patrol-km = Kilometres
field-patrol-state = State
field-patrol-leader = Leader
field-patrol-text = Narrative

field-shift-planned-start = Planned start
field-shift-planned-end = Planned end
field-shift-started-at = Started at
field-shift-ended-at = Ended at
field-shift-commander = Commander on duty
field-shift-officers = Duty officers
field-shift-present = Present
field-shift-absent = Absent
field-shift-absent-count = How many
field-shift-absent-reason = Reason
field-shift-orders = Orders received
field-shift-orders-from = From
field-shift-orders-at = At
field-shift-orders-text = Order
field-shift-orders-done = Done
field-shift-equipment = Equipment
field-shift-equipment-item = Item
field-shift-equipment-count = Count
field-shift-equipment-fault = Fault
field-shift-persons-held = Persons held
field-shift-property-held = Property held
field-shift-handover = Handover
field-shift-handover-record = Record
field-shift-handover-item = Item
field-shift-handover-what = What
field-shift-handover-answer = Answer
field-shift-handover-note = Note

field-tip-received-at = Received at
field-tip-channel = Channel
field-tip-topic = About
field-tip-content = Content
field-tip-usable = Value
field-tip-incident = Incident it led to
field-tip-replied-at = Answered at
field-tip-persons = Persons in the tip

field-outreach-date = Date
field-outreach-form = Form
field-outreach-topic = Topic
field-outreach-title = Content
field-outreach-attendance = Attendance
field-outreach-leaflets = Leaflets handed out
field-outreach-officer = Held by
field-outreach-result = Result

field-joint-date = Date
field-joint-type = Type
field-joint-title = Main matter
field-joint-people = People who took part
field-joint-content = What was done
field-joint-findings = Findings
field-joint-findings-text = Finding
field-joint-findings-due = To be fixed by
field-joint-findings-closed-on = Fixed on

field-campaign-name = Name
field-campaign-type = Type
field-campaign-from = From
field-campaign-to = Until
field-campaign-plan-number = Plan no.
field-campaign-quotas = Quotas
field-campaign-quotas-patrols = Patrols
field-campaign-quotas-outreach = Outreach sessions
field-campaign-quotas-checks = Checks
field-campaign-lunar = Last year by lunar day
field-campaign-tasks = Tasks
field-campaign-result = Result

field-property-type = Origin
field-property-item = Item
field-property-description = Description in the notice
field-property-estimate-vnd = Estimate (VND)
field-property-found-at = Found or taken at
field-property-received-at = Received at
field-property-receipt = Receipt no.
field-property-kept = Kept where
field-property-notice = Public notice
field-property-notice-date = Day of the notice
field-property-notice-place = Where it was posted
field-property-claims = Claims
field-property-claims-at = At
field-property-claims-result = Compared
field-property-claims-note = Note
field-property-state = State
field-property-disposed-at = Handed on at
field-property-disposal = How
field-property-withheld = Detail withheld for claimants
field-property-persons = Persons

field-model-name = Name
field-model-type = Type
field-model-founded = Founded
field-model-decision = Decision no.
field-model-units = Devices or members
field-model-units-total = In all
field-model-units-working = Working
field-model-households = Households
field-model-checked-on = Last checked
field-model-state = State
field-model-persons = In charge

field-team-name = Name
field-team-members = Members
field-team-required = Members decided on
field-team-trained = Members trained
field-team-decision = Decision no.
field-team-predecessor = Merged or split from
field-team-persons = Members

field-week-week = Week
field-week-from = From
field-week-to = To
field-week-counts = Counts
field-week-counts-incidents = Incidents
field-week-counts-patrols = Patrols
field-week-counts-shifts = Shifts
field-week-holds = Holds passed
field-week-holds-code = Code
field-week-holds-record = Record
field-week-holds-reason = Reason

field-officer-service-number = Service number
field-officer-rank = Rank
field-officer-role = Role
field-officer-name = Name
field-officer-phone = Phone

field-area-code = Code
field-area-name = Name
field-area-type = Type
field-area-predecessor = Merged or split from

field-unit-code = Code
field-unit-name = Name
field-unit-type = Type
field-unit-predecessor = Predecessor
field-unit-signing-key = Signing key
field-unit-recipient = Recipient
field-unit-continues = Continues
field-unit-continues-journal = Journal
field-unit-continues-seq = Up to line
field-unit-continues-head = Hash of the last line

field-note-text = Text
field-note-event = Event
field-note-at = At

value-channel-in-person = in person
value-channel-phone = phone
value-channel-hotline = hotline 113, 114
value-channel-app = app
value-channel-team = grassroots team
value-channel-patrol = found by patrol
value-channel-superior = from the superior
value-channel-press = press, social media
value-channel-other = other
value-place-kind-house = house
value-place-kind-street = street
value-place-kind-alley = alley
value-place-kind-market = market
value-place-kind-shop = shop
value-place-kind-school = school
value-place-kind-hospital = hospital
value-place-kind-office = office
value-place-kind-park = park
value-place-kind-water = water
value-place-kind-building-site = building site
value-place-kind-transport = station, on a vehicle
value-place-kind-other = other
value-urgency-normal = normal
value-urgency-high = high
value-urgency-urgent = urgent
value-classification-crime-report = crime report
value-classification-administrative = administrative violation
value-classification-civil = civil matter
value-classification-accident = accident
value-classification-assistance = assistance
value-classification-unfounded = unfounded
value-status-open = open
value-status-in-progress = in progress
value-status-transferred = transferred
value-status-closed = closed
value-shift-status-planned = planned
value-shift-status-open = open
value-shift-status-closed = closed
value-outcome-transferred = transferred to investigators
value-outcome-penalised = penalised
value-outcome-mediated = mediated
value-outcome-warned = warned
value-outcome-returned = returned
value-outcome-assisted = assisted
value-outcome-nothing-found = nothing found
value-outcome-other = other
value-person-role-reporter = reporter
value-person-role-victim = victim
value-person-role-involved = involved
value-person-role-witness = witness
value-person-role-suspect = suspect
value-person-role-informant = informant
value-sex-f = female
value-sex-m = male
value-sex-other = other
value-tip-usable-unchecked = not checked yet
value-tip-usable-yes = useful
value-tip-usable-no = worthless
value-tip-role-informant = informant
value-tip-role-named = person spoken of
value-topic-theft = theft, snatching
value-topic-fraud = fraud
value-topic-usury = loan-sharking, debt collection
value-topic-violence = fights, assault
value-topic-family = domestic violence, children
value-topic-order = public order, noise
value-topic-weapons = weapons, firecrackers
value-topic-drugs = drugs
value-topic-vice = gambling, prostitution
value-topic-traffic = road safety
value-topic-fire = fire, rescue
value-topic-residence = residence, stays
value-topic-disputes = disputes
value-topic-environment = environment, pavements
value-topic-movement = movement, living together
value-topic-other = other
value-outreach-form-meeting = residents' meeting
value-outreach-form-loudspeaker = loudspeaker
value-outreach-form-school = at a school
value-outreach-form-leaflets = leaflets
value-outreach-form-zalo = Zalo group, social media
value-outreach-form-house-visit = house visits
value-outreach-form-event = at a festival or event
value-outreach-form-other = other
value-partner-people-committee = People's Committee
value-partner-party-committee = Party committee
value-partner-front = Fatherland Front
value-partner-women = Women's Union
value-partner-youth = Youth Union
value-partner-veterans = Veterans' Association
value-partner-farmers = Farmers' Association
value-partner-trade-union = trade union
value-partner-military = military command
value-partner-team = grassroots security team
value-partner-school = school
value-partner-health = health station
value-partner-enterprise = company
value-partner-superior = superior unit
value-partner-other = other
value-joint-type-inspection = inspection
value-joint-type-guidance = guidance
value-joint-type-committee = steering committee
value-joint-type-activity = joint activity
value-joint-type-training = training
value-joint-type-commendation = commendation
value-joint-type-handed-in = weapons or firecrackers handed in
value-joint-type-other = other
value-joint-status-open = to be fixed
value-joint-status-closed = fixed
value-campaign-type-crime = against crime
value-campaign-type-holiday = holiday
value-campaign-type-event = event
value-campaign-type-traffic = traffic
value-campaign-type-fire = fire
value-campaign-type-other = other
value-property-type-found = found
value-property-type-held = taken into custody
value-property-type-handed-in = handed in
value-property-state-open = held here
value-property-state-returned = returned to its owner
value-property-state-finder = given to the finder
value-property-state-transferred = passed on
value-property-state-destroyed = destroyed
value-claim-result-pending = to be compared
value-claim-result-fits = fits
value-claim-result-fits-not = doesn't fit
value-property-role-finder = finder
value-property-role-owner = owner
value-property-role-claimant = claimant
value-model-type-cameras = security cameras
value-model-type-self-guard = self-guard team
value-model-type-fire-safety = fire-safety group
value-model-type-school-gate = safe school gate
value-model-type-gong = security gong
value-model-type-clan = self-governing clan
value-model-type-boarding = self-governing boarding houses
value-model-type-border = bordering areas
value-model-type-alarm = alarm bells and lights
value-model-type-other = other
value-model-state-active = active
value-model-state-weak = weak
value-model-state-suspended = suspended
value-model-state-ended = ended
value-head-role-head = head
value-head-role-deputy = deputy
value-head-role-member = member
value-mode-foot = on foot
value-mode-bicycle = bicycle
value-mode-motorbike = motorbike
value-mode-car = car
value-mode-post = fixed post
value-patrol-state-planned = planned
value-patrol-state-active = under way
value-patrol-state-done = done
value-patrol-state-cancelled = cancelled
value-observation-dark-street = dark street
value-observation-broken-camera = broken camera
value-observation-unlocked = left unlocked
value-observation-fire-risk = fire risk
value-observation-obstruction = obstruction
value-observation-noise = noise
value-observation-traffic = traffic
value-observation-person-needs-help = person who needs help
value-observation-other = other
value-link-led-to = led to
value-link-found-by = found by
value-link-duplicate-of = duplicate of
value-link-follow-up = follow-up of
value-link-involves = done with
value-handover-item-incident = incident
value-handover-item-property = property
value-handover-item-order = order
value-handover-item-fault = equipment fault
value-handover-item-promise = promise to a citizen
value-handover-item-person-held = person held
value-handover-answer-accepted = accepted
value-handover-answer-queried = queried
value-role-officer = officer
value-role-commander = commander
value-role-clerk = receiving clerk
value-role-auditor = auditor
value-area-type-to-dan-pho = street group (tổ dân phố)
value-area-type-khu-pho = quarter (khu phố)
value-area-type-khoi-pho = block (khối phố)
value-area-type-thon = hamlet (thôn)
value-area-type-ap = hamlet (ấp)
value-area-type-ban = village (bản)
value-area-type-buon = village (buôn)
value-area-type-khom = quarter (khóm)
value-area-type-other = other
value-unit-type-ward = ward police
value-unit-type-commune = commune police
value-unit-type-special-zone = special zone police
value-unit-type-station = police station
value-unit-type-superior = superior unit
value-event-transferred = transferred
value-event-notified = notified
value-event-record-made = record made
value-event-decided = decided
value-event-extended = extended
value-event-suspended = suspended
value-event-resumed = resumed
value-event-returned = returned
value-event-closed = closed
value-event-reopened = reopened
value-event-order-received = no-contact order received
value-event-assigned = supervisor named
value-event-breach-found = personal data leak or loss found

# Reasons that the program gives
reason-shift-closed = shift closed
reason-shift-handed-over = shift handed over
reason-patrol-started = patrol started
reason-patrol-checkpoint = patrol checkpoint reached
reason-patrol-observed = patrol observation
reason-patrol-finished = patrol finished
reason-patrol-incident = observation made an incident
reason-incident-settled = status or outcome
reason-unit-key = another signing key

# Signatures of a handover
sign-outgoing = Handed over by
sign-incoming = Taken over by
sign-commander = Shift commander

# Handover sheet
sheet-title = SHIFT HANDOVER { $number }
sheet-entries = Entries of the shift
sheet-signatures = Signatures
sheet-none = none
sheet-unanswered = no answer
sheet-changed = CHANGED SINCE SIGNATURE
sheet-head = Head of the journal when printed: { $head } · printed at { $at }

## cli

cli-password = Password
cli-password-of = Password of { $name }
cli-password-new = New password
cli-password-again = New password once more
cli-nothing-written = Nothing was written.
cli-line = line { $line }
cli-founded = The logbook stands in { $folder }. Login: { $login }. Print the recovery code below; it is stored nowhere.
cli-paper =
    RECOVERY CODE of the logbook { $unit }
    Print it, keep it locked away, take no picture, leave it on no computer.
    Whoever has the line below and the folder can read all of the log.
cli-added = added
cli-known = known
cli-added-sum = { $added ->
        [none] Nothing new: all { $known } lines are in the log already.
       *[other] { $added } records added{ $known ->
            [none] .
           *[other] ; { $known } lines were known.
        }
    }
cli-more-lines = and { $count } more lines
cli-amended = { $number } is amended
cli-noted = Noted on { $number }
cli-voided = { $number } is void
cli-shift-opened = Shift { $number } is open
cli-shift-closed = Shift { $number } is closed
cli-shift-handed-over = Shift { $number } handed over, both have signed
cli-shift-answered = Answers of the handover of { $number } written, nobody has signed yet
cli-shift-countersigned = The commander has countersigned { $number }
cli-void = { $title } (void)
cli-no-signals = No signals.
cli-nothing-found = No records.
cli-nobody-looked = Nobody has looked.
cli-more-rows = The first { $limit } rows; see more with --limit.
cli-column-number = Number
cli-column-at = Time
cli-column-kind = Kind
cli-column-unit = Unit
cli-column-area = Area
cli-column-category = Category
cli-column-status = Status
cli-column-title = Title
cli-column-void = Void
cli-yes = yes
cli-no = no
cli-unknown = not known
cli-masked = (Persons are masked; see them with --reveal --why "reason")
cli-check-clean = Nothing to look at.
cli-access-reveal = saw persons
cli-access-export = exported a list
cli-access-export-access = exported this list
cli-access-recovery = made a new recovery code
cli-access-print = printed
cli-access-search = searched persons
cli-officer-added = Officer added, login: { $login }
cli-password-set = The password of { $login } is changed
cli-ended = (ended)
cli-area-added = Area { $code } added
cli-doctor-entries = Journal lines
cli-doctor-head = Hash of the last line
cli-doctor-chain = Chain
cli-doctor-integrity = Database file
cli-doctor-derived = Lists and search index
cli-doctor-withheld = Persons withheld by other units
cli-doctor-purged = Content purged by rule
cli-doctor-lost = Content lost
cli-doctor-ok = The logbook is sound.
cli-doctor-ill = The logbook is damaged. Write nothing more; tell the commander, restore a backup with: trucban restore
cli-restored-key = If the post got another signing key after this backup, that key isn’t in it: run trucban card --new-key --revoked --out FILE, and have the receiver compare and trust that card.
cli-restored = Restored into { $folder }. A new journal continues the old one.
badge-number = service number { $number }
officer-unknown = an officer unknown here
record-elsewhere = a record that isn't here
cli-written = Wrote { $file } ({ $size } bytes, SHA-256 { $sha256 })
cli-progress-add = Adding
cli-progress-check = Checking
cli-progress-doctor = Checking the whole log
cli-progress-write = Writing
cli-progress-restore = Restoring

setting-week-day = First day of the reporting week
    .hint = The day on which a reporting week begins. The list of weeks (F9) and the board follow at once; sealed batches stay.
setting-week-hour = Hour at which the week begins
    .hint = The hour of that day, 0 being midnight. The list of weeks (F9) and the board follow at once; sealed batches stay.
setting-lock-minutes = Minutes without a key until it locks
    .hint = After so many minutes the screen locks, keeps the draft and asks for the password. In force at once.
value-setting-week-day-mon = Monday
value-setting-week-day-tue = Tuesday
value-setting-week-day-wed = Wednesday
value-setting-week-day-thu = Thursday
value-setting-week-day-fri = Friday
value-setting-week-day-sat = Saturday
value-setting-week-day-sun = Sunday
setting-screen-theme = Colours of the screens
    .hint = Colours of the screens: automatic, the terminal's own, dark, light, 16 colours, none. In force at once.
value-setting-screen-theme-auto = automatic
value-setting-screen-theme-terminal = terminal
value-setting-screen-theme-dark = dark
value-setting-screen-theme-light = light
value-setting-screen-theme-16 = 16 colours
value-setting-screen-theme-none = none
setting-screen-mouse = Mouse clicks on the screens
    .hint = When off, the mouse selects text as usual. In force at once; F12 changes it for now.
value-setting-screen-mouse-on = yes
value-setting-screen-mouse-off = no

setting-quiet-areas = Quiet days before a reminder: areas, teams
    .hint = An area or team without any work for so many days shows under Signals (F8). At once.
setting-quiet-models = Quiet days before a reminder: models, partners
    .hint = A model that nobody checked, a partner without joint work, or no inspection and no meeting for so many days shows under Signals (F8). At once.
setting-shift-minimum = People a shift needs at least
    .hint = Shifts with fewer present show under Signals (F8); 0 compares nothing. At once.

# Signals: what a sort is called, how it is computed, and what it says
signal-sort-quiet = Quiet
    .hint = Days since the last work. Areas: patrols that passed, outreach, joint work; teams: patrols with people of the grassroots, work done with them; models: checks, records that name them; partners: outreach and joint work; inspections and committee: joint work of these types. Incidents and tips are no work.
signal-sort-gap = Gap
    .hint = The longest time without work within 52 weeks, where there were ten or more. Work is counted as for Quiet.
signal-sort-units = Units
    .hint = How many work of how many, from the model's own record; told when less than half do.
signal-sort-roster = Team strength
    .hint = People of the team against the number decided, from the team's own record; told while some are missing.
signal-sort-rising = Rising
    .hint = Incidents of 13 weeks against the 13 weeks before; told from ten on, and when the rise is more than three times what chance moves. Held against outreach on the same topic in these 13 weeks.
signal-sort-place = Again here
    .hint = Incidents of 13 weeks in the same area at the same place as written (case and marks aside), from ten on. Never by person.
signal-sort-campaign = Campaign
    .hint = Finished patrols, outreach and inspections that name the campaign, against its quotas. Told when it is over and owes some, or runs and has done less than half of what its days ask for.
signal-sort-strength = Strength
    .hint = Shifts of 4 weeks with fewer people present than the minimum in the settings.
signal-sort-fault = Out of order
    .hint = Equipment that every shift, from the newest back through 7 days or more, found out of order.
signal-sort-regular = Regular
    .hint = Weeks with work of the weeks looked at, 52 or since the log began. Work is counted as for Quiet.
signal-quiet = { $last ->
        [none] no work at all, { $quiet } days so far (reminder after { $patience })
       *[other] quiet for { $quiet } days, last on { $last } (reminder after { $patience })
    }
signal-gap = nothing for { $gap } days, { $from } to { $to }; work in { $active } of { $weeks } weeks
signal-units = { $working } of { $total } work
signal-roster = { $members } of { $required } people{ $trained ->
        [none] {""}
       *[other] , { $trained } trained
    }
signal-rising = { $recent } incidents, { $before } before; { $sessions ->
        [0] no outreach about { $topic }
       *[other] outreach about { $topic }: { $sessions }
    }
signal-place = { $count } incidents in 13 weeks
signal-campaign = { $quota }: { $done } of { $planned }, day { $days } of { $all }
signal-strength = { $short } of { $all } shifts had fewer than { $minimum } people
signal-fault = out of order for { $shifts } shifts, since { $from } ({ $days } days)
signal-regular = work in { $active } of { $weeks } weeks, longest gap { $gap } days
signal-cameras = Security cameras of all models
signal-post = The shifts
signal-lead = Inspections, guidance, committee
signal-from = Made from { $records } records.

# What is wrong with a command line
misuse-argument = there is no option { $arg }
misuse-command = there is no command { $command }
misuse-missing = { $arg } is missing
misuse-no-command = nothing is said about what to do
misuse-no-value = { $arg } wants a value
misuse-value = { $values ->
        [none] { $value } can't be used for { $arg }
       *[other] { $value } can't be used for { $arg }, only: { $values }
    }
misuse-twice = { $arg } can be given once
misuse-conflict = { $arg } doesn't go with { $other }
misuse-similar = { $said } (maybe: { $similar })

# Help on commands
help-usage = Usage:
help-commands = Commands
help-command = COMMAND
help-arguments = Arguments
help-options = Options
help-default = [default: { $value }]
arg-help = Print this help
arg-version = Print the version

help-trucban = The duty logbook of a ward police post. Without a command it opens the screens.
help-init = Make a new logbook, set the password, print the recovery code once
help-add = Add records from a file of JSON lines; one wrong line and none is written
help-amend = Amend a record with a reason: keys given replace, null clears, absent keys stay
help-note = Add a note to a record
help-void = Void a record with a reason; it stays visible and counts no more
help-shift = Open, hand over, close the shift; its sheet
help-shift-open = Open a shift
help-shift-handover = Write down the answers to what is open; with incoming, both officers sign
help-shift-close = Close the open shift and back up; over open matters with a commander's reason in the key why
help-shift-sheet = The handover sheet; each time is logged
help-shift-countersign = The commander's signature under a shift
help-list = List, filter and search the log
help-show = Show one record; persons are masked
help-check = Say what the rules find in the records
help-report = Figures of a period beside the one before, last year's and the year so far
help-report-weekly = A reporting week
help-report-monthly = A month, from the 15th to the 14th
help-report-quarterly = A quarter
help-report-halfyearly = Half a year
help-report-yearly = A year
help-report-range = From one day to another, or a campaign
arg-period = Which one: 2026-W47, 2026-11, 2026-Q4, 2026-H2, 2026 (else the one that ended last)
arg-format = text or json
arg-lunar = Last year's days are those of the moon, as one Tết is compared with another
arg-campaign = Number of the campaign
help-signals = Signals of the work: what is quiet, what rose, what campaigns owe, what is out of order
help-access = The log of who saw persons
help-access-list = Who saw what, when and why
help-officer = The officers of this logbook
help-officer-add = Add an officer who can sign in
help-officer-list = List the officers
help-officer-passwd = Change one's password, or, as commander, set another's
help-area = Residential areas
help-area-add = Add an area
help-area-list = List the areas
help-setting = Settings of the logbook
help-setting-list = The settings and their values
help-setting-set = Change a setting
help-recovery = The recovery code
help-recovery-new = Make a new recovery code; the old one opens nothing any more
help-journal = The journal
help-journal-export = Write journal.jsonl, to check the chain with other tools; it names no persons
help-doctor = Check the whole log: chain, contents, database
help-backup = Write a backup of the logbook
help-restore = Restore a backup into a new folder
help-completions = Print completions for a shell
help-man = Print the man page

arg-logbook = Folder of the logbook (or TRUCBAN_LOGBOOK)
arg-officer = Who is at work: name or login (or TRUCBAN_OFFICER); not needed while there is one
arg-password-file = File with the password in its first line (or TRUCBAN_PASSWORD_FILE)
arg-lang = Language
arg-plain = Numbered lines instead of screens
arg-json = Results and errors as JSON
arg-dir = Folder
arg-init-dir = New or empty folder
arg-restore-dir = New or empty folder
arg-unit = Code of the unit, as LDG-P2
arg-list-unit = Only this post (at a receiving desk)
arg-name = Name or login
arg-init-name = Name of the unit
arg-officer-add-name = Full name
arg-area-add-name = Name of the area
arg-areas = File with one area per line
arg-desk = The logbook of a receiving desk
arg-kind = Kind of record
arg-area-add-kind = Type of area
arg-shift-handover-file = JSON file: handover is the list, each with record or what, item, answer (accepted, queried), note; incoming is who takes over, incoming_password_file a file with their password (asked for without it)
arg-shift-close-file = JSON file with fields of the shift (nothing: only the time); why is the reason for closing over open matters
arg-shift-sheet-id = Number or id of the shift (else the open one, else the last one)
arg-shift-sheet-out = Write into this new file, or into this folder
arg-shift-countersign-id = Number or id of the shift (else the open one, else the last one)
arg-file = File; - reads standard input
arg-backup-file = The backup file
arg-restore-file = The backup file
arg-id = Number (VV-2026-000123) or id of the record
arg-why = Reason
arg-base = The version it was made from; nothing is written when there is a newer one
arg-text = What is noted
arg-event = What was done: transferred, notified, record_made, decided, extended, suspended, resumed, returned, closed, reopened
arg-from = From this day on (2026-11-23 or 23/11/2026)
arg-to = Up to the end of this day
arg-area = Code or name of the area
arg-category = Code of a category or group, as PROP.THVH, PROP
arg-status = Status
arg-query = Words to find; typed without marks they match any
arg-limit = At most so many rows (50 unless given)
arg-csv = A .csv for spreadsheets, with every row
arg-xlsx = Write a workbook (Excel, LibreOffice), with every row
arg-all = Also what only gives its figures
arg-history = With every amendment and note
arg-reveal = Persons too; this is logged
arg-week = Only this week, as 2026-W47
arg-role = Role
arg-rank = Rank
arg-number = Service number
arg-new-password-file = File with the new password in its first line
arg-code = Code; the name unless given
arg-key = Name of the setting
arg-value = New value
arg-rule = A rule: closed-1y (closed incidents, reported over a year ago), tip-2y (tips over two years old), or one of rules.toml
arg-preview = Only show what would go
arg-rebuild = Make the lists anew from the journal first
arg-shell = The shell
arg-out = Folder, a page for each command
cli-officer-disabled = { $login } can no longer open the logbook; its key was changed.
cli-progress-rekey = Changing the key of the logbook
cli-journal-new = A new journal { $journal } goes on from the one before.
cli-purge-nothing = There is nothing to remove.
cli-purge-done = { $number }: { $persons } persons sheets and { $facts } older versions removed
cli-purge-would = { $number }: { $persons } persons sheets and { $facts } older versions would be removed
cli-purge-held = { $number }: a hold keeps it, nothing is removed
cli-hold-added = { $number }: no purge touches it from now on
cli-hold-removed = { $number }: the hold is off
cli-hold-none = { $number }: there was no hold
cli-hold-is = { $number }
help-purge = Remove the persons and the older versions of records for good; the journal says who did and why
help-hold = Keep records from being purged
help-hold-add = Put a hold on a record
help-hold-remove = Take the hold off
help-hold-list = Records with a hold
help-journal-new = Begin a new journal that continues this one, when the receiver answered fork
help-officer-disable = Disable an officer and change the key of the logbook

## tui

tui-program = TRUC BAN
tui-demo = MADE-UP DATA
tui-demo-sign-in = A logbook to try: officer { $login }, password { $password }
tui-no-secrets = NO STATE SECRETS IN HERE
tui-too-small = The window is too small: at least { $size } is needed. Make it larger; nothing is lost.
tui-bar-shift = shift { $number }
tui-bar-no-shift = no shift open
tui-weekday-1 = Mon
tui-weekday-2 = Tue
tui-weekday-3 = Wed
tui-weekday-4 = Thu
tui-weekday-5 = Fri
tui-weekday-6 = Sat
tui-weekday-7 = Sun
tui-lunar = ({ $day }/{ $month } lunar)
tui-lunar-leap = ({ $day }/{ $month } leap, lunar)
tui-hint-enter = OK

tui-place-unlock = Unlock
    .hint = ↑↓ chooses the officer; type the password, then Enter.
tui-place-board = Board
    .hint = ↑↓ move line by line, Tab goes to the next part, Enter shows the record. Typing searches the log. The board is refreshed every minute.
tui-place-log = Log
    .hint = Typing searches at once (accents may be left out). ↑↓ PgUp PgDn Home End move in the list. Ctrl+F filters, Delete takes the last condition away, Esc all.
tui-place-detail = A record
    .hint = ↑↓ PgUp PgDn scroll, ←→ change between content and history.
tui-place-form = Form
    .hint = ↑↓ move to another field, PgUp PgDn move fast. Choices: type to find, ←→ change, Delete clears. Times: Ctrl+↑↓ change the part under the cursor (day, month, hour, minute). Ctrl+W erases a word.
tui-place-persons = Find a person
    .hint = Type what to look for, Enter, the reason, Enter. ↑↓ choose a record, Enter opens it. While it searches, Esc stops it.
tui-place-card = Card

cmd-help = Help
    .hint = Shows every key
cmd-save = Save
    .hint = Saves the form
cmd-incident = Incident
    .hint = Logs a new incident
cmd-patrol = Patrol
    .hint = Goes on with the patrol that is out; else offers: one that is over, go out now, plan one
cmd-choose = Choose
    .hint = Does what is chosen: write one down, go out, plan one, go on with one
cmd-reach = Reached
    .hint = The point under the cursor is reached, now. A planned patrol goes out. An observation that became an incident: opens it
cmd-observe = Observation
    .hint = Notes something: now, in the area reached last (typing does it too)
cmd-found = Incident
    .hint = Makes an incident of the observation under the cursor; elsewhere a new incident
cmd-finish = Finish
    .hint = The patrol is back: results, distance, text
cmd-others = Others
    .hint = Other patrols: write one down, go out, plan one, go on with another
cmd-cancel = Call off
    .hint = Calls this patrol off, with a reason
register-of = {" "}of{" "}
register-at = At
register-day = Day
register-from = From
register-hours = Hours
register-period = From - to
register-state = State
register-usable = Usable
register-clock = Time limit
register-clock-late = something late
register-elsewhere = not here
register-area = Area
register-place = Place
register-category = Category
register-type = Type
register-form = Form
register-topic = Topic
register-channel = Came by
register-partner = With
register-route = Areas seen
register-people = People
register-reminders = Reminded
register-minutes = Minutes
register-seen = Seen
register-commander = Commander
register-present = Present
register-led = Incident
register-attendance = Came
register-open = Open/all
register-progress = Done/planned
register-left = Left
register-plan = Plan
register-units = Working
register-checked = Checked
register-members = Has/should
register-trained = Trained
register-incidents = Incident
register-patrols = Patrols
register-shifts = Shifts
campaign-patrols = pt { $done }/{ $planned }
campaign-outreach = or { $done }/{ $planned }
campaign-checks = ch { $done }/{ $planned }
campaign-ahead = in { $days } days
campaign-left = { $days } days left
campaign-last-day = last day
campaign-over = over

cmd-new = New
    .hint = Writes down a new record of this register; where none is chosen, it is chosen first
cmd-other = Other
    .hint = The other registers: tips, outreach, joint work, campaigns, found property, models, teams. To read, to write in.
cmd-reveal = Reveal
    .hint = Shows the personal data of the record. A reason is needed, and the access is logged.
cmd-shift = Shift
    .hint = Opens a shift; an open one is handed over, signed and closed
cmd-accept = Accept
    .hint = The incoming officer accepts the matter under the cursor
cmd-query = Ask
    .hint = The incoming officer asks about the matter under the cursor
cmd-accept-rest = Accept the rest
    .hint = Accepts every matter that has no answer yet
cmd-sign = Sign
    .hint = The incoming officer signs, or the commander countersigns, each with their own password
cmd-close-shift = Close shift
    .hint = Closes the shift and makes a backup; over an unanswered matter a commander gives the reason
cmd-shift-edit = Edit shift
    .hint = Strength, equipment, orders and remarks of the shift
cmd-promise = Promise
    .hint = Something that was promised to somebody, for the next shift to keep
cmd-done = Done
    .hint = The order was carried out or the promise kept: nothing to hand over any more
cmd-sheet = Sheet
    .hint = Shows the handover sheet; each time is logged
cmd-print = To a file
    .hint = Writes the sheet into a text file for the printer
cmd-log = Log
    .hint = Shows the log and searches it
cmd-board = Board
    .hint = Back to the board: open matters, what happened, patrols, backups
cmd-open = Read
    .hint = Opens the record under the cursor
cmd-leave = Back
    .hint = Goes back; in the list it takes all filters away, then leads to the board
cmd-next = Next
    .hint = The next field (in a text of several lines Enter breaks the line)
cmd-back = Previous
    .hint = The field before
cmd-tab = History
    .hint = Changes between content and history
cmd-amend = Amend
    .hint = Amends the record with a reason; the old version stays
cmd-note = Note
    .hint = Adds a remark or an event to the record
cmd-void = Void
    .hint = Declares a mistaken or double record void: still readable, counted no more
cmd-settle = Close
    .hint = Closes an incident: classification, outcome, when
cmd-follow = Linked
    .hint = Goes to a linked record; Esc comes back
cmd-filter = Filter
    .hint = Type to find a condition: not finished, TDP 4, theft, yesterday, 17/11-20/11; chosen again it goes
cmd-csv = To a file
    .hint = Writes the list as it stands into a .xlsx or .csv file for spreadsheets; the export is logged
cmd-persons = Find a person
    .hint = Searches personal data by name, telephone, plate or address. A reason is needed, and the search is logged.
cmd-find = Find, open
    .hint = Goes on to the reason, begins the search, then opens the record under the cursor
cmd-kind = Kind
    .hint = Shows one kind only: incidents, patrols, shifts, weeks
cmd-status = Status
    .hint = Shows one status only
cmd-week = Week
    .hint = The weeks: approve and export what goes to the receiver
cmd-approve = Approve
    .hint = The commander approves the week shown; if something has to be fixed first, with a reason to send it anyway
cmd-export = Export
    .hint = Seal and write the files for the receiver, also for a week without incidents
cmd-zero = Nothing happened
    .hint = Hands in a week in which nothing happened: sealed and written into the outbox at once
cmd-receiver = Receiver
    .hint = Shows the receiver and its fingerprint, takes another card, writes this unit's card
cmd-receipt = Receipt
    .hint = Take in a receipt that came back
cmd-drafts = Drafts
    .hint = Goes on with a draft
cmd-repeat = Repeat
    .hint = Fills in what this field had last
cmd-drop = Drop item
    .hint = Drops the item of the sub-list under the cursor
cmd-empty = Empty
    .hint = Empties the field
cmd-undo = Undo
    .hint = Undoes the last change in the field
cmd-redo = Redo
    .hint = Puts back the change that was undone
cmd-mouse = Mouse
    .hint = The mouse clicks on the screen, or selects text
cmd-palette = Commands
    .hint = Searches every command
cmd-lock = Lock
    .hint = Locks the screen; the draft is kept
cmd-quit = Quit
    .hint = Ends the program (press twice); the draft is kept

tui-password = Password
tui-unlocking = Opening the logbook…
opening-older = Don’t switch off: an older program wrote this logbook, and it is being brought up to date. If the power fails the logbook is unharmed: open it again, and this begins anew.
tui-early-none = Opening: text typed now is not taken. Keys from an F or Ctrl key on are kept
tui-early-held = { $count } keys kept, used when it is open
tui-early-dropped = Keys typed while the logbook opened are dropped, they went nowhere
tui-unlock-hint = ↑↓ chooses the officer, type the password, Enter
tui-wait = Wrong too often. Wait { $seconds } seconds, then try again.
tui-locked = Locked. A draft, if there was one, is kept.
tui-trouble = This could not be done
tui-clock = Is the clock right?
    .hint = With a wrong clock every time logged today is wrong.
tui-clock-said = The clock says { $now }. The last entry was written { $last }.
tui-clock-right = The clock is right, go on
tui-clock-wrong = The clock is wrong: lock and set it

tui-board-open = Open ({ $count })
tui-board-open-none = Nothing is open
tui-board-due = Due next{ $late ->
    [0] { $all ->
        [0] { "" }
       *[other] { " " }({ $all })
    }
   *[other] { " " }({ $all }, { $late } overdue)
    }
tui-board-due-none = No clock is running
tui-board-lines = Newest entries
tui-board-lines-none = Nothing yet. F6: shift, F3: incident.
tui-board-areas = Patrols, 7 days
tui-board-areas-none = No areas yet
tui-board-state = How things stand
tui-board-shift = { $present ->
    [none] Shift { $number } since { $at }
   *[other] Shift { $number } since { $at }, { $present } present
}
tui-board-on-duty = On duty: { $names }
tui-board-no-shift = No shift is open (F6 opens one)
tui-board-week = Week { $week } ({ $dates }): { $state }
tui-board-findings = { $errors ->
        [0] {""}
       *[other] { $errors } errors,{" "}
    }{ $holds ->
        [0] {""}
       *[other] { $holds } to fix,{" "}
    }{ $warnings ->
        [0] {""}
       *[other] { $warnings } warnings
    }
tui-board-backup = Backup here
tui-board-elsewhere = Backup elsewhere
tui-board-backup-none = none yet
tui-board-head = Journal code { $head }
tui-board-quiet = quiet { $days } d
tui-board-never = never
tui-board-not-started = not out, late { $age }
tui-board-not-back = not back, out { $age }
tui-board-silent = no word for { $age }
value-board-item-incident = Incident
value-board-item-order = Order
value-board-item-fault = Fault
value-board-item-person-held = Persons held
value-board-item-property = Property held
value-board-item-promise = Promise
tui-age-minutes = { $n }'
tui-age-hours = { $h }h{ $m }'
tui-age-days = { $n } days

tui-search = Find
tui-filter-none = No filter
tui-filter-kind = Kind
tui-filter-status = Status
tui-filter-days = Time
tui-filter-area = Area
tui-filter-category = Category
tui-filter-void = Void records
tui-filter-standing = not finished
tui-filter-void-only = void records only
tui-filter-void-none = without void records
tui-filter-rows = { $rows } records
tui-days-today = today
tui-days-yesterday = yesterday
tui-days-week = last 7 days
tui-days-month = last 30 days
tui-days-from = from { $day }
tui-days-to = up to { $day }
tui-loading = Reading…
tui-log-empty-desk = Nothing has been received yet. Esc, then F3, receives what posts sent.
tui-computing = Computing…
tui-log-empty = Nothing logged yet. F3 logs an incident, F4 a patrol, F6 opens a shift.
tui-register-empty = Nothing in this register yet.
tui-log-none = Nothing matches. Esc takes the filters away.
tui-void = VOID. This record is out of all counts.
tui-void-mark = (void){" "}
tui-tab-content = Content
tui-tab-history = History ({ $count })
tui-persons-hidden = Persons hidden: { $count } (F5 reveals)
tui-persons-touched = Personal data was changed too (not shown here)
tui-linked = Mentioned in
tui-links-none = This record is linked with no other (Ctrl+E adds a link)
tui-timeline = What happened since
tui-written-by = Logged by { $name }
tui-why = Reason
tui-nothing = (empty)
tui-yes = yes
tui-no = no
act-create = created
act-amend = amended
act-note = noted
act-sign = signed
act-void = voided
act-purge = purged
tui-reveal-nobody = There is no personal data in this record
tui-reveal-needs-reason = A reason is needed to see personal data
tui-revealed = Personal data is shown; the access was logged
tui-persons-words = Whom
tui-persons-hint = Type a name, a telephone number, a plate or an address. The words and the reason stand in the access log before the search begins. Names stay masked until the record is opened and F5 pressed.
tui-persons-state = { $state ->
        [going] Searching, { $percent } %, { $count } records so far
        [many] Too many: only the newest { $count } records are shown, type more words
        [stopped] Stopped at { $percent } %, { $count } records found
       *[done] The whole log was searched, { $count } records found
    }

tui-form-create = New { $kind }
tui-form-amend = Amend
tui-form-plan-patrol = Plan a patrol
tui-form-start-patrol = Start a patrol
tui-form-observe = Observation
tui-form-finish-patrol = Finish the patrol
tui-form-cancel-patrol = Call off the patrol
tui-form-found = Incident from an observation
tui-form-settle = Close the incident
tui-form-note = Note
tui-kinds =
    .hint = Which one? Enter shows the register, Ctrl+B writes at once, Esc goes back.
tui-form-open-shift = Open a shift
tui-form-hand-over = Edit the shift
tui-form-close-shift = Close the shift
tui-despite = Close anyway, because
    .hint = something is unanswered: the commander's reason
tui-saving = Saving…
tui-draft-failing = not saved: nothing goes to the disk since { $at }
tui-draft-at = draft { $at }
tui-add = add: { $what }
tui-needed = This has to be filled in
tui-no-choice = Nothing matches
tui-hint-when = type 20h, yesterday 22:30, -15' · Ctrl+↑↓ adjusts
tui-hint-when-ahead = type 22h, tomorrow 7h, +30' · Ctrl+↑↓ adjusts
tui-hint-day = type 23/11, yesterday · Ctrl+↑↓ adjusts
tui-hint-category = type some letters to find it: vehicle th, fight, fire…
tui-hint-pick = type to find, ←→ changes, space shows all
tui-hint-block = free text; Enter breaks the line, Tab goes on
tui-hint-money = an amount in đồng: 18.000.000
tui-hint-count = a number, such as 3
tui-hint-decimal = a number, such as 1,5
tui-hint-record = type the last digits or some words; space shows the newest
tui-hint-line = one line, Enter goes on
tui-hint-add = Enter adds one
tui-problems = Not saved: { $count ->
        [one] one field
       *[other] { $count } fields
    } to look at again
tui-saved = Saved { $number } at { $at }
tui-saved-more = {" "}(and { $count } more remarks)
tui-nothing-changed = Nothing has changed
tui-mouse-on = Mouse: click on rows, fields, keys; hold Shift to select text, or press F12
tui-mouse-off = Mouse: select text as usual; F12 to click again
tui-nothing-to-do = Nothing to do in this field
tui-drop-again = There is something in this item: press Ctrl+D again to drop it
tui-amend-not = This record can't be amended
tui-settle-not = Only an incident that is not void can be closed

tui-place-handover = Handover
    .hint = ↑↓ matter by matter, then how the shift stands and who has signed. Every answer is written at once. Where somebody signs: ↑↓ chooses who, Tab changes between who takes over and the commander.
tui-place-sheet = Handover sheet
    .hint = ↑↓ PgUp PgDn scroll, Esc leads back to the handover.
tui-handover-head = { $present ->
    [none] Handover { $number } · since { $at } · not counted
   *[other] Handover { $number } · since { $at } · { $present } present
}
tui-handover-closed = Shift { $number } · closed { $at }
tui-handover-counts = Answered { $done }/{ $all }, { $left } left
tui-handover-nothing = Nothing to hand over
tui-handover-note = asks: { $note }
tui-handover-shift = How the shift stands
tui-handover-unsigned = nobody has signed
tui-handover-answer = { $accept } accepts, { $query } asks: the incoming officer answers each matter
tui-handover-sign = All answered. The incoming officer signs: { $sign }
tui-handover-sign-again = Changed since it was signed. The incoming officer signs again: { $sign }
tui-handover-close = Both have signed. Close the shift and make a backup: { $close }
tui-handover-countersign = The shift is closed. The commander countersigns: { $sign }
tui-handover-complete = The shift is closed and countersigned
tui-handover-left = { $count ->
    [one] One matter is unanswered
   *[other] { $count } matters are unanswered
}
tui-handover-none-left = Everything is answered
tui-handover-over = This shift is closed
tui-handover-not-done = Change this in its record (Enter) or in the shift (Ctrl+E)
tui-handover-changed = The shift was just changed in another window. Look again, then do it once more.
tui-ask-query = Ask
    .hint = About { $about }. The question stands on the sheet.
tui-ask-query-label = Question
tui-ask-promise = Promise
    .hint = To whom, what, when: “Mrs Tu at 9, her papers back”. The next shift will see it.
tui-ask-promise-label = Promise
tui-ask-print = Sheet to a file
    .hint = A new file, or a folder. ~ is your own folder.
tui-ask-print-label = File
tui-sheet-written = The sheet is written
tui-sign = Sign
    .hint = ↑↓ chooses who, then their own password, Enter
tui-sign-other = Tab: { $role } signs
tui-sign-nobody = Nobody else can sign in this logbook
tui-signing = Checking the password…
tui-closed = The shift is closed
    .hint = The next shift takes over orders, promises, equipment, and who and what is held.
tui-closed-at = { $number } closed { $at }
tui-closed-backup = Backup: { $file }
tui-closed-no-backup = There is no backup yet
tui-closed-next = Open the next shift
tui-closed-lock = Lock, so that the incoming officer signs in
tui-closed-later = Later
tui-place-week = Week
    .hint = ←→ another week, ↑↓ from finding to finding, Enter opens the record (Esc comes back). Esc stops an export.
tui-week-name = Week { $number }
tui-week-goes = To be sent: { $records } records, { $entries } lines of the journal
tui-week-zero = To be sent: a week in which nothing happened ({ $entries } lines). Ctrl+B sends it.
tui-week-nothing = Nothing is left to be sent
tui-week-receiver = Receiver: { $name }
tui-week-no-receiver = Receiver: none yet (Ctrl+T takes a card)
tui-week-approved = Commander: approved, waits for the export
tui-week-not-approved = Commander: not approved yet
tui-week-batch = Batch { $number }: { $entries } lines, sealed { $at }, { $known ->
        [yes] received
       *[no] no receipt yet
    }
tui-week-clean = No errors and no warnings
tui-level-0 = ERROR
tui-level-1 = TO FIX
tui-level-2 = Warning
tui-week-held = { $count } to fix first; or the commander approves with a reason (Ctrl+D)
tui-work-begins = Preparing
tui-work-going = Esc stops · { $stage } { $done }/{ $total } ({ $percent } %){ $left ->
        [none] {""}
       *[other] {" "}· { $left } s left
    }
tui-work-stopping = Stopping…
tui-work-counted = Esc stops · { $stage }, { $done } rows
tui-week-done = Exported
tui-week-receipt = Receipt
tui-week-batch-result = Batch { $number }: { $result }{ $missing ->
        [none] {""}
       *[other] , batch { $missing } is missing
    }
tui-week-request = The receiver asks: { $text }
tui-week-fingerprint = Fingerprint { $fingerprint }
tui-week-not-zero = This week has { $records } records, so something did happen. Ctrl+X exports it.
tui-week-gone = This week has gone out. What hasn't goes with the week that is due (←→ choose a week).
tui-week-receipt-of = Receipt { $n } of { $desk } · { $at }
tui-export-due = What hasn't gone out, without personal data
tui-export-persons = What hasn't gone out, WITH personal data
tui-export-unanswered = Write again what has no receipt
tui-export-again = Write batch { $number } again, only it
tui-export-from = Write batch { $number } again and all after it
tui-receiver-take = Take the receiver's card
tui-receiver-own = Write this unit's card into a file
tui-receiver-compare = Compare the fingerprint
    .hint = Call the other side, read the fingerprint to each other and compare every character. Take the card only when all are the same.
tui-receiver-same = Every character is the same: take it as the receiver
tui-receiver-differs = Not compared, or different: don't take it
tui-ask-despite-label = Send anyway, because
tui-ask-despite = Approve the week
    .hint = Something should be fixed first. The commander says why it is sent anyway; the reason goes with the week.
tui-ask-out-label = Folder
tui-ask-out = Export
    .hint = A folder, such as a USB stick's. Empty: the logbook's own outbox.
tui-ask-out-persons-label = Folder
tui-ask-out-persons = Export WITH personal data
    .hint = Names, telephone numbers, addresses and plates go along. Only when the receiver asks for it; this is logged. Esc leaves it. Empty folder: the outbox of the logbook.
tui-ask-card-label = Card
tui-ask-card = Take the receiver's card
    .hint = Type the path of the card that the receiver gave you. It is not taken yet: first the fingerprint is compared by telephone.
tui-ask-own-card-label = File
tui-ask-own-card = Write this unit's card
    .hint = Type a file or folder, such as a USB stick's. Empty: the logbook's own outbox. Nothing on the card is secret.
tui-ask-receipt-label = File
tui-ask-receipt = Take in a receipt
    .hint = The path of the receipt (receipt-….json); its .sig lies beside it.
tui-ask-csv-label = File
tui-ask-csv = Export the list
    .hint = Type a file whose name ends in .xlsx (a workbook) or .csv. A folder, such as a USB stick's, or nothing (the logbook's own outbox) makes a .csv. The file holds every row that matches the filter, and no personal data. The export is written into the access log.
tui-csv-done = The list is exported
tui-csv-rows = { $rows } records

tui-keyless = Commands without a key: find them with Ctrl+P

room-menu = Office
    .hint = Officers, areas, settings, and what keeps the log safe
room-officers = Officers
    .hint = Who can sign in and as what; add one, set a password
room-areas = Areas
    .hint = The residential areas to choose from
tui-progress = Progress
tui-progress-days = Days
room-signals = Signals
    .hint = What is quiet, what rose, what campaigns owe, what is out of order; faint lines only give figures. Enter opens the records.
column-signal = Sort
column-about = Where, what
column-stands = How it stands
room-clocks = Legal clocks
    .hint = Every legal clock that runs, the nearest first. Enter opens the record; type to search.
column-until = Until
column-to-do = To be done
task-next-clocks = Filter
    .hint = Only what is overdue, then only what is due soon, then everything
clocks-overdue = overdue
clocks-soon = due soon
tui-signals-empty = Nothing to compute from yet.
room-figures = Figures
    .hint = Every indicator of a period beside the one before, the same one last year, and the year so far
column-figure = Indicator
column-this = This
column-previous = Before
column-difference = More (+)
column-percent = Share
column-last-year = Last yr
column-cumulative = So far
task-earlier = Earlier
    .hint = The figures of the period before
task-later = Later
    .hint = The figures of the period after
task-length = Choose period
    .hint = By week, month, quarter, half year or year
length-week = Week
length-month = Month
length-quarter = Quarter
length-half = Half year
length-year = Year
tui-figures-runs = {" "}· not over yet
tui-figures-newest = This is the period that runs; there is none after it.
period-week = Week { $number } ({ $dates })
period-month = Month { $number }/{ $year } ({ $dates })
period-quarter = Quarter { $roman }/{ $year } ({ $dates })
period-half-first = First half of { $year } ({ $dates })
period-half-second = Second half of { $year } ({ $dates })
period-year = Year { $year } ({ $dates })
period-cut = - the rule changes here, so its length is unusual
change-more = up { $count }
change-less = down { $count }
change-none = unchanged
change-unknown = no figures to set
tui-beside = Beside
figures-beside = { $name }: { $this }; { $previous } against { $before }; { $year } against { $then }
figures-told = { $name }: { $this }; { $previous } against the period before; { $year } against the same period last year; so far this year { $cumulative }.
cli-report-beside = Before { $previous } · last year { $year } · so far { $cumulative }
room-settings = Settings
    .hint = When the reporting week begins, and when the screen locks by itself
column-room = Page
column-what = What for
column-login = Login
column-state = Active
column-setting = Setting
column-value = Value
task-receive = Receive
    .hint = Takes in the batches of a folder (a stick) or one file; receipts are written beside them
task-request = Ask
    .hint = Asks the post for something about the record under the cursor; it goes with the next receipt
task-trust = Add a post
    .hint = Takes the card of a post after its fingerprint was compared
task-revoke = Revoke
    .hint = From now on nothing signed by the keys of this post is taken
task-start = Begin at
    .hint = Begins with this post at a batch in the middle (where the desk is new)
task-own-card = Own card
    .hint = Writes the card of this desk into a file for the posts
tui-ask-receive-label = Folder
tui-ask-receive = Receive
    .hint = Type the path of a folder (a stick's, for example) or of one batch. What is in it is checked and merged; receipts are written beside it.
tui-ask-post-card-label = Card file
tui-ask-post-card = Add a post
    .hint = Type the path of the card that the post gave you. It isn't taken yet: two people compare the fingerprint first.
tui-ask-revoke-label = Reason
tui-ask-revoke = Revoke the keys
    .hint = { $about }: nothing signed from now on is taken; what was received stays. The post comes back with a new card.
tui-ask-revoke-stolen-label = Reason
tui-ask-revoke-stolen = Key lost or stolen
    .hint = { $about }: nothing that this key signed is believed any more, older batches that have not come included. The post comes back with a new card.
tui-ask-start-label = Batch
tui-ask-start = Begin at a batch
    .hint = { $about }: the number of the first batch to be taken. That those before are not here is said for ever.
tui-ask-request-label = Text
tui-ask-request = Ask the post
    .hint = { $about }: what the post is to add or explain. It goes with each receipt until the post has written on the record.
tui-revoke = Revoke the keys
    .hint = A revoked key never comes back. Call the post first.
tui-revoke-replaced = Out of use (another machine, a merger)
tui-revoke-stolen = Lost or stolen
tui-revoked = { $unit }: { $keys ->
        [0] the keys were revoked before
        [1] one key revoked. When the post has a new card: Ctrl+N
       *[other] { $keys } keys revoked. When the post has a new card: Ctrl+N
    }
tui-requested = Asked about { $record }; it goes with the next receipt
tui-trust-same = Letter by letter the same: take this post
tui-received = Received
tui-received-counts = { $files } files: { $results }. { $new } new entries.
tui-received-more = and { $count } more files to see to; each stands on its post's screen
tui-received-stopped = Stopped as you asked. What was merged stays.
desk-receipts-aside = No receipt could be written into { $folder }: it is full, or write-protected. The receipts lie in the log's own outbox; copy them onto another stick for the posts.
tui-received-left = { $count } files are left. Receiving the same folder once more goes on there.
tui-received-receipts = { $count } receipts in { $folder }
tui-only-desk = Only a clerk does this
room-compare = Compare
    .hint = The figures of the posts beside each other, by week, month, quarter, year
column-incidents = Cases
column-closed = Closed
column-patrols = Patrols
column-observations = Observed
column-shifts = Shifts
tui-compare-empty = No figures yet. Ctrl+K chooses a week, month, quarter or year
tui-compared = Compared { $from } - { $to }
tui-compared-with = with the figures of { $units }
tui-compared-all = All
tui-compared-until = received up to { $day } only
tui-compared-nothing = no week of this period was received yet
tui-compared-short = not complete: { $count } of { $all } posts have not handed in all of it
task-span = Period
    .hint = Chooses the week, month, quarter or year to compare over
task-sheet = Write .xlsx
    .hint = Writes every indicator of every post into a spreadsheet; the export is logged
tui-ask-sheet-label = File
tui-ask-sheet = Write a spreadsheet
    .hint = Type a file or folder, such as a stick's. Empty: the outbox of this log.
span-last-week = Last week
span-week = This week
span-last-month = Last month
span-month = This month
span-last-quarter = Last quarter
span-quarter = This quarter
span-last-half = Last half year
span-half = This half year
span-last-year = Last year
span-year = This year
sheet-log = Log
sheet-access = Who saw what
sheet-code = Code
sheet-indicator = Indicator
sheet-unit = Counted in
sheet-received = Received up to
stage-figures = Counting
room-posts = Posts
    .hint = The posts that report here: the newest week received, missing batches, findings, requests
room-post = One post
    .hint = A post week by week: batches, results, findings; Enter opens the record
column-post = Code
column-name = Name
column-last = Newest
column-standing = Standing
column-findings = Found
column-asked = Asked
column-came = Received
column-which = What
column-says = What it says
tui-posts-empty = No post yet. Ctrl+N adds one by its card; Ctrl+T writes your own card for them.
tui-post-empty = Nothing of this post yet
tui-post-late = { $count ->
        [1] one week late
       *[other] { $count } weeks late
    }
tui-post-followed = now { $unit }
tui-post-none = nothing received
tui-post-fork = forked
tui-post-no-key = key revoked
tui-post-gap = { $missing } missing
tui-post-well = complete
tui-post-well-note = Nothing to see to
tui-post-missing = missing
tui-post-missing-said = Batch { $missing } has not come; { $count } after it { $count ->
        [1] is
       *[other] are
    } held
tui-post-fork-said = Batch { $number } tells another story than the one received; kept apart
tui-post-asked = asked
tui-post-asked-note = { $text } ({ $n ->
        [none] waits for the next receipt
       *[other] went with receipt { $n }, not answered
    })
tui-post-batch = Batch { $number }
tui-post-batch-said = { $week }: { $result }, { $entries } entries{ $count ->
        [0] {""}
       *[other] , { $count } found
    }
tui-post-batch-note = { $file } · batch id { $id }
tui-post-code-newer = A code of a newer version; update the program to read it.
tui-post-refused = refused
tui-post-start = begins
tui-post-key = key
tui-post-key-valid = in use
tui-filter-post = Post
tui-origin = Written by
tui-origin-author = Written by
tui-origin-batch = Came with
tui-origin-newest = Changed by
tui-origin-batch-said = Batch { $number } · { $week } · received { $at }
tui-origin-journal = Journal
tui-origin-journal-said = …{ $journal }, entry { $seq }
tui-only-manage = Only a commander does this; at a desk, a clerk
tui-only-read-access = Only commanders, clerks and auditors see this
tui-state-active = yes
tui-state-ended = ended
tui-officer-me = { $name } (you)
tui-officer-no-login = This officer doesn't sign in to this log
tui-office-empty = Nothing yet
tui-areas-empty = No area yet. Ctrl+N adds one, Ctrl+B several at once.
tui-area-ended = { $number } ended today; older records keep its name
tui-setting-set = Changed, and in force at once

task-add-officer = Add officer
    .hint = Adds an officer who can sign in, with their first password
task-set-password = Password
    .hint = Sets a new password for the officer under the cursor; on your own line, your own
task-my-password = Change password
    .hint = Changes your own password
task-add-area = Add area
    .hint = Adds a residential area
task-add-areas = Add several
    .hint = Adds several areas at once, one per line (they can be pasted)
task-end-area = End
    .hint = Ends the area under the cursor (merged, split); older records stay as they are
task-change = Change
    .hint = Changes the value of the setting under the cursor

tui-disable = End an officer's account
    .hint = It can't be taken back: to let them in again, add them as a new officer.
tui-disable-said = They can't sign in any more, and the key of the log is changed, so that nothing copied before opens it. Close every other window of trucban first. The disk needs room for a whole copy; it takes seconds, sometimes minutes; don't switch the machine off.
tui-disable-yes = End this account
tui-sure-no = No, leave it as it is
task-disable = End account
    .hint = Ends the account of the officer under the cursor and changes the key of the log
tui-work-through = { $stage }: wait for its end, don't switch the machine off
tui-work-at = Esc stops · { $stage }
room-backups = Backups
    .hint = Back up now to a stick or another folder; the backups that there are, and how to restore
room-doctor = Check the log
    .hint = Checks everything: the data file, the chain, the content, the lists
column-at = At
column-age = Age
column-file = File
column-check = What is checked
column-result = Result
tui-backups-empty = No backup yet. Ctrl+N backs up now.
tui-backup-elsewhere = elsewhere: { $file }
tui-backup-at = { $file }. Enter says how to restore it.
tui-backup-done = Backed up
tui-backup-keep = Read back and the same. Keep it away from this machine; it opens with today's passwords or the recovery paper.
tui-restore = Restore a backup
tui-restore-how = On the command line: trucban restore "{ $file }" NEW-FOLDER
tui-restore-then = The new folder has to be empty; the log in use isn't touched. The restored log goes on in a new journal that continues the old one. What was logged after the backup and sent comes back from the batches, with the recovery paper. If the signing key was changed after the backup, make another one: trucban card --new-key --revoked.
tui-doctor-empty = Not checked since the log was opened. Enter checks it now; a large log takes minutes, Esc stops it.
tui-check-well = good
tui-check-ill = PROBLEM
tui-checked-at = (Checked at { $at })
tui-check-integrity = Data file
    .hint = Every page of logbook.db can be read and is genuine. Nothing to do.
tui-check-integrity-ill = The data file is damaged: { $found }. Write nothing more; tell the commander, restore the newest backup, change the disk.
tui-check-chain = Chain of the journal
    .hint = No line was changed, left out or put in since it was written. Nothing to do.
tui-check-chain-ill = The chain breaks: { $found }. Write nothing more; keep the folder as it is, tell the commander, restore a backup elsewhere to compare.
tui-check-lost = Content
    .hint = Every line still has its content. Nothing to do.
tui-check-lost-ill = The content of { $found } lines is missing and nobody says why. Restore the newest backup.
tui-check-derived = Lists and search index
    .hint = Lists, figures and search agree with the journal. Nothing to do.
tui-check-derived-ill = The lists differ from the journal: { $found }. Nothing is lost: Ctrl+B makes them anew; close every other window of trucban first.
tui-check-purged = Removed by a purge
    .hint = Sheets of content that a purge removed; it is written down who did it and why. Nothing to do.
tui-check-withheld = Withheld by other posts
    .hint = Sheets of personal data that other posts kept to themselves. Nothing to do.
tui-check-entries = Lines of the journal
    .hint = Hash of the last line: { $head }
tui-doctor-ill = Something has to be dealt with
    .hint = Look through the table; Enter says all of it.
tui-rebuild-later = Later
tui-rebuilt = The lists were made anew from the journal. Ctrl+R checks again.
task-backup = Back up
    .hint = Writes a backup now
task-check = Check
    .hint = Checks everything; Esc stops it
task-rebuild = Rebuild
    .hint = Makes lists and index anew from the journal; other windows have to be closed
tui-ask-backup = Back up
    .hint = A folder or a file, such as /media/usb. Empty: the log's own folder of backups.
tui-ask-backup-label = Into
room-purge = Purge
    .hint = Takes personal data and old versions out for good when they have served; looked at first
room-due = What would go
    .hint = Persons and old versions; the newest facts of a record always stay
room-holds = Holds
    .hint = Records that no purge touches: a complaint, an investigation, an inspection
room-access = Who saw what
    .hint = Who looked at, searched, printed or exported personal data, when and why. Nobody can change this list.
room-journals = Journals
    .hint = The volumes of this log, each continuing the one before; a new one after a fork
column-rule = Rule
column-number = Number
column-goes = What goes
column-title = Title
column-who = Who
column-did = What
column-why = Why, searched for
column-volume = Volume
column-begun = Since
column-lines = Lines
column-volume-state = State
tui-rule = Rule { $id }, after { $source }. Enter shows what is due; nothing goes yet.
tui-due-goes = persons: { $persons }, old: { $facts }
    .hint = Goes: persons ({ $persons }), old versions that were amended ({ $facts }). The newest facts stay as they are.
tui-due-held = on hold, stays
    .hint = On hold: no purge touches it. Take the hold off in the room Holds.
tui-due-none = Nothing is due.
tui-due-sum = Of { $records } records would go: persons { $persons }, old versions { $facts }. On hold: { $held }.
tui-due-first = The table names the first { $shown } records.
tui-purge = Purge for good
    .hint = This can't be undone.
tui-purge-said = It is gone from the log, the index, the batches in the outbox and the backups on this PC; the recovery paper doesn't bring it back either. The journal still says who purged it, when and why. The receiver purges its copy with the next batch; copies on USB sticks are yours to collect.
tui-purge-yes = Purge for good
tui-purged = Purged for good, records: { $records }; persons { $persons }, old versions { $facts }. Kept by a hold: { $held }.
tui-holds-empty = No record is on hold. Ctrl+N puts a hold on one.
tui-hold-by = On hold by { $name } since { $at }. Enter reads the record, Ctrl+D takes the hold off.
tui-access-empty = Nobody looked at anything in these days.
tui-access-cut = Only the newest { $count } lines are read. Ctrl+F takes fewer days.
tui-access-done = The list of accesses is written
tui-access-rows = { $rows } lines
tui-days-unclear = This is no day
tui-volume-written = being written
    .hint = The volume that is being written, { $last } lines so far. Its id: { $journal }
tui-volume-forked = FORKED: begin a new one
    .hint = The receiver holds another story of this volume. Call them, agree on which log is right; there Ctrl+N begins a new volume.
tui-volume-continued = continued by the next
    .hint = The next volume goes on after line { $until }. Its id: { $journal }
tui-volume-carried = continued after line { $until }
    .hint = The next volume goes on after line { $until }; the lines from there to { $last } were carried over. Its id: { $journal }
tui-journal = Begin a new journal
    .hint = Only once the receiver has agreed.
tui-journal-said = The volume that is being written ends; the new one goes on after the last line that the receiver has too, and what was written since is carried over: nothing is lost. There is no way back to the old volume. The other copy of this log, if there is one, may not be written any more. Close all other windows of trucban first.
tui-journal-begun = The new volume has begun; it continues the one before
tui-journal-yes = Begin it
tui-board-forked = ! The journal has forked
tui-check-receiver = Same as the receiver's
    .hint = No receipt says that the receiver holds anything else. Nothing to do.
tui-check-receiver-ill = The receiver holds another story: the journal has forked. Call them, agree on which log is right; there go to the office, Journals, and begin a new one.
task-purge-record = Purge a record
    .hint = Shows, then purges, personal data and old versions of one record
task-purge = Purge
    .hint = Purges what the table names for good, after a reason and one more question
task-hold = Hold
    .hint = No purge touches this record until the hold is taken off
task-release = Release
    .hint = Takes the hold off the record under the cursor
task-days = Days
    .hint = Shows certain days only
task-access-file = Export
    .hint = Writes the list of these days into a .xlsx or .csv file; that is logged as well
task-new-journal = New journal
    .hint = Ends the volume that is being written and begins the next; needed after a fork
tui-ask-purge-number = Purge a record
    .hint = Type its number, such as VV-2026-000123. It is only shown; nothing goes yet.
tui-ask-purge-number-label = Number
tui-ask-purge-why = Why it goes
    .hint = Such as: kept long enough under plan 12. The reason stays in the journal for ever; name nobody. You are asked once more.
tui-ask-purge-why-label = Reason
tui-ask-hold = Hold
    .hint = Type its number, such as VV-2026-000123. No purge touches it until the hold is taken off.
tui-ask-hold-label = Number
tui-ask-days = Days
    .hint = Type one day (yesterday, 20/11) or two (01/11 - 23/11). Nothing for all of them.
tui-ask-days-label = Days
tui-ask-access = Export the list of accesses
    .hint = Type a file whose name ends in .xlsx (a workbook) or .csv. A folder, such as a USB stick's, or nothing (the outbox) makes a .csv. That is logged as well.
tui-ask-access-label = File
tui-ask-journal = Why a new journal
    .hint = Such as: two PCs wrote one log, we agreed on this one. You are asked once more.
tui-ask-journal-label = Reason
room-recovery = Recovery code
    .hint = The paper that opens the log when every password is forgotten; a new code when it is lost
tui-recovery-empty = When the paper is lost, or whoever kept it leaves, make a new code. Enter shows it, to be copied to paper; the old paper counts until two groups of the new code were typed back.
tui-prove = Your own password
    .hint = A new code replaces the one before: type your own password once more, then Enter.
tui-proving = Checking…
tui-recovery-new = New recovery code: shown once
    .hint = Copy the first line and every group to paper, lock it away, take no photo. Whoever has this code and the folder can read the whole log. F2 writes it into a file to print. Then Enter; Esc leaves it, and the old paper counts.
tui-recovery-check = Look at the paper and type these two groups. Esc shows the code again. When both are right, the new paper takes the old one's place.
tui-recovery-kept = Nothing was changed: the old recovery paper still counts
tui-recovery-done = The new paper counts. Earlier backups still need the old one: keep both.
task-new-recovery = New code
    .hint = Makes a new recovery code in place of the old one, once it was copied to paper
tui-form-areas = Several areas
field-areas-names = One area per line
tui-ask-password = Password of { $name }
    .hint = At least 10 characters, the same twice. A sentence of a few words is best.
tui-choose-setting = Change a setting
    .hint = In force as soon as it is chosen. Esc leaves it as it is.
tui-ask-setting = Change a setting
    .hint = { $about } ({ $values })
tui-ask-setting-label = New value
tui-ask-area-ends = End an area
    .hint = Say why, such as: merged into TDP 7. From today it can't be chosen any more.
tui-ask-area-ends-label = Reason

tui-place-patrols = Patrols
    .hint = ↑↓ choose, Enter does it. While a patrol is out, F4 leads straight to it.
tui-place-patrol = On patrol
    .hint = ↑↓ go line by line. Typing begins an observation here and now. First line: Enter opens the whole record.
tui-patrols-write = Record a finished patrol
tui-patrols-start = Start a patrol now
tui-patrols-plan = Plan a patrol
tui-patrols-standing = Out or planned ({ $count })
tui-patrol-people = { $count } people
tui-patrol-out = out for { $age }{ $due ->
        [none] {""}
       *[other] , due back { $due }
    }
tui-patrol-leaves = leaves at { $at }
tui-patrol-go = Start now
tui-patrol-route = Route ({ $reached }/{ $all })
tui-patrol-next = next
tui-patrol-elsewhere = Reached one more area
tui-patrol-seen = Noticed ({ $count })
tui-patrol-seen-none = Nothing yet. Type, or press F5, to note something.
tui-patrol-no-step = This point was reached already, or the patrol isn't out
tui-patrol-no-incident = No incident was made of this yet; F3 makes one

tui-leave = Leave the form
    .hint = Something is written here that isn't in the logbook yet.
tui-leave-keep = Keep the draft
tui-leave-stay = Go on writing
tui-leave-drop = Drop it
tui-draft-kept = Draft kept (Ctrl+O goes on with it)
tui-draft-dropped = Draft dropped
tui-draft-unreadable = This draft can't be read
tui-drafts-hint = Drafts not saved yet. Enter goes on, Esc leaves them for later.
tui-drafts-later = The drafts are kept; Ctrl+O goes on with them
tui-drafts-none = There is no draft
tui-quit-again = Press again to end the program
tui-ask-void = Void the record
    .hint = A void record stays readable, struck through, and counts no more. It can't be taken back; write a new record instead.
tui-ask-void-label = Reason
tui-void-sure = Void this record?
    .hint = The reason stays in its history. This can't be taken back.
tui-void-changed = The record was changed elsewhere
    .hint = Nothing was voided. Above stands what was changed meanwhile.
tui-void-look = Read the newer version first
tui-void-yes = Void the record
tui-conflict = The record was changed elsewhere
    .hint = Somebody saved a newer version meanwhile. Nothing was overwritten.
tui-conflict-there = In the newer version: { $value }
tui-conflict-here = Written here: { $value }
tui-conflict-mine = Put what is written here onto the newer version, look again, save
tui-conflict-theirs = Drop what is written here, read the newer version
tui-conflict-back = Back to the form
tui-conflict-rebased = Put onto the newer version. Look again, then F2 saves.

## figures

indicator-none = not stated
indicator-unit-case = cases
indicator-unit-instance = instances
indicator-unit-person = persons
indicator-unit-turn = times
indicator-unit-person-turn = person-turns
indicator-unit-vehicle-turn = vehicle checks
indicator-unit-minute = minutes
indicator-unit-paper = records of violation
indicator-unit-shift = shifts
indicator-unit-dong = VND
indicator-unit-tip = tips
indicator-unit-leaflet = leaflets
indicator-force-police = police
indicator-force-grassroots = grassroots security force
indicator-force-militia = militia
indicator-force-other = others
indicator-incident-total = Incidents reported
indicator-incident-group = Incidents by group: { $part }
indicator-incident-category = Incidents by category: { $part }
indicator-incident-status = Incidents by status: { $part }
indicator-incident-classification = Incidents by classification: { $part }
indicator-incident-outcome = Incidents by outcome: { $part }
indicator-incident-dead = Persons killed
indicator-incident-injured = Persons injured
indicator-incident-loss-vnd = Loss of property
indicator-incident-recovered-vnd = Property recovered
indicator-patrol-total = Patrols carried out
indicator-patrol-cancelled = Patrols cancelled
indicator-patrol-people = { $part ->
        [none] People on patrol
       *[other] People on patrol: { $part }
    }
indicator-patrol-duration = Time on patrol
indicator-patrol-observations = Weak points noticed on patrol
indicator-patrol-people-checked = People checked on patrol
indicator-patrol-vehicles-checked = Vehicles checked on patrol
indicator-patrol-minutes-written = Records of violation written on patrol
indicator-patrol-reminders = Reminders given on patrol
indicator-patrol-cases-found = Cases found by patrol
indicator-patrol-fines-vnd = Fines imposed on patrol
indicator-shift-total = Shifts opened
indicator-shift-closed = Shifts closed
indicator-tip-total = Tips received
indicator-tip-topic = Tips by topic: { $part }
indicator-tip-usable = Tips by use: { $part }
indicator-outreach-total = Outreach carried out
indicator-outreach-topic = Outreach by topic: { $part }
indicator-outreach-form = Outreach by form: { $part }
indicator-outreach-attendance = People who attended outreach
indicator-outreach-leaflets = Leaflets handed out
indicator-joint-total = Joint work carried out
indicator-joint-type = Joint work by type: { $part }
indicator-joint-people = People who took part in joint work
indicator-joint-found = Findings of joint work
indicator-joint-mended = Of these, mended
indicator-property-total = Property received
indicator-property-type = Property received by type: { $part }
indicator-property-state = Property received by state: { $part }

## sync and desk

readme-what = This is the weekly batch of { $unit } for { $receiver }. It follows open standards: BagIt 1.0, tar, age,
    SSH signatures, JSON. It can be opened and checked without the program that wrote it, by the steps
    below. If a step fails, stop there: do not use the data, and tell the unit that sent it.
readme-need = Needed: ssh-keygen (OpenSSH), age, tar, sha256sum, and Python 3 with
    python3 -m pip install bagit==1.9.0 bagit_profile==1.3.1 jsonschema==4.26.0
    In one folder: { $name }.tar.age, { $name }.tar.age.sig, and identity.txt,
    the receiver's private key file (trucban desk identity) or the sender's recovery paper.
readme-key = STEP 1. The sender's signing key. A key that comes with the batch proves nothing: compare the fingerprint
    with the card of { $unit }, or ask for it by phone. Go on only if both are the same.
readme-outer = STEP 2. Check the outer signature, over the encrypted file, before it is opened.
readme-open = STEP 3. Decrypt and unpack.
readme-inner = STEP 4. Check the inner signature, over the tag manifest.
readme-manifests = STEP 5. Compare every file with the manifests. The last line is the batch's id, as receipts quote it.
readme-bag = STEP 6. Check the bag against BagIt and against the profile of these batches.
readme-schema = STEP 7. Check every line of data against the JSON Schemas in the folder schema.
readme-chain = STEP 8. Check the hash chain: no line of the journal was changed, dropped or slipped in, and each line's
    content is the one that was written. data/indicators.csv holds the week's figures, for a spreadsheet.

help-week = The week: look, approve, export the batch for the receiver
help-week-list = Weeks and where each stands
help-week-preview = What would be sent, and what needs fixing
help-week-approve = Approve the week (commander)
help-week-export = Seal what isn't sealed and write the batch files (commander)
help-batch = Look at batches, check them, bring back what was sent
help-batch-inspect = What a batch is, from whom and for whom
help-batch-import = Bring back from own batches what a restored logbook is missing
help-batch-verify = Check a batch whole: signatures, manifests, every line, the chain
help-card = Print this unit's card: code, name, signing key, receiving key
help-receiver = Choose the receiver by its card
help-receipt = Take in a receipt of the receiver
help-desk = What a receiving desk does
help-desk-trust = Trust a post by its card
help-desk-receive = Receive batches from files or folders, and answer with receipts
help-desk-posts = The posts and where each stands
help-desk-identity = Print the private key that opens what is sent here (keep it secret; this is logged)
help-desk-revoke = Revoke the keys of a post: nothing that they sign counts from now on
help-desk-start = Begin with a post at this batch (a desk that is newer than the post)
help-desk-request = Ask a post about one of its records; it goes out with the receipts

arg-week-preview-week = The week, such as 2026-W47; the one that is due unless given
arg-week-approve-week = The week, such as 2026-W47; the one that is due unless given
arg-week-export-week = Under which week it is handed in, such as 2026-W47; the one that is due unless given
arg-week-export-from = Write this batch and all after it again
arg-week-export-out = Where the batch goes, a stick for example; the logbook's outbox unless given
arg-batch = Write only this batch again
arg-with-persons = With personal data, except of tips and records with somebody to keep secret
arg-despite = Reason to send it although something needs fixing
arg-card = The card
arg-card-out = Write the card to this file
arg-fingerprint = The fingerprint (SHA256:…) that was compared
arg-paths = Batch files, or folders with batches
arg-desk-receive-out = Where receipts go; beside the batches unless given
arg-new-key = Change to another signing key
arg-revoked = The receiver takes the old key no more: the new one signs at once
arg-stolen = The key was stolen or leaked: what it signed before is not trusted either
arg-desk-revoke-why = Why it is revoked
arg-desk-start-number = Number of the first batch to be taken
arg-desk-request-record = The record: its number or id
arg-desk-request-text = What the post is asked to do
arg-desk-request-code = The finding that it is about, such as H204
arg-receipt-file = The receipt, with its .sig beside it
arg-path = A batch, an unpacked bag, or a folder with batches
arg-batch-import-identity = The recovery paper of this post, as a file
arg-batch-import-paths = Own batches, or folders with them
arg-identity = The desk's private key file, or the post's recovery paper

stage-seal = Sealing
stage-write = Writing batches
stage-receive = Receiving
stage-list = Writing the list
stage-pages = Checking the data file
stage-chain = Checking the chain
stage-views = Making lists from the journal
stage-words = Comparing the search index
stage-copy = Copying the log
stage-pack = Writing the backup
stage-read-back = Reading it back
stage-rekey = Changing the key of the log
stage-due = Finding what is due
stage-purge = Removing content
stage-demo = Making up the ward

week-open = not handed in
week-sealed = awaiting receipt
week-acknowledged = received
week-through = The receiver holds everything up to week { $week }
week-preview = Week { $week } ({ $dates }): { $entries } entries not handed in, { $records } records. { $receiver ->
        [none] No receiver chosen yet
       *[other] For: { $receiver }
    }
week-approved = Week { $week } approved: { $number }{ $holds ->
        [0] {""}
       *[other] , passing { $holds } holds with the reason given
    }
week-exported = Newest batch: { $name } (week { $week }, { $entries } entries). Take the .sig file along.

desk-card = { $unit } · { $name } · fingerprint { $fingerprint }
desk-compare = Read this fingerprint to the other side over the phone. Is every character the same? (y/n)
card-key-later = The post has a new signing key. The old one goes on signing until a receipt says that the receiver holds the next batch; nothing else has to be done. Read this fingerprint to the receiver when they ask.
card-key-now = The post signs with a new key from now on. The receiver takes nothing before it has trusted this card: trucban desk trust CARD. Then write the files again: trucban week export
desk-receiver = The receiver is now { $name } ({ $unit })
desk-trusted = { $name } ({ $unit }) is trusted
desk-nothing = No batch file found (.tar.age)
desk-handed = { $file }: { $result } ({ $new } entries new, { $known } known)
desk-answered = Receipt: { $file }
desk-new-key = { $unit } has changed its signing key, new fingerprint { $fingerprint }. Call the post to be sure that it was them.
desk-left = { $count ->
        [one] One file was not looked at yet
       *[other] { $count } files were not looked at yet
    }; the same command goes on there.
desk-asked = { $unit }: a receipt with requests only, to be handed over: { $file }
desk-revoked = { $unit }: { $keys ->
        [0] no key is left to revoke
        [one] one key is revoked; nothing that it signs counts. When the post has a new card: trucban desk trust CARD
       *[other] { $keys } keys are revoked; nothing that they sign counts. When the post has a new card: trucban desk trust CARD
    }
desk-started = { $unit }: taken from batch { $number } on. That the ones before are not here will always be shown.
desk-requested = Request about { $record } kept; it goes with the receipts for { $unit } until the post has written on the record.
desk-post-late = { $count ->
        [one] one week
       *[other] { $count } weeks
    } late: up to week { $week } should be here, the first one missing was due { $since }
desk-post-ended = ended after { $day }
desk-post-follows = follows { $units }
desk-post-followed = merged into { $unit }, counted together with it
desk-post-held = { $missing ->
        [none] held until the one before comes: { $count }
       *[other] batch { $missing } is missing; held until it comes: { $count }
    }
desk-post-forks = forked, kept apart: { $count }
desk-post-findings = findings in its records: { $count }
desk-post-withheld = versions without their content, and no purge that explains it: { $count }
desk-post-asked = requests not answered: { $count }
desk-post-waiting = requests waiting for the next receipt: { $count }
desk-post-start = taken from batch { $number } on, without those before
desk-post-revoked = key { $state ->
        [stolen] revoked as stolen
       *[other] revoked
    } { $at }: { $why }
desk-receipt = Receipt { $n } of { $desk }: { $week ->
        [none] nothing is received whole yet
       *[other] the receiver holds everything up to week { $week }
    }
desk-identity = Private key of { $unit }: opens every batch sent here. Keep it secret, and away from the batches.

result-merged = merged
result-already-merged = merged before
result-held-gap = held until the one before comes
result-fork = forked, kept apart
result-bad-signature = bad signature
result-unknown-post = unknown post
result-not-for-us = not for this desk
result-bad-format = malformed
result-unsupported-version = version not supported
result-too-large = too large

batch-imported = brought back
batch-known = all here already
batch-refused = not taken
batch-verified = complete and genuine
batch-inspected = readable
batch-name = Batch
batch-id = Batch id
batch-unit = Post
batch-receiver = Receiver
batch-week = Week
batch-entries = Entries
batch-persons = With persons (sheets)
batch-sealed = Sealed at
batch-signer = Fingerprint of its key
batch-trusted = The key is of

## demo

cli-demo-made = The logbook of a made-up ward lies in { $folder } ({ $records } records).
    Sign in as: { $officer }. Password: { $password }
    Open it with: trucban --logbook { $folder }
cli-progress-demo = Making up a ward
help-demo = Make the logbook of a made-up ward to try things on; nothing in it is real
arg-demo-dir = New or empty folder; one in the temporary folder unless given
arg-records = Incidents, patrols and shifts together
arg-weeks = Weeks; as the records fill them unless given
arg-seed = The same seed and last day make the same records
arg-until = The last day (up to now unless given)
arg-open = Show the screens when it is done

tui-place-first = First run
    .hint = ↑↓ choose a line, Enter goes on, Esc goes back. Nothing is written to disk until the recovery code was typed back correctly.
tui-place-paper = Recovery code
    .hint = Copy it to paper, then Enter; the next step asks for two groups. Left alone for long, the code is wiped; choose the password again to get a new one.
cmd-go = Go on
    .hint = Goes to the next step
cmd-before = Go back
    .hint = Goes to the step before
cmd-paper = Into a file
    .hint = Writes the recovery code into a file to print
cmd-glyphs = Try letters
    .hint = Whether this terminal shows and takes Vietnamese with its marks
tui-trial = Type here
tui-glyphs = àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ ÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ Đ ÈÉẺẼẸ ÊỀẾỂỄỆ ÌÍỈĨỊ ÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ÙÚỦŨỤ ƯỪỨỬỮỰ ỲÝỶỸỴ ─│┌┐└┘ ›●○■□█░✓•… ↑↓
    .hint = If you see boxes or question marks instead of letters, choose another font for this window; the bare Linux console has not all of them.
tui-first = No logbook at { $folder } yet
tui-first-new = Set up this post's logbook
tui-first-demo = Try it with a made-up ward
tui-first-clock = Clock: { $now }. If it is wrong, set it first.
tui-first-clock-unset = The clock can't be right: { $now }. Set it first.
tui-first-clock-wrong = The clock is wrong: set it first, then set up the logbook
tui-first-long = “{ $line }” has more than { $max } characters
tui-first-step = Question { $n }/{ $count } · { $name }
first-name = Name of the post
    .hint = As on its seal, for example: Công an phường 2, Bảo Lộc. It stands above every screen and on each weekly batch.
first-code = Code of the post
    .hint = Letters without marks, digits and hyphens, at most 16, for example LDG-P2. If the receiver gave you a code, use that. It stands in the number of every record and can't be changed later.
tui-first-code = A code has letters without marks, digits, and hyphens between them, at most 16
first-receiver = Receiver of the weeks
    .hint = Path of the card file that the receiver sent, for example /media/usb/card.txt. If there is none yet, leave it empty, press Enter, and add it later on the Week screen (F9).
tui-first-compare = Call the receiver and read the characters above to each other. All the same: Enter. Different: Esc.
first-areas = Residential areas
    .hint = One per line; a whole list can be pasted. It may stay empty; add areas later in the office (Ctrl+A). Tab when done.
first-officer = Commander and password
    .hint = This officer is the commander and adds others later. The password has at least 10 characters; a sentence is best. If it is forgotten, only the recovery code of the next step opens the log.
tui-first-officer = Full name
tui-first-waits = Working, one moment…
tui-first-paper = Recovery code: copy it to paper, it is shown once
    .hint = Copy the first line and every group to paper, or write it into a file with F2, print it and delete the file. Keep the paper in an envelope, locked away, take no picture. Whoever has the code and the folder can read all of the log. Enter when it is copied.
tui-first-check = Is the recovery code on paper?
    .hint = Look at the paper and type these two groups. Esc shows the code again. When both are right, the logbook is set up.
tui-first-group = Group { $n }
tui-first-wrong = Group { $n } isn't what was shown; look at the paper
tui-first-printed = The recovery code is in this file. Print it, then delete the file.
tui-first-ready = The logbook is set up. Type the password you just chose to open it.
tui-first-demo-ready = The made-up ward is ready, in the temp folder. Type the password shown to open it.
tui-ask-paper = Write the recovery code into a file
    .hint = Type a file or a folder, best on a USB stick. Delete the file after printing.
tui-ask-paper-label = File

plain-hint = Type a number, then Enter. Enter alone keeps what stands in [ ]. A - leaves it empty. 0 or q goes back (where a number is asked, only q).
plain-menu = Which item (? reads them)
plain-what = What to do
plain-who = Who is at work
plain-which = Which number
plain-row = Which number (? reads them)
plain-no-number = There is no such number
plain-none = Not found; type a number or part of a name
plain-search = Words to find (Enter: the newest, +: by kind and day)
plain-kind = Kind (Enter: every kind)
plain-from = From day (Enter: the beginning)
plain-to = Up to day (Enter: today)
plain-words = Words (Enter: all)
plain-no-day = That is no day. For example: 23/11/2026, hôm qua
plain-clock = Is the clock right (1 or 2)
plain-form = Enter saves, a number fills another field, ? reads all fields
plain-list = { $name } ({ $count }): 1 adds, 2 drops the last, Enter is done
plain-draft-kept = The draft is kept; go on with it under Drafts
plain-no-shift = No shift is open
plain-answer = Answer each matter
plain-countersign = The commander countersigns
plain-incoming = Who takes over
plain-weeks = Weeks

# Legal clocks

clock-minutes = { $n }'
clock-hours = { $n } h
clock-days = { $n } days
clock-left = { $span } left
clock-over = { $span } late
clock-overdue = overdue by { $span }
clock-soon = due soon, { $span } left
clock-paused = paused
clock-in-time = done { $at }
clock-late = done { $at }, { $span } late
clock-told = { $name }: until { $last } · { $left } · from { $from } · { $rule }, { $source }
clock-unconfirmed = (not checked)
# What has to be done is named in both languages
W210 = Overdue: { "en" ->
    [vi] { $vi }
   *[en] { $en }
    } ({ $rule }), due { $due }
    .hint = Do it now and note the event on the record. If it has been done, note the event with the time at which it was done.
W211 = Done late: { "en" ->
    [vi] { $vi }
   *[en] { $en }
    } ({ $rule }), due { $due }, done { $done }
    .hint = What was late stays named. If the event's time is wrong, note the event again with the right one.
E060 = The file of rules { $file } is wrong in line { $line }: { $problem ->
    [utf8] not UTF-8
    [kind] { $said } is of a kind of record that is never open, so it would never run
    [start] { $said } needs exactly one of start and after
    [field] { $said } names a field that this kind doesn't have
    [limit] { $said } has a limit of nothing, or far too long a one
    [days] { $said } has days that don't fit each other
    [anchor] { $said } needs weekday for a week, day from 1 to 28 for a month, and hour from 0 to 23
    [takes] { $said } doesn't say what goes
    [twice] { $said } stands there twice for the same day
   *[syntax] { $said }
    }
    .hint = Mend that line, or remove the file. Until then the rules inside the program go on.
E061 = The file of rules is too large
    .hint = rules.toml needs only what differs from the program's rules. Those go on meanwhile.
