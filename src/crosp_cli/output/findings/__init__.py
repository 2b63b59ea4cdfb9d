"""Findings, as text in each format."""

FORMATS = {
    "findings": {
        "text": "output.findings.text:as_text",
        "json": "output.findings.json:as_json",
        "github": "output.findings.github:as_github",
        "gitlab": "output.findings.gitlab:as_gitlab",
        "sarif": "output.findings.sarif:as_sarif",
        "junit": "output.findings.junit:as_junit",
    },
}
