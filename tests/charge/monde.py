"""What a trial needs on the site: testimonies whose code is known, quoted on pages; people who write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from string import ascii_lowercase
from typing import Any

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core.management import call_command

from reseau.models import Compte, Ressource
from temoignages.models import Temoignage
from tests.fabriques.evenements import AgendaPageFactory, EvenementFactory
from tests.fabriques.pages import ContenuPageFactory, EditionPageFactory, MurPageFactory, corps, mettre_en_vedette
from tests.fabriques.reseau import CompteFactory, RessourceFactory
from tests.fabriques.temoignages import (
    approuver_depot,
    soumettre_depot,
    un_depot,
    un_depot_et_son_code,
    une_personne,
)
from tests.gardes.bases import a_une_copie, photographier, remettre
from tests.gardes.second_facteur import inscrire
from tests.parcours.gestes import MOT_DE_PASSE

SANS_LIMITE = 30_000
PAR_PAGE = 10
EN_VEDETTE = 6
# No word of the site begins so. What is looked for, then what it is searched by: a page of results repeats the latter.
CHERCHE, APPELE = "zoq", "wex"


@dataclass(frozen=True, slots=True)
class Parole:
    """A testimony of a trial: its address, the word that nothing else holds, the code of its author."""

    cle: str
    marque: str
    appel: str
    code: str

    @property
    def adresses(self) -> tuple[str, ...]:
        """Where it is shown alone, in both languages, with its image; where it is found."""
        siennes = (f"/paroles/{self.cle}/", f"/en/paroles/{self.cle}/", f"/paroles/{self.cle}/carte.png")
        return (*siennes, f"/recherche/?q={self.appel}", f"/en/recherche/?q={self.appel}")


def suffixes() -> Iterator[str]:
    """Return endings that differ, « aaaa », « aaab » and so on."""
    return ("".join(lettres) for lettres in product(ascii_lowercase, repeat=4))


def texte_de(suffixe: str) -> str:
    """Return words that name nobody, with both marks in them."""
    return f"une chaise {CHERCHE}{suffixe} qui m’attend, pis du monde {APPELE}{suffixe}"


def des_paroles(nombre: int) -> list[Parole]:
    """Publish testimonies as people do: deposited, read, approved by someone else; return them with their codes."""
    premiere, seconde = (une_personne(lectures_par_jour=SANS_LIMITE) for _fois in range(2))
    paroles = []
    for suffixe in islice(suffixes(), nombre):
        depot, code = un_depot_et_son_code(texte_de(suffixe))
        publiee = approuver_depot(soumettre_depot(depot, premiere), seconde)
        paroles.append(Parole(publiee.pk, f"{CHERCHE}{suffixe}", f"{APPELE}{suffixe}", code))
    return paroles


def des_textes_a_lire(nombre: int, apres: int) -> None:
    """Leave deposits in the queue of the moderators; `apres`: how many marks the site bears already."""
    for suffixe in islice(suffixes(), apres, apres + nombre):
        un_depot(texte_de(suffixe))


def citer(paroles: Sequence[Parole]) -> None:
    """Quote every one of them on a page of the site, and feature some on an edition."""
    for debut in range(0, len(paroles), PAR_PAGE):
        blocs: Any = [("citation", {"temoignage": parole.cle}) for parole in paroles[debut : debut + PAR_PAGE]]
        ContenuPageFactory.create(title=f"On nous a dit {debut}", corps=corps(*blocs))
    edition = EditionPageFactory.create(annee=2019, slug="2019", title="Une table de plus")
    mettre_en_vedette(edition, *Temoignage.objects.filter(pk__in=[parole.cle for parole in paroles[:EN_VEDETTE]]))


def la_demonstration() -> None:
    """Load the demonstration, once for a run."""
    if not a_une_copie("demo"):
        call_command("charger_demo")
        photographier("demo")
    remettre("demo")


def un_petit_site() -> None:
    """Make a wall, an agenda and an event: enough for seconds."""
    MurPageFactory.create()
    AgendaPageFactory.create()
    EvenementFactory.create()


def une_moderatrice(rang: int) -> str:
    """Make someone of the staff, with a second factor; return the name that she signs in with."""
    # The nodes hash passwords as production does; the suite does it faster.
    mot_de_passe = PBKDF2PasswordHasher().encode(MOT_DE_PASSE, "sel-d-essai-de-charge")
    compte = une_personne(
        username=f"moderatrice-{rang}", lectures_par_jour=SANS_LIMITE, email="", password=mot_de_passe
    )
    inscrire(compte)
    return compte.username


def une_ressource(rang: int) -> tuple[str, Ressource]:
    """Make a resource and its person; return the address that receives the codes, and the resource."""
    ressource: Ressource = RessourceFactory.create(
        nom=f"La Halte {rang}", municipalite="Granby", courriel_public=f"halte-{rang}@exemple.org"
    )
    compte: Compte = CompteFactory.create(email=f"odile-{rang}@exemple.org", first_name="Odile")
    ressource.contacts.add(compte)
    return compte.email, ressource
