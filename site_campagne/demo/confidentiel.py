"""Two invented documents that are not public: one being written, one that waits for its hour."""

from .blocs import Encadre, Texte
from .gabarits import Contenu

# Opens a demo and nothing else, like its passwords: a real token is drawn, and shown once.
JETON = "demonstration"
DESTINATAIRE = "Comité des membres (démonstration)"

TRAVAIL = Contenu(
    slug="plan-2028-ebauche",
    titre="Ébauche du plan 2028–2031",
    chapeau="Trois chantiers, encore en désordre. Écrivez dans les marges.",
    corps=(
        Texte(
            "<h2>Premier chantier</h2>"
            "<p>Tenir une table par région, et la garder mise toute l’année. Reste à voir qui la paie et qui la "
            "dessert.</p>"
            "<h2>Deuxième chantier</h2>"
            "<p>Écrire nos demandes avec les personnes concernées, pas après elles.</p>"
        ),
        Encadre(
            "À débattre", "Le troisième chantier n’a pas encore de nom. On en cherche un d’ici l’assemblée.", "lin"
        ),
    ),
)

EMBARGO = Contenu(
    slug="theme-2028",
    titre="Le thème de 2028 est choisi",
    chapeau="L’assemblée a voté. On le dit partout en même temps.",
    corps=(
        Texte(
            "<p>Le thème sort le même matin dans toutes les régions, pour que personne ne l’apprenne en dernier. "
            "D’ici là, seules les ressources qui préparent leur activité l’ont sous les yeux.</p>"
        ),
    ),
)
