"""Words for the closed lists: what a task may need, what it may hold, why it is skipped."""

from app.language.mark import N_

# Said in a list, within a sentence.
NEEDS = {
    "sight": N_("seeing pictures"),
    "hearing": N_("hearing sound"),
    "voice": N_("speaking aloud"),
    "pointing": N_("pointing exactly, with a mouse or a finger"),
    "reading": N_("reading long texts"),
    "typing": N_("typing text"),
    "download": N_("loading a large file"),
    "other_site": N_("opening another site (it sees your address)"),
}

CONTENT_NOTES = {
    "insults": N_("insults"),
    "violence": N_("violence"),
    "sex": N_("sex"),
    "hate": N_("hate"),
    "death": N_("death"),
    "drugs": N_("drugs"),
    "tricks": N_("tricks and scams"),
}

# As a worker says it.
SKIP_REASONS = {
    "unclear": N_("The steps were not clear to me"),
    "tools": N_("The page or the material did not work with my tools"),
    "content": N_("I did not want to see this"),
    "pay": N_("It takes too long for its pay"),
    "subject": N_("I do not know the subject"),
    "other": N_("Another reason"),
}
