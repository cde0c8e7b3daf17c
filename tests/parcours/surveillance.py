"""What a browser must never do on this site: complain in its console, ask elsewhere, receive a server error."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

# A page may answer 404 or 410 on purpose: the browser says so in its console, and that is not a fault of the page.
ECHEC_DE_CHARGEMENT = "Failed to load resource"
# Asked once in a while by the browser itself, of a page that names no icon.
ICONE = "/favicon.ico"
SANS_RESEAU = {"about", "blob", "data"}


class Surveillance:
    """Writes down the faults of one browser context."""

    def __init__(self, contexte: BrowserContext, origine: str) -> None:
        self.hote = urlsplit(origine).netloc
        self.fautes: list[str] = []
        self.visitees: set[str] = set()
        contexte.on("request", self.noter_requete)
        contexte.on("response", self.noter_reponse)
        contexte.on("console", self.noter_console)
        contexte.on("weberror", lambda erreur: self.fautes.append(f"uncaught error: {erreur.error}"))

    def noter_requete(self, requete: Request) -> None:
        """Refuse what is asked of another host."""
        adresse = urlsplit(requete.url)
        if requete.is_navigation_request():
            self.visitees.add(requete.url)
        if adresse.scheme not in SANS_RESEAU and adresse.netloc != self.hote:
            self.fautes.append(f"request elsewhere: {requete.url}")

    def noter_reponse(self, reponse: Response) -> None:
        """Refuse a server error, on any address."""
        if reponse.status >= 500:
            self.fautes.append(f"{reponse.status}: {reponse.url}")

    def noter_console(self, message: ConsoleMessage) -> None:
        """Refuse an error of the console, but for the status of a page that was visited."""
        adresse = message.location["url"]
        voulue = adresse in self.visitees or urlsplit(adresse).path == ICONE
        attendu = message.text.startswith(ECHEC_DE_CHARGEMENT) and voulue
        if message.type == "error" and not attendu:
            self.fautes.append(f"console: {message.text} ({adresse})")
