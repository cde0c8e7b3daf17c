/* A chapter is heard in the player of the page. Without this module its link opens the recording at that moment. */
for (const liste of document.querySelectorAll("[data-pour]")) {
  const media = document.querySelector(`[data-lecteur="${liste.dataset.pour}"] :is(audio, video)`);
  liste.addEventListener("click", (evenement) => {
    const lien = evenement.target.closest("a");
    const { ctrlKey, metaKey, shiftKey } = evenement;
    if (!media || !lien || ctrlKey || metaKey || shiftKey) return;
    evenement.preventDefault();
    media.currentTime = Number(lien.hash.slice("#t=".length));
    media.play();
  });
}
