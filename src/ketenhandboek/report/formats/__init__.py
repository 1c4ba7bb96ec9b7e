"""One module a format: `render(report, colour) -> str`, and `FOR_PROGRAMS`: empty output is no answer."""
