"""What crosp does not go beyond, whatever somebody wrote: one table. None of it is a setting.

The pages `limits.md` in docs/sv and docs/en tell users of each, and what is said when it is met; a test holds the
pages to these figures.
"""

FILE_BYTES = 4 * 1024 * 1024
"""A file that is read, also from a revision of git (CR005). A full assessment is about 30 KB."""

FOLDERS = 100
"""Folders within one another that are looked through, below one that was named (CR003). A project has three."""

DEPTH = 32
"""Lists and mappings within one another in a file (CR018), and elements in a workbook. An assessment has seven."""

PARTS = 200_000
"""Events of YAML in a file: texts, lists and mappings, and where they end (CR019). An assessment has about 1,500."""

CONVERSION_SECONDS = 120
"""What making a PDF or a Word document may take. A report of a whole matrix takes a second."""

CONVERSION_MEMORY = 3 * 1024**3
"""Bytes of memory for it. A report takes a tenth of that, much of it for the computer's fonts."""

GIT_SECONDS = 120
"""What all that is asked of a revision may take, crosp's own reading included. A thousand assessments take twelve."""

GIT_SILENT_SECONDS = 20
"""How long git may say nothing: what it reads may be a pipe that nobody writes to."""

GIT_FILES = 100_000
"""Files in a revision, and files that are read of it, however often."""

GIT_LIST_BYTES = 32 * 1024 * 1024
"""The names of the files in a revision, together."""

GIT_PATH_BYTES = 4096
"""The path of a file in a revision. A longer one cannot be checked out: git can nest folders as no disk does."""

GIT_BYTES = 256 * 1024 * 1024
"""What is read of a revision, all in all. Three thousand full assessments are 100 MiB."""

GIT_MEMORY = 1024**3
"""Bytes of memory that git may hold meanwhile, on Linux. Each commit on the way to `HEAD~20`, with all of its text."""

TEMPLATE_SECONDS = 10
"""What filling a template of somebody's own may take. A report of a whole matrix takes half of one."""

TEMPLATE_MEMORY = 1024**3
"""Bytes of memory for it."""

TEMPLATE_BYTES = 1024**2
"""A template's file. The largest of crosp's own has about 10,000."""

TEMPLATE_CHARACTERS = 16_000_000
"""What a template may make, the result as a whole and any text on the way."""

PAPER_CHARACTERS = 4_000_000
"""What a page by somebody's template may have that goes on paper. A report of a whole matrix has about 300,000."""

PAPER_PARTS = 100_000
"""Elements of a page that goes on paper: paragraphs, rows, words that stand out. With 800 measures there are 20,000."""

FRAMEWORK_ENTRIES = 50
"""Principles of a framework, areas, levels, steps, groups and so on, of each; terms, variants and probes of a question,
which each new assessment says; other forms of a term, which are looked for in each question that has it; references of
a principle or an area, which stand at each of its cells, of the page for guardians and of orientation; who takes part
in a collaboration, each of whom has a row with the measure; follow-ups of a measure, each of which says it (CR137).
crosp's own has 15 groups.
"""

NAME_CHARACTERS = 500
"""What a unit, a principle, a level and the like is called (CR137): it stands beside each measure."""

DEFINITION_CHARACTERS = 5_000
"""What a term means (CR137): a form says it beside each question that the term is in. crosp's own have at most 278.

And what a register says of a collaboration, each text: a report says it at each measure that points there. And what a
measure is, and who sees to it: a follow-up says it on each day when it is due. And each text of a framework, which is
said of each assessment; and how to reach a unit, which each of its pages for guardians says.
"""

REFERENCES = 1_000
"""Of a framework (CR137): which of them concern those who are assessed is looked up for each. crosp's own has 40."""

CHANGES_CHARACTERS = 100_000
"""Changes in what references say, together (CR137): `analyse` says them at each cell, in JSON. crosp's have 10,000."""

BEHIND_CHARACTERS = 2_000_000
"""What is said of the references behind the cells of a framework, at each cell (CR137): their titles, their changes and
why they are there, and 250 for each reference and change. `analyse` says it of each assessment, in JSON.
"""

REGISTERED_CHARACTERS = 2_000_000
"""What registers say of the collaborations that the measures of an assessment point at, at each measure: a report says
it there.
"""

CELLS = 200_000
"""Cells of frameworks in the assessments that `analyse` or `compare` shows at once: each is said, and held until all is
known. Of more over time, the latest occasions are shown. Eight thousand assessments of crosp's own framework have as
many.
"""

EXPLAINED_CHARACTERS = 10_000_000
"""What the terms of all questions in a form mean, together. crosp's own form for a level has about 30,000."""

IGNORED_CHARACTERS = 10_000
"""The patterns of `ignore_in` in crosp.yaml, together (CR137): each file with a finding is held against all of them."""

DIFFERENT_FORMS = 500
"""Sets of school forms of a project's units: each question with variants is held against all of them. Real organisers
have some dozens.
"""

MONTHS = 24
"""Follow-ups that a project expects of each measure (CR137). Two are the default."""

SUGGESTIONS = 100
"""Unknown keys, and unknown names, in a file for which the nearest is looked for. With more it is the wrong file."""

COMPARED = 500
"""Names, with their titles, that an unknown one is compared with. crosp's own framework has fewer of each kind."""

COMPARED_CHARACTERS = 100
"""What is longer is compared with nothing: how alike two texts are takes the longer the longer they both are."""

OFFERED = 60
"""Names that a finding says may stand in a place, and characters without letterforms; of more, the first are said."""

NAMES = 20
"""Files, or another level's measures, that are named where there are many; how many more there are is said."""

SUMMARY_BYTES = 512 * 1024
"""The table in a step's summary on GitHub, which refuses all of a step's summaries above 1 MiB together."""

SARIF_RESULTS = 25_000
"""Findings in SARIF, the most serious of them: GitHub refuses a file with more."""

MESSAGE_CHARACTERS = 2_000
"""A message with what may be a number or an address of a person: each is looked at closely, with what is around it."""

CANDIDATES = 5_000
"""How often a file is looked at closely for telephone numbers, several times for each, and for e-mail addresses: what
may be one and is left is taken for one.
"""

PAGE_MEASURES = 500
"""Measures of a cell that a form as a page makes room for when it takes up what was written before."""

CELL_CHARACTERS = 32_767
"""What a cell of a workbook holds, by its format. A longer text is not put into a form as one; it stays in its file."""

WORKBOOK_BYTES = 32 * 1024 * 1024
"""What is in a workbook that is read, unpacked. A form with everything answered has about a megabyte."""

WORKBOOK_RATIO = 200
"""How many times larger than its file that may be. A form's is fifteen."""

WORKBOOK_INDEX_BYTES = 1024**2
"""A part of it that says which sheets there are, or what belongs to what. A form's have a few thousand."""

WORKBOOK_PARTS = 1_000
"""Files that a workbook is made of. A form has about twenty."""

WORKBOOK_SHEETS = 250
"""Its sheets."""

WORKBOOK_ROWS = 20_000
"""The last row of a sheet that may have something in it."""

WORKBOOK_COLUMNS = 500
"""The last column."""

WORKBOOK_CELLS = 200_000
"""Cells with something in them, together; and texts that they share."""

WORKBOOK_CHARACTERS = 4_000_000
"""What they say, together: a text that cells share is told once in the file, and said in each."""
