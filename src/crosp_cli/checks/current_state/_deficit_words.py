"""The words of CR206 in one table: stems with their inflections, in Swedish and English."""

_SWEDISH_ADJECTIVES = {
    # a stem, and how it is said of one, of many or of what is known
    "svag": "a|e|are|ast|aste",
    "stökig": "a|e|are|ast|aste",
    "bråkig": "a|e|are|ast|aste",
    "besvärlig": "a|e|are|ast|aste",
    "jobbig": "a|e|are|ast|aste",
    "störig": "a|e|are|ast|aste",
    "trög": "a|e|are|ast|aste",
    "slö": "a|e",
    "okunnig": "a|e",
    "olydig": "a|e",
    "skolovillig": "a|e",
    "omog": "en|na|et",
    "omotiverad": "e",
    "ointresserad": "e",
    "oengagerad": "e",
    "okoncentrerad": "e",
    "ouppfostrad": "e",
    "odisciplinerad": "e",
    "obegåvad": "e",
    "lågbegåvad": "e",
    "svagbegåvad": "e",
    "lågmotiverad": "e",
    "ouppmärksam": "ma",
    "dum": "ma",
    "lat": "a|e|are|ast|aste",
    "hopplös": "a|e",
    "skoltrött": "a|e",
    "störande": "",
    "stökande": "",
    "bråkande": "",
    "utåtagerande": "",
    "lågpresterande": "",
    "svagpresterande": "",
    "underpresterande": "",
}
_ENGLISH_ADJECTIVES = (
    *("weak", "lazy", "unmotivated", "uninterested", "disengaged", "difficult", "disruptive", "naughty", "unruly"),
    *("immature", "slow", "troublesome", "hopeless", "incapable", "badly behaved", "badly-behaved", "ill-behaved"),
    *("low-ability", "low ability", "low-achieving", "low-attaining", "low-performing", "problem"),
)
_SWEDISH_LEARNERS = {
    # said also of a group: elevgruppen, barngrupp
    "elev": "en|er|erna|s|ens|ers|ernas",
    "barn": "en|et|s|ens|ets",
    "pojk": "e|en|ar|arna",
    "kill": "e|en|ar|arna",
    "tjej": "en|er|erna",
    "flick": "a|an|or|orna",
    "ungdom": "en|ar|arna",
    "individ": "en|er|erna",
    r"(?:\w+)?grupp": "en|er|erna",
    r"(?:\w+)?klass": "en|er|erna",
    "årskull": "en|ar|arna",
}
_ENGLISH_LEARNERS = (
    *("pupils?", "students?", "learners?", "children", "child", "boys?", "girls?", "kids?", "class", "classes"),
    *("group", "groups", "cohort"),
)


def _inflected(stems: dict[str, str]) -> str:
    return "|".join(f"{stem}(?:{ends})" + "?" * (stem != "omog") if ends else stem for stem, ends in stems.items())


SWEDISH_ADJECTIVES = _inflected(_SWEDISH_ADJECTIVES)
ADJECTIVES = "|".join((SWEDISH_ADJECTIVES, *_ENGLISH_ADJECTIVES))
LEARNERS = "|".join((_inflected(_SWEDISH_LEARNERS), *_ENGLISH_LEARNERS))

VERBS_OF_BEING = (
    "är|var|blir|blev|har blivit|har varit|verkar|upplevs(?: som)?|uppfattas(?: som)?|beskrivs som|känns"
    "|are|is|were|was|become|became|seem|seems|have become|have been|has been"
)
_NOT_WILLING = "lära|arbeta|jobba|plugga|anstränga|lyssna|delta|läsa|göra|skärpa|sköta|uppföra|koncentrera|sitta"
CANNOT = (
    r"klar(?:ar|ade|at) inte(?: av)?(?: \w+){0,2}? (?:\w*krav\w*|\w*mål\w*|skol\w*|undervisning\w*|att|nivå\w*)"
    rf"|(?:vill|ville|orkar|orkade|bryr sig|försöker|kan) inte(?: om)?(?: att)?(?: ens)? (?:{_NOT_WILLING})\b"
    r"|(?:saknar|saknade) (?:\w+ )?(?:motivation|förmåga|begåvning|studievana|drivkraft|disciplin|talang|vilja)"
    r"|(?:har|med) (?:en )?(?:dålig|låg|svag|bristande) "
    r"(?:attityd|motivation|studiemoral|inställning|begåvning|förmåga|vilja)"
    r"|(?:do not|don't|does not|doesn't|will not|won't) (?:want|try|bother)(?: to)?\b"
    r"|(?:cannot|can't|do not|don't) cope\b|lack (?:\w+ )?(?:motivation|ability|discipline|talent|drive)"
    r"|are not (?:able to (?:learn|cope|concentrate|behave|work)|capable|motivated|interested)"
    r"|have (?:poor|low) (?:motivation|ability|attitudes?)"
)
NAMES = (
    r"bokstavsbarn|problem(?:elev|barn|pupil|child)|bråkstak|bråkmak|strulp|värsting|slöfock"
    r"|hopplös[at]? fall|hopeless cases?|troublemakers?"
)
"""What is said of a child in one word."""

SAID_OF_WORDS = (
    r"\b(?:slutat (?:att )?(?:säga|skriva|tala|prata)|säger inte|skriver inte|inte säga|inte skriva|undvik\w*"
    r"|ord(?:et|en)|uttryck\w*|begrepp\w*|i ?stället för|stopped saying|no longer (?:say|speak|write)"
    r"|instead of|avoid\w*|the words?)\b"
)
"""What a sentence has that is about a wording, and does not use it."""

SIGNS = (
    *(stem + end for stem, ends in _SWEDISH_ADJECTIVES.items() for end in ("", *ends.split("|"))),
    *_ENGLISH_ADJECTIVES,
    *(f"{verb} inte" for verb in ("klarar", "klarade", "klarat", "vill", "ville", "orkar", "orkade", "kan", "sig")),
    *("försöker inte", "saknar", "saknade", "har dålig", "har låg", "har bristande", "har svag"),
    *("har en dålig", "har en låg", "har en bristande", "har en svag"),
    *("med dålig", "med låg", "med bristande", "med svag"),
    *("med en dålig", "med en låg", "med en bristande", "med en svag"),
    *(f"{verb} {does}" for verb in ("not", "don't", "doesn't", "won't") for does in ("want", "try", "bother", "cope")),
    *("cannot cope", "can't cope", "lack", "have poor", "have low"),
    *("not able", "not capable", "not motivated", "not interested"),
    *(
        "bokstavsbarn",
        "probleme",
        "problemb",
        "problemp",
        "problemc",
        "bråks",
        "bråkm",
        "strulp",
        "värsting",
        "slöfock",
    ),
    *("hopplös", "hopeless", "troublemaker"),
)
"""One of these stands wherever such a wording does, in small letters, and begins where a word begins."""
