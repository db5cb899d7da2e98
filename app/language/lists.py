"""Words for the closed lists: what a task may need, what it may hold, why it is skipped."""

from app.language.mark import N_

NEEDS = {
    "sight": N_("Seeing pictures"),
    "hearing": N_("Hearing sound"),
    "voice": N_("Speaking aloud"),
    "pointing": N_("Pointing exactly, with a mouse or a finger"),
    "reading": N_("Reading long texts"),
    "typing": N_("Typing text"),
    "download": N_("Loading a large file"),
    "other_site": N_("Opening another site, which sees your address"),
}

CONTENT_NOTES = {
    "insults": N_("Insults"),
    "violence": N_("Violence"),
    "sex": N_("Sex"),
    "hate": N_("Hate"),
    "death": N_("Death"),
    "drugs": N_("Drugs"),
    "tricks": N_("Tricks and scams"),
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
