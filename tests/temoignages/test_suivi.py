"""What a person reads of their texts: a status, a sentence that the staff may change, and the way back."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from wagtail.models import ModelLogEntry

from site_campagne.roles import MODERATION
from temoignages.actions import (
    Refus,
    accepter,
    demander_changement,
    liberer,
    lire_proposition,
    prendre,
    refuser,
    retirer,
)
from temoignages.etats import MotifRefus, Portee, Statut
from temoignages.models import Depot, PhraseSuivi
from temoignages.suivi import PHRASES, RAISON, auteur_de, repere_de, suivis
from tests.fabriques.reseau import CompteFactory
from tests.fabriques.temoignages import (
    AmorceFactory,
    approuver_depot,
    soumettre_depot,
    un_depot,
    un_depot_et_son_code,
    un_temoignage,
    une_personne,
)

pytestmark = pytest.mark.django_db


def statut(depot: Depot) -> Statut:
    (suivi,) = suivis(depot.auteur)
    return suivi.statut


def phrase(depot: Depot) -> str:
    (suivi,) = suivis(depot.auteur)
    return suivi.phrase


def refuse() -> Depot:
    lectrice = une_personne()
    return refuser(depot=prendre(depot=un_depot(), par=lectrice), par=lectrice, motif=MotifRefus.TIERS)


def test_un_quatrieme_texte_au_meme_endroit_dit_a_la_personne_pourquoi() -> None:
    auteur, lectrice = un_depot().auteur, une_personne()
    for depot in (Depot.objects.get(), un_depot(auteur=auteur), un_depot(auteur=auteur)):
        approuver_depot(soumettre_depot(depot, lectrice), une_personne())
    quatrieme = prendre(depot=un_depot(auteur=auteur), par=lectrice)
    refuser(depot=quatrieme, par=lectrice, motif=MotifRefus.LIMITE)
    (vue,) = [suivi.phrase for suivi in suivis(auteur) if suivi.depot == quatrieme]
    assert "vous avez déjà trois textes publiés au même endroit" in vue
    assert "la personne" not in vue


def test_la_limite_ne_se_dit_pas_a_qui_ne_l_a_pas_atteinte() -> None:
    lectrice = une_personne()
    with pytest.raises(Refus, match="une raison dans la liste"):
        refuser(depot=prendre(depot=un_depot(), par=lectrice), par=lectrice, motif=MotifRefus.LIMITE)


def test_chaque_statut_a_sa_phrase() -> None:
    assert set(PHRASES) == set(Statut)
    assert all(str(texte).endswith(".") for texte in PHRASES.values())


def test_de_l_envoi_a_la_publication_puis_au_retrait() -> None:
    depot, premiere = un_depot(), une_personne()
    vus = [statut(depot)]
    soumettre_depot(depot, premiere)
    vus.append(statut(depot))
    lue = lire_proposition(depot=depot, auteur=depot.auteur).empreinte
    demander_changement(depot=depot, auteur=depot.auteur, empreinte_vue=lue, demande="Autrement.")
    vus.append(statut(depot))
    liberer(depot=depot, par=premiere)
    vus.append(statut(depot))
    soumettre_depot(depot, premiere)
    vus.append(statut(depot))
    accepter(depot=depot, auteur=depot.auteur, empreinte_vue=lue)
    vus.append(statut(depot))
    approuver_depot(depot, une_personne())
    vus.append(statut(depot))
    retirer(empreinte_code=depot.empreinte_code)
    assert [*vus, statut(depot)] == [
        Statut.RECU,
        Statut.PROPOSE,
        Statut.CHANGEMENT,
        Statut.CHANGEMENT,
        Statut.PROPOSE,
        Statut.ACCEPTE,
        Statut.PUBLIE,
        Statut.RETIRE,
    ]


def test_accepte_pour_le_papier_seulement_il_n_est_pas_sur_ce_site() -> None:
    un_temoignage(usages=[Portee.IMPRIME])
    (suivi,) = suivis(Depot.objects.get().auteur)
    assert (suivi.statut, suivi.temoignage, suivi.est_lisible) == (Statut.ACCEPTE_AILLEURS, None, True)


def test_un_refus_dit_toujours_sa_raison() -> None:
    depot = refuse()
    raison = depot.get_motif_refus_display()
    assert phrase(depot) == f"Votre texte n’est pas retenu : {raison}. Le texte reçu sera détruit."
    ecrite = PhraseSuivi.objects.create(statut=Statut.REFUSE, texte="On ne le garde pas, car {raison}. Merci.")
    assert phrase(depot) == f"On ne le garde pas, car {raison}. Merci."
    PhraseSuivi.objects.filter(pk=ecrite.pk).update(texte="On ne le garde pas.")
    assert phrase(depot) == f"On ne le garde pas. La raison : {raison}."


def test_ce_que_le_personnel_ecrit_n_est_pas_un_gabarit() -> None:
    PhraseSuivi.objects.create(statut=Statut.RECU, texte=f"{{depot}} %(x)s {RAISON} {{0.brut}}")
    assert phrase(un_depot()) == f"{{depot}} %(x)s {RAISON} {{0.brut}}"


def test_tous_les_textes_d_un_code_tiennent_en_trois_requetes(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    premier = un_depot(amorce=AmorceFactory.create())
    for _ in range(4):
        un_depot(auteur=premier.auteur, amorce=AmorceFactory.create())
    with django_assert_num_queries(3):
        lus = [(suivi.phrase, str(suivi.depot.amorce)) for suivi in suivis(premier.auteur)]
    assert len(lus) == 5


def test_un_code_inconnu_n_est_a_personne() -> None:
    depot, code = un_depot_et_son_code()
    assert auteur_de(code.upper()) == depot.auteur
    assert [auteur_de(saisie) for saisie in ("", "abandon", depot.empreinte_code, "\x00")] == [""] * 4


def test_le_repere_ne_dit_rien_de_la_rangee() -> None:
    depot, autre = un_depot(), un_depot()
    assert repere_de(depot) != repere_de(autre)
    assert repere_de(depot) not in depot.empreinte_code
    assert str(depot.pk)[:8] not in repere_de(depot)


def test_les_communications_changent_une_phrase_et_la_retrouvent_en_la_supprimant(client: Client) -> None:
    depot, personne = un_depot(), CompteFactory.create(is_staff=True)
    personne.groups.add(personne.groups.model.objects.get(name=MODERATION))
    client.force_login(personne)
    formulaire = client.get(reverse("phrases-du-suivi:add"))
    assert "Votre texte est publié." in formulaire.content.decode()
    envoi = {"statut": Statut.RECU, "texte": "C’est arrivé."}
    assert client.post(reverse("phrases-du-suivi:add"), envoi).status_code == 302
    assert phrase(depot) == "C’est arrivé."
    assert client.post(reverse("phrases-du-suivi:add"), envoi).status_code == 200, "one sentence a status"
    ecrite = PhraseSuivi.objects.get()
    assert client.post(reverse("phrases-du-suivi:delete", args=[ecrite.pk])).status_code == 302
    assert phrase(depot) == str(PHRASES[Statut.RECU])
    consigne = list(ModelLogEntry.objects.order_by("pk").values_list("action", "user", "label"))
    assert consigne == [("wagtail.create", personne.pk, "reçu"), ("wagtail.delete", personne.pk, "reçu")]


def test_les_phrases_sont_fermees_a_qui_n_a_pas_le_droit(client: Client) -> None:
    client.force_login(une_personne("moderer_depot"))
    client.post(reverse("phrases-du-suivi:add"), {"statut": Statut.RECU, "texte": "Non."})
    assert not PhraseSuivi.objects.exists()
