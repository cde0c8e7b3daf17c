from pages.aide import LIGNES
from pages.regles import ORDRE_DES_LIGNES, chiffres_du_numero


def test_les_lignes_du_site_sont_dans_l_ordre_etabli() -> None:
    assert tuple(chiffres_du_numero(ligne.url.removeprefix("tel:")) for ligne in LIGNES) == ORDRE_DES_LIGNES


def test_le_texto_et_suicide_ca_sont_sous_la_premiere_ligne() -> None:
    assert [autre.url for autre in LIGNES[0].autres] == ["sms:535353", "https://suicide.ca"]
    assert LIGNES[0].precision.replace("\u00a0", " ") == "1 866 277-3553"
