# The wording of trucban. A code: the message says what happened, .hint what to do.

## faults and findings

E090 = The program has a fault of its own: { $what }
    .hint = Nothing was changed. Note this line and tell whoever looks after the program.

## field, value, kind names (record)

## cli

## tui

## figures

indicator-none = not stated
indicator-unit-case = cases
indicator-unit-instance = instances
indicator-unit-person = persons
indicator-unit-turn = patrols
indicator-unit-person-turn = person-turns
indicator-unit-vehicle-turn = vehicle checks
indicator-unit-minute = minutes
indicator-unit-paper = records of violation
indicator-unit-shift = shifts
indicator-unit-dong = VND
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

## sync and desk

## demo
