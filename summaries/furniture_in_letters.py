"""Knows the same sentences of a page in languages that are written in letters."""

import re
from functools import cache

_GOOD, _OURS = "good (?:morning|afternoon|evening)", "(?:our|the|my)"
_OF_US = r"(?:us|me|along|today|this \w+|our \w+|my \w+)"
_SITES = (
    "x|twitter|facebook|instagram|patreon|youtube|telegram|linkedin|tiktok|threads|mastodon|discord|reddit|whatsapp"
    "|bluesky|social media"
)
_TO_ANOTHER = "(?: ?[:»|>–\u203a].{0,80}|\\W*)"
_TALK = (
    (
        r"^(?:(?:click|tap) here|read more|sign up (?:for|here|now|to)\b|subscribe|share this|advertisements?\W*$)",
        "a call to click in English",
    ),
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
    (rf"^(?:\d{{1,2}}[:.]\d\d )?{_GOOD}\b[^.!,:]{{0,24}}[.!]?$", "a greeting by the day"),
    (
        rf"^{_GOOD}\b[^.!,:]{{0,24}}[.!] (?:happy \w+day|welcome(?: back| to {_OURS}\b[^,:]{{0,50}})?)[.!]?$",
        "a longer one",
    ),
    (rf"^(?:\d{{1,2}}[:.]\d\d )?{_GOOD} and welcome to {_OURS}\b[^,:]{{0,70}}$", "one that opens a live page"),
    (
        rf"^thanks?(?: you)? (?:so |very )?(?:much )?for (?:reading|watching|listening|joining)(?: {_OF_US})?\W*$",
        "thanks",
    ),
    (
        r"^if you (?:enjoyed|liked)\b[^,:]{0,60}, ?[^,:.]{0,20}\b(?:forward|share|subscribe)\b[^:]{0,60}$",
        "a call to follow",
    ),
    (rf"^(?:follow|support|find|join) (?:us|me) on (?:{_SITES})\b[^.:]{{0,40}}\W*$", "another"),
    (
        r"^unsubscribe(?: (?:at|any|from|here|now)\b.{0,40})?\W*$|^don['’]t forget to (?:like|subscribe)\b.{0,40}$",
        "another",
    ),
    (r"^view (?:this )?(?:e-?mail )?in (?:your )?browser\W*$", "the head of a newsletter"),
    (r"^(?:let['’]s (?:start|begin) with|(?:and |but )?now(?: for)?) the (?:good|bad) news\W*$", "what only announces"),
    (r"^(?:media|press|investor) (?:contacts?|enquiries|inquiries)\W{0,3}(?::.{0,60})?$", "whom to ask"),
    (r"^(?:media|press|investor) relations\W*$", "the same"),
    (r"^(?:pressekontakt(?: [^.:]{0,40})?|kontakt|ansprechpartner(?:in)?) ?:.{0,60}$", "the same in German"),
    (
        r"^(?:original-content von ?:.{0,60}|rückfragen bitte an\b.{0,60}|rückfragen von medienvertretern\W*.{0,30})$",
        "the same",
    ),
    (
        r"^(?:contact presse|contatti stampa|ufficio stampa|contacto de prensa)\W{0,3}(?::[^.]{0,60}[@\d][^.]{0,40})?$",
        "elsewhere",
    ),
    (rf"^(?:(?:à )?lire (?:aussi|également)|leggi anche|leia (?:também|mais)){_TO_ANOTHER}$", "a pointer"),
    (rf"^(?:le[ae] también|te puede interesar|читайте также){_TO_ANOTHER}$", "the same"),
    (rf"^(?:lesen sie (?:auch|mehr)|mehr zum thema){_TO_ANOTHER}$", "in German"),
    (
        r"^(?:(?:read|see) also|read (?:next|more)|related (?:articles?|stories|reading|posts?)) ?:.{0,80}$",
        "in English",
    ),
    (r"^(?:buona lettura|bonne lecture|boa leitura|viel spaß beim lesen)\W*$", "a wish to who reads"),
    (r"^(?:guten appetit|buon appetito|bon appétit)\W*$", "to who cooks"),
    (r"^(?:ci vediamo(?: presto)?|até a próxima|hasta la próxima|bis zum nächsten mal)\W*$", "a farewell"),
    (r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$", "an address alone"),
    (r"^(?:[^\s:：]{1,24} ?[:：] ?|\W*[\w ]{1,24}\W{0,4}[:：]\W*)?(?:https?://|www\.)\S+$", "one with its label"),
    (r"^(?:all rights reserved|©|photo(?:graph)?:|image:|source:)", "rights and captions in English"),
    (r"^(?:tags|filed under|posted in|categor(?:y|ies)|keywords|labels|topics): ", "what it is filed under"),
    (r"^[^:|]{1,24}: [^|]{1,60}(?: \| [^:|]{1,24}: [^|]{1,60})+$", "a row of facts"),
    (r"^1 \| ", "the numbered lines of a program"),
)

_BEGINS_BEHIND_SIGN = re.compile(r"\W[^\W\d_\u2e80-\u9fff]")
_IN_TALK = ("|", "@", "©", "http:", "https:", "www.", "good ")
"""What one must hold, in small letters, that does not begin so: figures and quotations of Chinese do not, either."""


_COMMENTS = (
    *("in the comments", "nei commenti", "nos comentários", "en los comentarios", "dans les commentaires"),
    *("in den kommentaren", "в комментариях"),
)
_CALLS = (
    r"(?:.{0,60}[.!?,…:] ?)?(?:please |so |me |e você\? ?)?(?:tell|let|share|write|leave|drop|conta(?:ci|me)?"
    r"|scrivi(?:lo|li|le|mi|telo)?|escr[ií]be(?:nos|lo)?|cu[eé]nta(?:nos|me)|d[eé]ja(?:nos)?|schreib(?:t|e)?|laissez?|dites"
    r"|пиши(?:те)?|напиши(?:те)?)\b"
)
_LONGEST_CALL = 90
_BEHIND_IT = "!.…?^ \"'”»~😂🙂"


@cache
def _talk() -> re.Pattern[str]:
    # it takes milliseconds; `match` sees to it that each way begins where a sentence does
    return re.compile("|".join(pattern.removeprefix("^") for pattern, _ in _TALK), re.IGNORECASE)


def is_talk_in_letters(sentence: str) -> bool:
    """Tells whether a reader would miss nothing without this sentence."""
    if not (sentence[:1].isalpha() or _BEGINS_BEHIND_SIGN.match(sentence)):
        small = sentence.lower()
        if not any(map(small.__contains__, _IN_TALK)):
            return False
    return _talk().match(sentence) is not None or _calls_for_comments(sentence.lower())


def _calls_for_comments(line: str) -> bool:
    may_call = len(line) <= _LONGEST_CALL and line.rstrip(_BEHIND_IT).endswith(_COMMENTS)
    return may_call and re.match(_CALLS, line) is not None
