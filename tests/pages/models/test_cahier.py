import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pages.models import CahierPage
from pages.publication.regles.annexes import ANNEXES, annexes_citees
from pages.publication.sortie import Lignes, Liste, tous
from tests.fabriques.documents import CahierPageFactory, chiffre, une_question, une_reference, une_section, une_valeur
from tests.fabriques.pages import corps

pytestmark = pytest.mark.django_db


def annexe(titre: str = "La liste") -> tuple[str, dict[str, Any]]:
    return ("annexe", {"titre": titre, "texte": "", "document": None})


def numeros(html: str) -> list[str]:
    return re.findall(r'bloc-question__numero">(\d+)\.', html)


def test_les_questions_recommencent_a_chaque_section(client: Client) -> None:
    sections = (une_section(une_question(), une_question()), une_section(une_question()))
    page = CahierPageFactory.create(sections=corps(*sections))
    html = client.get(page.url).content.decode()
    assert numeros(html) == ["1", "2", "1"]
    assert "<h2" in html
    assert "1. Autour de la table" in html


def test_les_questions_se_suivent_d_une_partie_a_l_autre(client: Client) -> None:
    question = {"type": "question", "value": une_question()[1]}
    parties = [{"titre": "Regarder", "contenu": [question]}, {"titre": "Agir", "contenu": [question]}]
    section = ("section", {"titre": "Un", "introduction": "", "parties": parties})
    html = client.get(CahierPageFactory.create(sections=corps(section)).url).content.decode()
    assert numeros(html) == ["1", "2"]
    assert "A. Regarder" in html
    assert "B. Agir" in html


def test_chaque_sous_question_a_sa_place_pour_repondre(client: Client) -> None:
    page = CahierPageFactory.create(sections=corps(une_section(une_question("Qui?", "Pourquoi?", "Où?", lignes=5))))
    html = client.get(page.url).content.decode()
    assert html.count("data-reponse=") == 2
    assert html.count("reponse__ligne") == 10
    for nom in re.findall(r'data-nom="([^"]+)"', html):
        assert all(f'id="{identifiant}"' in html for identifiant in nom.split())


def test_sans_script_rien_ne_s_envoie_et_rien_ne_se_garde(client: Client) -> None:
    page = CahierPageFactory.create(sections=corps(une_section(une_question())))
    html = client.get(page.url).content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    assert "<form" not in main
    assert "<textarea" not in main
    assert re.search(r'class="enrobe cahier-reponses" hidden', main)


@pytest.mark.parametrize(
    ("texte", "citees"),
    [
        ("Voir l’annexe 2.", ["2"]),
        ("Voir les annexes 1, 2 et 4", ["1", "2", "4"]),
        ("(annexe\u00a03)", ["3"]),
        ("Voir l’Annexe B", ["B"]),
        ("Une annexe à lire", []),
        ("en annexe", []),
    ],
)
def test_une_annexe_appelee_est_reconnue(texte: str, citees: list[str]) -> None:
    assert list(annexes_citees(texte)) == citees


def test_une_annexe_qui_manque_bloque_a_sa_place() -> None:
    page = CahierPageFactory.create(
        contexte="<p>Voir l’annexe 1.</p>",
        sections=corps(une_section(une_question("Que dit l’annexe 2?"))),
        annexes=corps(annexe()),
    )
    (constat,) = ANNEXES.chercher(page)
    assert constat.message == "Il n’y a pas d’annexe 2 : les annexes vont de 1 à 1."
    assert constat.champ.startswith("sections.")
    assert constat.champ.endswith(".question")


def test_les_annexes_sont_numerotees(client: Client) -> None:
    page = CahierPageFactory.create(annexes=corps(annexe(), annexe("Les noms")))
    html = client.get(page.url).content.decode()
    assert 'id="annexe-2"' in html
    assert "Les noms</h3>" in html


def test_une_source_repetee_prend_sa_forme_courte(client: Client) -> None:
    extrait = ("extrait", {"texte": "<p>Une table.</p>", "source": "(Ardouin, 2019, p. 4)"})
    page = CahierPageFactory.create(sections=corps(une_section(extrait, extrait)), bibliographie=corps(une_reference()))
    html = client.get(page.url).content.decode()
    legendes = re.findall(r'<figcaption class="meta">(.*?)</figcaption>', html)
    assert "<cite>La chaise d’à côté</cite>" in legendes[0]
    assert "<cite>" not in legendes[1]
    assert "Ardouin, 2019, p.\u00a04" in legendes[1]


def test_le_plan_garde_les_lignes_pour_repondre() -> None:
    page = CahierPageFactory.create(sections=corps(une_section(une_question("Qui?", "Pourquoi?", lignes=5))))
    document = CahierPage.objects.get(pk=page.pk).plan_de_sortie()
    assert [bloc.nombre for bloc in tous(document.blocs) if isinstance(bloc, Lignes)] == [5]
    (liste, sous) = [bloc for bloc in tous(document.blocs) if isinstance(bloc, Liste)]
    assert liste.elements[0].marque == "1."
    assert sous.elements[0].marque == "a)"


def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_de_questions(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    comptes = []
    cite = chiffre(une_valeur())
    for nombre in (1, 6):
        page = CahierPageFactory.create(sections=corps(*[une_section(cite, *[une_question()] * nombre)] * nombre))
        client.get(page.url)
        with django_assert_max_num_queries(25) as requetes:
            client.get(page.url)
        comptes.append(len(requetes))
    assert comptes[0] == comptes[1]
