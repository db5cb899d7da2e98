"""Words for what can be wrong with a tree of categories, and with known answers from it."""

from app.language.mark import N_

TREES = {
    "ask_choices_and_tree": N_("Choices and a tree are both there. Keep one of them."),
    "ask_choices_or_tree": N_("The choices are missing. Give “choices” or a “tree”."),
    "tree_alike": N_("“%(found)s” reads like “%(nearest)s” beside it. Give it another name."),
    "tree_columns": N_(
        "A tree has the columns level1, level2 and so on, or the one column path. Found: %(found)s."
    ),
    "tree_deep": N_("Too many levels: %(found)s. Most allowed: %(most)s."),
    "tree_form": N_(
        "“%(found)s” cannot be read as a tree. Give a CSV or TXT file beside this one."
    ),
    "tree_gap": N_("A level is empty here. Fill it, or move the names after it one level up."),
    "tree_leaves": N_(
        "The number of categories with nothing inside does not fit. "
        "Found: %(found)s. Fewest: %(least)s. Most: %(most)s."
    ),
    "tree_mixed": N_("Tabs and spaces are mixed before the names. Use only one of them."),
    "tree_sign": N_("“%(found)s” holds the sign %(sign)s, which parts the levels. Leave it out."),
    "tree_skipped": N_("This name stands too deep: a level above it is left out. Move it back."),
    "tree_twice": N_("“%(found)s” is there already, in the same place. Keep one."),
    "tree_uneven": N_(
        "The spaces before this name fit no level. Found: %(found)s. For one level: %(wanted)s."
    ),
    "tree_wide": N_("Too many categories stand beside each other here. Most allowed: %(most)s."),
    "words_tree": N_("“%(wanted)s” is wanted here in this language, in the same place."),
    "words_tree_alone": N_("The pool has no tree of its own. Leave this one out."),
    "words_tree_leaves": N_(
        "The number of categories with nothing inside does not fit. "
        "Found: %(found)s. Wanted: %(wanted)s."
    ),
    "leaf_meant": N_("“%(found)s” is not one of the categories. Did you mean “%(nearest)s”?"),
    "leaf_unfinished": N_(
        "“%(found)s” has more inside. Give a whole path, such as “%(instance)s”."
    ),
    "leaf_unknown": N_(
        "“%(found)s” is not one of the categories. Give a whole path, such as “%(instance)s”."
    ),
}
