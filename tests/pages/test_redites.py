import pytest

from pages.redites import connaitre, redite

LONG = "J'ai retrouvé le goût de me lever le matin, parce qu'on m'attend pour brasser la soupe."
COURT = "une chaise qui m’attend"
AMORCE = "Autour de la table, je trouve…"
CONNUS = connaitre([("", LONG), (AMORCE, COURT), ("", "Entraide")])


@pytest.mark.parametrize(
    "texte",
    [
        LONG,
        "Elle dit avoir RETROUVE LE GOUT de me lever... le matin parce que rien.",
        "<p>retrouvé le goût</p><ul><li>de me <b>lever</b> le matin</li></ul>",
        "J&#x27;ai retrouvé le goût de me lever",
        COURT,
        "Une chaise qui m'attend!",
        "Un paragraphe.\nUne chaise qui m’attend.",
        "<p>Avant.</p><p>Une <em>chaise</em> qui m’attend</p><p>Après.</p>",
        "Une personne parle d’« une chaise qui m’attend » et sourit.",
        "Une personne parle d’“une chaise qui m’attend” et sourit.",
        'Une personne parle d’"une chaise qui m’attend" et sourit.',
        "Quelqu’un : « Autour de la table, je trouve une chaise qui m’attend »",
        "On lit : autour de la table, je trouve une chaise qui m’attend, et puis rien.",
    ],
)
def test_une_redite_est_reconnue(texte: str) -> None:
    assert redite(texte, CONNUS)


@pytest.mark.parametrize(
    "texte",
    [
        "",
        "<p></p>",
        "Le goût de me lever le matin.",
        "Il y a une chaise qui m’attend au bout du quai.",
        "Autour de la table, je trouve…",
        "<p>« Autour de la table, je trouve… » : vous mettez la fin.</p>",
        "Entraide",
        "« Entraide »",
    ],
)
def test_ce_qui_est_de_nous_passe(texte: str) -> None:
    assert redite(texte, CONNUS) == ""


def test_le_passage_rendu_est_celui_qui_repete() -> None:
    assert redite(f"<p>On raconte ceci.</p><p>{LONG}</p>", CONNUS) == "j ai retrouve le gout de me lever"
    assert redite(f"Ceci : « {COURT} ».", CONNUS) == "une chaise qui m attend"


def test_sans_temoignage_rien_n_est_une_redite() -> None:
    assert redite(LONG, connaitre([])) == ""
    assert redite(LONG, connaitre([(AMORCE, "")])) == ""
