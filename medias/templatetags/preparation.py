"""Where the preparation of a recording stands, in templates."""

from django import template

from ..preparation import est_muet, peut_reprendre

register = template.Library()
register.filter(est_muet)
register.filter(peut_reprendre)
