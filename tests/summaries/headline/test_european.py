import pytest

from summaries import summarize

LEADS = [
    # (a line, and what of the lead comes next)
    (
        "El ayuntamiento de Villarrío aprobó este martes la construcción de un puente nuevo sobre el Aldea",
        ", que unirá la estación con los barrios del norte y costará unos cuarenta millones de euros a la ciudad.",
    ),
    (
        "La naviera del puerto suspendió este lunes todos los barcos a la isla",
        " después de que las olas de la noche rompieran el muelle nuevo y los almacenes del norte de la bahía.",
    ),
    (
        "Le conseil municipal de Rivebourg a voté lundi soir la construction d'un nouveau pont sur la Vire",
        ", qui doit relier le quartier de la gare aux bords du fleuve et coûtera près de quarante millions d'euros.",
    ),
    (
        "Le tribunal de Rivebourg a condamné jeudi l'ancien directeur du port à trois ans de prison",
        " après une enquête de six ans sur les contrats passés avec les entreprises du nouveau quai et des entrepôts.",
    ),
    (
        "Der Stadtrat von Bergheim hat am Montagabend den Bau einer neuen Brücke über den Fluss beschlossen",
        ", die den Bahnhof mit dem nördlichen Ufer verbinden und rund vierzig Millionen Euro kosten soll.",
    ),
    (
        "Die Fähre hat den Verkehr zwischen Bergheim und der Insel am Dienstag bis auf Weiteres eingestellt",
        ", nachdem die Wellen in der Nacht den Anleger und das Haus des Hafenmeisters beschädigt hatten.",
    ),
    (
        "A câmara municipal de Vila Ribeira aprovou na segunda-feira a construção de uma nova ponte",
        ", que deverá ligar a estação à margem sul do rio e custará cerca de quarenta milhões de euros à cidade.",
    ),
    (
        "Il consiglio comunale di Borgofiume ha approvato lunedì sera la costruzione di un nuovo ponte",
        ", che dovrà collegare la stazione con la riva destra del fiume e costerà circa quaranta milioni di euro.",
    ),
]


@pytest.mark.parametrize(("line", "rest"), LEADS)
def test_a_long_lead_ends_where_its_main_clause_is_over(line: str, rest: str) -> None:
    assert summarize(line + rest).headline == line


@pytest.mark.parametrize(
    "lead",
    [
        # what was said comes behind the border
        (
            "El ministro de Agricultura de Villarrío anunció ayer en la capital, tras la reunión con los ganaderos,"
            " que el gobierno pagará antes del fin de año las ayudas a los pueblos del norte y del sur del valle."
        ),
        # the verb comes behind it
        (
            "Der frühere Vorsitzende des Stadtrats von Bergheim am Fluss, der vor zwölf Jahren den Bau der neuen"
            " Brücke durchgesetzt hatte, ist am Dienstag im Alter von achtzig Jahren in seiner Heimatstadt gestorben."
        ),
        # half of the verb does
        (
            "Die Fähre hat die Strecke von Bergheim auf die Insel und weiter in den Norden, die im Frühjahr wieder"
            " geöffnet worden war, am Dienstag wegen der hohen Wellen bis auf Weiteres für alle Schiffe gesperrt."
        ),
        # who says so, and on what condition
        (
            "Die Fähre hat den Verkehr zwischen Bergheim und der Insel am Dienstag eingestellt, nachdem die Wellen"
            " den Anleger und das Haus des Hafenmeisters beschädigt hatten, wie ein Sprecher des Hafens am Abend sagte."
        ),
        (
            "Il comune di Borgofiume ha approvato lunedì sera la costruzione di un nuovo ponte sul fiume, che sarà"
            " aperto nel corso del prossimo anno se la regione troverà i quaranta milioni di euro che oggi mancano."
        ),
        # no player who …
        (
            "Der Verein hat in diesem Sommer keinen Spieler verpflichtet, der in der vergangenen Saison mehr als zehn"
            " Tore in der ersten oder zweiten Liga geschossen hat und die Lücke im Sturm des Kapitäns schließen könnte."
        ),
        # two days after
        (
            "La compagnie du port de Rivebourg a suspendu les bateaux deux jours après la tempête qui a fait tomber"
            " des centaines d'arbres dans les rues et privé de courant les maisons de la ville et des villages."
        ),
        # no main clause comes first
        (
            "Si el ayuntamiento de Villarrío aprueba este martes el puente nuevo sobre el río, que costará unos"
            " cuarenta millones de euros, los barrios del norte y la estación estarán unidos por primera vez."
        ),
        # half a quotation
        (
            "Il sindaco di Borgofiume ha chiamato il ponte «un regalo per i ragazzi della città, che non hanno mai"
            " visto il fiume dall'alto e dovranno imparare a rispettarlo come hanno fatto i nonni di tutti noi»."
        ),
        # no border, and none of these languages
        (
            "O museu da cidade de Vila Ribeira abriu na segunda-feira as portas de um edifício novo e dos jardins do"
            " norte com uma festa de três dias e uma exposição de duzentos azulejos antigos do mosteiro e da igreja."
        ),
        (
            "Burgerrådet i Bergstad har mandag kveld vedtatt å bygge en ny bro over elven, som skal binde stasjonen"
            " sammen med bydelene i nord og koste omkring førti millioner kroner for byen og fylket neste år."
        ),
    ],
)
def test_but_nowhere_where_the_line_would_be_half_or_claim_more(lead: str) -> None:
    assert summarize(lead).headline == ""
