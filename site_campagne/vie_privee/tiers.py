"""The data map of the tables that Django, Wagtail and the libraries make: they cannot declare it themselves."""

from django.utils.translation import gettext_lazy as _

from medias.donnees import ACTE, IMAGE, Carte, Qui, Renseignement
from pages.renseignements import CONTENU
from reseau.renseignements import COMPTE, USAGE

SESSION = Renseignement(
    Qui.COMPTE,
    _("La session ouverte, et le formulaire en cours d’une page"),
    _("Rester connecté le temps d’une journée de travail; ne pas perdre une page en cours."),
    _("Huit heures pour la session; une heure pour le formulaire."),
    _("La personne elle-même."),
)
FACTEUR = Renseignement(
    Qui.COMPTE,
    _("Le secret partagé avec l’application de codes d’une personne de l’équipe, chiffré, et ses codes de secours"),
    _("Vérifier que c’est bien elle qui entre dans l’administration."),
    _("Jusqu’à ce qu’elle change d’application, ou jusqu’à la fermeture du compte."),
    _("Personne ne le lit; l’administration peut l’effacer."),
)
TACHE = Renseignement(
    Qui.COMPTE,
    _("Les tâches en attente du site : des numéros, jamais un texte"),
    _("Avertir l’équipe, chercher ce qui resterait d’un texte retiré."),
    _("Deux semaines après leur fin."),
    _("L’administration."),
)

CARTES = {
    "account.EmailAddress": Carte(COMPTE.dans("user email verified primary"), autres="id"),
    "account.EmailConfirmation": Carte(COMPTE.dans("email_address created sent key"), autres="id"),
    "auth.Group": Carte(autres="id name permissions"),
    "django_tasks_database.DBTaskResult": Carte(
        TACHE.dans("args_kwargs return_value exception_class_path traceback"),
        autres="id status enqueued_at started_at finished_at priority task_path worker_ids queue_name backend_name"
        " run_after",
    ),
    "mfa.Authenticator": Carte(FACTEUR.dans("user data created_at last_used_at"), autres="id type"),
    "sessions.Session": Carte(SESSION.dans("session_key session_data expire_date"), autres=""),
    "wagtailadmin.EditingSession": Carte(
        SESSION.dans("user last_seen_at is_editing"), autres="id content_type object_id"
    ),
    "wagtailadmin.FormState": Carte(
        SESSION.dans("data user last_updated_at"), autres="id content_type object_id parent_object_id"
    ),
    "wagtailcore.Comment": Carte(
        CONTENU.dans("text"),
        ACTE.dans("user created_at updated_at resolved_at resolved_by"),
        autres="id page contentpath position revision_created",
    ),
    "wagtailcore.CommentReply": Carte(
        CONTENU.dans("text"), ACTE.dans("user created_at updated_at"), autres="id comment"
    ),
    "wagtailcore.ModelLogEntry": Carte(
        ACTE.dans("label action data timestamp user"),
        autres="id content_type uuid revision content_changed deleted object_id",
    ),
    "wagtailcore.Page": Carte(
        CONTENU.dans("title draft_title slug url_path seo_title search_description"),
        ACTE.dans("owner locked_by locked_at"),
        autres="id path depth numchild translation_key locale latest_revision live has_unpublished_changes"
        " first_published_at last_published_at live_revision go_live_at expire_at expired locked content_type"
        " show_in_menus latest_revision_created_at alias_of",
    ),
    "wagtailcore.PageLogEntry": Carte(
        ACTE.dans("label action data timestamp user"),
        autres="id content_type uuid revision content_changed deleted page",
    ),
    "wagtailcore.PageSubscription": Carte(USAGE.dans("user comment_notifications"), autres="id page"),
    "wagtailcore.Revision": Carte(
        CONTENU.dans("object_str content"),
        ACTE.dans("user created_at"),
        autres="id content_type base_content_type object_id approved_go_live_at",
    ),
    "wagtailcore.TaskState": Carte(
        ACTE.dans("finished_by comment started_at finished_at"),
        autres="id workflow_state revision task status content_type",
    ),
    "wagtailcore.UploadedFile": Carte(IMAGE.dans("file"), ACTE.dans("uploaded_by_user"), autres="id for_content_type"),
    "wagtailcore.WorkflowState": Carte(
        ACTE.dans("requested_by created_at"),
        autres="id content_type base_content_type object_id workflow status current_task_state",
    ),
    "wagtailredirects.Redirect": Carte(
        CONTENU.dans("old_path redirect_link"),
        autres="id site is_permanent redirect_page redirect_page_route_path automatically_created created_at",
    ),
    "wagtailsearch.IndexEntry": Carte(
        CONTENU.dans("title body autocomplete"), autres="id content_type object_id title_norm"
    ),
    "wagtailusers.UserProfile": Carte(
        USAGE.dans(
            "user submitted_notifications approved_notifications rejected_notifications updated_comments_notifications"
            " preferred_language current_time_zone avatar dismissibles theme contrast density keyboard_shortcuts"
        ),
        autres="id",
    ),
    "wagtail_localize.SegmentOverride": Carte(
        CONTENU.dans("data_json"),
        ACTE.dans("last_translated_by created_at updated_at"),
        autres="id locale context has_error field_error",
    ),
    "wagtail_localize.String": Carte(CONTENU.dans("data"), autres="id locale data_hash"),
    "wagtail_localize.StringTranslation": Carte(
        CONTENU.dans("data"),
        ACTE.dans("last_translated_by created_at updated_at"),
        autres="id translation_of locale context translation_type tool_name has_error field_error",
    ),
    "wagtail_localize.Template": Carte(CONTENU.dans("template"), autres="id uuid template_format string_count"),
    "wagtail_localize.TranslationSource": Carte(
        CONTENU.dans("object_repr content_json"),
        autres="id object specific_content_type locale schema_version created_at last_updated_at",
    ),
    "wagtail_localize.OverridableSegment": Carte(CONTENU.dans("data_json"), autres="id source context order"),
    "wagtail_localize.StringSegment": Carte(CONTENU.dans("attrs"), autres="id source context order string"),
}

# Tables of structure, or that this site leaves empty: a table that is neither here nor above fails the test.
SANS_RENSEIGNEMENT = frozenset(
    {
        "auth.Permission",
        "contenttypes.ContentType",
        "taggit.Tag",
        "taggit.TaggedItem",
        "wagtail_localize.LocaleSynchronization",
        "wagtail_localize.RelatedObjectSegment",
        "wagtail_localize.TemplateSegment",
        "wagtail_localize.TranslatableObject",
        "wagtail_localize.Translation",
        "wagtail_localize.TranslationContext",
        "wagtail_localize.TranslationLog",
        "wagtailadmin.Admin",
        "wagtailcore.Collection",
        "wagtailcore.CollectionViewRestriction",
        "wagtailcore.GroupApprovalTask",
        "wagtailcore.GroupCollectionPermission",
        "wagtailcore.GroupPagePermission",
        "wagtailcore.GroupSitePermission",
        "wagtailcore.Locale",
        "wagtailcore.PageViewRestriction",
        "wagtailcore.ReferenceIndex",
        "wagtailcore.Site",
        "wagtailcore.Task",
        "wagtailcore.Workflow",
        "wagtailcore.WorkflowContentType",
        "wagtailcore.WorkflowPage",
        "wagtailcore.WorkflowTask",
        "wagtaildocs.Document",  # replaced by ours
        "wagtailembeds.Embed",  # no provider is declared
        "wagtailforms.FormSubmission",  # no page of this site is a form
        "wagtailimages.Image",  # replaced by ours
        "wagtailimages.Rendition",
        "wagtailsearch.PostgresIndexEntry",  # a view of the entries above
        "wagtailsearch.SQLiteFTSIndexEntry",
        "wagtailmedia.Media",  # replaced by ours
    }
)
# Which of them must then stay empty.
VIDES = (
    "wagtaildocs.Document",
    "wagtailembeds.Embed",
    "wagtailforms.FormSubmission",
    "wagtailimages.Image",
    "wagtailmedia.Media",
)
