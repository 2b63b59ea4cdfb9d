"""The codes CR0xx (a file that cannot be read) and CR1xx (a file of another shape than it says): one table."""

from crosp_cli.findings import Rule, Severity


def _error(code: str, sv: str, en: str, help_sv: str = "", help_en: str = "") -> Rule:
    help_text = {"sv": help_sv, "en": help_en} if help_sv else {}
    return Rule(code, Severity.ERROR, {"sv": sv, "en": en}, help_text)


# --- CR00x: the file as a whole -------------------------------------------------------------------------------

MISSING = _error(
    "CR001",
    "Filen finns inte.",
    "There is no such file.",
    "Kontrollera sökvägen.",
    "Check the path.",
)
UNREADABLE = _error(
    "CR002",
    "Filen går inte att öppna.",
    "The file cannot be opened.",
    "Kontrollera att du har läsrättighet och att inget annat program har låst den.",
    "Check that you may read it and that no other program has locked it.",
)
NOT_A_FILE = _error(
    "CR003",
    "Det här är ingen vanlig fil.",
    "This is no ordinary file.",
    "Mappar, rör, enheter och länkar som går i ring läses inte. Byt namn på den eller ta bort den.",
    "Folders, pipes, devices and links that go in a circle are not read. Rename it or remove it.",
)
LEAVES_FOLDER = _error(
    "CR004",
    "Länken leder ut ur mappen och följs inte.",
    "The link leads out of the folder and is not followed.",
    "Lägg själva filen här i stället för en länk.",
    "Put the file itself here instead of a link.",
)
TOO_LARGE = _error(
    "CR005",
    "Filen är större än 4 MiB.",
    "The file is larger than 4 MiB.",
    "En ifylld kartläggning är ungefär 30 kB. Är det rätt fil?",
    "A full assessment is about 30 KB. Is this the right file?",
)
EMPTY = _error(
    "CR006",
    "Filen är tom.",
    "The file is empty.",
    "Ta bort den, eller gör en ny att fylla i med `crosp new`.",
    "Remove it, or make one to fill in with `crosp new`.",
)
UTF16 = _error(
    "CR007",
    "Filen är sparad som UTF-16.",
    "The file is saved as UTF-16.",
    "Spara den igen som UTF-8 (i Anteckningar: Spara som, Kodning: UTF-8).",
    "Save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8).",
)
WINDOWS_1252 = _error(
    "CR008",
    "Filen är inte UTF-8; den ser ut att vara sparad som Windows-1252 (ANSI).",
    "The file is not UTF-8; it looks as if it was saved as Windows-1252 (ANSI).",
    "Spara den igen som UTF-8 (i Anteckningar: Spara som, Kodning: UTF-8), så blir å, ä och ö rätt.",
    "Save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8), so that å, ä and ö come out right.",
)
NOT_UTF8 = _error(
    "CR009",
    "Filen är inte text i UTF-8.",
    "The file is not text in UTF-8.",
    "Spara den igen som UTF-8. Är det verkligen en textfil?",
    "Save it again as UTF-8. Is it really a text file?",
)

# --- CR01x and CR02x: what stands in it -----------------------------------------------------------------------

CONTROL_CHARACTER = _error(
    "CR010",
    "Här står ett osynligt styrtecken ({name}).",
    "An invisible control character stands here ({name}).",
    "Ta bort det. Det följer ofta med när text klistras in från ett annat program.",
    "Remove it. It often comes along when text is pasted from another program.",
)
ESCAPED_CONTROL_CHARACTER = _error(
    "CR010",
    "Ett \\ i den här texten blir ett osynligt styrtecken ({name}).",
    "A \\ in this text becomes an invisible control character ({name}).",
    "Använd 'enkla citattecken', eller skriv \\\\ där det ska stå ett \\.",
    "Use 'single quotes', or write \\\\ where a \\ should stand.",
)
INVISIBLE_CHARACTER = _error(
    "CR010",
    "Här står ett osynligt tecken ({name}) som inte hör hit.",
    "An invisible character stands here ({name}) that does not belong here.",
    "Ta bort det, eller byt det mot ett vanligt mellanslag. Det följer ofta med när text klistras in.",
    "Remove it, or put an ordinary space in its place. It often comes along when text is pasted.",
)
CONFLICT = _error(
    "CR011",
    "Här står en konfliktmarkering från git.",
    "A conflict marker from git stands here.",
    "Välj vilken text som gäller och ta bort raderna med <<<<<<<, ======= och >>>>>>>.",
    "Choose which text holds and remove the lines with <<<<<<<, ======= and >>>>>>>.",
)
TAB = _error(
    "CR012",
    "Raden är indragen med tabb.",
    "The line is indented with a tab.",
    "Använd mellanslag, två för varje steg.",
    "Use spaces, two for each step.",
)
DUPLICATE_KEY = _error(
    "CR013",
    "Nyckeln ”{key}” står två gånger; den första står på rad {first}.",
    "The key “{key}” stands twice; the first is on line {first}.",
    "Saknas en rubrikrad mellan dem, som `collaboration:`? Skriv dit den. Annars: slå ihop de två, så att inget går "
    "förlorat.",
    "Is a heading line missing between them, such as `collaboration:`? Put it in. Otherwise merge the two, so that "
    "nothing is lost.",
)
ALIAS = _error(
    "CR014",
    "Ankare, alias och sammanfogningar (&, *, <<) används inte i crosps filer.",
    "Anchors, aliases and merge keys (&, *, <<) are not used in crosp's files.",
    "Skriv ut texten här. Ska tecknet stå i texten: sätt texten inom citattecken.",
    "Write the text out here. If the character belongs to the text, put the text in quotes.",
)
TAG = _error(
    "CR015",
    "Taggar (!) används inte i crosps filer.",
    "Tags (!) are not used in crosp's files.",
    "Ta bort taggen. Ska tecknet stå i texten: sätt texten inom citattecken.",
    "Remove the tag. If the character belongs to the text, put the text in quotes.",
)
SECOND_DOCUMENT = _error(
    "CR016",
    "Här börjar ett andra dokument i samma fil.",
    "A second document begins here in the same file.",
    "Lägg det i en egen fil, eller ta bort raden med ---.",
    "Put it in a file of its own, or remove the line with ---.",
)
KEY_NOT_TEXT = _error(
    "CR017",
    "En nyckel måste vara text.",
    "A key must be text.",
    "Skriv `nyckel: värde`. Börjar raden med [, {{, ? eller : hör den kanske till texten: sätt citattecken.",
    "Write `key: value`. If the line begins with [, {{, ? or : it may belong to the text: put it in quotes.",
)
TOO_DEEP = _error(
    "CR018",
    "Innehållet ligger i fler än 32 nivåer.",
    "The content is nested in more than 32 levels.",
    "Kontrollera indragen och att varje [ och {{ har sitt slut.",
    "Check the indentation and that each [ and {{ has its end.",
)
TOO_MANY = _error(
    "CR019",
    "Filen har fler än 200 000 delar.",
    "The file has more than 200,000 parts.",
    "Är det rätt fil?",
    "Is this the right file?",
)
LOST_TEXT = Rule(
    "CR020",
    Severity.NOTE,
    {
        "sv": "Det som står efter # på den här raden läses inte: det blir en kommentar.",
        "en": "What stands after # on this line is not read: it becomes a comment.",
    },
    {
        "sv": "Hör det till texten: sätt hela texten inom citattecken. Är det en kommentar: skriv ett mellanslag "
        "efter #.",
        "en": "If it belongs to the text, put the whole text in quotes. If it is a comment, write a space after #.",
    },
)
NOT_YAML = _error(
    "CR021",
    "Raden går inte att läsa som YAML.",
    "The line cannot be read as YAML.",
    "Kontrollera indrag, kolon (`nyckel: värde`), citattecken och parenteser på den här raden och den före.",
    "Check indentation, colons (`key: value`), quotes and brackets on this line and the one before.",
)
COLON_IN_TEXT = _error(
    "CR022",
    "Texten innehåller ett kolon följt av mellanslag, och läses därför som en nyckel till.",
    "The text holds a colon followed by a space, and is therefore read as one more key.",
    "Sätt hela texten inom citattecken, eller skriv den efter `|` på rader för sig. En nyckel till får en egen rad.",
    "Put the whole text in quotes, or write it after `|` on lines of its own. One more key gets a line of its own.",
)
UNCLOSED = _error(
    "CR023",
    "Något som börjar här får aldrig sitt slut.",
    "Something that begins here never gets its end.",
    "Sätt ut citattecknet, ] eller }} som saknas.",
    "Put in the quote, ] or }} that is missing.",
)
UNOPENED = _error(
    "CR023",
    "En parentes stängs här som aldrig har öppnats.",
    "A bracket is closed here that was never opened.",
    "Ta bort den. Hör den till texten: sätt hela texten inom citattecken.",
    "Remove it. If it belongs to the text, put the whole text in quotes.",
)
INDENTATION = _error(
    "CR024",
    "Indraget stämmer inte med raderna före.",
    "The indentation does not match the lines before.",
    "Rader som hör ihop ska ha lika många mellanslag, två för varje steg. Eller saknas en rubrikrad ovanför, som "
    "`collaboration:`?",
    "Lines that belong together have the same number of spaces, two for each step. Or is a heading line missing "
    "above, such as `collaboration:`?",
)
DASH_OUT_OF_LINE = _error(
    "CR024",
    "Strecket står inte rakt under strecken före i listan.",
    "The dash does not stand right below the dashes before it in the list.",
    "Dra in raden så att strecket hamnar rakt under strecket före; flytta med raderna som hör till.",
    "Indent the line so that its dash stands right below the one before; move the lines that belong to it too.",
)
SPECIAL_START = _error(
    "CR025",
    "En text får inte börja med tecknet här utan citattecken.",
    "A text may not begin with the character here without quotes.",
    "Sätt hela texten inom citattecken.",
    "Put the whole text in quotes.",
)
DASH_AFTER_KEY = _error(
    "CR025",
    "Ett streck kan inte stå på samma rad som sin nyckel.",
    "A dash cannot stand on the same line as its key.",
    "Är det en lista: börja den på raden under. Är det en text: sätt hela texten inom citattecken.",
    "If it is a list, begin it on the line below. If it is a text, put the whole text in quotes.",
)
NOT_A_MAPPING = _error(
    "CR026",
    "Filen ska bestå av nycklar och värden.",
    "The file should hold keys and values.",
    "Börja med en rad som `format: crosp-assessment/1`.",
    "Begin with a line such as `format: crosp-assessment/1`.",
)

NO_COLON = _error(
    "CR027",
    "Raden saknar kolon och mellanslag efter nyckeln.",
    "The line lacks a colon and a space after its key.",
    "Skriv `nyckel: värde`. Hör raden till texten ovanför: dra in den två mellanslag mer än textens nyckel, eller "
    "skriv hela texten efter `|` på rader för sig.",
    "Write `key: value`. If the line belongs to the text above it, indent it two spaces more than that text's key, "
    "or write the whole text after `|` on lines of its own.",
)
TEXT_AFTER_QUOTE = _error(
    "CR028",
    "Texten fortsätter efter att citattecknet har stängts.",
    "The text goes on after its quote was closed.",
    "Sätt citattecken om hela texten. Inuti 'enkla' skrivs ett citattecken som två: ''.",
    "Put quotes around the whole text. Inside 'single' ones, a quote is written as two: ''.",
)
TEXT_AFTER_BRACKET = _error(
    "CR028",
    "Texten fortsätter efter att parentesen har stängts.",
    "The text goes on after its bracket was closed.",
    "Text som börjar med [ eller {{ läses som en lista eller som nycklar: sätt hela texten inom citattecken.",
    "Text that begins with [ or {{ is read as a list or as keys: put the whole text in quotes.",
)
ESCAPE = _error(
    "CR029",
    "Tecknen efter \\ går inte att tolka inom dubbla citattecken.",
    "The characters after \\ cannot be understood within double quotes.",
    "Använd 'enkla citattecken', eller skriv \\\\ där det ska stå ett \\.",
    "Use 'single quotes', or write \\\\ where a \\ should stand.",
)

NOT_AN_ITEM = _error(
    "CR033",
    "Raden ser ut som en del av en lista, men börjar inte med ett streck och ett mellanslag.",
    "The line looks like an item of a list, but does not begin with a dash and a space.",
    "Skriv `- ` först på raden. Är det inget i en lista: sätt hela texten inom citattecken.",
    "Write `- ` first on the line. If it is no item of a list, put the whole text in quotes.",
)
LEVEL_WITH_DASHES = _error(
    "CR033",
    "Raden står i höjd med strecken i en lista, men börjar inte med ett.",
    "The line stands level with the dashes of a list, but does not begin with one.",
    "Hör den till listan: skriv `- ` först. Annars: ändra indraget.",
    "If it belongs to the list, write `- ` first. Otherwise change the indentation.",
)
TEXT_AFTER_BLOCK_SIGN = _error(
    "CR034",
    "Texten kan inte börja på samma rad som | eller >.",
    "The text cannot begin on the same line as | or >.",
    "Efter | eller > ska raden ta slut; skriv texten på raden under, indragen två mellanslag mer. Hör tecknet till "
    "texten: sätt hela texten inom citattecken.",
    "After | or > the line should end; write the text on the line below, indented two spaces more. If the character "
    "belongs to the text, put the whole text in quotes.",
)

# --- CR10x: shape ---------------------------------------------------------------------------------------------

UNKNOWN_KEY = _error(
    "CR101",
    "Nyckeln ”{key}” finns inte här.",
    "There is no key “{key}” here.",
    "Här kan stå: {allowed}.",
    "Here may stand: {allowed}.",
)
UNKNOWN_KEY_NEAR = _error(
    "CR101",
    "Nyckeln ”{key}” finns inte här. Menade du ”{near}”?",
    "There is no key “{key}” here. Did you mean “{near}”?",
    "Här kan stå: {allowed}.",
    "Here may stand: {allowed}.",
)
MISSING_KEY = _error(
    "CR102",
    "Nyckeln ”{key}” saknas.",
    "The key “{key}” is missing.",
    "Lägg till en rad `{key}: …`.",
    "Add a line `{key}: …`.",
)
UNKNOWN_FORMAT = _error(
    "CR103",
    "Filen säger inte vad den är, eller är i ett format som den här versionen inte känner till.",
    "The file does not say what it is, or is in a format that this version does not know.",
    "Skriv en av dessa som första rad: {allowed}.",
    "Write one of these as the first line: {allowed}.",
)
EXPECTED_TEXT = _error(
    "CR104",
    "Här ska det stå en text.",
    "A text should stand here.",
    "Skriv texten efter kolonet, eller efter `|` på indragna rader. Börjar den med [ eller {{: sätt citattecken.",
    "Write the text after the colon, or after `|` on indented lines. If it begins with [ or {{, put it in quotes.",
)
EXPECTED_ONE_VALUE = _error(
    "CR104",
    "Här ska det stå ett enda värde.",
    "A single value should stand here.",
    "Skriv det efter kolonet, utan parenteser och streck.",
    "Write it after the colon, without brackets and dashes.",
)
EXPECTED_LIST = _error(
    "CR105",
    "Här ska det stå en lista.",
    "A list should stand here.",
    "Skriv varje del på en egen rad som börjar med `- `, eller inom [ och ].",
    "Write each item on a line of its own that begins with `- `, or between [ and ].",
)
EXPECTED_MAPPING = _error(
    "CR106",
    "Här ska det stå nycklar och värden.",
    "Keys and values should stand here.",
    "Skriv `nyckel: värde` på indragna rader.",
    "Write `key: value` on indented lines.",
)
EXPECTED_KEYS = _error(
    "CR106",
    "Här ska det stå nycklar och värden.",
    "Keys and values should stand here.",
    "Skriv `nyckel: värde` på indragna rader. Nycklar som kan stå här: {allowed}.",
    "Write `key: value` on indented lines. Keys that may stand here: {allowed}.",
)
NOT_A_DATE = _error(
    "CR107",
    "”{value}” är inget datum.",
    "“{value}” is no date.",
    "Skriv år, månad och dag med vanliga bindestreck, som 2026-10-15.",
    "Write year, month and day with ordinary hyphens, as 2026-10-15.",
)
NO_SUCH_DAY = _error(
    "CR107",
    "Dagen ”{value}” finns inte i kalendern.",
    "The day “{value}” does not exist in the calendar.",
    "Kontrollera år, månad och dag; de skrivs i den ordningen, som 2026-10-15.",
    "Check the year, month and day; they are written in that order, as 2026-10-15.",
)
NOT_A_NUMBER = _error(
    "CR108",
    "”{value}” går inte att läsa som ett heltal.",
    "“{value}” cannot be read as a whole number.",
    "Skriv bara siffror, som 2: inget tecken före, ingen nolla först, högst sex siffror.",
    "Write digits only, such as 2: no sign, no zero in front, at most six digits.",
)
NOT_A_NUMBER_OR_NOTHING = _error(
    "CR108",
    "”{value}” går inte att läsa som ett heltal.",
    "“{value}” cannot be read as a whole number.",
    "Skriv med siffror, som 2; raden får stå tom. Inget tecken före, ingen nolla först, högst sex siffror.",
    "Write digits, such as 2; the line may stay empty. No sign, no zero in front, at most six digits.",
)
NOT_AN_IDENTIFIER = _error(
    "CR109",
    "”{value}” duger inte som kortnamn.",
    "“{value}” will not do as an identifier.",
    "Använd a–z, 0–9 och bindestreck, som `ekskolan` eller `2026-ht`; högst 64 tecken.",
    "Use a–z, 0–9 and hyphens, such as `ekskolan` or `2026-ht`; at most 64 characters.",
)
NOT_A_CHOICE = _error(
    "CR110",
    "”{value}” är inget av det som kan stå här.",
    "“{value}” is none of what may stand here.",
    "Skriv ett av: {allowed}.",
    "Write one of: {allowed}.",
)
EMPTY_VALUE = _error(
    "CR111",
    "Värdet är tomt.",
    "The value is empty.",
    "Skriv något här, eller ta bort raden.",
    "Write something here, or remove the line.",
)
NOT_ALONE = _error(
    "CR112",
    "En cell som inte är tillämplig kan inte ha annat innehåll.",
    "A cell that is not applicable cannot hold anything else.",
    "Behåll antingen `not_applicable` med skälet, eller resten av cellen.",
    "Keep either `not_applicable` with its reason, or the rest of the cell.",
)
NAME_UNFIT_FOR_FILES = _error(
    "CR113",
    "”{value}” kan inte användas som namn på en mapp i Windows.",
    "“{value}” cannot be used as the name of a folder in Windows.",
    "Välj ett annat kortnamn.",
    "Choose another identifier.",
)
DUPLICATE_ID = _error(
    "CR114",
    "Kortnamnet ”{value}” används två gånger; första gången på rad {first}.",
    "The identifier “{value}” is used twice; first on line {first}.",
    "Ge den ena ett annat kortnamn.",
    "Give one of them another identifier.",
)

# --- CR12x: against the framework -----------------------------------------------------------------------------

UNKNOWN_NAME = _error(
    "CR121",
    "”{value}” finns inte i ramverket ({what}).",
    "“{value}” does not exist in the framework ({what}).",
    "Skriv ett av: {allowed}.",
    "Write one of: {allowed}.",
)
UNKNOWN_NAME_NEAR = _error(
    "CR121",
    "”{value}” finns inte i ramverket ({what}). Menade du ”{near}”?",
    "“{value}” does not exist in the framework ({what}). Did you mean “{near}”?",
    "Skriv ett av: {allowed}.",
    "Write one of: {allowed}.",
)
NOT_ON_SCALE = _error(
    "CR122",
    "{value} är inget steg på ramverkets skala.",
    "{value} is no step on the framework's scale.",
    "Skriv ett av: {allowed}. Är ni osäkra kan raden stå tom.",
    "Write one of: {allowed}. If you are not sure, the line may stay empty.",
)
OTHER_FRAMEWORK = _error(
    "CR123",
    "Filen hör till ramverket ”{value}”, men här används {expected}.",
    "The file belongs to the framework “{value}”, but {expected} is used here.",
    "Skriv `framework: {expected}`, eller byt ramverk i crosp.yaml. Har ni gått över till ett annat ramverk: "
    "`crosp migrate` visar om filen kan följa med.",
    "Write `framework: {expected}`, or change the framework in crosp.yaml. If you have gone over to another framework, "
    "`crosp migrate` shows whether the file can come along.",
)
OTHER_VERSION = _error(
    "CR123",
    "Filen hör till en annan version av ramverket (”{value}”); här används {expected}.",
    "The file belongs to another version of the framework (“{value}”); {expected} is used here.",
    "Kör `crosp migrate`: det visar vad som ändras i filen och skriver först när du ber om det.",
    "Run `crosp migrate`: it shows what would change in the file, and writes only when you ask for it.",
)
NOT_THIS_FRAMEWORK = (OTHER_FRAMEWORK, OTHER_VERSION)
"""The rules on an assessment that is sound, but was made with another framework than its project uses now."""

UNKNOWN_FRAMEWORK = _error(
    "CR124",
    "Ramverket ”{value}” finns inte i den här versionen av crosp.",
    "The framework “{value}” does not exist in this version of crosp.",
    "Skriv ett inbyggt ramverk ({allowed}), eller en mapp som `./framework`.",
    "Write a built-in framework ({allowed}), or a folder such as `./framework`.",
)
OTHER_BUILT_IN_VERSION = _error(
    "CR124",
    "Ramverket ”{value}” finns inte i den här versionen av crosp, som har {allowed}.",
    "The framework “{value}” does not exist in this version of crosp, which has {allowed}.",
    "Är det en äldre version: kör `crosp migrate`, som visar om och hur filerna kan föras över. Är det en nyare: "
    "uppdatera crosp.",
    "If it is an older version, run `crosp migrate`, which shows whether and how the files can come over. If it is a "
    "newer one, update crosp.",
)
NEEDS_UNIT = _error(
    "CR125",
    "På den här nivån behöver filen säga vilken enhet den gäller.",
    "At this level the file needs to say which unit it concerns.",
    "Lägg till en rad som `unit: ekskolan`.",
    "Add a line such as `unit: ekskolan`.",
)
HAS_UNIT = _error(
    "CR126",
    "På den här nivån gäller kartläggningen hela organisationen, inte en enhet.",
    "At this level the assessment concerns the whole organisation, not one unit.",
    "Ta bort raden `unit`, eller välj en annan nivå.",
    "Remove the line `unit`, or choose another level.",
)

PROJECT_BY_ANOTHER_NAME = _error(
    "CR127",
    "Den här filen beskriver ett projekt men används inte: den heter inte crosp.yaml.",
    "This file describes a project but is not used: its name is not crosp.yaml.",
    "Byt namn på den till crosp.yaml, eller ta bort den.",
    "Rename it to crosp.yaml, or remove it.",
)

# --- CR13x: the framework's own files --------------------------------------------------------------------------

MISSING_LANGUAGE = _error(
    "CR131",
    "Texten saknas på {missing}.",
    "The text is missing in {missing}.",
    "Skriv den på varje språk som ramverket anger under `languages`.",
    "Write it in each language that the framework lists under `languages`.",
)
DANGLING = _error(
    "CR132",
    "”{value}” finns inte i {file}.",
    "“{value}” does not exist in {file}.",
    "Rätta kortnamnet, eller lägg till posten i {file}.",
    "Correct the identifier, or add the entry to {file}.",
)
MISSING_QUESTION = _error(
    "CR133",
    "Frågan saknas för {cell} på nivån {level}.",
    "The question is missing for {cell} at the level {level}.",
    "Lägg till den i questions.yaml.",
    "Add it to questions.yaml.",
)
SCALE_ORDER = _error(
    "CR134",
    "Skalans steg ska stå i stigande ordning.",
    "The steps of the scale should stand in rising order.",
)
SCALE_TURNED = _error(
    "CR135",
    "Ett högre steg skulle bli ett lägre än det under: {old} blir {new}.",
    "A higher step would become a lower one than the step below it: {old} becomes {new}.",
    "Stegen får slås ihop men inte byta ordning. Låt ett steg utan motsvarighet stå tomt efter kolonet.",
    "Steps may be merged but not change order. Leave a step without a counterpart empty after the colon.",
)
MIGRATION_FROM_ITSELF = _error(
    "CR136",
    "”{value}” är ramverkets egen version.",
    "“{value}” is the framework's own version.",
    "Skriv den äldre versionen efter `from:`, eller ge ramverket en ny `version` i framework.yaml.",
    "Write the older version after `from:`, or give the framework a new `version` in framework.yaml.",
)

CANNOT_BE_CARRIED_OUT = frozenset({"CR001", "CR002"})
"""Codes for files named by the user that could not be read at all: exit status 2, not 1."""

ALL_RULES: tuple[Rule, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
"""Every rule above, in the order of their codes; some codes have two wordings."""
