"""The errata in the admin: propose one, take back a proposal, read them all."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import ModelPermissionPolicy

from ..memoire import publies_connus
from ..redaction import erreur_de_texte
from .errata import Erratum, rectifier


class PolitiqueDesErrata(ModelPermissionPolicy):
    """A proposal may be taken back; nothing is changed, and what is published stays."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "change" and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Erratum) -> bool:
        permis = bool(super().user_has_permission_for_instance(user, action, instance))
        return permis and not (action in {"change", "delete"} and instance.publie_le)


class ErratumForm(WagtailAdminModelForm):
    """The words before, the words after, why. Never those of a testimony: they would outlive its withdrawal."""

    def clean(self) -> dict[str, Any]:
        """Refuse what repeats a testimony, and a page that the person may not edit."""
        propre: dict[str, Any] = super().clean()
        page = propre.get("page")
        if page and not page.permissions_for_user(self.for_user).can_edit():
            self.add_error("page", _("Vous ne modifiez pas cette page."))
        for champ in ("avant", "apres", "raison"):
            texte = propre.get(champ) or ""
            if erreur := erreur_de_texte(str(self.fields[champ].label), texte, publies_connus()):
                self.add_error(champ, erreur)
        return propre


class NouvelErratumView(generic.CreateView):
    """Propose by the room's own action."""

    def save_instance(self) -> Erratum:
        champs = {nom: self.form.cleaned_data[nom] for nom in ("page", "avant", "apres", "raison")}
        return rectifier(par=self.request.user, **champs)


class ErratumViewSet(ModelViewSet):
    """« Errata », among the reports."""

    model = Erratum
    name = "errata"
    icon = "edit"
    menu_label = _("Errata")
    menu_order = 165
    add_to_admin_menu = True
    copy_view_enabled = False
    add_view_class = NouvelErratumView
    ordering = ["-cree_le", "-pk"]
    panels = [
        HelpPanel(
            _(
                "L’erratum sort avec la prochaine version approuvée de la page, puis ne change plus jamais. "
                "N’y écrivez aucun nom : pour faire disparaître une personne, dépubliez ou corrigez sans erratum."
            )
        ),
        FieldPanel("page"),
        FieldPanel("avant"),
        FieldPanel("apres"),
        FieldPanel("raison"),
    ]
    list_display = [
        TitleColumn("page", label=_("Page"), accessor="page.title"),
        Column("raison", label=_("Raison")),
        DateColumn("publie_le", label=_("Publié le")),
    ]

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the form made of the panels, on ours."""
        return self.get_edit_handler().get_form_class()

    def get_edit_handler(self) -> Any:
        """Return the panels, bound to our form."""
        poignee = super().get_edit_handler()
        poignee.base_form_class = ErratumForm
        return poignee

    @cached_property
    def permission_policy(self) -> PolitiqueDesErrata:
        return PolitiqueDesErrata(Erratum)
