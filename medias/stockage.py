"""Files in a private bucket of an S3 server: written, signed for a moment, truly deleted.

Nothing is given to the constructor: Wagtail writes the arguments of a storage in its task table, and a secret would be
in every backup. The account is read from the settings (`settings.S3`).
"""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http import HTTPStatus
from io import BytesIO
from typing import Any, Final
from urllib.parse import quote

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files.storage import storages
from s3transfer.exceptions import RetriesExceededError
from storages.backends.s3 import S3Storage

from .effacement import effacer_plus_tard
from .pannes import StockageIndisponible

ESSAIS: Final = 2
# Seconds: a reader waits for a page, not for a server that is down; one that hangs, for ten of them at most.
CLIENT: Final = Config(
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    connect_timeout=3,
    read_timeout=5,
    retries={"total_max_attempts": ESSAIS, "mode": "standard"},
    # The newer checksums of AWS are unknown to other servers.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
EN_MEMOIRE: Final = 5 * 1024 * 1024  # bytes of a file being read; the rest of it goes to a temporary file
SANS_VERSIONS: Final = {"NotImplemented", "MethodNotAllowed"}
journal = logging.getLogger(__name__)


class SeauOuvert(Exception):
    """The bucket that must be private answers to anyone."""


def reglages(lequel: str) -> dict[str, Any]:
    """Return what the site asks of django-storages, whose own environment variables count for nothing here.

    Args:
        lequel: `seau_prive` or `seau_public`.
    """
    acces: Any = settings.S3
    return {
        "endpoint_url": acces.adresse,
        "region_name": acces.region,
        "access_key": acces.cle,
        "secret_key": acces.secret,
        "security_token": None,
        "session_profile": None,
        "custom_domain": None,
        "bucket_name": getattr(acces, lequel),
        "client_config": CLIENT,
        "default_acl": None,
        "file_overwrite": False,
        "max_memory_size": EN_MEMOIRE,
    }


class StockageS3(S3Storage):
    """The private bucket. Each public method raises `StockageIndisponible` when the server does not do its work."""

    def get_default_settings(self) -> dict[str, Any]:
        return super().get_default_settings() | reglages("seau_prive")

    def signer(self, nom: str, *, methode: str, duree: int, entetes: dict[str, str]) -> str:
        """Return an address that opens one file for a while; nothing is asked of the server.

        Args:
            nom: the name of the file.
            methode: GET or HEAD: a signature is good for one.
            duree: how long it opens, in seconds.
            entetes: what the server answers with: `ResponseContentType`, `ResponseContentDisposition`,
                `ResponseCacheControl`; signed too, so nobody changes them.
        """
        return str(super().url(nom, entetes, duree, methode))

    def url(self, name: str, *_args: Any, **_options: Any) -> str:
        """Return the address of a file on this site, as a folder does: nothing is signed before it is decided."""
        return settings.MEDIA_URL + quote(name)

    def exiger(self, _taille: int) -> None:
        """Check that the server answers. Raises `StockageIndisponible`."""
        with _traduire():
            self.connection.meta.client.head_bucket(Bucket=self.bucket_name)

    def verifier_ferme(self) -> None:
        """Check that a file of the bucket is not given without a signature. Raises `SeauOuvert`."""
        nom = f"essai-{secrets.token_hex(8)}"
        with _traduire():
            self._save(nom, BytesIO(b"essai"))
        with _traduire():
            try:
                self.unsigned_connection.meta.client.get_object(Bucket=self.bucket_name, Key=nom)
            except ClientError:
                return
            finally:
                self.effacer(nom)
        raise SeauOuvert

    def empreinte_ecrite(self, nom: str) -> str:
        """Return the SHA-256 that a transfer wrote beside a file; empty when the site itself stored it."""
        with _traduire():
            dites = self.bucket.Object(self._normalize_name(nom)).metadata
        return {cle.lower(): valeur for cle, valeur in dites.items()}.get("sha256", "")

    def delete(self, name: str) -> None:
        """Delete a file and all its versions; when the server does not answer, it is done later."""
        try:
            self.effacer(name)
        except StockageIndisponible:
            if not effacer_plus_tard(name):
                raise

    def effacer(self, nom: str) -> None:
        """Delete a file, its former versions and its delete markers, now. Raises `StockageIndisponible`."""
        cle, client = self._normalize_name(nom), self.connection.meta.client
        with _traduire():
            for version in self._versions(cle):
                client.delete_object(Bucket=self.bucket_name, Key=cle, **version)

    def _versions(self, cle: str) -> list[dict[str, str]]:
        """Return what names each version; one that names none where the server keeps no version."""
        pages = self.connection.meta.client.get_paginator("list_object_versions")
        try:
            lues = [
                {"VersionId": version["VersionId"]}
                for page in pages.paginate(Bucket=self.bucket_name, Prefix=cle)
                for version in (*page.get("Versions", ()), *page.get("DeleteMarkers", ()))
                if version["Key"] == cle
            ]
        except ClientError as refus:
            if refus.response["Error"]["Code"] not in SANS_VERSIONS:
                raise
            return [{}]
        return lues or [{}]  # a list that says nothing is not believed

    def _get_write_parameters(self, name: str, content: Any = None) -> dict[str, Any]:
        ecrits: dict[str, Any] = super()._get_write_parameters(name, content)
        if empreinte := getattr(content, "sha256", ""):
            ecrits["Metadata"] = {"sha256": empreinte}
        return ecrits

    def _open(self, name: str, mode: str = "rb") -> Any:
        with _traduire():
            fichier = super()._open(name, mode)
            fichier.file  # noqa: B018 - read now, here, and not at the first byte asked for, where no error is expected
            return fichier

    def _save(self, name: str, content: Any) -> str:
        with _traduire():
            return str(super()._save(name, content))

    def exists(self, name: str) -> bool:
        with _traduire():
            return bool(super().exists(name))

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with _traduire():
            dossiers, fichiers = super().listdir(name)
        return dossiers, fichiers

    def size(self, name: str) -> int:
        with _traduire():
            return int(super().size(name))

    def get_modified_time(self, name: str) -> datetime:
        """Return when a file was written. Raises `FileNotFoundError`, `StockageIndisponible`."""
        with _traduire():
            try:
                ecrit_le: datetime = super().get_modified_time(name)
            except ClientError as refus:  # django-storages says it of a size, not of a date
                if refus.response["ResponseMetadata"]["HTTPStatusCode"] == HTTPStatus.NOT_FOUND:
                    raise FileNotFoundError from refus
                raise
        return ecrit_le


def magasin_s3() -> StockageS3 | None:
    """Return the private bucket, whether the site uses it or only knows it."""
    trouves = (storages[alias] for alias in settings.STORAGES)
    return next((magasin for magasin in trouves if isinstance(magasin, StockageS3)), None)


@contextmanager
def _traduire() -> Iterator[None]:
    """Turn what boto3 raises into what the site understands; log what the server said, never the name of a file.

    A file that is not there is django-storages' affair (`FileNotFoundError`); a bucket that is not there, an outage.
    """
    try:
        yield
    except (BotoCoreError, Boto3Error, ClientError, RetriesExceededError) as panne:
        dit = (getattr(panne, "response", None) or {}).get("Error", {}).get("Code", "")  # a silence has none
        journal.error("Le serveur S3 ne fait pas son travail : %s %s", type(panne).__name__, dit)
        raise StockageIndisponible from panne
