"""The codes CR131 to CR136: a framework's own files that do not go together. One table."""

from crosp_cli.reading.rules import error

MISSING_LANGUAGE = error(
    "CR131",
    "Texten saknas på {missing}.",
    "The text is missing in {missing}.",
    "Skriv den på varje språk som ramverket anger under `languages`.",
    "Write it in each language that the framework lists under `languages`.",
)
DANGLING = error(
    "CR132",
    "”{value}” finns inte i {file}.",
    "“{value}” does not exist in {file}.",
    "Rätta kortnamnet, eller lägg till posten i {file}.",
    "Correct the identifier, or add the entry to {file}.",
)
MISSING_QUESTION = error(
    "CR133",
    "Frågan saknas för {cell} på nivån {level}.",
    "The question is missing for {cell} at the level {level}.",
    "Lägg till den i questions.yaml.",
    "Add it to questions.yaml.",
)
SCALE_ORDER = error(
    "CR134",
    "Skalans steg ska stå i stigande ordning.",
    "The steps of the scale should stand in rising order.",
)
SCALE_TURNED = error(
    "CR135",
    "Ett högre steg skulle bli ett lägre än det under: {old} blir {new}.",
    "A higher step would become a lower one than the step below it: {old} becomes {new}.",
    "Stegen får slås ihop men inte byta ordning. Låt ett steg utan motsvarighet stå tomt efter kolonet.",
    "Steps may be merged but not change order. Leave a step without a counterpart empty after the colon.",
)
MIGRATION_FROM_ITSELF = error(
    "CR136",
    "”{value}” är ramverkets egen version.",
    "“{value}” is the framework's own version.",
    "Skriv den äldre versionen efter `from:`, eller ge ramverket en ny `version` i framework.yaml.",
    "Write the older version after `from:`, or give the framework a new `version` in framework.yaml.",
)
