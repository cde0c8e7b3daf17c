"""A public answer is kept as long as nothing that the public may see was written, not an instant more.

`marques` changes a number in the transaction of every write; `etat` reads it; `reponses` says what may be kept;
`intergiciel` keeps, gives back, and tells the web server in front how long: until the end of the second.
"""
