"""The words that corpus.py builds its Swedish texts from. Invented places, and roles only.

A sentence's `{slots}` are filled from the lists below them; nothing here holds `: `, ` #` or a quotation mark, so that
every text may stand plain in YAML.
"""

NAMES = (
    "Al", "Ask", "Björk", "Bok", "Ek", "En", "Fur", "Gran", "Hassel", "Hägg", "Järnek", "Kastanje", "Lind", "Lönn",
    "Olvon", "Oxel", "Pil", "Rönn", "Sälg", "Tall",
)  # fmt: skip
ENDINGS = ("skolan", "backens skola", "ängens skola", "dalens skola", "bergets skola", "hagens förskola")

SENTENCES = (
    "Vi har {thing} sedan {when}, men {group} känner inte till {it}.",
    "{Group} säger att {thing} fungerar bra i {place}, sämre i {place}.",
    "Det som gör skillnad är att {group} och {group} träffas {often}.",
    "Av {number} tillfällen blev hälften av, resten trängdes undan av {obstacle}.",
    "I {place} märks {obstacle} direkt, och då faller {thing} först.",
    "Ungefär {number} av oss använder {thing} utan att någon ber om det.",
    "När {group} är med blir samtalet ett annat, då talar vi om {topic} i stället för om enskilda elever.",
    "Ingen har frågat {group} vad de tycker om {thing}, och det borde vi göra före {later}.",
    "Vi var inte överens. {Group} ser {topic} som den stora frågan, {group} ser {topic}.",
    "Sedan {when} står {topic} på dagordningen {often}, och det har hållit i sig.",
    "Nya kollegor får höra om {thing} av den som råkar sitta bredvid, inte genom en introduktion.",
    "Rutinen är från {when} och har inte ändrats, fast {obstacle} numera hör till vardagen.",
    "Överlämningen till {group} sker muntligt, så det som bestämdes om {topic} går ofta förlorat.",
    "Vi följer upp {topic} {often}, men jämför sällan med {document}.",
    "Mycket hänger på en enda person, och vid {obstacle} stannar {thing} helt.",
    "Det finns tid i schemat {often}, men {group} har ingen möjlighet att komma.",
    "I {document} står det att {thing} ska finnas, i {place} är det svårt att se.",
    "Eleverna i {place} har själva föreslagit något om {topic}, och två av förslagen har vi prövat.",
    "Vårdnadshavare frågar om {topic} {often}, vi har inget gemensamt svar.",
    "Det här har blivit bättre sedan {when}, tycker både {group} och {group}.",
)

NEEDS = (
    "Vi behöver bestämma vem som svarar för {topic}, så att {thing} inte hänger på enskilda.",
    "{Thing} ska vara känd av {group} och användas i {place} före {later}.",
    "Det behövs ett sätt att se om {thing} hjälper, inte bara om den finns.",
    "{Group} behöver vara med från början när {topic} planeras.",
    "Tiden räcker, men den ligger fel. {Group} och {group} behöver mötas {often}.",
    "Vi behöver sluta med något för att få plats med {topic}, och det är inte bestämt än.",
    "Det som står i {document} behöver bli något som märks i {place}.",
    "Samma ord för {topic} i hela huset, prövade tillsammans med {group}.",
)

MEASURES = (
    "Ta fram {thing} tillsammans med {group} och pröva den i {place} under en termin",
    "Lägga in {topic} som stående punkt {often} och skriva ner vad som bestäms",
    "Två tillfällen om {topic} med {group}, med en uppgift att pröva i {place} emellan",
    "Gå igenom {document} med {group} och stryka det som ingen använder",
    "Byta plats på två möten så att {group} kan vara med {often}",
    "Låta eleverna i {place} beskriva {topic} och ta med det till planeringen",
    "Skriva en sida om {thing} som alla nya kollegor går igenom första veckan",
    "Pröva att {group} och {group} planerar {topic} ihop i ett arbetslag, och berätta om det på APT",
)

RESULTS = (
    "Två av tre tillfällen genomfördes. {Group} vill fortsätta, {group} tycker att det tar tid från {topic}.",
    "I {place} har det blivit lugnare enligt {group}. I {place} märks ingen skillnad än.",
    "Enkäten besvarades av {number} personer. De flesta känner till {thing}, färre använder den.",
    "{Thing} finns och ligger där alla hittar den, men {obstacle} gjorde att vi började sent.",
)

OTHER_EXPLANATIONS = (
    "Grupperna gjordes dessutom om efter {when}, så skillnaden kan bero på det.",
    "En ny kollega i {place} har betytt mycket, oavsett insatsen.",
    "Vi frågade andra personer än förra gången.",
    "Perioden var ovanligt lugn, och {obstacle} märktes mindre än vanligt.",
)

EVIDENCE = (
    "Enkät till personalen {date} ({number} svar)",
    "Protokoll från elevhälsomöten {date}, punkterna räknade",
    "Samtal i fokusgrupp med {number} elever {date}",
    "Observation i {place} {date}",
    "Kvalitetsrapport {year}, avsnitt {number}",
    "Tjänstefördelning {year}",
    "Minnesanteckningar från arbetslagsmöte {date}",
    "Utvärdering efter studiedagen {date}",
    "Sammanställning av särskilt stöd {date}",
)

HELPS = (
    "Fast tid i schemat", "Rektor är alltid med", "Gemensam dagordning", "Arbetslagen äger frågan",
    "Två vuxna i rummet", "Kort väg mellan elevhälsa och klassrum", "Mallen ryms på en sida",
    "Eleverna är med från början", "Vi hör till samma hus", "Tydligt vem som svarar", "Lokalen ligger nära",
    "Specialpedagogen är ute i grupperna",
)  # fmt: skip
HINDERS = (
    "Akuta frågor tränger undan resten", "Hög omsättning av personal", "Mötet ligger sist på dagen",
    "Halva tjänster", "Beslut fattas sent på året", "Olika ord för samma sak", "Ingen läser protokollen",
    "Fritidshemmet är inte med", "Vikarier får ingen introduktion", "Två system som inte talar med varandra",
    "Lokalerna räcker inte", "För många mål på en gång",
)  # fmt: skip

ROLES = (
    "rektor", "biträdande rektor", "specialpedagog", "kurator", "skolsköterska", "arbetslagsledare", "förstelärare",
    "samordnare för elevhälsan", "fritidshemsansvarig", "speciallärare",
)  # fmt: skip

BUILDS_ON = (
    "Den fasta tiden på tisdagar", "Arbetslagens egna rutiner", "Budgetdialogen i februari", "Mallen från i våras",
    "Elevrådets förslag", "Studiedagen i augusti", "Det nätverk som redan finns",
)  # fmt: skip

PARTNERS = ("socialtjänst", "barn- och ungdomshälsa", "habilitering", "förvaltningens ekonom", "kulturskolan", "polis")

CONDITIONS = {
    "governance": ("Cheferna har ett gemensamt uppdrag", "Avtalet mellan parterna gäller till nästa läsår"),
    "structure": ("Fasta möten varje månad med dagordning", "En kontaktperson på vardera sidan"),
    "shared_understanding": ("Samma ord för stöd i båda verksamheterna", "Gemensam studiedag varje höst"),
}
CONFIDENTIALITY = ("Bara efter samtycke från vårdnadshavare", "Frågan tas utan uppgifter om enskilda")

SLOTS = {
    "thing": (
        "en gemensam målbild", "en årsplan för elevhälsan", "en mall för pedagogisk kartläggning",
        "en konsultationstid", "en rutin för överlämning", "en plan för studieron", "en enkel enkät till eleverna",
        "en digital samlingsplats", "en lista över kontakter utåt", "en gemensam planeringstid",
    ),
    "it": ("den", "hur den används", "var den finns", "vem som ansvarar för den"),
    "group": (
        "lärarna", "elevhälsan", "fritidspersonalen", "elevassistenterna", "arbetslagsledarna", "förskollärarna",
        "specialpedagogerna", "ledningen", "studie- och yrkesvägledaren", "skolbibliotekarien", "elevrådet",
    ),
    "place": (
        "årskurs 1", "årskurs 4", "årskurs 6", "årskurs 8", "matsalen", "korridorerna", "fritidshemmet",
        "idrottshallen", "de praktiska ämnena", "förskoleklassen", "biblioteket", "slöjdsalen",
    ),
    "when": (
        "höstterminen 2024", "vårterminen 2025", "förra läsåret", "uppstarten i augusti", "skolans ombyggnad",
        "studiedagen i januari", "omorganisationen",
    ),
    "later": ("nästa läsår", "sportlovet", "nästa studiedag", "vårens planering", "skolavslutningen"),
    "often": (
        "varje vecka", "varannan tisdag", "en gång i månaden", "var tredje vecka", "två gånger per termin",
        "vid terminens början", "på varje APT", "när det passar",
    ),
    "obstacle": (
        "akuta ärenden", "schemabrytande dagar", "brist på vikarier", "nationella prov", "struken planeringstid",
        "hög sjukfrånvaro", "flytten till nya lokaler",
    ),
    "topic": (
        "frånvaro", "lärmiljön", "studiero", "övergångar mellan stadier", "extra anpassningar", "språkutveckling",
        "elevers inflytande", "tillgänglighet i undervisningen", "samsynen kring stöd", "trygghet på rasterna",
        "fördelningen av resurser", "digitala hjälpmedel",
    ),
    "document": (
        "verksamhetsplanen", "elevhälsans årsberättelse", "kvalitetsrapporten", "planen mot kränkande behandling",
        "arbetslagens planeringar", "huvudmannens mål",
    ),
}  # fmt: skip
