// Sharing. Without this script the address and the links are there; with it, a button copies and the device may send.
for (const ici of document.querySelectorAll("[data-partager]")) {
  const dire = (mots) => {
    ici.querySelector("[data-dit]").textContent = mots;
  };
  const montrer = (bouton, geste) => {
    bouton.parentElement.hidden = false;
    bouton.addEventListener("click", geste);
  };

  if (navigator.clipboard) {
    for (const bouton of ici.querySelectorAll("[data-copier]")) {
      montrer(bouton, async () => {
        try {
          await navigator.clipboard.writeText(bouton.dataset.copier);
        } catch {
          dire(ici.dataset.refus);
          return;
        }
        dire(bouton.dataset.copie);
      });
    }
  }

  const envoi = ici.querySelector("[data-envoyer]");
  if (envoi && navigator.share) {
    montrer(envoi, () =>
      // Closing the panel of the device is not a failure.
      navigator
        .share({ title: ici.dataset.titre, url: ici.querySelector(".partager__adresse a").href })
        .catch(() => {}),
    );
  }
}
