"""The task that bytes are counted with: a text of 300 characters, steps of 60 words, 3 choices.

There is one in each language, with the same steps: a pool, its tasks and its words.
"""

import csv
import io
import random
from pathlib import Path
from typing import NamedTuple

TASKS = 200
LANGUAGES = ("en", "es", "ar")


class Said(NamedTuple):
    """The words of the reference pool in one language; `sounds` are what messages are made of."""

    title: str
    purpose: str
    asked_by: str
    choices: tuple[str, str, str]
    steps: tuple[str, ...]
    sounds: str


SAID = {
    "en": Said(
        "Is this message unwanted?",
        "To keep a forum friendly.",
        "The forum",
        ("Spam", "Not spam", "I can't tell"),
        (
            "Read the whole message once, slowly, from its very first word to its last one.",
            "Choose “Spam” if it sells something, promises a prize or wants you to call somebody.",
            "Choose “Not spam” if one person seems to have written it to another.",
            "Choose “I can't tell” if you are not sure; it is an answer and it is paid.",
        ),
        "after afternoon again because before bread bring brother bus call children city coffee "
        "come dinner door early evening every family friend garden grandmother happy help home "
        "hospital hour house kitchen late leave letter library little market meet meeting message "
        "minute money morning mother neighbour never nothing office people phone picture plan "
        "question quiet rain remember school sister something station story street summer sunday "
        "table tomorrow train travel tuesday uncle visit wait walk water weather week window "
        "winter work",
    ),
    "es": Said(
        "¿Sobra este mensaje?",
        "Para que un foro siga siendo amable.",
        "El foro",
        ("Spam", "No es spam", "No puedo saberlo"),
        (
            "Lee todo el mensaje una vez, despacio, desde la primera palabra hasta la última.",
            "Elige “Spam” si vende algo, promete un premio o quiere que llames a alguien.",
            "Elige “No es spam” si parece que una persona se lo escribió a otra.",
            "Elige “No puedo saberlo” si tienes dudas; es una respuesta y se paga.",
        ),
        "abuela agua algo alguien amigo antes autobús ayuda barrio biblioteca cada café calle "
        "camino carta casa cena ciudad cocina comprar contar cuándo después dinero domingo "
        "escuela escribir esperar estación familia feliz foto gente hablar hermano hermana hijo "
        "historia hora hospital hoy invierno jardín lunes lluvia llamar mañana martes médico "
        "mensaje mercado mesa minuto mucho noche nunca oficina otra padre pan pequeño pregunta "
        "pronto puerta recordar reunión semana siempre tarde teléfono temprano tiempo todavía "
        "trabajo tren vecina venir ventana verano viaje visita volver",
    ),
    "ar": Said(
        "هل هذه الرسالة غير مرغوب فيها؟",
        "ليبقى المنتدى مكانًا لطيفًا.",
        "المنتدى",
        ("رسالة مزعجة", "ليست رسالة مزعجة", "لا أستطيع التحديد"),
        (
            "قراءة الرسالة كلها مرة واحدة، بهدوء، من أول كلمة فيها إلى آخر كلمة.",
            "اختيار «رسالة مزعجة» إن كانت تبيع شيئًا أو تعد بجائزة أو تطلب الاتصال بأحد.",
            "اختيار «ليست رسالة مزعجة» إن بدا أن شخصًا كتبها إلى شخص آخر.",
            "اختيار «لا أستطيع التحديد» عند الشك؛ فهو جواب وله أجر.",
        ),
        "أخ أخت أسبوع أم أمس أين اليوم الآن باب بحر بريد بعد بيت تذكر جار جدة جديد حديقة حافلة "
        "خبز دائما درس دقيقة رحلة رسالة زيارة ساعة سؤال سوق شاي شارع شتاء شمس صباح صديق صورة "
        "صيف طاولة طبيب طريق طفل طقس عائلة عشاء عمل غدا غرفة فرح قبل قصة قطار قليل قهوة كتاب "
        "كثير كل كلام لقاء ليل ماء مبكر متأخر مدرسة مدينة مساء مستشفى مكتب مكتبة ممكن مال مطبخ "
        "مطر موعد ناس نافذة هاتف هدوء وقت وصل يوم",
    ),
}  # fmt: skip


def slug(language: str) -> str:
    """The name of the reference pool in a language."""
    return f"reference-{language}"


def write_reference(folder: Path, language: str) -> Path:
    """The pool of the reference task, as a folder."""
    made = folder / slug(language)
    made.mkdir()
    said = SAID[language]
    steps = "".join(f"  {_quoted(step)},\n" for step in said.steps)
    made.joinpath("pool.toml").write_text(
        f'[pool]\nslug = "{slug(language)}"\nkind = "content_moderation"\n'
        f"title = {_quoted(said.title)}\npurpose = {_quoted(said.purpose)}\n"
        f"asked_by = {_quoted(said.asked_by)}\nsteps = [\n{steps}]\n"
        f'language = "{language}"\noverlap = 3\nminutes_per_task = 0.5\nsample = true\n'
        '[pool.pay]\namount = "0.05"\ncurrency = "EUR"\nbudget = "50.00"\nentry = "open"\n'
        f"[pool.ask]\nquestion = {_quoted(said.title)}\n"
        f"choices = [{', '.join(map(_quoted, said.choices))}]\n",
        "utf-8",
    )
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerow(("id", "text"))
    writer.writerows((f"m{number}", text(number, language)) for number in range(TASKS))
    made.joinpath("tasks.csv").write_text(rows.getvalue(), "utf-8")
    return made


def text(number: int, language: str) -> str:
    """A message of 300 characters, another one for each number."""
    chance = random.Random(number)
    words = SAID[language].sounds.split()
    return " ".join(chance.choice(words) for _ in range(90))[:299].strip().ljust(299, "…") + "."


def _quoted(words: str) -> str:
    return f'"{words}"'
