"""Directions that only some senses can follow, and that name nothing by its name."""

import re

_TASHKEEL = re.compile("[\u0640\u064b-\u065f\u0670]")

_LOOK = "red|green|blue|yellow|orange|purple|pink|black|white|gr[ae]y|brown|round|square|circular"
_THING = "(?:button|box|boxe|link|icon|area|field|text|arrow|line|circle|dot|border|tick|flag)s?"
_SIDE = "(?:left|right|top|bottom)"
_END = r"(?=[- ]?(?:hand|side|corner)| of\b|\s*(?:[.,;:!?)]|$))"
_ENGLISH = {
    "sight": rf"\b(?:click|press|tap|choose|select|push|use|pick)(?: on)? the (?:{_LOOK})\b"
    rf"|\bthe (?:{_LOOK}) (?:{_THING}|words?|one)\b"
    rf"|\b(?:shown|marked|written|printed|highlighted|underlined|words|text) in (?:{_LOOK})\b"
    rf"|\b(?:on|at|to|in) the (?:far )?{_SIDE}{_END}"
    rf"|\bthe {_SIDE}[- ]?(?:hand|side|most)(?:[- ]side)? {_THING}\b"
    r"|\b(?:see|shown|listed|given|described|as) (?:above|below)\b"
    rf"|\bthe (?:{_THING}|picture|image|list|table|form|example) (?:above|below|on the {_SIDE})\b",
    "hearing": r"\b(?:when|after|once|until) (?:you hear )?(?:the|a) (?:beep|tone|sound|bell)\b"
    r"|\blisten (?:\w+ )?to\b",
}

_COLOR = (
    "(?:roj[oa]|verde|azul|amarill[oa]|naranja|morad[oa]|rosa|negr[oa]|blanc[oa]|gris|marrón"
    "|redond[oa]|cuadrad[oa])(?:e?s)?"
)
_COSA = (
    "(?:botón|botones|(?:casilla|enlace|icono|ícono|recuadro|cuadro|campo|texto|flecha|línea"
    "|círculo|punto|borde|bandera|palabra|zona)s?)"
)
_SPANISH = {
    "sight": r"\b(?:haz clic en|pulsa|presiona|toca|elige|selecciona|usa|marca)(?: en)?"
    rf" (?:el|la|los|las) (?:de color )?{_COLOR}\b"
    rf"|\b(?:el|la|los|las) {_COSA} (?:de color )?{_COLOR}\b"
    r"|\b(?:marcad|escrit|impres|resaltad|subrayad|mostrad|texto|palabra)(?:[oa]?s?)"
    rf" en (?:color )?{_COLOR}\b"
    r"|\b(?:a|en|hacia) la (?:izquierda|derecha)\b"
    r"|\ben la (?:parte|esquina|zona) (?:superior|inferior|de (?:arriba|abajo))\b"
    r"|\b(?:ver|véase|mira|lee|más|aquí|descrit[oa]|indicad[oa]|mostrad[oa]) (?:arriba|abajo)\b"
    rf"|\b(?:{_COSA}|imagen|lista|tabla|formulario|ejemplo) de (?:arriba|abajo)\b",
    "hearing": r"\b(?:tras|después de|cuando (?:suene|oigas|escuches)|hasta (?:oír|escuchar))"
    r" (?:el|la|un|una) (?:pitido|tono|sonido|timbre|campana|señal)\b"
    r"|\bescuch(?:a|e|en|ar) (?:\w+mente )?(?:el|la|los|las|un|una|al|a)\b",
}

_LAWN = (
    "(?:أحمر|حمراء|أخضر|خضراء|أزرق|زرقاء|أصفر|صفراء|برتقالي|برتقالية|أسود|سوداء|أبيض|بيضاء"
    "|رمادي|رمادية|بني|بنية|وردي|وردية|مستدير|مستديرة|دائري|دائرية)"
)
_SHAY = "(?:زر|خانة|رابط|أيقونة|حقل|سهم|سطر|خط|دائرة|نقطة|كلمة|كلمات|نص|إطار|مربع|علامة)"
_ARABIC = {
    "sight": rf"\bال{_SHAY} ال{_LAWN}\b"
    rf"|\bباللون ال{_LAWN}\b"
    r"|\b(?:على|إلى|في|من) (?:جهة |الجهة )?(?:اليمين|اليسار|اليمنى|اليسرى|يمين|يسار)\b"
    r"|\b(?:أعلاه|أدناه)\b|\b(?:في|من) (?:الأعلى|الأسفل|أعلى|أسفل)\b",
    "hearing": r"\b(?:بعد|عند|حتى) (?:سماع )?(?:الصافرة|النغمة|الرنين|الجرس|الصفير|صوت الجرس)\b"
    r"|\b(?:استمع|استمعي|الاستماع|استماع) (?:جيدا |بعناية )?إلى\b|\bاستماع\b",
}

_BY_LANGUAGE = {
    language: {sense: re.compile(words, re.IGNORECASE) for sense, words in senses.items()}
    for language, senses in {"en": _ENGLISH, "es": _SPANISH, "ar": _ARABIC}.items()
}


def knows_senses(lang: str) -> bool:
    """Whether such directions are known in a language."""
    return lang.split("-")[0] in _BY_LANGUAGE


def leaning(text: str, lang: str, needs: frozenset[str] = frozenset()) -> list[str]:
    """Each direction that leans on a sense which is not among the needs, once, in its order."""
    spaced = _TASHKEEL.sub("", re.sub(r"[^\S\n]+", " ", text))
    found = [
        (match.start(), match[0].lower())
        for sense, words in _BY_LANGUAGE.get(lang.split("-")[0], {}).items()
        if sense not in needs
        for match in words.finditer(spaced)
    ]
    return list(dict.fromkeys(words for _, words in sorted(found)))
