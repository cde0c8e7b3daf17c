"""Words of immediate danger: Québec's spoken French, and what only sounds alike."""

import pytest

from temoignages.regles import danger_immediat


@pytest.mark.parametrize(
    "texte",
    [
        "je veux mourir",
        "J’VEUX MOURIR",
        "je vais me tuer",
        "je m’en vais me pendre",
        "je veux en finir",
        "je veux mettre fin à mes jours",
        "j’ai plus envie\nde vivre",
        "J'ai pris toutes mes pilules",
        "demain je ne serai plus là",
        "ce soir c’est fini",
        "je vais le tuer",
    ],
)
def test_un_danger_dit_clairement_est_vu(texte: str) -> None:
    assert danger_immediat(texte)


@pytest.mark.parametrize(
    "texte",
    [
        "je veux m'enlever la vie",
        "je vais m’enlever la vie ce soir",
        "je veux m’ouvrir les veines",
        "je vas me tuer",
        "m’as me tuer",
        "j’ai envie de me tuer",
        "je pense à me suicider",
        "je veux mettre fin à ma vie",
        "je veux plus vivre",
        "j’veux pu vivre",
        "j’ai pu envie de vivre",
        "j’ai pus le goût de vivre",
        "chu tannée de vivre",
        "je veux crever",
        "je viens d’avaler une boîte de comprimés",
        "j’ai avalé une bouteille de tylenol",
        "je vais me jeter devant le métro",
        "je vais sauter en bas du pont",
        "demain je serai plus là",
    ],
)
def test_un_danger_dit_comme_on_parle_est_vu(texte: str) -> None:
    assert danger_immediat(texte)


@pytest.mark.parametrize(
    "texte",
    [
        "",
        "je suis mort de rire",
        "ça m’a tué",
        "c’est mortel, ce café-là",
        "on tue le temps en jasant",
        "je prends mes pilules le matin",
        "ma médication a été coupée de moitié",
        "mon frère est mort l’an passé",
        "je finis mes journées au groupe",
        "du monde qui me laisse finir mes phrases",
    ],
)
def test_ce_qui_sonne_pareil_n_alarme_pas(texte: str) -> None:
    assert not danger_immediat(texte)


@pytest.mark.parametrize("texte", ["j’ai pris mes pilules pis ça va", "pour en finir avec les préjugés"])
def test_le_filet_est_large_expres(texte: str) -> None:
    """A false alarm costs a glance: these are known, and accepted."""
    assert danger_immediat(texte)


def test_un_danger_au_milieu_d_un_long_texte_est_vu_vite() -> None:
    assert danger_immediat("je vais me " * 2000 + "je veux mourir" + " j’ai pris mes" * 2000)
