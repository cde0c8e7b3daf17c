"""Marks around words, in the language of the reader. A safe text stays safe: the marks hold no HTML."""

from django import template

from .. import ponctuation

register = template.Library()
register.filter("deux_points", ponctuation.deux_points, is_safe=True)
register.filter("guillemets", ponctuation.entre_guillemets, is_safe=True)
