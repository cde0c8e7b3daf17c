"""What is found: the page, the words inside its files, what its recordings say; each as soon as it changes."""

import pytest
from django.http import QueryDict

from medias.models import DocumentCampagne, Enregistrement, EtatPreparation, Piste
from medias.pistes import EtatPiste
from pages.boite.choix import choix_de
from pages.boite.selection import Selection
from pages.models import EnsembleOutils
from tests.fabriques.outils import remplacer, un_fichier, un_outil, une_feuille
from tests.fabriques.pages import corps

pytestmark = pytest.mark.django_db
VTT = "WEBVTT\n\n00:00.000 --> 00:04.000\n{}\n"


def trouve(mots: str) -> int:
    """Return how many tools hold these words."""
    requete = QueryDict(mutable=True)
    requete["q"] = mots
    return Selection(choix_de(requete)).total


def test_on_trouve_dans_le_titre_le_resume_le_corps_et_le_document() -> None:
    document = une_feuille(texte="Préparer un samovar à plusieurs.")
    un_outil(
        "L’Éveil du théâtre",
        un_fichier("Diapositives", document=document),
        resume="Une forêt.",
        corps=corps(("texte", "<p>Des <b>cloches</b> au loin.</p>")),
    )
    for mots in ("eveil", "THÉÂTRES", "foret", "forêt cloche", "samovars", "préparer plusieurs", "diapositive"):
        assert trouve(mots) == 1, mots
    for mots in ("absent", "foret absent", "loi"):
        assert trouve(mots) == 0, mots
    assert trouve("le de un") == 1  # words that say nothing narrow nothing


def test_un_document_remplace_change_ce_qu_on_trouve() -> None:
    document = une_feuille(texte="samovar")
    un_outil("Un", un_fichier(document=document))
    assert (trouve("samovar"), trouve("bouilloire")) == (1, 0)
    remplacer(document, "bouilloire")
    assert (trouve("samovar"), trouve("bouilloire")) == (0, 1)
    assert not EnsembleOutils.objects.filter(valeur="samovar").exists()


def test_un_document_reserve_n_est_ni_trouve_ni_compte() -> None:
    document = une_feuille(texte="samovar", langue="en")
    un_outil("Un", un_fichier(document=document), un_fichier("Site"))
    assert trouve("samovar") == 1
    document.confidentialite = "membres"
    document.save()
    assert trouve("samovar") == 0
    assert Selection(choix_de(QueryDict("langue=en"))).total == 0
    assert Selection(choix_de(QueryDict("format=texte"))).total == 0


def test_la_version_accessible_se_trouve_et_se_compte() -> None:
    jumelle = une_feuille("En gros caractères", "bouilloire")
    un_outil("Un", un_fichier(document=une_feuille(texte="samovar", version_accessible=jumelle)))
    assert (trouve("samovar"), trouve("bouilloire")) == (1, 1)
    assert Selection(choix_de(QueryDict("accessible=oui"))).total == 1
    jumelle.confidentialite = "travail"
    jumelle.save()
    assert trouve("bouilloire") == 0
    assert Selection(choix_de(QueryDict("accessible=oui"))).total == 0


def test_ce_qu_un_enregistrement_dit_se_trouve_une_fois_relu() -> None:
    son = Enregistrement.objects.create(
        title="Voix", type="audio", file="a.mp3", etat=EtatPreparation.PRET, duration=60
    )
    piste = Piste.objects.create(enregistrement=son, langue="fr", vtt=VTT.format("Le samovar chante."))
    un_outil("Un", un_fichier(enregistrement=son))
    assert trouve("samovar") == 0
    Piste.objects.filter(pk=piste.pk).update(etat=EtatPiste.RELUE)
    Piste.objects.get(pk=piste.pk).save()
    assert trouve("samovar chante") == 1
    Piste.objects.get(pk=piste.pk).delete()
    assert trouve("samovar") == 0


def test_un_brouillon_ne_se_trouve_pas() -> None:
    outil = un_outil("Un", resume="Une forêt.")
    outil.resume = "Un samovar."
    outil.save_revision()
    DocumentCampagne.objects.create(title="Seul", file="seul.txt", texte="samovar")
    assert (trouve("samovar"), trouve("foret")) == (0, 1)
