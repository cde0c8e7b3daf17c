"""Backups on PostgreSQL: the same proofs, by its own tools; the drill compares what each table holds."""

import pytest
from django.db import connection

from site_campagne.sauvegarde import postgresql
from site_campagne.sauvegarde.fermeture import est_ferme
from temoignages.models import Temoignage
from tests.site_campagne.sauvegarde.conftest import lieux_de_sauvegarde  # noqa: F401 - a fixture of every test here
from tests.site_campagne.sauvegarde.gestes import archives, lancer, une_parole
from tests.site_campagne.sauvegarde.test_aller_retour import (  # noqa: F401 - the same tests, on the other engine
    test_l_archive_ne_garde_ni_session_ni_brouillon_ni_index,
    test_l_exercice_remet_a_part_et_compare,
    test_le_registre_survit_a_la_perte_du_coffre,
    test_un_depot_en_attente_se_lit_encore_apres_la_perte_de_tout,
    test_un_retrait_fait_apres_la_sauvegarde_reste_un_retrait,
    test_une_base_qui_sert_n_est_pas_remplacee_sans_qu_on_le_dise,
    test_une_photo_effacee_et_un_accord_repris_ne_reviennent_pas,
)
from tests.site_campagne.sauvegarde.test_cles_detruites import (  # noqa: F401 - idem
    test_huit_jours_apres_la_destruction_aucune_archive_ne_rend_les_mots,
)

pytestmark = pytest.mark.django_db(transaction=True)
# The server loses the connection as it is told to commit: whoever asked cannot know whether it did.
PERDU_AU_COMMIT = b"""CREATE TABLE public.perte (n int);
CREATE FUNCTION public.perdre() RETURNS trigger LANGUAGE plpgsql
AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
CREATE CONSTRAINT TRIGGER perte AFTER INSERT ON public.perte DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION public.perdre();
INSERT INTO public.perte VALUES (1);
"""


def test_une_base_d_exercice_ne_reste_pas_et_une_difference_est_vue(monkeypatch: pytest.MonkeyPatch) -> None:
    une_parole("une chaise qui m’attend")
    lancer("sauvegarder")
    monkeypatch.setattr(postgresql, "COMPTE", "SELECT count(*), '1' FROM {} t")

    assert "ne sont pas comme dans la base copiée" in lancer("sauvegarder", "--exercice")
    with connection.cursor() as curseur:
        curseur.execute("SELECT count(*) FROM pg_database WHERE datname LIKE '%%_exercice'")
        assert curseur.fetchone() == (0,)


def test_une_copie_qui_ne_se_relit_pas_ne_remplace_rien(monkeypatch: pytest.MonkeyPatch) -> None:
    une_parole("une chaise qui m’attend")
    lancer("sauvegarder")
    Temoignage.objects.update(texte="autre chose")
    monkeypatch.setattr(postgresql, "DEBUT", postgresql.DEBUT + b"SELECT 1/0;\n")

    assert "Rien n’a changé" in lancer("restaurer", "dernier", "--remplacer")
    assert Temoignage.objects.get().texte == "autre chose"


def test_un_serveur_perdu_au_dernier_mot_laisse_le_site_ferme(monkeypatch: pytest.MonkeyPatch) -> None:
    parole = une_parole("une chaise qui m’attend")
    lancer("sauvegarder")
    monkeypatch.setattr(postgresql, "DEBUT", postgresql.DEBUT + PERDU_AU_COMMIT)

    assert "y est peut-être. Le site est fermé" in (dit := lancer("restaurer", "dernier", "--remplacer")), dit
    assert est_ferme()
    assert "Le site est ouvert." in lancer("rejouer_retraits", "--ouvrir")
    assert Temoignage.objects.get() == parole


def test_sans_pg_dump_on_dit_quoi_installer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nulle-part")

    assert "Il manque pg_dump" in lancer("sauvegarder")
    assert archives() == []
