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
            "Alle slags sider er gennemgået med axe-core, også mens lister og emner er åbne, i bredderne 390 og 1280 pixel. Alle dets "
            "regler er slået til, og det må ikke finde noget. Sådan et program finder kun en del af de fejl, der kan være."
        ),
    ),
    (
        "Koden.",
        "Alle slags sider er læst af et program, der ikke tilgiver fejl i HTML. Overskrifterne kommer i orden, og hvert felt har et navn.",
    ),
    (
        "Med stor skrift og på små skærme.",
        "De vigtigste sider er målt ved 320 og 390 pixel, også med dobbelt så stor skrift: man skal ikke rulle til siden.",
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
            "Kommuneark og velkomstpakke er PDF'er med mærker, som skærmlæsere følger: titel, sprog, overskrifter, lister, tabeller med "
            "overskrifter til rækker og kolonner, og ord til hvert billede. Et program læser mærkerne efter."
        ),
    ),
)

MISSING_TITLE = "Det mangler, så vidt vi ved"
MISSING = (
    "Ingen med handicap har prøvet kortet for os, og ingen har gennemgået det med en bestemt skærmlæser.",
    "På selve kortet kan man ikke gå fra kommune til kommune med tastaturet. Brug søgefeltet, listen eller siden med alle kommuner.",
    "Når kortet og kurven over udviklingen er tegnet færdig med JavaScript, mister de deres tekster. Kommunens egen side har dem altid.",
    "En skærmlæser siger ikke altid, hvad der er ændret på siden, når man vælger et andet tal til kortet.",
    "PDF'erne er ikke kontrolleret med et program til standarden PDF/UA.",
    "Billeder til aviser og sociale medier er kun billeder. De samme tal står på kommunens egen side.",
)

CONTACT_TITLE = "Er der noget, du ikke kan bruge?"
CONTACT_WHAT = "Skriv, hvilken side det er, hvad du ville gøre, og hvad du bruger, for eksempel en skærmlæser."
CONTACT = "Henvendelse:"
NO_CONTACT = "Der er ikke angivet en kontakt for kortet på denne adresse. BL - Danmarks Almene Boliger har sin egen hjemmeside:"
BL, BL_ADDRESS = "bl.dk", "https://bl.dk/"
COMPLAINT = (
    "Får du ikke svar inden for 10 arbejdsdage, eller er du ikke tilfreds med svaret, kan du henvende dig til Digitaliseringsstyrelsen. "
    "Den fører tilsyn med de websteder, som loven gælder for."
)
COMPLAINT_LINK = "Sådan gør du hos Digitaliseringsstyrelsen"
COMPLAINT_ADDRESS = "https://digst.dk/digital-inklusion/webtilgaengelighed/oplever-du-ikke-tilgaengeligt-indhold/"
