"""What a person reads of their texts with their code: each one's status, in words that the staff may change."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from medias.langues import autre_langue

from .chambre.codes import empreinte, empreinte_code
from .etats import EtatDepot, MotifRefus, MotifRenvoi, Statut
from .models import Depot, PhraseSuivi, Temoignage

RAISON = "{raison}"
PHRASES = {
    Statut.RECU: _("Votre texte est reçu. Il attend d’être lu."),
    Statut.EN_LECTURE: _("Quelqu’un lit votre texte en ce moment."),
    Statut.PROPOSE: _("Votre texte a été lu une première fois. Une seconde personne va le relire."),
    Statut.ACCEPTE: _("Vous avez accepté le texte proposé. Une seconde personne va le relire avant de le publier."),
    Statut.CHANGEMENT: _("Votre demande est reçue. La personne qui a préparé le texte va le reprendre."),
    Statut.PUBLIE: _("Votre texte est publié."),
    Statut.ACCEPTE_AILLEURS: _(
        "Votre texte est accepté. Il n’est pas sur ce site : vous ne l’avez pas permis, ou la durée choisie est passée."
    ),
    Statut.REFUSE: _("Votre texte n’est pas retenu : {raison}. Le texte reçu sera détruit."),
    Statut.RETIRE: _(
        "Votre texte est retiré. Il n’est plus sur aucune page, et son adresse répond qu’il n’est plus là."
    ),
    Statut.DETRUIT: _(
        "Votre texte est arrivé au milieu d’un envoi automatisé : il n’a pas été lu, et il est détruit. "
        "Vous pouvez le donner de nouveau."
    ),
}
# Where the words of the list, written for the moderators, would speak of their author as of someone else.
RAISONS = {
    MotifRefus.LIMITE: _(
        "vous avez déjà trois textes publiés au même endroit, et un de plus permettrait de vous reconnaître. "
        "Si vous en retirez un, vous pourrez donner celui-ci de nouveau"
    ),
}


@dataclass(frozen=True)
class Suivi:
    """One text as its author follows it. `repere` names it in the page: it leads nowhere without a code."""

    depot: Depot
    repere: str
    statut: Statut
    phrase: str
    temoignage: Temoignage | None

    @property
    def lang(self) -> str:
        """What `lang` must say of its words; nothing when they are in the page's language."""
        return autre_langue(self.depot.langue)

    @property
    def est_retire(self) -> bool:
        """Whether it was taken back."""
        return self.statut == Statut.RETIRE

    @property
    def est_lisible(self) -> bool:
        """Whether the proposed text can be opened: a second reader has it, or it is published but not shown here."""
        ouvert = (Statut.PROPOSE, Statut.ACCEPTE, Statut.PUBLIE, Statut.ACCEPTE_AILLEURS)
        return self.statut in ouvert and not self.depot.est_detruit

    @property
    def est_a_decider(self) -> bool:
        """Whether its author may accept it or ask for a change."""
        return self.statut in (Statut.PROPOSE, Statut.ACCEPTE)

    @property
    def attend_un_accord(self) -> bool:
        """Whether it will not be published until its author accepts it."""
        avant = (Statut.RECU, Statut.EN_LECTURE, Statut.PROPOSE, Statut.CHANGEMENT)
        return self.depot.relecture_voulue and self.statut in avant


def auteur_de(code: str) -> str:
    """Return the author (`Depot.auteur`) behind a code as typed; nothing for an unknown code."""
    auteurs = Depot.objects.filter(empreinte_code=empreinte_code(code)).values_list("auteur", flat=True)
    return auteurs.first() or ""


def suivis(auteur: str) -> list[Suivi]:
    """Return every text of an author in the order received, in three queries however many there are."""
    depots = list(Depot.objects.filter(auteur=auteur).select_related("amorce").order_by("recu_le", "pk"))
    codes = [depot.empreinte_code for depot in depots]
    visibles = {t.empreinte_code: t for t in Temoignage.objects.publies().filter(empreinte_code__in=codes)}
    phrases = phrases_du_personnel()
    suite = []
    for depot in depots:
        temoignage = visibles.get(depot.empreinte_code)
        statut = statut_de(depot, en_ligne=temoignage is not None)
        suite.append(Suivi(depot, repere_de(depot), statut, phrase_de(depot, statut, phrases), temoignage))
    return suite


def repere_de(depot: Depot) -> str:
    """Return what names a deposit in its author's page: a keyed hash, that nobody can tie to a row."""
    return empreinte("suivi", str(depot.pk))[:16]


def statut_de(depot: Depot, *, en_ligne: bool) -> Statut:
    """Return the status of a deposit; `en_ligne`: whether its text is shown on the site today."""
    etat = EtatDepot(depot.etat)
    if etat in (EtatDepot.RECU, EtatDepot.EN_LECTURE) and depot.motif_renvoi == MotifRenvoi.AUTEUR:
        return Statut.CHANGEMENT
    return {
        EtatDepot.RECU: Statut.RECU,
        EtatDepot.ECARTE: Statut.DETRUIT if depot.est_detruit else Statut.RECU,
        EtatDepot.EN_LECTURE: Statut.EN_LECTURE,
        EtatDepot.SOUMIS: Statut.ACCEPTE if depot.bon_a_tirer else Statut.PROPOSE,
        EtatDepot.PUBLIE: Statut.PUBLIE if en_ligne else Statut.ACCEPTE_AILLEURS,
        EtatDepot.REFUSE: Statut.REFUSE,
        EtatDepot.RETIRE: Statut.RETIRE,
    }[etat]


def phrases_du_personnel() -> dict[str, str]:
    """Return the sentences that the staff wrote, by status: one query."""
    return dict(PhraseSuivi.objects.values_list("statut", "texte"))


def phrase_de(depot: Depot, statut: Statut, phrases: Mapping[str, str]) -> str:
    """Return the sentence of a status, the staff's or ours; a refusal always says why, wherever they put it."""
    phrase = phrases.get(statut) or str(PHRASES[statut])
    if statut != Statut.REFUSE:
        return phrase
    if RAISON not in phrase:
        phrase = f"{phrase} {_now('La raison : {raison}.')}"
    return phrase.replace(RAISON, str(RAISONS.get(MotifRefus(depot.motif_refus), depot.get_motif_refus_display())))
