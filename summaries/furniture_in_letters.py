"""Knows the same sentences of a page in languages that are written in letters."""

import re
from functools import cache

_TALK = (
    (r"^(?:(?:click|tap) here|read more|sign up|subscribe|share this|advertisement)", "a call to click in English"),
    (r"^we (?:apologi[sz]e|are sorry) for (?:any|the|this) inconvenience", "an apology of a notice"),
    (
        r"^(?:dear [^.,:]{2,30}[,:] ?)?thank(?:s| you) for your (?:patience|understanding|cooperation|support)",
        "its thanks",
    ),
    (r"^(?:dear|hello|hi|good (?:morning|afternoon|evening)),? [^.,:!]{2,30}[,:]$", "its greeting"),
    (
        r"^(?:dear|hello|hi|good (?:morning|evening)),? (?:to )?(?:all|every(?:one|body)|there|readers|friends)[.!]*$",
        "another",
    ),
    (r"^(?:sehr geehrte|liebe) [^.,:]{2,50}[,:]$|^vielen dank für ihr(?:e geduld| verständnis)", "the same in German"),
    (
        r"^(?:nous vous (?:remercions|prions de (?:nous )?excuser)|merci de votre compréhension|bonjour à tou)",
        "in French",
    ),
    (
        r"^(?:(?:rogamos |les )?disculpen las molestias|(?:muchas )?gracias por su (?:comprensión|paciencia))",
        "in Spanish",
    ),
    (r"^(?:ci scusiamo per |grazie per la (?:comprensione|pazienza))", "in Italian"),
    (r"^(?:pedimos desculpas?|agradecemos a (?:sua )?compreensão)", "in Portuguese"),
    (r"^(?:приносим (?:свои )?извинения|благодарим (?:вас )?за понимание)", "in Russian"),
    (r"^(?:\d{1,2}[:.]\d\d )?good (?:morning|afternoon|evening)\b[^.!,:]{0,24}[.!]?$", "a greeting by the day"),
    (r"^good (?:morning|afternoon|evening)\b[^.!,:]{0,24}[.!] (?:happy \w+day|welcome\b.{0,60})[.!]?$", "a longer one"),
    (r"^(?:\d{1,2}[:.]\d\d )?good (?:morning|afternoon|evening) and welcome\b.{0,70}$", "one that opens a live page"),
    (r"^thanks?(?: you)? (?:so |very much )?(?:much )?for (?:reading|watching|listening|joining)\b.{0,40}$", "thanks"),
    (r"^if you (?:enjoyed|liked)\b.{0,60}\b(?:forward|share|subscribe|follow|leave)\b.{0,60}$", "a call to follow"),
    (r"^(?:follow|support|find|join) (?:us|me) on(?: \S{1,20}){1,4}$", "another"),
    (r"^(?:unsubscribe|don['’]t forget to (?:like|subscribe))\b.{0,60}$", "another"),
    (r"^view (?:this )?(?:e-?mail )?in (?:your )?browser\b.{0,60}$", "the head of a newsletter"),
    (r"^(?:let['’]s (?:start|begin) with|(?:and |but )?now(?: for)?) the (?:good|bad) news\W*$", "what only announces"),
    (r"^(?:media|press|investor) (?:contacts?|relations|enquiries|inquiries)\W{0,3}(?::.{0,60})?$", "whom to ask"),
    (r"^(?:pressekontakt|ansprechpartner(?:in)?|kontakt)(?: [^.:]{0,40})?:.{0,60}$", "the same in German"),
    (r"^(?:original-content von|rückfragen (?:bitte )?(?:an|von))\b.{0,60}$", "the same"),
    (
        r"^(?:contact presse|contatti stampa|ufficio stampa|contacto de prensa)\W{0,3}(?::.{0,60})?$",
        "in other languages",
    ),
    (
        r"^(?:(?:à )?lire (?:aussi|également)|leggi anche|leia (?:também|mais))\b.{0,80}$",
        "a pointer to another article",
    ),
    (r"^(?:le[ae] también|te puede interesar|читайте также)\b.{0,80}$", "the same"),
    (r"^(?:lesen sie (?:auch|mehr)|mehr zum thema)\b.{0,80}$", "in German"),
    (r"^(?:(?:read|see) (?:also|next|more)|related(?: articles?)?) ?:.{0,80}$", "in English"),
    (r"^(?:buona lettura|bonne lecture|boa leitura|viel spaß beim lesen)\b.{0,20}$", "a wish to who reads"),
    (r"^(?:guten appetit|buon appetito|bon appétit)\b.{0,20}$", "to who cooks"),
    (r"^(?:ci vediamo|até a próxima|hasta la próxima|bis zum nächsten mal)\b.{0,20}$", "a farewell"),
    (r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$", "an address alone"),
    (r"^(?:[^\s:：]{1,24} ?[:：] ?|\W*[\w ]{1,24}\W{0,4}[:：]\W*)?(?:https?://|www\.)\S+$", "one with its label"),
    (r"^(?:all rights reserved|©|photo(?:graph)?:|image:|source:)", "rights and captions in English"),
    (r"^(?:tags|filed under|posted in|categor(?:y|ies)|keywords|labels|topics): ", "what it is filed under"),
    (r"^[^:|]{1,24}: [^|]{1,60}(?: \| [^:|]{1,24}: [^|]{1,60})+$", "a row of facts"),
    (r"^1 \| ", "the numbered lines of a program"),
)

_MAY_BE = re.compile(r"^\W?[^\W\d_]|\||https?:|www\.|@|good |©", re.IGNORECASE)
"""Matches what one must hold that does not begin with a letter: figures and quotations of Chinese do so, too."""

_COMMENTS = (
    *("in the comments", "nei commenti", "nos comentários", "en los comentarios", "dans les commentaires"),
    *("in den kommentaren", "в комментариях"),
)
_CALLS = re.compile(
    r".{0,60}\b(?:tell|let|share|write|leave|cont|scriv|escr[ií]b|cu[eé]nt|d[eé]ja|schreib|laisse|dites|пиши|напиш)"
)
_BEHIND_IT = "!.…?^ \"'”»~😂🙂"


@cache
def _talk() -> re.Pattern[str]:
    # it takes milliseconds; `match` sees to it that each way begins where a sentence does
    return re.compile("|".join(pattern.removeprefix("^") for pattern, _ in _TALK), re.IGNORECASE)


def is_talk_in_letters(sentence: str) -> bool:
    """Tells whether a reader would miss nothing without this sentence."""
    if not (sentence[:1].isalpha() or _MAY_BE.search(sentence)):
        return False
    return _talk().match(sentence) is not None or _calls_for_comments(sentence.lower())


def _calls_for_comments(line: str) -> bool:
    return line.rstrip(_BEHIND_IT).endswith(_COMMENTS) and _CALLS.match(line) is not None
