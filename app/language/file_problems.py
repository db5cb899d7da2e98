"""Words for what can be wrong with a coordinator's files; the place is said in front of them."""

from app.language.mark import N_
from app.language.tree_problems import TREES

# ZIP files, folders and the files in them.
_PLACES = {
    "export_form": N_("The form “%(found)s” does not hold this. Use one of: %(wanted)s."),
    "export_one_label": N_("This form holds one label for each answer, not: %(found)s."),
    "file_empty": N_("The file is empty. A file with tasks is wanted."),
    "file_large": N_("The file is too large. Most allowed: %(most)s kB."),
    "file_missing": N_("The name of a file is wanted here."),
    "file_name": N_("“%(found)s” is not a name inside the media folder. Give a name in it."),
    "file_not_found": N_("There is no file “%(found)s”. Check its name and place."),
    "file_not_regular": N_("“%(found)s” is not a plain file or folder. Links are not followed."),
    "file_twice": N_("“%(found)s” has the same name as “%(nearest)s”. Give it another name."),
    "media_case": N_("There is no file “%(found)s”. Did you mean “%(nearest)s”?"),
    "media_not_found": N_("There is no file “%(found)s” in the media folder. Add it."),
    "media_not_regular": N_("“%(found)s” is not a plain file. Put a copy of the file there."),
    "pool_form": N_("“%(found)s” is not a folder or a ZIP file. One of them is wanted."),
    "rows_form": N_("“%(found)s” cannot be read as tasks. Use one of: %(wanted)s."),
    "tasks_missing": N_("The file with the tasks is missing. Add one of: %(wanted)s."),
    "tasks_twice": N_("More than one file holds tasks: %(found)s. Keep one."),
    "zip_broken": N_("The ZIP file is broken. Make it again."),
    "zip_link": N_("“%(found)s” in the ZIP file is a link. Put a plain file there."),
    "zip_locked": N_("“%(found)s” in the ZIP file has a password. Make it without one."),
    "zip_members": N_("The ZIP file holds too many files. Most allowed: %(most)s."),
    "zip_method": N_("“%(found)s” is packed in a way that is not known. Make a plain ZIP file."),
    "zip_name": N_("“%(found)s” is a name that a ZIP file may not hold. Rename the file."),
    "zip_overlap": N_("“%(found)s” shares its place in the ZIP file. Make the ZIP file again."),
    "zip_ratio": N_(
        "“%(found)s” grows too much when it is unpacked. Most allowed: %(most)s times its size."
    ),
    "zip_total": N_("The ZIP file is too large when it is unpacked. Most allowed: %(most)s MB."),
}

_PICTURES = {
    "picture_empty": N_("The picture “%(picture)s” is empty. Put the picture there again."),
    "picture_format": N_(
        "The picture “%(picture)s” is of the form “%(found)s”. Use one of: %(wanted)s."
    ),
    "picture_missing": N_("The picture “%(picture)s” cannot be opened. Put a plain file there."),
    "picture_too_hard": N_(
        "The picture “%(picture)s” needs too much of this: %(lacking)s. Save it in a plainer way."
    ),
    "picture_too_large": N_(
        "The picture “%(picture)s” is too large, counted in %(measure)s. Found: %(found)s. "
        "Most allowed: %(allowed)s."
    ),
    "picture_unreadable": N_(
        "The picture “%(picture)s” cannot be read as %(format)s. Save it again."
    ),
}

_SOUNDS = {
    "sound_empty": N_("The sound “%(sound)s” is empty. Put the sound there again."),
    "sound_film": N_("“%(sound)s” holds moving pictures. Save its sound alone."),
    "sound_format": N_("The sound “%(sound)s” is of the form “%(found)s”. Use one of: %(wanted)s."),
    "sound_long": N_("The sound “%(sound)s” is too long. Most minutes allowed: %(most)s. Cut it."),
    "sound_missing": N_("The sound “%(sound)s” cannot be opened. Put a plain file there."),
    "sound_package": N_(
        "Sound needs one more package. Run: .venv/bin/pip install --editable '.[sound]'"
    ),
    "sound_short": N_("The sound “%(sound)s” is shorter than a word. Put the whole sound there."),
    "sound_silent": N_("Nothing is heard in the sound “%(sound)s”. Record it again."),
    "sound_too_hard": N_(
        "The sound “%(sound)s” needs too much of this: %(lacking)s. Save it in a plainer way."
    ),
    "sound_too_large": N_(
        "The sound “%(sound)s” is too large. Megabytes found: %(found)s. Most allowed: %(allowed)s."
    ),
    "sound_unreadable": N_("The sound “%(sound)s” cannot be read as %(format)s. Save it again."),
}

# Rows and columns of tasks.
_ROWS = {
    "answer_given_away": N_("The description says the answer: “%(found)s”. Word it another way."),
    "answer_meant": N_("“%(found)s” is not one of the choices. Did you mean “%(nearest)s”?"),
    "answer_unknown": N_("“%(found)s” is not one of the choices. The choices are: %(wanted)s."),
    "answer_pattern": N_("“%(found)s” does not fit the pattern. Wanted: %(wanted)s"),
    "answer_squares": N_(
        "“%(found)s” names no squares. Write them as 16/67-70 83-86, "
        "or the first and the last of the 16 large squares, such as 6 7."
    ),
    "cell_long": N_("A cell is too long. Most characters allowed: %(most)s."),
    "check_at_odds": N_(
        "These known answers do not go together. Say what is there, or that there is nothing."
    ),
    "check_recording": N_("No recording is known before it is made. Empty the cell."),
    "check_survey": N_("In a survey every answer counts, so none is known before. Empty the cell."),
    "check_not_asked": N_("This row does not ask this, so it has no known answer. Empty the cell."),
    "column_meant": N_("There is no column “%(found)s”. Did you mean “%(nearest)s”?"),
    "column_missing": N_("The column “%(wanted)s” is missing. Add it."),
    "column_twice": N_("The column “%(found)s” is there twice. Keep one."),
    "column_unknown": N_("There is no column “%(found)s”. The columns are: %(wanted)s."),
    "column_unnamed": N_("Column number %(place)s has no name. Give it one, or delete the column."),
    "encoding_broken": N_(
        "The byte %(found)s at place %(byte)s of the line is not UTF-8. Save the file as UTF-8."
    ),
    "encoding_utf16": N_("The file is in UTF-16. Save it as UTF-8."),
    "explain_alone": N_(
        "This row has no known answer to explain. Give it one in check_answer, or empty the cell."
    ),
    "explain_not_spoken": N_(
        "The pool has no words in the language of “%(found)s”. "
        "Write them under [pool.words.%(wanted)s] in pool.toml, or delete the column."
    ),
    "explain_own": N_(
        "“%(found)s” is in the pool's own language. Call the column explain, without the tag."
    ),
    "id_twice": N_("The id “%(found)s” is there already. Each task needs an id of its own."),
    "json_broken": N_("This line is not JSON, from character %(place)s on: %(reason)s."),
    "json_object": N_("One object with names and values is wanted on a line. Found: %(found)s"),
    "json_value": N_("A text, a number or nothing is wanted. Found: %(found)s"),
    "need_meant": N_("There is no need “%(found)s”. Did you mean “%(nearest)s”?"),
    "need_unknown": N_("There is no need “%(found)s”. The needs are: %(wanted)s."),
    "quote_open": N_("A quotation mark opens a cell and none closes it. Add the second one."),
    "quote_stray": N_(
        "A quotation mark stands inside a cell. Double it, and put the whole cell in marks."
    ),
    "row_long": N_("This row is too long. Most allowed: %(most)s kB."),
    "row_ragged": N_(
        "The row has the wrong number of cells. Found: %(found)s. Wanted: %(wanted)s."
    ),
    "material_missing": N_("This row shows nothing. Give it an image or a text."),
    "rows_none": N_("There is no task in this file. Add a row for each task."),
    "steps_many": N_("Too many steps: %(found)s. Most allowed: %(most)s."),
    "text_half": N_("Half of a character was found. Save the text again as UTF-8."),
    "text_nul": N_("A zero byte was found. Save the file as plain text in UTF-8."),
    "words_or_need": N_(
        "Say in words what the file holds. "
        "Where words would give the answer, write “%(wanted)s” in the column needs."
    ),
}

# The keys of pool.toml.
_POOL = {
    "amount_digits": N_("“%(found)s” has too many decimals. Most in %(currency)s: %(most)s."),
    "amount_range": N_("An amount above 0 and up to %(most)s is wanted. Found: %(found)s."),
    "amount_wanted": N_('An amount such as "0.05" is wanted. Found: %(found)s.'),
    "ask_choices_count": N_(
        "The number of choices does not fit. Found: %(found)s. Fewest: 2. Most: %(most)s."
    ),
    "ask_regions_count": N_(
        "The number of things to mark does not fit. Found: %(found)s. Most allowed: %(most)s."
    ),
    "ask_several_and_regions": N_("“several” and “regions” are both there. Keep one of them."),
    "ask_choices_twice": N_("A choice is there twice. Each one must be different."),
    "budget_short": N_(
        "The budget of %(found)s does not pay for all answers and a share beyond them. "
        "Least wanted: %(wanted)s."
    ),
    "budget_small": N_("The budget of %(found)s does not pay for one task. Raise it."),
    "choices_alike": N_(
        "The choices “%(found)s” and “%(nearest)s” read alike. Word one of them another way."
    ),
    "currency_unknown": N_("There is no currency “%(found)s”. Use its three letters, such as EUR."),
    "entry_meant": N_("“%(found)s” is not known. Did you mean “%(nearest)s”?"),
    "entry_unknown": N_("“%(found)s” is not known. Use one of: %(wanted)s."),
    "field_name": N_("“%(found)s” is no name for a field. Use a-z, 0-9 and _, a letter first."),
    "fields_many": N_("Too many fields: %(found)s. Most allowed: %(most)s."),
    "fields_twice": N_("Two fields have the name “%(found)s”. Give each its own."),
    "flag_wanted": N_("true or false is wanted, without quotation marks. Found: %(found)s."),
    "heading_inside": N_(
        "A heading stands where a page begins. Put it there, or write new_page = true here."
    ),
    "key_meant": N_("There is no key “%(found)s”. Did you mean “%(nearest)s”?"),
    "key_missing": N_("The key “%(wanted)s” is missing. Add it."),
    "key_unknown": N_("There is no key “%(found)s”. Keys that can stand here: %(wanted)s."),
    "kind_meant": N_("There is no kind “%(found)s”. Did you mean “%(nearest)s”?"),
    "kind_unknown": N_("There is no kind “%(found)s”. The kinds are: %(wanted)s."),
    "language_for_words": N_(
        "“%(found)s” is for pictures without words, and the column “%(filled)s” has some. "
        "Give their language."
    ),
    "language_meant": N_("There is no language “%(found)s”. Did you mean “%(nearest)s”?"),
    "language_unknown": N_("There is no language “%(found)s”. Use a tag such as en or pt-BR."),
    "note_meant": N_("There is no content note “%(found)s”. Did you mean “%(nearest)s”?"),
    "note_unknown": N_("There is no content note “%(found)s”. The notes are: %(wanted)s."),
    "number_range": N_("A number from %(least)s to %(most)s is wanted. Found: %(found)s."),
    "number_wanted": N_("A number without quotation marks is wanted. Found: %(found)s."),
    "pattern_unclear": N_(
        "“%(found)s” is no pattern. Write 0 for a digit, A for a letter, X for either, "
        "and + for more of the same."
    ),
    "slug_wrong": N_("“%(found)s” cannot stand in an address. Use a to z, 0 to 9 and hyphens."),
    "pay_below_floor": N_(
        "An hour pays %(found)s, and this site asks for %(wanted)s. "
        "Raise the pay, or write why in “below_floor”."
    ),
    "shape_meant": N_("“%(found)s” is not known here. Did you mean “%(nearest)s”?"),
    "shape_unknown": N_("“%(found)s” is not known here. It can be one of these: %(wanted)s."),
    "table_wanted": N_("A table is wanted here. Found: %(found)s."),
    "tables_wanted": N_("A list of tables is wanted here, as [[…]]. Found: “%(found)s”."),
    "text_wanted": N_("A text in quotation marks is wanted. Found: %(found)s."),
    "texts_wanted": N_('A list of texts is wanted, such as ["One", "Two"]. Found: %(found)s.'),
    "toml_broken": N_(
        "This cannot be read: “%(found)s” (%(reason)s). "
        "Check its quotation marks, commas and brackets. "
        "Write numbers with a point, and each key once."
    ),
    "when_later": N_(
        "“%(found)s” does not stand on an earlier page. "
        "A question can only hang on one that was answered before."
    ),
    "when_meant": N_("There is no field “%(found)s”. Did you mean “%(nearest)s”?"),
    "when_typed": N_(
        "“%(found)s” has no choices. A question can only hang on a choice or on several choices."
    ),
    "when_unknown": N_(
        "There is no field “%(found)s”. The fields on earlier pages are: %(wanted)s."
    ),
    "whole_wanted": N_("A whole number is wanted. Found: %(found)s."),
    "words_choices": N_(
        "The number of choices in this language does not fit. Found: %(found)s. Wanted: %(wanted)s."
    ),
    "words_fields": N_("Fields found: %(found)s. Wanted, in the same order: %(wanted)s."),
    "words_incomplete": N_("These words are missing in this language: %(missing)s. Add them."),
    "words_twice": N_("Words in the language “%(found)s” are there already. Keep one."),
}

# A whole import, and what a coordinator asks of a pool that is there.
_ACTS = {
    "file_changed": N_("The file was changed while it was read. Import it again."),
    "import_running": N_("Another import into “%(found)s” is running. Wait for its end."),
    "pool_closed_for_good": N_("The pool “%(found)s” is closed, and stays closed."),
    "pool_exists": N_(
        "There is a pool “%(found)s” already. Choose another slug. "
        "To give it more tasks, use: ownpace pool add"
    ),
    "pool_not_published": N_("The pool “%(found)s” was never published."),
    "known_not_there": N_("No answer is known of a task “%(found)s” in this pool."),
    "pool_not_there": N_("There is no pool “%(found)s”. See all of them with: ownpace pool status"),
    "pool_without_tasks": N_("The pool “%(found)s” has no tasks. Add some before you publish it."),
    "problems_many": N_("There are more problems than these %(most)s. Mend these first."),
}

FILES = {**_PLACES, **_PICTURES, **_SOUNDS, **TREES, **_ROWS, **_POOL, **_ACTS}
