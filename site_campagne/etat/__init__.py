"""What the site stands on, asked one by one: by machines (`/sante/pret/`) and by a person (`manage.py diagnostic`)."""
