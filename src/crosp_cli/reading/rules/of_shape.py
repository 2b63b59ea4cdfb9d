"""The codes CR101 to CR127 and CR137: a file of another shape than it says. One table."""

from crosp_cli.findings import Family
from crosp_cli.reading.rules import error

FAMILY = Family(
    {"sv": "Form", "en": "Shape"},
    {
        "sv": "Om nycklarna är kända, om värdena är av rätt slag, och om ramverket har det som nämns.",
        "en": "Whether keys are known, values of the right kind, and what is named in the framework.",
    },
)

# --- CR10x: shape ---------------------------------------------------------------------------------------------

UNKNOWN_KEY = error(
    "CR101",
    "Nyckeln ”{key}” finns inte här.",
    "There is no key “{key}” here.",
    "Här kan stå: {allowed}.",
    "Here may stand: {allowed}.",
)
UNKNOWN_KEY_NEAR = error(
    "CR101",
    "Nyckeln ”{key}” finns inte här. Menade du ”{near}”?",
    "There is no key “{key}” here. Did you mean “{near}”?",
    "Här kan stå: {allowed}.",
    "Here may stand: {allowed}.",
)
MISSING_KEY = error(
    "CR102",
    "Nyckeln ”{key}” saknas.",
    "The key “{key}” is missing.",
    "Lägg till en rad `{key}: …`.",
    "Add a line `{key}: …`.",
)
UNKNOWN_FORMAT = error(
    "CR103",
    "Filen säger inte vad den är, eller är i ett format som den här versionen inte känner till.",
    "The file does not say what it is, or is in a format that this version does not know.",
    "Skriv en av dessa som första rad: {allowed}.",
    "Write one of these as the first line: {allowed}.",
)
NEWER_FORMAT = error(
    "CR103",
    "Filen är skriven i formatet {format}, och den här versionen av crosp läser {known}.",
    "The file is written in the format {format}, and this version of crosp reads {known}.",
    "Uppdatera crosp. Låt numret stå: i ett nyare format kan annat stå på annat sätt.",
    "Upgrade crosp. Leave the number as it is: in a newer format other things may stand in other ways.",
)
NO_SUCH_FORMAT = error(
    "CR103",
    "Numret i formatet finns inte: den här versionen av crosp läser {known}.",
    "There is no such number of the format: this version of crosp reads {known}.",
    "Skriv `format: {known}`. Står något på ett annat sätt där säger `crosp validate` vad.",
    "Write `format: {known}`. If something stands in another way there, `crosp validate` says what.",
)
EXPECTED_TEXT = error(
    "CR104",
    "Här ska det stå en text.",
    "A text should stand here.",
    "Skriv texten efter kolonet, eller efter `|` på indragna rader. Börjar den med [ eller {{: sätt citattecken.",
    "Write the text after the colon, or after `|` on indented lines. If it begins with [ or {{, put it in quotes.",
)
EXPECTED_ONE_VALUE = error(
    "CR104",
    "Här ska det stå ett enda värde.",
    "A single value should stand here.",
    "Skriv det efter kolonet, utan parenteser och streck.",
    "Write it after the colon, without brackets and dashes.",
)
EXPECTED_LIST = error(
    "CR105",
    "Här ska det stå en lista.",
    "A list should stand here.",
    "Skriv varje del på en egen rad som börjar med `- `, eller inom [ och ].",
    "Write each item on a line of its own that begins with `- `, or between [ and ].",
)
EXPECTED_MAPPING = error(
    "CR106",
    "Här ska det stå nycklar och värden.",
    "Keys and values should stand here.",
    "Skriv `nyckel: värde` på indragna rader.",
    "Write `key: value` on indented lines.",
)
EXPECTED_KEYS = error(
    "CR106",
    "Här ska det stå nycklar och värden.",
    "Keys and values should stand here.",
    "Skriv `nyckel: värde` på indragna rader. Nycklar som kan stå här: {allowed}.",
    "Write `key: value` on indented lines. Keys that may stand here: {allowed}.",
)
EXPECTED_COUNTS = error(
    "CR106",
    "Här ska det stå hur många som valde varje steg.",
    "How many chose each step should stand here.",
    "Skriv till exempel `{group}: {{0: 2, 1: 9, 2: 4}}`: steget, kolon, antalet.",
    "Write for instance `{group}: {{0: 2, 1: 9, 2: 4}}`: the step, a colon, the number.",
)
NOT_A_DATE = error(
    "CR107",
    "”{value}” är inget datum.",
    "“{value}” is no date.",
    "Skriv år, månad och dag med vanliga bindestreck, som 2026-10-15.",
    "Write year, month and day with ordinary hyphens, as 2026-10-15.",
)
DAY_IN_OTHER_WORDS = error(
    "CR107",
    "”{value}” är inget datum.",
    "“{value}” is no date.",
    "Skriv `{day}`. Dagar skrivs med år, månad, dag och vanliga bindestreck.",
    "Write `{day}`. Days are written as year, month, day with ordinary hyphens.",
)
NO_SUCH_DAY = error(
    "CR107",
    "Dagen ”{value}” finns inte i kalendern.",
    "The day “{value}” does not exist in the calendar.",
    "Kontrollera år, månad och dag; de skrivs i den ordningen, som 2026-10-15.",
    "Check the year, month and day; they are written in that order, as 2026-10-15.",
)
NOT_A_NUMBER = error(
    "CR108",
    "”{value}” går inte att läsa som ett heltal.",
    "“{value}” cannot be read as a whole number.",
    "Skriv bara siffror, som 2: inget tecken före, ingen nolla först, högst sex siffror.",
    "Write digits only, such as 2: no sign, no zero in front, at most six digits.",
)
NOT_A_NUMBER_OR_NOTHING = error(
    "CR108",
    "”{value}” går inte att läsa som ett heltal.",
    "“{value}” cannot be read as a whole number.",
    "Skriv med siffror, som 2; raden får stå tom. Inget tecken före, ingen nolla först, högst sex siffror.",
    "Write digits, such as 2; the line may stay empty. No sign, no zero in front, at most six digits.",
)
NOT_A_STEP = error(
    "CR108",
    "”{value}” är inget steg.",
    "“{value}” is no step.",
    "Skriv {allowed}. Är ni osäkra kan raden stå tom.",
    "Write {allowed}. If you are not sure, the line may stay empty.",
)
NOT_A_STEP_MEANT = error(
    "CR108",
    "”{value}” är inget steg.",
    "“{value}” is no step.",
    "Skriv `{near}`. Steg skrivs med siffra: {allowed}.",
    "Write `{near}`. Steps are written as figures: {allowed}.",
)
NOT_AN_IDENTIFIER = error(
    "CR109",
    "”{value}” går inte att använda som kortnamn.",
    "“{value}” will not do as an identifier.",
    "Använd a–z, 0–9 och bindestreck, som `ekskolan` eller `2026-ht`; högst 64 tecken.",
    "Use a–z, 0–9 and hyphens, such as `ekskolan` or `2026-ht`; at most 64 characters.",
)
NOT_AN_IDENTIFIER_BUT = error(
    "CR109",
    "”{value}” går inte att använda som kortnamn.",
    "“{value}” will not do as an identifier.",
    "Skriv till exempel `{near}`. Använd a–z, 0–9 och bindestreck, högst 64 tecken.",
    "Write for instance `{near}`. Use a–z, 0–9 and hyphens, at most 64 characters.",
)
NOT_A_CHOICE = error(
    "CR110",
    "”{value}” är inget av det som kan stå här.",
    "“{value}” is none of what may stand here.",
    "Skriv ett av: {allowed}.",
    "Write one of: {allowed}.",
)
NOT_A_CHOICE_MEANT = error(
    "CR110",
    "”{value}” är inget av det som kan stå här.",
    "“{value}” is none of what may stand here.",
    "Skriv `{near}`. Här kan stå: {allowed}.",
    "Write `{near}`. Here may stand: {allowed}.",
)
NOT_A_LANGUAGE = error(
    "CR110",
    "”{value}” är ingen kod för ett språk.",
    "“{value}” is no code of a language.",
    "Skriv koden för språket ni skriver på, som `sv`, `en`, `fi` eller `sv-FI`.",
    "Write the code of the language that you write in, such as `sv`, `en`, `fi` or `sv-FI`.",
)
EMPTY_VALUE = error(
    "CR111",
    "Värdet är tomt.",
    "The value is empty.",
    "Skriv något här, eller ta bort raden.",
    "Write something here, or remove the line.",
)
NOT_ALONE = error(
    "CR112",
    "En cell som inte är tillämplig kan inte ha annat innehåll.",
    "A cell that is not applicable cannot hold anything else.",
    "Behåll antingen `not_applicable` med skälet, eller resten av cellen.",
    "Keep either `not_applicable` with its reason, or the rest of the cell.",
)
NAME_UNFIT_FOR_FILES = error(
    "CR113",
    "”{value}” kan inte användas som namn på en mapp i Windows.",
    "“{value}” cannot be used as the name of a folder in Windows.",
    "Välj ett annat kortnamn.",
    "Choose another identifier.",
)
DUPLICATE_ID = error(
    "CR114",
    "Kortnamnet ”{value}” används två gånger; första gången på rad {first}.",
    "The identifier “{value}” is used twice; first on line {first}.",
    "Ge den ena ett annat kortnamn.",
    "Give one of them another identifier.",
)

# --- CR12x: against the framework -----------------------------------------------------------------------------

UNKNOWN_NAME = error(
    "CR121",
    "”{value}” finns inte i ramverket ({what}).",
    "“{value}” does not exist in the framework ({what}).",
    "Skriv ett av: {allowed}.",
    "Write one of: {allowed}.",
)
UNKNOWN_NAME_NEAR = error(
    "CR121",
    "”{value}” finns inte i ramverket ({what}). Menade du ”{near}”?",
    "“{value}” does not exist in the framework ({what}). Did you mean “{near}”?",
    "Skriv `{near}`. Här kan stå: {allowed}.",
    "Write `{near}`. Here may stand: {allowed}.",
)
NOT_ON_SCALE = error(
    "CR122",
    "{value} är inget steg på ramverkets skala.",
    "{value} is no step on the framework's scale.",
    "Skriv ett av: {allowed}. Är ni osäkra kan raden stå tom.",
    "Write one of: {allowed}. If you are not sure, the line may stay empty.",
)
OTHER_FRAMEWORK = error(
    "CR123",
    "Filen hör till ramverket ”{value}”, men här används {expected}.",
    "The file belongs to the framework “{value}”, but {expected} is used here.",
    "Skriv `framework: {expected}`, eller byt ramverk i crosp.yaml. Har ni gått över till ett annat ramverk: "
    "`crosp migrate` visar om filen kan följa med.",
    "Write `framework: {expected}`, or change the framework in crosp.yaml. If you have gone over to another framework, "
    "`crosp migrate` shows whether the file can come along.",
)
OTHER_VERSION = error(
    "CR123",
    "Filen hör till en annan version av ramverket (”{value}”); här används {expected}.",
    "The file belongs to another version of the framework (“{value}”); {expected} is used here.",
    "Kör `crosp migrate`: det visar vad som ändras i filen och skriver först när du ber om det.",
    "Run `crosp migrate`: it shows what would change in the file, and writes only when you ask for it.",
)
NOT_THIS_FRAMEWORK = (OTHER_FRAMEWORK, OTHER_VERSION)
"""The rules on an assessment that is sound, but was made with another framework than its project uses now."""

UNKNOWN_FRAMEWORK = error(
    "CR124",
    "Ramverket ”{value}” finns inte i den här versionen av crosp.",
    "The framework “{value}” does not exist in this version of crosp.",
    "Skriv ett inbyggt ramverk ({allowed}), eller en mapp som `./framework`.",
    "Write a built-in framework ({allowed}), or a folder such as `./framework`.",
)
OTHER_BUILT_IN_VERSION = error(
    "CR124",
    "Ramverket ”{value}” finns inte i den här versionen av crosp, som har {allowed}.",
    "The framework “{value}” does not exist in this version of crosp, which has {allowed}.",
    "Är det en äldre version: kör `crosp migrate`, som visar om och hur filerna kan föras över. Är det en nyare: "
    "uppdatera crosp.",
    "If it is an older version, run `crosp migrate`, which shows whether and how the files can come over. If it is a "
    "newer one, update crosp.",
)
NEEDS_UNIT = error(
    "CR125",
    "På den här nivån behöver filen säga vilken enhet den gäller.",
    "At this level the file needs to say which unit it concerns.",
    "Lägg till en rad som `unit: ekskolan`.",
    "Add a line such as `unit: ekskolan`.",
)
HAS_UNIT = error(
    "CR126",
    "På den här nivån gäller kartläggningen hela organisationen, inte en enhet.",
    "At this level the assessment concerns the whole organisation, not one unit.",
    "Ta bort raden `unit`, eller välj en annan nivå.",
    "Remove the line `unit`, or choose another level.",
)

PROJECT_BY_ANOTHER_NAME = error(
    "CR127",
    "Den här filen beskriver ett projekt men används inte: den heter inte crosp.yaml.",
    "This file describes a project but is not used: its name is not crosp.yaml.",
    "Byt namn på den till crosp.yaml, eller ta bort den.",
    "Rename it to crosp.yaml, or remove it.",
)

# --- CR137: how many a list has -------------------------------------------------------------------------------

TOO_FEW = error(
    "CR137",
    "Listan har {count} poster, och det ska vara minst {limit}.",
    "The list has {count} entries, and there are to be at least {limit}.",
    "Lägg till det som saknas.",
    "Add what is missing.",
)
TOO_MANY = error(
    "CR137",
    "Listan har {count} poster, och det får vara högst {limit}.",
    "The list has {count} entries, and there may be at most {limit}.",
    "Behåll de viktigaste.",
    "Keep the most important ones.",
)
LONG_NAME = error("CR137", "{value} är för långt för ett namn.", "{value} is too long for a name.")
LONG_DEFINITION = error("CR137", "{value} är för långt för att upprepas.", "{value} is too long to be said again.")
LONG_CHANGES = error("CR137", "Ändringarna är för långa tillsammans.", "The changes are too long together.")
LONG_BEHIND = error("CR137", "Hänvisningarna vid cellerna är för långa.", "The references at the cells are too long.")
LONG_PATTERNS = error(
    "CR137",
    "Mönstren i `ignore_in` är för långa tillsammans.",
    "The patterns in `ignore_in` are too long together.",
    "Skriv ett mönster för en hel mapp, som `assessments/old/*`, i stället för ett för varje fil.",
    "Write one pattern for a whole folder, such as `assessments/old/*`, instead of one for each file.",
)
