"""What the workbook tells the analyst who fills it in."""

from data.reading import Reason

REASON_WORDS = {
    str(Reason.IKKE_OFFENTLIGGJORT): "kilden har ikke offentliggjort tallet (det samme som en tom celle)",
    str(Reason.UNDERTRYKT): "tallet er skjult af hensyn til fortrolighed; kilden skriver ..",
    str(Reason.IKKE_ENTYDIG): "det kan ikke læses sikkert i kilden, hvad tallet er",
    str(Reason.IKKE_RELEVANT): "tallet findes ikke for kommunen",
}
EXPLANATION = (
    "Skriv ét tal i hver celle på fanen Tal. En række pr. kommune, en kolonne pr. tal.",
    "Ret perioden i række 3, så den passer til tallene i kolonnen. Den står ved hvert tal på kortet.",
    "En kolonne, der er helt tom, bliver ikke indlæst: de tal, som kortet har i forvejen, bliver stående.",
    "Er en kolonne udfyldt, erstatter den alle eksempeltal for det tal. Tomme celler vises som »Ikke offentliggjort«.",
    "Rækken Hele landet udfyldes kun, hvis kilden selv har offentliggjort tallet for landet.",
    "Udfyld fanen Kilde. Udgavens navn skal være nyt: en udgave bliver aldrig ændret.",
    "Prøv filen af med: python -m data import FIL --dry-run. Indlæs den med: python -m data import FIL",
)
CAUTION = (
    "En streg kan betyde både nul og intet tal. Skriv 0, eller lad cellen være tom.",
    "Excel gør »3-372« til en dato. Skriv 3372.",
    "Flet ikke celler, og lad ikke en celle stå med en formel, der peger ud af arket.",
)
