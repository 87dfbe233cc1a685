"""Lists words of many languages that name nothing: how many, when, what kind, or that somebody said so."""

import re

_FRENCH = """
nouveau nouvelle nouveaux nouvelles grand grande grands grandes petit petite petits petites premier première premiers
premières dernier dernière derniers dernières prochain prochaine ancien ancienne anciens anciennes autre autres
plusieurs certains certaines chaque deux trois quatre cinq sept huit neuf cent mille million millions milliard
milliards euros selon afin ainsi alors encore toujours jamais bientôt désormais environ presque moyenne annoncé
déclaré expliqué prévu prévue prévus prévues lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars
avril juin juillet août septembre octobre novembre décembre mois année années jour jours semaine semaines matin soir
heure heures fois national nationale régional régionale régionaux important importante supplémentaires
"""
_SPANISH = """
nuevo nueva nuevos nuevas gran grande grandes pequeño pequeña pequeños pequeñas primer primera primeros primeras
primero último última últimos últimas próximo próxima próximos mismo misma varios varias cuatro cinco seis siete ocho
nueve diez cien mil millón millones euros pesos según además afirmó explicó señaló anunció aprobó indicó aseguró lunes
martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre
noviembre diciembre años meses días semana semanas horas principal principales nacional importante afectados afectadas
unas unos
"""
_PORTUGUESE = """
novo nova novos novas pequeno pequena pequenos primeiro primeira primeiros último última próximo próxima mesmo mesma
vários várias dois três quatro cinco sete oito nove milhão milhões segundo ainda depois disse afirmou anunciou
explicou segunda terça quarta quinta sexta domingo janeiro fevereiro março maio junho julho setembro outubro novembro
dezembro anos meses dias semana horas maior menor nacional
"""
_ITALIAN = """
nuovo nuova nuovi nuove grandi piccolo piccola piccoli primo prima primi prime ultimo ultima ultimi prossimo prossima
stesso stessa diversi diverse quattro cinque sette otto nove mille milioni miliardi euro secondo inoltre ancora dopo
detto spiegato annunciato dichiarato lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo
aprile maggio giugno luglio settembre ottobre dicembre anno anni mese mesi giorno giorni settimana settimane ieri oggi
domani nazionale circa almeno
"""
_DUTCH_AND_NORDIC = """
nieuwe nieuw grote groot kleine eerste laatste volgende miljoen miljard jaar jaren maand dagen week procent volgens
nya stora första sista miljoner kronor procent enligt nye store første siste millioner kroner prosent ifølge
"""
_SLAVIC = """
тысяч тысячи миллион миллиона миллионов миллиард миллиарда миллиардов рублей процент процента процентов года году
годов годы сегодня вчера завтра человек также более менее около сейчас теперь словам понедельник вторник среду четверг
пятницу субботу воскресенье января февраля марта апреля июня июля августа сентября октября ноября декабря месяца
месяцев недели тисяч мільйонів мільярдів гривень відсотків року років сьогодні вчора nowy nowa nowe nowych pierwszy
pierwsza ostatni ostatnia duży duża tysięcy milionów miliardów złotych procent roku lat dziś wczoraj jutro nový nová
nové první poslední tisíc milionů miliard korun procent roku letos dnes včera
"""
_ARABIC = """
جديد جديدة الجديد الجديدة كبير كبيرة مليون ملايين مليار ألف آلاف دولار سنة عام أعوام يوم أيام الأحد الاثنين الثلاثاء
الأربعاء الخميس الجمعة السبت المئة بالمئة بنسبة خلال حوالي
"""
COMMON = frozenset(f"{_FRENCH} {_SPANISH} {_PORTUGUESE} {_ITALIAN} {_DUTCH_AND_NORDIC} {_SLAVIC} {_ARABIC}".split())

_GERMAN_LISTED = """
jahr jahre jahren jahres monat monate monaten woche wochen tag tage tagen uhr euro dollar million millionen milliarde
milliarden prozent andere anderer anderen anderes neue neuer neues neuen viele vielen einige mehrere alle allen beide
weitere weiteren zahlreiche erste ersten erster zweite letzte letzten beim zum zur vom ins ans laut wegen trotz
während dank damit dabei dafür darum dazu daher dagegen deshalb zudem außerdem allerdings jedoch inzwischen
mittlerweile insgesamt bereits derzeit künftig bisher zuletzt zunächst schließlich rund etwa knapp gegen grund heute
gestern morgen jeder jede jedes kein keine solche welche
"""
GERMAN = frozenset(_GERMAN_LISTED.split())
"""What a German sentence begins with, and what is counted: there each noun has a capital."""

_GERMAN_OFFICE = re.compile(
    r"(?:meister|minister|führer|sprecher|präsident|kanzler|chef|rat|rät|direktor|trainer|leiter|berater|betreiber"
    r"|vorsitzende|professor|kommissar|anwalt|anwält|forscher"
    r"|richter|lehrer|händler|künstler|politiker|log|experte?|arzt|ärzt)(?:in|innen|s|n|r)?$"
)
_GERMAN_ADJECTIVE = re.compile(r"[a-zäöüß]{3}(?:isch|lich|ig|bar|sam|haft|los|iert|ell|iv)(?:e|en|er|es|em)$")
_BENT = re.compile(
    r"[а-яіїєґ](?:[ыи]й|ая|яя|[ео]е|ые|[гкхшщж]ие|[ое]го|[ое]му|[ыи]х|[кгхшщчн]им|[бвдзклмнпрстц]ым|[ыи]ми|[ую]ю"
    r"|[аыи]ли(?:сь)?|л[аои]сь|лся|[еи]тся|[ую]тся|ться|ают|яют|уют|ает|яет|ует)$"
    r"|(?:[sc]k(?:iego|iemu|iej|ich|im|ie|i|ý|é|á)|[bcdfghjklmnprstwz]ych|ymi|ých|ými|ého|ému|owy|owej|owego)$"
)
"""Matches how Slavic adjectives and verbs end."""


def is_office(word: str) -> bool:
    """Tells whether a German word only says what the person is whose name follows."""
    return _GERMAN_OFFICE.search(word) is not None


def is_german_adjective(word: str) -> bool:
    """Tells whether a word looks like a German adjective, which has a capital where it begins a sentence."""
    return _GERMAN_ADJECTIVE.search(word) is not None


def is_bent(word: str) -> bool:
    """Tells whether a word looks like a Slavic adjective or verb."""
    return _BENT.search(word) is not None


def names_nothing(word: str) -> bool:
    """Tells whether a word with a small first letter is no noun, or one that says nothing by itself."""
    return word in COMMON or "'" in word or "’" in word or is_bent(word)
