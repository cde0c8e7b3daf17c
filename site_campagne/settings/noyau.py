"""What Django is made of: applications, middleware, templates, language, addresses."""

from pathlib import Path

import environ

# « NOM_FILE » names a file that holds the value of « NOM »: how containers are given their secrets.
env = environ.FileAwareEnv()

RACINE = Path(__file__).resolve().parents[2]
VAR = Path(env.str("DOSSIER_DONNEES", default=str(RACINE / "var")))

INSTALLED_APPS = [
    "site_campagne",
    "pages",
    "temoignages",
    "temoignages.coffre",
    "reseau",
    "medias",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtailmedia",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtail_localize",
    "wagtail_localize.locales",
    "modelcluster",
    "taggit",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "site_campagne.entetes.EntetesMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "site_campagne.middleware.PolitiqueDeContenuMiddleware",
    "site_campagne.middleware.LangueDeLAdresseMiddleware",
    "site_campagne.sauvegarde.fermeture.FermetureMiddleware",
    "site_campagne.pannes.PanneMiddleware",
    "site_campagne.fraicheur.intergiciel.FraicheurMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "reseau.intergiciel.SecondFacteurMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "pages.publication.intergiciel.RefusMiddleware",
    "pages.traduction.intergiciel.TraductionMiddleware",
    "medias.intergiciel.StockageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "site_campagne.fraicheur.renvois.RenvoisMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

ROOT_URLCONF = "site_campagne.urls"
WSGI_APPLICATION = "site_campagne.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "reseau.Compte"

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [RACINE / "site_campagne" / "locale"]
FORMAT_MODULE_PATH = ["site_campagne.formats"]
TIME_ZONE = "America/Toronto"
USE_I18N = True
USE_TZ = True

# A date (YYYY-MM-DD) in place of today's, for demonstrations and tests.
AUJOURDHUI = env.str("AUJOURDHUI", default="")
