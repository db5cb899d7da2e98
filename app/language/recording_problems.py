"""Words for what can be wrong with a recording that a worker makes."""

from app.language.mark import N_

RECORDINGS = {
    "recording_film": N_("This file holds moving pictures. Record the sound alone."),
    "recording_form": N_(
        "This file is of the form “%(found)s”. Record again, or choose one of: %(wanted)s."
    ),
    "recording_hard": N_(
        "This file is too hard to read. Save it in a plainer way, or record again."
    ),
    "recording_large": N_(
        "This file is too large. Megabytes found: %(found)s. Most allowed: %(most)s. "
        "Record again, or save it smaller."
    ),
    "recording_long": N_(
        "The recording is too long. Most seconds allowed: %(most)s. Record again."
    ),
    "recording_loud": N_(
        "The recording is too loud, so that words are cut off. "
        "Move away from the microphone and record again."
    ),
    "recording_missing": N_("There is no recording yet. Record one, or choose a file."),
    "recording_not_now": N_(
        "This site cannot check recordings now. Save the task for later: your place in it is safe."
    ),
    "recording_short": N_("The recording is shorter than a word. Record the whole sentence."),
    "recording_silent": N_(
        "Nothing is heard in the recording. Check that the microphone is on and record again."
    ),
    "recording_unreadable": N_("This file cannot be played. Record again, or choose another file."),
}
