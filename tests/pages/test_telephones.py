import pytest

from pages.telephones import est_un_telephone, lien_telephone


@pytest.mark.parametrize(
    ("numero", "lien"),
    [
        ("514 555-0195", "tel:+15145550195"),
        ("(514) 555-0195", "tel:+15145550195"),
        ("1 800 555-0195, poste 21", "tel:+18005550195;ext=21"),
    ],
)
def test_un_numero_se_compose(numero: str, lien: str) -> None:
    assert est_un_telephone(numero)
    assert lien_telephone(numero) == lien


@pytest.mark.parametrize(
    "numero", ["", "555-0195", "014 555-0195", "514 155-0195", "514 911-0195", "514 555-019x", "911"]
)
def test_un_numero_impossible_est_refuse(numero: str) -> None:
    assert not est_un_telephone(numero)
    assert lien_telephone(numero) == ""
