"""Sentences of the page that do not depend on a figure. Words in braces are filled in where the sentence is used."""

from components.wording.formats import EXAMPLE

TITLE = "Danmarkskortet over almene boliger"
DESCRIPTION = (
    "Almene boliger i Danmarks 98 kommuner: andel, beboere, boligtyper, husleje og byggeri. "
    "Vælg din kommune, og sammenlign den med en anden."
)
BANNER = (
    "Nogle tal på siden er eksempeltal. De er fundet på for at vise opstillingen, indtil BL's egne tal er med. "
    "De er mærket »eksempel« og må ikke citeres."
)
ABOUT_EXAMPLES = "Om eksempeltal"
SKIP_LINKS, ABOUT_NOTICES = "Genveje", "Bemærk"
HOW_COMPUTED = (
    "Tal mærket »beregnet« har vi regnet ud af offentliggjorte tal. Metoden står ved tallet. "
    "Plads 1 er det højeste tal. Kommuner uden tal har ingen plads."
)
NO_SCRIPT = "Uden JavaScript virker kortet, tabellen og alle links, men ikke søgefelterne. "
NO_SCRIPT_LIST = "Find din kommune på listen"
NOTICES = {  # by the address's parameter that could not be used
    "kommune": "Adressen nævner en kommune, som ikke findes, så her vises hele landet.",
    "sammenlign": "Adressen beder om en sammenligning, som ikke kan laves, så den er udeladt.",
    "tal": "Adressen nævner et tal, som ikke kan vises på kortet, så kortet viser andelen af almene boliger.",
    "udgave": "Adressen nævner en udgave, som ikke findes, så de nyeste tal vises.",
    "emne": "Adressen nævner et emne, som ikke findes, så det er udeladt.",
    "vis": "Adressen beder om en visning, som ikke findes, så kortet vises.",
    "form": "Adressen nævner en form, som ikke findes, eller både en form og de enkelte grupper af tal, så formen er udeladt.",
    "paneler": "Adressen nævner en gruppe tal, som ikke findes, så den er udeladt.",
    "kort": "Adressen beder om en ramme, der hverken har kort eller tal, eller siger andet end ja eller nej til kortet, så kortet vises.",
    "farve": "Adressen nævner en farve, som ikke findes, så den sædvanlige bruges.",
}
INVITATION = "Hvor almen er din kommune?"
FETCH_FAILED = "Tallene kunne ikke hentes. Kontrollér forbindelsen, og prøv igen."
TRY_AGAIN = "Prøv igen"
NOT_BUILT = "Denne sammenligning findes ikke på dette websted."
REMOVE_COMPARISON = "Fjern sammenligningen"
NOT_FOUND = (
    "Siden findes ikke",
    "Der er ingen side på adressen. Måske er den skrevet forkert, eller siden er flyttet.",
)
ASKED_WRONGLY = "Adressen kan ikke bruges"
READ_ONLY = ("Adressen kan kun læses", "Tallene kan hentes med GET, ikke ændres.")
NO_ADDRESS = (ASKED_WRONGLY, "Forespørgslen er ikke skrevet rigtigt. Kontrollér adressen og dens procenttegn.")
NOT_IN_THAT_FORM = (
    "Svaret findes ikke i den form",
    "Accept-Encoding afviser alle måder, svaret kan sendes på. Tillad identity, gzip eller br.",
)
TOO_MUCH = ("Der er sendt for meget", "Adressen tager ikke imod indhold. Hent den med GET uden indhold.")
TOO_LONG = ("Adressen er for lang", "Adressen må højst have 8.000 tegn. Bed om færre ting ad gangen.")
NOT_THAT_WAY = (ASKED_WRONGLY, "Adressen findes, men kan ikke hentes på den måde. Hent den med GET uden særlige krav.")
TOO_BUSY = ("Der er travlt lige nu", "Der laves for mange filer på én gang. Prøv igen om lidt.")
FAILED = ("Noget gik galt", "Siden kunne ikke vises på grund af en fejl hos os. Prøv igen om lidt.")
WAY_BACK = "Gå til kortet"
MAP_LABEL = "Danmarkskort. Kommunerne kan også findes i søgefeltet og på listen over alle kommuner."
TOPICS = "Emner"
TABLE_OF_ALL = "Tabel over alle kommuner"
PICK_KOMMUNE = "Find din kommune"
PICK_KOMMUNE_HINT = "Navn eller kommunekode"
PICK_ORGANISATION_HINT = "Kommune eller boligorganisation"
TILES_LABEL = "Flisekort: hver kommune er en lige stor flise. Kommunerne kan også findes i søgefeltet og på listen."
LISTBOX = "Vælg en kommune på kortet"
LISTBOX_KEYS = "Piletaster flytter, Enter vælger, Skift+Enter sammenligner, Esc forlader kortet."
PICKED_AS_A, PICKED_AS_B = "valgt som A", "valgt som B"
MAP_TAB, TILES_TAB, LIST_TAB = "Kort", "Fliser", "Liste"
PICK_OTHER = "Sammenlign med"
PICK_OTHER_HINT = "Sammenlign med …"
PICK_INDICATOR = "Vis på kortet"
PICK_INDICATOR_HINT = "Søg efter et tal"
# what a screen reader says of the list below a search field; assets/screen/picker.js fills in the number
SUGGESTIONS = {
    "ingen": "Ingen forslag passer.",
    "et": "1 forslag.",
    "flere": "{antal} forslag.",
    "skjulte": "{antal} mere: skriv flere bogstaver",
}
REMOVE = "Fjern {sted}"
WITHIN = "i {sted}"  # where a place has no other (Place.where)
SEE_ALL = "Se alle tal"
SKIP_TO_FIGURES, SKIP_TO_LIST, SKIP_TO_FILES = "Spring til tallene", "Spring til listen over kommuner", "Spring til filerne"
SORTED = {  # said when the table has been sorted, by column and direction
    "navn": {"ascending": "Sorteret efter kommune, fra A til Å", "descending": "Sorteret efter kommune, fra Å til A"},
    "vaerdi": {"ascending": "Sorteret efter tallet, laveste først", "descending": "Sorteret efter tallet, højeste først"},
}
COMPARE = "Sammenlign"
COPY = "Kopiér link"
COPIED = "Linket er kopieret"
COPY_FAILED = "Linket kunne ikke kopieres. Kopiér det fra adresselinjen."
PRINTED_FROM = "Tallene, som de står her, findes altid på "
VERSION = "Version {nummer}"  # of the page itself; figures have editions
BL, BL_ADDRESS = "BL - Danmarks Almene Boliger", "https://bl.dk/"
PLACE_LIST_TITLE = "Alle kommuner"
BUILDER_LINK = "Indlejr"
SOURCE_PAGE_TITLE = "Kilder og metode"
SOURCE_PAGE_DESCRIPTION = (
    "Hvad hvert tal på Danmarkskortet tæller, hvor det kommer fra, hvor mange kommuner det dækker, og hvornår det er hentet."
)
ACCESSIBILITY = "Tilgængelighed"
STATEMENT = "Tilgængelighedserklæring"  # as the authorities ask that the link be called
HOW_MISSING = "Mangler et tal, står der hvorfor. Det vises aldrig som nul."
BORDERS = "Kortets grænser: {licence}, {year}."
ALIKE = (
    "Kommuner, der minder om hinanden, er fundet ved at måle på {figures}. Hvert tal er omregnet til afstanden fra gennemsnittet, målt i "
    "standardafvigelser, så de vejer lige meget. De tre kommuner med den korteste afstand vises. Eksempeltal er ikke med."
)
EDITIONS = "Hver gang nye tal kommer ind, laves en ny udgave. De gamle bliver stående, som de var, og kan ses på deres egen adresse."
OPEN_DATA = (
    "Alle tal kan hentes og bruges frit med kildeangivelse. Hver række har enhed, periode, status, kilde og definition. "
    "Eksempeltal er ikke med."
)
PRINT_SHEET = "Kommuneark (PDF)"
PRINT_PACKAGE = "Velkomstpakke (PDF)"
SHOW = "Vis"
BUILDER_TITLE = "Sæt kortet på jeres egen side"
BUILDER_LEAD = "Vælg indhold, se resultatet, og kopiér koden. Rammen sætter ingen cookies og henter intet fra andre websteder."
BUILDER_SHAPES = {  # by the frame's shape
    "kort": "Kort",
    "noegletal": "Nøgletal",
    "begge": "Kort og nøgletal",
    "sammenligning": "Sammenligning",
}
BUILDER_SHAPE = "Form"
BUILDER_OWN = "Vælg selv indholdet"
BUILDER_CONTENT = "Indhold"
BUILDER_HEIGHTS = "Højde {smal} px ved 360 px bredde, {bred} px ved 700"
BUILDER_MORE = "Flere valg"
BUILDER_WIDTH = "Bredde i pixel (lad feltet stå tomt for fuld bredde)"
BUILDER_NAME = "Jeres eget navn til rammen (id)"
BUILDER_NO_PAIR = "Vælg også en kommune og et sted at sammenligne med. Indtil da viser rammen nøgletal, og læseren kan selv vælge."
BUILDER_PREVIEW = "Sådan ser det ud"
BUILDER_PREVIEW_WIDTH = "Vis i bredden"
BUILDER_CODE = "Koden"
BUILDER_CODE_SELF = "Rammen får selv den højde, som indholdet har"
BUILDER_PLAIN = "Uden script"
BUILDER_CODE_PLAIN = "Kun rammen, med fast højde"
BUILDER_PLAIN_NOTE = (
    "Højden passer til formen og den valgte bredde. Uden valgt bredde er den så stor, at intet skjules på en telefon; er spalten "
    "bredere, bliver der luft under rammen. Vælger I selv indholdet, kan rammen få en rullebjælke."
)
BUILDER_NOTE = (
    "Rammen viser altid de nyeste tal. Det, læseren vælger, ændrer kun rammen. Ligger jeres side ikke på bl.dk, skal den først "
    "godkendes af den, der driver kortet."
)
COPY_CODE = "Kopiér koden"
COPIED_CODE = "Koden er kopieret"
FRAME_TITLE = "Almene boliger i {steder}"
FRAME_COUNTRY = "hele landet"
FRAME_SOURCE = "Kilde: {kilde} · Danmarkskortet, BL"
FRAME_HEAD, FRAME_MAIN, FRAME_FOOT = "Danmarkskortet, søgning", "Danmarkskortet, tal", "Danmarkskortet, kilder"
FRAME_OPEN = "Åbn Danmarkskortet"
WELCOME_PACKAGE = {
    "kind": "Velkomstpakke",
    "opinion_note": "Holdninger, ikke statistik",
    "where": "Sted",
    "see_map": "Se kommunens tal på kortet, og sammenlign med andre kommuner",
    "notes": "Plads til noter",
}
KOMMUNEARK = {
    "kind": "Kommuneark",
    "site": TITLE,
    "example": "EKSEMPEL",
    "example_word": EXAMPLE,
    "example_note": "Arket viser eksempeltal. De er fundet på, er mærket »eksempel« og må ikke citeres.",
    "definitions": "Sådan er tallene opgjort",
    "remarks": "Forbehold",
    "sources": "Kilder",
    "figure": "Tal",
    "difference": "Forskel",
    "scan": "Se det samme på kortet",
    "scan_note": "Med kilde og definition ved hvert tal, og med alle andre kommuner. Skan koden, eller skriv adressen:",
    "trend": "Udvikling",
    "swarm_key": "Hver prik er en kommune.",
    "strip_key": "Hver streg er en kommune: trekanten er {navn}, den stiplede er hele landet.",
    "facts": "Vidste du?",
    "facts_note": "Tal for hele landet",
    "definitions_before": "Kilde og definition ved hvert tal: ",
    "rank_note": HOW_COMPUTED,
    "page": "Side",
    "of": "af",
}
