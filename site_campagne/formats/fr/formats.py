"""« 10 octobre 2026 », « 18 h 30 »."""

TIME_FORMAT = "G\u00a0\\h\u00a0i"
DATETIME_FORMAT = "j F Y, G\u00a0\\h\u00a0i"
SHORT_DATE_FORMAT = "Y-m-d"
