"""The index follows withdrawals, preparations, deletions and names; a list never names what may not be heard."""

import datetime
from collections.abc import Callable

import pytest
from django.http import QueryDict
from django.test import Client

from medias.models import AutorisationImage, AutorisationNom, Enregistrement, EtatPreparation, Personnes
from medias.preparation import preparer
from pages.boite import suivi
from pages.boite.choix import choix_de
from pages.boite.selection import Selection
from pages.boite.suivi import accorder_les_enregistrements
from pages.models import OutilPage, VoixEntendue
from reseau.horloge import aujourdhui
from site_campagne.menage import faire_le_menage
from tests.fabriques.outils import un_fichier, un_outil, une_feuille, une_trousse
from tests.fabriques.pages import corps, un_theme
from tests.fabriques.pistes import octets_de, un_enregistrement, une_piste
from tests.fabriques.presse import une_autorisation
from tests.fabriques.reseau import RessourceFactory

from .test_index import trouve

pytestmark = pytest.mark.django_db
HIER = datetime.timedelta(days=1)


def un_accord() -> AutorisationImage:
    """Return the permission of someone who can be recognised."""
    jour = aujourdhui()
    return AutorisationImage.objects.create(
        personne="formulaire 12", donnee_le=jour - HIER, jusqu_au=jour + HIER, preuve="classeur, no 1"
    )


def une_voix(accord: AutorisationImage | None = None) -> Enregistrement:
    """Return a sound in which one says « soupe »; with a permission, someone can be recognised in it."""
    son = un_enregistrement("audio", personnes=Personnes.ACCORD if accord else Personnes.AUCUNE)
    if accord:
        son.autorisations.add(accord)
    une_piste(son)
    return Enregistrement.objects.get(pk=son.pk)


def se_dit() -> tuple[int, int, bool]:
    """Return how many tools say « soupe », how many are sounds, and whether the list names a file « La voix »."""
    sons = Selection(choix_de(QueryDict("format=son"))).total
    return trouve("soupe"), sons, "La voix" in Client().get("/boite-a-outils/").content.decode()


DIT, TU = (1, 1, True), (0, 0, False)


def retirer(accord: AutorisationImage | AutorisationNom) -> None:
    accord.retiree_le = aujourdhui()
    accord.save()


def effacer(accord: AutorisationImage | AutorisationNom) -> None:
    accord.delete()


@pytest.mark.parametrize("fin", [retirer, effacer])
def test_qui_se_retire_d_un_enregistrement_quitte_l_index_aussitot(fin: Callable[[AutorisationImage], None]) -> None:
    accord = un_accord()
    un_outil("Un", un_fichier("La voix", enregistrement=une_voix(accord)))
    assert se_dit() == DIT
    fin(accord)
    assert se_dit() == TU


def test_les_autorisations_d_un_enregistrement_changent_l_index() -> None:
    accord, autre = un_accord(), un_accord()
    son = une_voix(accord)
    un_outil("Un", un_fichier("La voix", enregistrement=son))
    retirer(autre)
    assert se_dit() == DIT
    son.autorisations.add(autre)
    assert se_dit() == TU
    son.autorisations.remove(autre)
    assert se_dit() == DIT
    son.autorisations.clear()
    assert se_dit() == TU


@pytest.mark.parametrize("fin", [retirer, effacer])
def test_qui_se_retire_d_un_episode_quitte_l_index_de_la_boite(fin: Callable[[AutorisationNom], None]) -> None:
    accord, son = une_autorisation(), une_voix()
    un_outil("Un", un_fichier("La voix", enregistrement=son))
    VoixEntendue.objects.create(enregistrement=son, autorisation=accord)
    assert se_dit() == DIT
    fin(accord)
    assert se_dit() == TU


def test_ce_qui_est_prepare_entre_dans_l_index() -> None:
    son = un_enregistrement("audio", octets_de("audio"), etat=EtatPreparation.ATTEND)
    une_piste(son)
    un_outil("Un", un_fichier("La voix", enregistrement=son), un_fichier("Site"))
    assert se_dit() == TU
    assert preparer.call(son.pk) == EtatPreparation.PRET
    assert se_dit() == DIT


def test_un_index_qui_refuse_n_empeche_pas_une_preparation(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuser() -> int:
        raise ValueError

    son = un_enregistrement("audio", octets_de("audio"), etat=EtatPreparation.ATTEND)
    monkeypatch.setattr(suivi, "accorder_les_enregistrements", refuser)
    assert preparer.call(son.pk) == EtatPreparation.PRET


def test_un_accord_fini_par_sa_date_ne_se_nomme_plus_et_quitte_l_index_au_menage() -> None:
    accord = un_accord()
    outil = un_outil("Un", un_fichier("La voix", enregistrement=une_voix(accord)), un_fichier("Le site"))
    trousse = une_trousse("Tout", outil)
    AutorisationImage.objects.update(jusqu_au=aujourdhui() - HIER)  # the day passes, and nobody says it
    for adresse in ("/boite-a-outils/", trousse.url):
        page = Client().get(adresse).content.decode()
        assert "La voix" not in page
        assert "Le site" in page
    assert trouve("soupe") == 1
    faire_le_menage()
    assert se_dit() == TU
    assert accorder_les_enregistrements() == 0


def test_ce_qui_ne_change_rien_n_ecrit_rien(monkeypatch: pytest.MonkeyPatch) -> None:
    un_outil("Un", un_fichier("La voix", enregistrement=une_voix(un_accord())))
    ecrits: list[list[int]] = []
    monkeypatch.setattr(suivi, "indexer", ecrits.append)
    un_accord()
    une_autorisation()
    assert ecrits == []


def test_le_corps_d_un_outil_ne_donne_pas_les_mots_d_un_enregistrement() -> None:
    son = une_voix()
    bloc = ("enregistrement", {"enregistrement": son.pk, "titre": "Sur le perron"})
    un_outil("Un", corps=corps(bloc))
    assert (trouve("perron"), trouve("soupe")) == (1, 0)


def test_la_version_accessible_effacee_quitte_l_index() -> None:
    jumelle = une_feuille("En gros caractères", "bouilloire")
    un_outil("Un", un_fichier(document=une_feuille(texte="samovar", version_accessible=jumelle)))
    jumelle.delete()
    assert (trouve("samovar"), trouve("bouilloire")) == (1, 0)
    assert Selection(choix_de(QueryDict("accessible=oui"))).total == 0


def test_un_theme_renomme_ou_efface_change_ce_qu_on_trouve() -> None:
    theme = un_theme("le samovar")
    un_outil("Un", themes=[theme])
    assert trouve("samovar") == 1
    theme.nom = "le voisinage"
    theme.save()
    assert (trouve("samovar"), trouve("voisinage")) == (0, 1)
    cle = theme.pk
    theme.delete()
    assert trouve("voisinage") == 0
    assert Selection(choix_de(QueryDict(f"theme={cle}"))).total == 0


def test_une_ressource_renommee_ou_effacee_change_ce_qu_on_trouve() -> None:
    ressource = RessourceFactory.create(nom="Le Samovar")
    outil = un_outil("Un", ressource=ressource)
    assert trouve("samovar") == 1
    ressource.nom = "La Bouilloire"
    ressource.save()
    assert (trouve("samovar"), trouve("bouilloire")) == (0, 1)
    ressource.delete()
    assert trouve("bouilloire") == 0
    assert OutilPage.objects.get(pk=outil.pk).ressource is None


def test_une_ressource_qui_garde_son_nom_n_ecrit_rien(monkeypatch: pytest.MonkeyPatch) -> None:
    ressource = RessourceFactory.create(nom="Le Samovar")
    un_outil("Un", ressource=ressource)
    ecrits: list[list[int]] = []
    monkeypatch.setattr(suivi, "indexer", ecrits.append)
    ressource.save()
    assert ecrits == []
