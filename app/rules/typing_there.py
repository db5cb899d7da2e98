"""Steps on another site that ask to type something there, or to sign in."""

import re

_ENGLISH = (
    r"\b(?:type|enter|fill in|write)(?: in)? (?:the|a|an|any|your|some|it|this)\b"
    r"|\b(?:sign|log) ?(?:in|up|on)\b|\bregister\b|\b(?:create|make) an account\b|\bpasswords?\b"
)
_SPANISH = (
    r"\b(?:escrib[ea]|teclea|introduc[ea]|ingresa|rellena|completa)"
    r" (?:el|la|los|las|un|una|tu|tus|algo|cualquier)\b"
    r"|\binicia(?:r)? (?:la )?sesión\b|\b(?:regístrate|registrarte|registrarse)\b"
    r"|\b(?:crea|crear|abre) una cuenta\b|\bcontraseñas?\b"
)
_ARABIC = (
    r"\b(?:اكتب|اكتبي|كتابة|أدخل|أدخلي|إدخال|املأ|املئي|ملء)\b"
    r"|\b(?:تسجيل|سجل|سجلي) (?:ال)?(?:دخول|حساب|اشتراك)\b"
    r"|\bإنشاء حساب\b|\bكلمة (?:ال)?(?:مرور|سر)\b"
)
_BY_LANGUAGE = {
    language: re.compile(words, re.IGNORECASE)
    for language, words in {"en": _ENGLISH, "es": _SPANISH, "ar": _ARABIC}.items()
}


def asks_to_type(text: str, lang: str) -> list[str]:
    """Each stretch that asks for it, once, in its order; none in a language that is not known."""
    known = _BY_LANGUAGE.get(lang.split("-")[0])
    found = known.finditer(" ".join(text.split())) if known else ()
    return list(dict.fromkeys(match[0].lower() for match in found))
