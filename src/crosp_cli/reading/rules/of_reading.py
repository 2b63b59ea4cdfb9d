"""The codes CR0xx: a file that cannot be read. One table."""

from crosp_cli.findings import Family, Rule, Severity
from crosp_cli.reading.rules import error

FAMILY = Family(
    {"sv": "Läsning", "en": "Reading"},
    {
        "sv": "Om filen går att läsa, och om något som ni har skrivit går förlorat på vägen.",
        "en": "Whether the file can be read, and whether something that you wrote is lost on the way.",
    },
)

# --- CR00x: the file as a whole -------------------------------------------------------------------------------

MISSING = error(
    "CR001",
    "Filen finns inte.",
    "There is no such file.",
    "Kontrollera sökvägen.",
    "Check the path.",
)
UNREADABLE = error(
    "CR002",
    "Filen går inte att öppna.",
    "The file cannot be opened.",
    "Kontrollera att du har läsrättighet och att inget annat program har låst den.",
    "Check that you may read it and that no other program has locked it.",
)
NOT_A_FILE = error(
    "CR003",
    "Det här är ingen vanlig fil.",
    "This is no ordinary file.",
    "Mappar, rör, enheter, länkar som går i ring och det som ligger mer än 100 mappar ner läses inte. Byt namn på den "
    "eller ta bort den.",
    "Folders, pipes, devices, links that go in a circle and what lies more than 100 folders down are not read. Rename "
    "it or remove it.",
)
LEAVES_FOLDER = error(
    "CR004",
    "Länken leder ut ur mappen och följs inte.",
    "The link leads out of the folder and is not followed.",
    "Lägg själva filen här i stället för en länk.",
    "Put the file itself here instead of a link.",
)
TOO_LARGE = error(
    "CR005",
    "Filen är större än 4 MiB.",
    "The file is larger than 4 MiB.",
    "En ifylld kartläggning är ungefär 30 kB. Är det rätt fil?",
    "A full assessment is about 30 KB. Is this the right file?",
)
EMPTY = error(
    "CR006",
    "Filen är tom.",
    "The file is empty.",
    "Ta bort den, eller gör en ny att fylla i med `crosp new`.",
    "Remove it, or make one to fill in with `crosp new`.",
)
UTF16 = error(
    "CR007",
    "Filen är sparad som UTF-16.",
    "The file is saved as UTF-16.",
    "Spara den igen som UTF-8 (i Anteckningar: Spara som, Kodning: UTF-8).",
    "Save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8).",
)
WINDOWS_1252 = error(
    "CR008",
    "Filen är inte UTF-8; den ser ut att vara sparad som Windows-1252 (ANSI).",
    "The file is not UTF-8; it looks as if it was saved as Windows-1252 (ANSI).",
    "Spara den igen som UTF-8 (i Anteckningar: Spara som, Kodning: UTF-8), så blir å, ä och ö rätt.",
    "Save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8), so that å, ä and ö come out right.",
)
NOT_UTF8 = error(
    "CR009",
    "Filen är inte text i UTF-8.",
    "The file is not text in UTF-8.",
    "Spara den igen som UTF-8. Är det verkligen en textfil?",
    "Save it again as UTF-8. Is it really a text file?",
)

# --- CR01x and CR02x: what stands in it -----------------------------------------------------------------------

CONTROL_CHARACTER = error(
    "CR010",
    "Här står ett osynligt styrtecken ({name}).",
    "An invisible control character stands here ({name}).",
    "Ta bort det. Det följer ofta med när text klistras in från ett annat program.",
    "Remove it. It often comes along when text is pasted from another program.",
)
OLD_MAC = error(
    "CR010",
    "Filen har radslut från gamla Mac-datorer, så allt står på en rad.",
    "The file has the line ends of old Macs, so everything stands on one line.",
    "Spara den igen med radsluten LF eller CRLF.",
    "Save it again with the line ends LF or CRLF.",
)
ESCAPED_CONTROL_CHARACTER = error(
    "CR010",
    "Ett \\ i den här texten blir ett osynligt styrtecken ({name}).",
    "A \\ in this text becomes an invisible control character ({name}).",
    "Använd 'enkla citattecken', eller skriv \\\\ där det ska stå ett \\.",
    "Use 'single quotes', or write \\\\ where a \\ should stand.",
)
INVISIBLE_CHARACTER = error(
    "CR010",
    "Här står ett osynligt tecken ({name}) som inte hör hit.",
    "An invisible character stands here ({name}) that does not belong here.",
    "Ta bort det, eller byt det mot ett vanligt mellanslag. Det följer ofta med när text klistras in.",
    "Remove it, or put an ordinary space in its place. It often comes along when text is pasted.",
)
CONFLICT = error(
    "CR011",
    "Här står en konfliktmarkering från git.",
    "A conflict marker from git stands here.",
    "Välj vilken text som gäller och ta bort raderna med <<<<<<<, ======= och >>>>>>>.",
    "Choose which text holds and remove the lines with <<<<<<<, ======= and >>>>>>>.",
)
TAB = error(
    "CR012",
    "Raden är indragen med tabb.",
    "The line is indented with a tab.",
    "Använd mellanslag, två för varje steg.",
    "Use spaces, two for each step.",
)
DUPLICATE_KEY = error(
    "CR013",
    "Nyckeln ”{key}” står två gånger; den första står på rad {first}.",
    "The key “{key}” stands twice; the first is on line {first}.",
    "Saknas en rubrikrad mellan dem, som `collaboration:`? Skriv dit den. Annars: slå ihop de två, så att inget går "
    "förlorat.",
    "Is a heading line missing between them, such as `collaboration:`? Put it in. Otherwise merge the two, so that "
    "nothing is lost.",
)
ALIAS = error(
    "CR014",
    "Ankare, alias och sammanfogningar (&, *, <<) används inte i filer som crosp läser.",
    "Anchors, aliases and merge keys (&, *, <<) are not used in crosp's files.",
    "Skriv ut texten här. Ska tecknet stå i texten: sätt texten inom citattecken.",
    "Write the text out here. If the character belongs to the text, put the text in quotes.",
)
TAG = error(
    "CR015",
    "Taggar (!) används inte i filer som crosp läser.",
    "Tags (!) are not used in crosp's files.",
    "Ta bort taggen. Ska tecknet stå i texten: sätt texten inom citattecken.",
    "Remove the tag. If the character belongs to the text, put the text in quotes.",
)
SECOND_DOCUMENT = error(
    "CR016",
    "Här börjar ett andra dokument i samma fil.",
    "A second document begins here in the same file.",
    "Lägg det i en egen fil, eller ta bort raden med ---.",
    "Put it in a file of its own, or remove the line with ---.",
)
KEY_NOT_TEXT = error(
    "CR017",
    "En nyckel måste vara text.",
    "A key must be text.",
    "Skriv `nyckel: värde`. Börjar raden med [, {{, ? eller : hör den kanske till texten: sätt citattecken.",
    "Write `key: value`. If the line begins with [, {{, ? or : it may belong to the text: put it in quotes.",
)
TOO_DEEP = error(
    "CR018",
    "Innehållet ligger i fler än 32 nivåer.",
    "The content is nested in more than 32 levels.",
    "Kontrollera indragen och att varje [ och {{ har sitt slut.",
    "Check the indentation and that each [ and {{ has its end.",
)
TOO_MANY = error(
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
NOT_YAML = error(
    "CR021",
    "Raden går inte att läsa som YAML.",
    "The line cannot be read as YAML.",
    "Kontrollera indrag, kolon (`nyckel: värde`), citattecken och parenteser på den här raden och den före.",
    "Check indentation, colons (`key: value`), quotes and brackets on this line and the one before.",
)
COLON_IN_TEXT = error(
    "CR022",
    "Texten innehåller ett kolon följt av mellanslag, och läses därför som en nyckel till.",
    "The text holds a colon followed by a space, and is therefore read as one more key.",
    "Sätt hela texten inom citattecken, eller skriv den efter `|` på rader för sig. En nyckel till får en egen rad.",
    "Put the whole text in quotes, or write it after `|` on lines of its own. One more key gets a line of its own.",
)
UNCLOSED = error(
    "CR023",
    "Något som börjar här får aldrig sitt slut.",
    "Something that begins here never gets its end.",
    "Sätt ut citattecknet, ] eller }} som saknas.",
    "Put in the quote, ] or }} that is missing.",
)
UNOPENED = error(
    "CR023",
    "En parentes stängs här som aldrig har öppnats.",
    "A bracket is closed here that was never opened.",
    "Ta bort den. Hör den till texten: sätt hela texten inom citattecken.",
    "Remove it. If it belongs to the text, put the whole text in quotes.",
)
INDENTATION = error(
    "CR024",
    "Indraget stämmer inte med raderna före.",
    "The indentation does not match the lines before.",
    "Rader som hör ihop ska ha lika många mellanslag, två för varje steg. Eller saknas en rubrikrad ovanför, som "
    "`collaboration:`?",
    "Lines that belong together have the same number of spaces, two for each step. Or is a heading line missing "
    "above, such as `collaboration:`?",
)
DASH_OUT_OF_LINE = error(
    "CR024",
    "Strecket står inte rakt under strecken före i listan.",
    "The dash does not stand right below the dashes before it in the list.",
    "Dra in raden så att strecket hamnar rakt under strecket före; flytta med raderna som hör till.",
    "Indent the line so that its dash stands right below the one before; move the lines that belong to it too.",
)
SPECIAL_START = error(
    "CR025",
    "En text får inte börja med tecknet här utan citattecken.",
    "A text may not begin with the character here without quotes.",
    "Sätt hela texten inom citattecken.",
    "Put the whole text in quotes.",
)
DASH_AFTER_KEY = error(
    "CR025",
    "Ett streck kan inte stå på samma rad som sin nyckel.",
    "A dash cannot stand on the same line as its key.",
    "Är det en lista: börja den på raden under. Är det en text: sätt hela texten inom citattecken.",
    "If it is a list, begin it on the line below. If it is a text, put the whole text in quotes.",
)
NOT_A_MAPPING = error(
    "CR026",
    "Filen ska bestå av nycklar och värden.",
    "The file should hold keys and values.",
    "Börja med en rad som `format: crosp-assessment/1`.",
    "Begin with a line such as `format: crosp-assessment/1`.",
)

NO_COLON = error(
    "CR027",
    "Raden saknar kolon och mellanslag efter nyckeln.",
    "The line lacks a colon and a space after its key.",
    "Skriv `nyckel: värde`. Hör raden till texten ovanför: dra in den två mellanslag mer än textens nyckel, eller "
    "skriv hela texten efter `|` på rader för sig.",
    "Write `key: value`. If the line belongs to the text above it, indent it two spaces more than that text's key, "
    "or write the whole text after `|` on lines of its own.",
)
TEXT_AFTER_QUOTE = error(
    "CR028",
    "Texten fortsätter efter att citattecknet har stängts.",
    "The text goes on after its quote was closed.",
    "Sätt citattecken om hela texten. Inuti 'enkla' skrivs ett citattecken som två: ''.",
    "Put quotes around the whole text. Inside 'single' ones, a quote is written as two: ''.",
)
TEXT_AFTER_BRACKET = error(
    "CR028",
    "Texten fortsätter efter att parentesen har stängts.",
    "The text goes on after its bracket was closed.",
    "Text som börjar med [ eller {{ läses som en lista eller som nycklar: sätt hela texten inom citattecken.",
    "Text that begins with [ or {{ is read as a list or as keys: put the whole text in quotes.",
)
ESCAPE = error(
    "CR029",
    "Tecknen efter \\ går inte att tolka inom dubbla citattecken.",
    "The characters after \\ cannot be understood within double quotes.",
    "Använd 'enkla citattecken', eller skriv \\\\ där det ska stå ett \\.",
    "Use 'single quotes', or write \\\\ where a \\ should stand.",
)

NOT_AN_ITEM = error(
    "CR033",
    "Raden ser ut som en del av en lista, men börjar inte med ett streck och ett mellanslag.",
    "The line looks like an item of a list, but does not begin with a dash and a space.",
    "Skriv `- ` först på raden. Är det inget i en lista: sätt hela texten inom citattecken.",
    "Write `- ` first on the line. If it is no item of a list, put the whole text in quotes.",
)
LEVEL_WITH_DASHES = error(
    "CR033",
    "Raden står i höjd med strecken i en lista, men börjar inte med ett.",
    "The line stands level with the dashes of a list, but does not begin with one.",
    "Hör den till listan: skriv `- ` först. Annars: ändra indraget.",
    "If it belongs to the list, write `- ` first. Otherwise change the indentation.",
)
TEXT_AFTER_BLOCK_SIGN = error(
    "CR034",
    "Texten kan inte börja på samma rad som | eller >.",
    "The text cannot begin on the same line as | or >.",
    "Efter | eller > ska raden ta slut; skriv texten på raden under, indragen två mellanslag mer. Hör tecknet till "
    "texten: sätt hela texten inom citattecken.",
    "After | or > the line should end; write the text on the line below, indented two spaces more. If the character "
    "belongs to the text, put the whole text in quotes.",
)

CANNOT_BE_CARRIED_OUT = frozenset({"CR001", "CR002"})
"""Codes for files named by the user that could not be read at all: exit status 2, not 1."""
