"""The learned side of a publication: its bibliography, the citations in its words, its footnotes.

Staff type a citation as it is read, (Auteure, 2011, p. 42), and a footnote where it is called, [note : …]. Nothing
else is asked: `formes` reads both in the words, `entrees` knows what a bibliography holds, `apparat` links one to the
other and numbers the notes in reading order, `lecture` turns the result into the outline of every output.
See docs/decisions/0029.
"""
