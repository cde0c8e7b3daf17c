from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_save
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = "Pages"

    def ready(self) -> None:
        """Keep the workflow in place, the door in front of Wagtail's bare pages, our mails in place of its own."""
        from wagtail.models import Page, ReferenceIndex  # noqa: PLC0415 - models are loaded by now, not before
        from wagtail.signals import page_published  # noqa: PLC0415 - idem

        from medias.retenues import retenir, taire  # noqa: PLC0415 - idem
        from reseau.espace import Section, ajouter_section  # noqa: PLC0415 - idem

        from .boite import suivi  # noqa: F401, PLC0415 - follows the signals of tools
        from .evenements.avis import installer as tenir_les_avis  # noqa: PLC0415 - idem
        from .langues import installer as tenir_les_langues  # noqa: PLC0415 - idem
        from .models import CapsulePage, EpisodePage, PhotoEvenement, voix_entendue  # noqa: PLC0415 - idem
        from .partager import gardees  # noqa: F401, PLC0415 - follows what is withdrawn
        from .publication.courriels import installer as tenir_les_courriels  # noqa: PLC0415 - idem
        from .publication.installation import installer  # noqa: PLC0415 - idem
        from .publication.nues import garder  # noqa: PLC0415 - idem
        from .recherche import suivi as _recherche  # noqa: F401, PLC0415 - follows what goes out and comes back
        from .traduction import suivi as _traduction  # noqa: F401, PLC0415 - follows French pages that are translated

        ajouter_section(
            Section(
                _("Vos événements"),
                _("Proposez une activité en deux minutes, suivez-la, modifiez-la, annulez-la."),
                "espace_evenements:evenements",
                rang=-1,
            )
        )
        ReferenceIndex.register_model(PhotoEvenement)  # an ordinary model: its approved images are public files
        retenir(voix_entendue.est_retenu)
        taire(Page, CapsulePage.objects.tues)
        for parue in (CapsulePage, EpisodePage):
            page_published.connect(voix_entendue.inscrire, sender=parue, dispatch_uid="pages.voix_entendue")
        tenir_les_courriels()
        tenir_les_avis()
        post_migrate.connect(tenir_les_langues, dispatch_uid="pages.langues")
        post_migrate.connect(installer, dispatch_uid="pages.publication")
        pre_save.connect(garder, sender=Page, dispatch_uid="pages.publication")
