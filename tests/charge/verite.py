"""What the database holds once a trial is over, beside what the site said it had done: nothing lost, nothing twice."""

from collections import Counter
from collections.abc import Iterator

from pages.evenements.suivi import Etape, suivre
from pages.models import Evenement
from temoignages.actions import Refus
from temoignages.actions.prendre import ouvrir_textes
from temoignages.etats import EtatDepot
from temoignages.models import Depot, Temoignage, Trace

from .ecritures import Ecrit
from .guet import MARQUE

LU = {EtatDepot.SOUMIS, EtatDepot.PUBLIE}


def ecarts(ecrit: Ecrit) -> list[str]:
    """Return what differs, empty when all is well. Reads the raw words, as the suite may."""
    return [*_lignes(ecrit), *_evenements(ecrit), *_gestes(ecrit)]


def _lignes(ecrit: Ecrit) -> Iterator[str]:
    recues: Counter[str] = Counter()
    for depot in Depot.objects.exclude(lot=None).exclude(brut=None).iterator():
        try:
            recues.update(trouvee.decode() for trouvee in MARQUE.findall(ouvrir_textes(depot).brut.encode()))
        except Refus:
            yield f"{depot.pk}: cannot be read"
    yield from (f"line {marque}: lost" for marque in ecrit.lignes if not recues[marque])
    yield from (f"line {marque}: {fois} times" for marque, fois in recues.items() if fois > 1)


def _evenements(ecrit: Ecrit) -> Iterator[str]:
    gardes = Counter(Evenement.objects.filter(titre__contains=" zoq").values_list("titre", flat=True))
    yield from (f"{titre}: lost" for titre in ecrit.evenements if not gardes[titre])
    yield from (f"{titre}: {fois} times" for titre, fois in gardes.items() if fois > 1)
    for evenement in Evenement.objects.filter(titre__in=ecrit.evenements):
        if (etape := suivre(evenement).etape) != Etape.ATTENTE:
            yield f"{evenement.titre}: {etape}"


def _gestes(ecrit: Ecrit) -> Iterator[str]:
    traces = Counter(Trace.objects.filter(objet="depot").values_list("verbe", "objet_id"))
    for verbe, faits in (("soumettre", ecrit.soumis), ("approuver", ecrit.publies)):
        for numero in faits:
            if (fois := traces[verbe, numero]) != 1:
                yield f"{verbe} {numero}: {fois} times in the log"
    etats = dict(Depot.objects.values_list("pk", "etat"))
    par_numero = {str(cle): etat for cle, etat in etats.items()}
    yield from (f"{numero}: {par_numero.get(numero)}" for numero in ecrit.soumis if par_numero.get(numero) not in LU)
    for depot in Depot.objects.filter(pk__in=ecrit.publies):
        textes = Temoignage.objects.filter(empreinte_code=depot.empreinte_code).values_list("texte", flat=True)
        # Those that the demonstration had waiting are approved too: they have no mark.
        attendu = [_est_marque(ouvrir_textes(depot).brut)]
        if depot.etat != EtatDepot.PUBLIE or [_est_marque(texte) for texte in textes] != attendu:
            yield f"{depot.pk}: {depot.etat}, on the site {len(textes)} times"


def _est_marque(texte: str) -> bool:
    return MARQUE.search(texte.encode()) is not None
