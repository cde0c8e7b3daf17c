"""How each language writes dates and hours here, where Django's French and English differ from Québec's."""
