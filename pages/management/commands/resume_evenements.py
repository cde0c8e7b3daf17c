"""`manage.py resume_evenements`: the digest of the moderators, once a day however often it is run."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import localdate

from pages.evenements.resume import envoyer_les_resumes


class Command(BaseCommand):
    """Tell each moderator which events wait in their regions."""

    help = "Envoie aux personnes qui approuvent ce qui attend dans leurs régions. À lancer chaque matin."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Résumés envoyés : {envoyer_les_resumes(localdate())}.")
