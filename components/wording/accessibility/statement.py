"""The sentences of the page "Tilgængelighed". They say what is so in this code, and nothing that its publisher has to decide.

Whoever mends what MISSING names takes the sentence out with it; whoever stops testing what TESTED names, that one.
"""

DESCRIPTION = "Hvad der er prøvet, for at alle kan bruge Danmarkskortet, hvad der mangler, og hvor man kan henvende sig."
LEAD = (
    "Alle skal kunne bruge Danmarkskortet: med tastatur, med skærmlæser, med stor skrift, på en telefon og på papir. Her står, hvad der "
    "er prøvet, og hvad vi ved mangler."
)
NO_JUDGEMENT = (
    "Siden her afgør ikke, om kortet lever op til webtilgængelighedsloven. Det gør den, der udgiver kortet, i en tilgængelighedserklæring."
)
HAS_STATEMENT = "Den kan læses her:"
STATEMENT_NAME = "kortets tilgængelighedserklæring"
NO_STATEMENT = "Der er ikke angivet nogen erklæring for kortet på denne adresse endnu."

TESTED_TITLE = "Det er prøvet, og sådan"
TESTED = (
    (
        "Med et program, der leder efter fejl.",
        (
            "Alle slags sider er gennemgået med axe-core, også mens lister og emner er åbne, i bredderne 390 og 1280 pixel. Dets regler "
            "for niveau A og AA og dets råd om god praksis må ikke finde noget. Sådan et program finder kun en del af de mulige fejl."
        ),
    ),
    (
        "Med tastaturet alene.",
        (
            "To kommuner vælges på kortet og sammenlignes: på forsiden, i en indlejret ramme og på en kommunes egen side. Efter 200 "
            "tilfældige tastetryk kan man se, hvor man er."
        ),
    ),
    (
        "Med ørerne.",
        (
            "Det, en skærmlæser får, har de samme tal som siden, også når kortet og kurven er tegnet færdig. Et valg, et andet tal på "
            "kortet, en sortering og en søgning bliver sagt én gang."
        ),
    ),
    (
        "Koden.",
        "Alle slags sider er læst af et program, der ikke tilgiver fejl i HTML. Overskrifterne kommer i orden, og hvert felt har et navn.",
    ),
    (
        "Med stor skrift og på små skærme.",
        (
            "Alle slags sider er målt ved 320 pixel med dobbelt så stor skrift: man skal ikke rulle til siden, og ingen tal og kun de "
            "længste ord bliver delt. Sådan er en kommune valgt, sammenlignet og fundet på det trykte ark med tastaturet alene."
        ),
    ),
    (
        "Med egne farver.",
        (
            "Kortets farver, søjler, mærker, faner, rækker og forslag er målt på billeder af siden med et mørkt og et lyst kontrasttema. "
            "Tekst, mærker og omrids er regnet efter mod det, de står på."
        ),
    ),
    (
        "I korte sætninger.",
        "Hver sætning øverst hos alle kommuner, regioner og landet har et lixtal under 40.",
    ),
    (
        "Uden JavaScript.",
        "Kortet, tabellen og alle links virker. Det samme gør hver kommunes egen side. Søgefelterne virker ikke.",
    ),
    (
        "Tegninger i ord.",
        "Tegningerne har tekster, der siger, hvad de viser. Kortet findes også som liste og som tabel med de samme tal.",
    ),
    (
        "De trykte ark.",
        (
            "Kommuneark og velkomstpakke er PDF'er med tags, som skærmlæsere følger: titel, sprog, overskrifter, lister, tabeller med "
            "overskrifter til rækker og kolonner, og ord til hvert billede. Et program prøver dem efter standarden PDF/UA-1."
        ),
    ),
)

MISSING_TITLE = "Det mangler, så vidt vi ved"
MISSING = (
    "Ingen med handicap har prøvet kortet for os, og ingen har gennemgået det med en bestemt skærmlæser.",
    "Egne farver (kontrasttemaer) er kun prøvet i en browser, der efterligner dem.",
    (
        "Der er intet mørkt tema. På sort bund ville de højeste tals farve på kortet kun have en kontrast på 1,8 til 1. Vendte man "
        "farverne, havde det samme tal to farver: en på skærmen og en på papir."
    ),
    (
        "Ord på mere end 19 bogstaver kan blive delt uden bindestreg på en lille telefon med dobbelt så stor skrift, hvor browseren ikke "
        "har en dansk ordbog."
    ),
    (
        'Kortet som fliser findes kun på forsiden, ikke i indlejrede rammer og på kommunernes egne sider. "Beskriv kortet" findes ikke i '
        "indlejrede rammer."
    ),
    "Billeder til aviser og sociale medier er kun billeder. De samme tal står på kommunens egen side.",
)

CONTACT_TITLE = "Er der noget, du ikke kan bruge?"
CONTACT_WHAT = "Skriv, hvilken side det er, hvad du ville gøre, og hvad du bruger, for eksempel en skærmlæser."
CONTACT = "Henvendelse:"
NO_CONTACT = "Der er ikke angivet en kontakt for kortet på denne adresse. BL - Danmarks Almene Boliger har sin egen hjemmeside:"
BL_LINK = "bl.dk"
COMPLAINT = (
    "Får du ikke svar inden for 10 arbejdsdage, eller er du ikke tilfreds med svaret, kan du henvende dig til Digitaliseringsstyrelsen. "
    "Den fører tilsyn med de websteder, som loven gælder for."
)
COMPLAINT_LINK = "Sådan gør du hos Digitaliseringsstyrelsen"
COMPLAINT_ADDRESS = "https://digst.dk/digital-inklusion/webtilgaengelighed/oplever-du-ikke-tilgaengeligt-indhold/"
