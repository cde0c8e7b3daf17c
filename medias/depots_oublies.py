"""Files given with others, whose words were never written: a clean file, but that nobody waits for."""

import datetime

from django.utils import timezone
from wagtail.models import UploadedFile

DELAI = datetime.timedelta(days=1)


def effacer_les_depots_oublies() -> int:
    """Delete the files that wait for their words since yesterday; return how many. Their date is the storage's own."""
    return sum(_effacer(depot) for depot in UploadedFile.objects.iterator())


def _effacer(depot: UploadedFile) -> bool:
    try:
        if depot.file and timezone.now() - depot.file.storage.get_modified_time(depot.file.name) < DELAI:
            return False
        depot.file.delete(save=False)
    except FileNotFoundError:
        pass  # its words alone are left
    except OSError:  # the storage does not answer: tomorrow
        return False
    depot.delete()
    return True
