"""Words for the closed lists: what a task may need, and what its content may hold."""

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
