// A player over the browser's own element. Without this module its native controls do everything; with it, controls that
// stay in sight, work by keyboard and follow the transcript. Where one stopped is kept in this tab only, by number: on a
// shared device, nobody learns from it what another listened to.
const PAS = 5; // seconds: one press of an arrow, or the least that is worth coming back to

const garder = (cle, moment) => {
  try {
    if (moment) sessionStorage.setItem(cle, moment);
    else sessionStorage.removeItem(cle);
  } catch {
    // storage refused by the browser: one starts again from the beginning
  }
};

const retrouver = (cle) => {
  try {
    return Number(sessionStorage.getItem(cle)) || 0;
  } catch {
    return 0;
  }
};

const minutage = (secondes) => {
  const entieres = Math.floor(secondes) || 0;
  const [h, m, s] = [Math.floor(entieres / 3600), Math.floor(entieres / 60) % 60, entieres % 60];
  const deux = (nombre) => String(nombre).padStart(2, "0");
  return h ? `${h}:${deux(m)}:${deux(s)}` : `${m}:${deux(s)}`;
};

function preparer(racine) {
  const boite = racine.querySelector(".lecteur__boite");
  const media = boite.querySelector("video, audio");
  const commandes = boite.querySelector("[data-commandes]");
  const bouton = (geste) => commandes.querySelector(`[data-geste="${geste}"]`);
  const reglage = (nom) => commandes.querySelector(`[data-reglage="${nom}"]`);
  const boutonsDePistes = [...commandes.querySelectorAll("[data-piste]")];
  const paragraphes = [...racine.querySelectorAll("[data-debut]")];
  const cle = `lecteur/${racine.dataset.lecteur}`;
  const mots = { lire: bouton("jouer").textContent, pause: bouton("jouer").dataset.autre };

  const aller = (moment) => {
    media.currentTime = Math.min(Math.max(moment, 0), media.duration || 0);
  };

  const gestes = {
    jouer: () => (media.paused ? media.play() : media.pause()),
    reculer: () => aller(media.currentTime - PAS),
    avancer: () => aller(media.currentTime + PAS),
    recommencer: () => aller(0),
    taire: () => {
      media.muted = !media.muted;
    },
    agrandir: () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (boite.requestFullscreen) boite.requestFullscreen();
      else media.webkitEnterFullscreen?.(); // a phone that only enlarges the video itself
    },
  };
  const reglages = {
    moment: (valeur) => aller(valeur),
    volume: (valeur) => {
      media.volume = valeur;
    },
    vitesse: (valeur) => {
      media.playbackRate = valeur;
    },
  };
  const touches = { k: "jouer", " ": "jouer", ArrowLeft: "reculer", ArrowRight: "avancer", m: "taire", f: "agrandir" };

  function choisirPiste(rang) {
    [...media.textTracks].forEach((piste, autre) => {
      piste.mode = autre === rang && piste.mode !== "showing" ? "showing" : "disabled";
    });
  }

  function direPistes() {
    for (const element of boutonsDePistes) {
      element.setAttribute("aria-pressed", media.textTracks[element.dataset.piste].mode === "showing");
    }
  }

  function direEtat() {
    bouton("jouer").textContent = media.paused ? mots.lire : mots.pause;
    bouton("taire").setAttribute("aria-pressed", media.muted);
    reglage("volume").value = media.volume;
    reglage("vitesse").value = media.playbackRate;
  }

  function direMoment() {
    const dit = minutage(media.currentTime);
    commandes.querySelector("[data-temps]").textContent = dit;
    reglage("moment").max = media.duration || 1;
    reglage("moment").value = media.currentTime;
    reglage("moment").setAttribute("aria-valuetext", `${dit} / ${minutage(media.duration)}`);
    for (const transcription of racine.querySelectorAll(".transcription")) {
      const siens = paragraphes.filter((p) => transcription.contains(p));
      const dite = media.currentTime ? siens.findLast((p) => Number(p.dataset.debut) <= media.currentTime) : null;
      for (const p of siens) {
        if (p === dite) p.setAttribute("aria-current", "true");
        else p.removeAttribute("aria-current");
      }
    }
  }

  function seRappeler() {
    const loin = media.currentTime >= PAS && media.currentTime <= media.duration - PAS;
    garder(cle, loin ? Math.floor(media.currentTime) : 0);
  }

  function reprendre() {
    const moment = retrouver(cle);
    if (moment >= PAS && moment <= media.duration - PAS && !media.currentTime) {
      aller(moment);
      bouton("recommencer").hidden = false;
    }
    direMoment();
  }

  commandes.addEventListener("click", (evenement) => {
    const element = evenement.target.closest("button");
    if (!element) return;
    if (element.dataset.piste) choisirPiste(Number(element.dataset.piste));
    else gestes[element.dataset.geste]();
  });
  commandes.addEventListener("input", ({ target }) => reglages[target.dataset.reglage](Number(target.value)));
  boite.addEventListener("keydown", (evenement) => {
    const { key, target, ctrlKey, altKey, metaKey } = evenement;
    // What a control does by itself stays its own: Space presses a button, arrows move the volume and the speed.
    const aElle = target.matches("select, [data-reglage=volume]") || (key === " " && target.matches("button"));
    if (ctrlKey || altKey || metaKey || aElle) return;
    const touche = key.length === 1 ? key.toLowerCase() : key;
    if (touche === "c" && boutonsDePistes.length) choisirPiste(0);
    else if (touches[touche] && (bouton(touches[touche]) ?? false)) gestes[touches[touche]]();
    else return;
    evenement.preventDefault();
  });
  racine.addEventListener("click", (evenement) => {
    const lien = evenement.target.closest(".transcription__temps");
    if (!lien) return;
    evenement.preventDefault();
    aller(Number(lien.closest("[data-debut]").dataset.debut));
    media.play();
  });
  if (media.matches("video")) media.addEventListener("click", gestes.jouer);
  for (const nom of ["play", "pause", "volumechange", "ratechange"]) media.addEventListener(nom, direEtat);
  for (const nom of ["timeupdate", "seeked", "durationchange"]) media.addEventListener(nom, direMoment);
  for (const nom of ["pause", "ended", "seeked"]) media.addEventListener(nom, seRappeler);
  addEventListener("pagehide", seRappeler);
  media.textTracks.addEventListener("change", direPistes);
  media.querySelector("source").addEventListener("error", () => {
    const place = commandes.querySelector("[data-erreur]");
    place.textContent = place.dataset.erreur;
  });
  media.addEventListener("loadedmetadata", reprendre);
  if (media.readyState) reprendre();
  direEtat();
  direPistes();
  commandes.hidden = false;
  media.controls = false;
}

// Two voices at once are none.
document.addEventListener(
  "play",
  (evenement) => {
    for (const autre of document.querySelectorAll("[data-lecteur] :is(video, audio)")) {
      if (autre !== evenement.target) autre.pause();
    }
  },
  true,
);
document.querySelectorAll("[data-lecteur]").forEach(preparer);
