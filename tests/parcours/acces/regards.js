// What the eye and the hand meet in a page, said as a list of faults. Evaluated as one expression.
(() => {
  const CLOSED_RANGE = 2; // CSS pixels: rounding, not a fault
  const sized = (r) => r.width > 1 && r.height > 1;
  const shown = (el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const forVoices = (el) => { for (; el; el = el.parentElement) if (getComputedStyle(el).clipPath.startsWith("inset(50%")) return true; return false; };
  const called = (el) => {
    const words = (el.getAttribute("aria-label") || el.innerText || el.name || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `${el.tagName.toLowerCase()}${el.id ? "#" + el.id : ""}${el.className && el.className.split ? "." + el.className.split(" ")[0] : ""} « ${words} »`;
  };
  const each = function* () {
    for (const el of document.querySelectorAll("body, body *")) for (const part of [null, "::before", "::after"]) yield [el, part, getComputedStyle(el, part)];
  };

  const api = {
    // 1.4.10: the page scrolls one way.
    deborde() {
      const w = document.documentElement.scrollWidth;
      return w > innerWidth ? [`défile de côté : ${w} > ${innerWidth} px`] : [];
    },

    // 1.4.4, 1.4.12: words that a box cuts.
    coupes() {
      const faults = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode());) {
        const el = node.parentElement;
        if (!node.data.trim() || !shown(el) || forVoices(el) || el.closest("svg, option, script, [aria-hidden=true]")) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const r of [...range.getClientRects()].filter(sized)) for (let box = el; box; box = box.parentElement) {
          const { overflowX: x, overflowY: y } = getComputedStyle(box);
          if (/auto|scroll/.test(x + y)) break;
          const b = box.getBoundingClientRect(), cuts = /hidden|clip/;
          if ((cuts.test(x) && (r.right > b.right + CLOSED_RANGE || r.left < b.left - CLOSED_RANGE))
            || (cuts.test(y) && (r.bottom > b.bottom + CLOSED_RANGE || r.top < b.top - CLOSED_RANGE)))
            faults.add(`coupé par ${called(box)} : ${called(el)}`);
        }
      }
      return [...faults];
    },

    // 1.4.12: the spacing of the criterion; a constructed sheet, that the content policy lets in.
    espacer() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
      document.adoptedStyleSheets = [sheet];
    },

    // 2.3.3, and vestibular safety: nothing moves for who asked for stillness.
    mouvements() {
      const seconds = (list) => Math.max(...list.split(",").map((t) => parseFloat(t) * (t.includes("ms") ? 0.001 : 1)));
      const faults = new Set();
      for (const [el, part, s] of each()) {
        if (s.animationName !== "none" && seconds(s.animationDuration) > 0.01) faults.add(`animation de ${called(el)}${part || ""}`);
        if (s.transitionProperty !== "none" && seconds(s.transitionDuration) > 0.01) faults.add(`transition de ${called(el)}${part || ""}`);
      }
      for (const a of document.getAnimations()) if (a.playState === "running" && a.effect.getComputedTiming().activeDuration > 10) faults.add("animation en cours");
      if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") faults.add("défilement animé");
      return [...faults];
    },

    // Forced colours erase backgrounds: a drawing cut by a mask out of its own background disappears.
    effaces() {
      const probe = document.body.appendChild(Object.assign(document.createElement("i"), { hidden: true }));
      probe.style.setProperty("color", "Canvas");
      const canvas = getComputedStyle(probe).color;
      probe.remove();
      const faults = new Set();
      for (const [el, part, s] of each())
        if ((s.maskImage || s.webkitMaskImage || "none") !== "none" && s.content !== "none" && s.forcedColorAdjust === "auto" && s.backgroundColor === canvas && !el.closest("[aria-hidden=true]"))
          faults.add(`dessin effacé : ${called(el)}${part || ""}`);
      return [...faults];
    },

    // 2.4.7, 2.4.11, 2.1.1: `retenir` before the first Tab, `arret` after each, `oublies` at the end.
    retenir() {
      const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], iframe, audio[controls], video[controls]";
      window.__vus = new Map([...document.querySelectorAll(wanted)].map((el) => [el, looks(el)]));
      window.__visites = new Set();
      // Tab starts over from the top, wherever a click or an error left the focus.
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
    },
    arret() {
      const el = document.activeElement;
      if (!el || el === document.body || el === document.documentElement) return { fin: true };
      if (window.__visites.has(el)) return el === window.__dernier ? { fautes: [] } : { fin: true };
      window.__visites.add(el);
      window.__dernier = el;
      const faults = [];
      if (window.__vus.get(el) === looks(el)) faults.push(`focus invisible : ${called(el)}`);
      const state = hidden(el);
      if (state) faults.push(`focus ${state} : ${called(el)}`);
      return { fautes: faults };
    },
    oublies() {
      return [...window.__vus.keys()]
        .filter((el) => el.tabIndex >= 0 && !el.disabled && !window.__visites.has(el) && el.checkVisibility({ visibilityProperty: true }))
        .filter((el) => !(el.type === "radio" && [...document.getElementsByName(el.name)].some((autre) => window.__visites.has(autre))))
        .map((el) => `jamais atteint au clavier : ${called(el)}`);
    },
  };

  // A region of a map draws its focus on its own shape.
  const around = (el) => [el, el.closest("label"), el.labels && el.labels[0], el.nextElementSibling, el.parentElement].filter(Boolean);
  function looks(el) {
    return [...around(el), ...el.querySelectorAll("svg a > *, :scope > polygon")].map((one) => [null, "::before", "::after"].map((part) => {
      const s = getComputedStyle(one, part);
      return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.color, s.textDecorationLine, s.textDecorationThickness, s.stroke, s.strokeWidth].join();
    })).join("|");
  }
  function hidden(el) {
    // A box of ours stands for an input too small to be seen: its label, else what follows it.
    const named = [el, el.closest("label"), el.labels && el.labels[0]].filter(Boolean);
    const own = named.some((one) => [...one.getClientRects()].some(sized)) ? named : [el.nextElementSibling].filter(Boolean);
    const rects = own.flatMap((one) => [...one.getClientRects()]).filter(sized);
    let inside = false;
    for (const r of rects) for (const dx of [0.1, 0.5, 0.9]) for (const dy of [0.1, 0.5, 0.9]) {
      const x = r.left + r.width * dx, y = r.top + r.height * dy;
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
      inside = true;
      const hit = document.elementFromPoint(x, y);
      if (hit && own.some((one) => one.contains(hit) || hit.contains(one))) return "";
    }
    return inside ? "caché par autre chose" : "hors de l’écran";
  }
  return api;
})()
