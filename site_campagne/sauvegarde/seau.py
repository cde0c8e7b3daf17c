"""Archives in a bucket of an S3 server: sent part by part, so that memory holds one part."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

import boto3
from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from site_campagne.settings.s3 import AccesS3

from .refus import SauvegardeImpossible
from .scelle import Entree, Sortie

PARTIE: Final = 16 * 1024 * 1024  # bytes; S3 takes 10,000 parts of 5 MB at least: archives of up to 160 GB
OU: Final = "Le seau des sauvegardes"
ABSENT: Final = {"NoSuchKey", "404"}
CLIENT: Final = Config(
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    connect_timeout=3,
    read_timeout=10,  # who takes words back waits for the line that is written in the ledger
    retries={"total_max_attempts": 2, "mode": "standard"},
    # The newer checksums of AWS are unknown to other servers.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)


class Seau:
    """A bucket, or what begins with a prefix in it."""

    def __init__(self, acces: AccesS3, seau: str, prefixe: str) -> None:
        """Name the bucket; nothing is asked of the server yet."""
        self._seau, self._prefixe = seau, f"{prefixe.strip('/')}/" if prefixe.strip("/") else ""
        self._client: Any = boto3.client(
            "s3",
            endpoint_url=acces.adresse,
            region_name=acces.region,
            aws_access_key_id=acces.cle,
            aws_secret_access_key=acces.secret,
            config=CLIENT,
        )

    @contextmanager
    def ecrire(self, nom: str) -> Iterator[Sortie]:
        cible = {"Bucket": self._seau, "Key": self._prefixe + nom}
        with _dire_le_serveur():
            envoi = _Envoi(self._client, cible)
            try:
                yield envoi
                envoi.finir()
            except BaseException:
                envoi.abandonner()
                raise

    @contextmanager
    def ouvrir(self, nom: str) -> Iterator[Entree]:
        with _dire_le_serveur():
            try:
                corps = self._client.get_object(Bucket=self._seau, Key=self._prefixe + nom)["Body"]
            except ClientError as refus:
                if refus.response.get("Error", {}).get("Code") in ABSENT:
                    raise SauvegardeImpossible(f"L’archive {nom} est introuvable.") from None
                raise
            with corps:
                yield corps

    def noms(self, prefixe: str = "") -> list[str]:
        with _dire_le_serveur():
            pages = self._client.get_paginator("list_objects_v2")
            lus = pages.paginate(Bucket=self._seau, Prefix=self._prefixe + prefixe)
            cles = (objet["Key"] for page in lus for objet in page.get("Contents", ()))
            noms = (cle.removeprefix(self._prefixe) for cle in cles)
            return sorted(nom for nom in noms if "/" not in nom.removeprefix(prefixe))

    def effacer(self, nom: str) -> None:
        with _dire_le_serveur():
            self._client.delete_object(Bucket=self._seau, Key=self._prefixe + nom)


class _Envoi:
    """What is written, sent by parts; a small file goes in one request."""

    def __init__(self, client: Any, cible: dict[str, str]) -> None:
        self._client, self._cible = client, cible
        self._tampon, self._parties, self._envoi = bytearray(), [], ""  # type: ignore[var-annotated]  # list of parts

    def write(self, octets: bytes) -> int:
        self._tampon += octets
        while len(self._tampon) >= PARTIE:
            self._envoyer(bytes(self._tampon[:PARTIE]))
            del self._tampon[:PARTIE]
        return len(octets)

    def finir(self) -> None:
        if not self._envoi:
            self._client.put_object(**self._cible, Body=bytes(self._tampon))
            return
        if self._tampon:
            self._envoyer(bytes(self._tampon))
        self._client.complete_multipart_upload(
            **self._cible, UploadId=self._envoi, MultipartUpload={"Parts": self._parties}
        )

    def abandonner(self) -> None:
        if self._envoi:
            with suppress(BotoCoreError, ClientError):  # the life cycle of the bucket ends it
                self._client.abort_multipart_upload(**self._cible, UploadId=self._envoi)

    def _envoyer(self, octets: bytes) -> None:
        if not self._envoi:
            self._envoi = self._client.create_multipart_upload(**self._cible)["UploadId"]
        numero = len(self._parties) + 1
        recu = self._client.upload_part(**self._cible, UploadId=self._envoi, PartNumber=numero, Body=octets)
        self._parties.append({"PartNumber": numero, "ETag": recu["ETag"]})


@contextmanager
def _dire_le_serveur() -> Iterator[None]:
    try:
        yield
    except (BotoCoreError, Boto3Error, ClientError) as panne:
        dit = getattr(panne, "response", {}).get("Error", {}).get("Code", "") or type(panne).__name__
        raise SauvegardeImpossible(
            f"{OU} : le serveur S3 ne fait pas son travail ({dit}). Vérifiez qu’il répond, puis la clé et le seau."
        ) from None
