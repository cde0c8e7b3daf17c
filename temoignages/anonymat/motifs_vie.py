"""What is rare in a life: family, event, place in a group, origin. Every repetition is bounded.

A group ``x`` holds the passage when the pattern also reads what is around it.
"""

import re

from .temps import NOMBRE

_PROCHES = (
    r"(?:fr[eè]res?|s(?:œ|oe)urs?|enfants?|fils|filles?|gars|gar[cç]ons|parents|b[ée]b[ée]s|conjointe?s?|maris?|chums"
    r"|blondes"
    r"|[ée]pou(?:x|ses?))"
)
_PAYS = (
    "(?:Haïti|Haiti|Colombie|Mexique|Chili|Guatemala|Salvador|Honduras|Nicaragua|Pérou|Brésil|Argentine|Venezuela"
    "|Cuba|Bolivie"
    "|Équateur|Algérie|Maroc|Tunisie|Libye|Égypte|Liban|Syrie|Irak|Iran|Palestine|Jordanie|Turquie|Afghanistan|Pakistan"
    "|Inde|Bangladesh|Népal|Sri Lanka|Chine|Vietnam|Cambodge|Laos|Philippines|Corée|Japon|Thaïlande|Sénégal|Mali|Guinée"
    "|Côte d'Ivoire|Bénin|Togo|Cameroun|Congo|Rwanda|Burundi|Gabon|Tchad|Niger|Nigeria|Ghana|Kenya|Éthiopie|Érythrée"
    "|Somalie|Soudan|Madagascar|Angola|Burkina Faso|Ukraine|Russie|Pologne|Roumanie|Bulgarie|Moldavie|Bosnie|Serbie"
    "|Croatie"
    "|Kosovo|Albanie|Grèce|Italie|Portugal|Espagne|Hongrie|Géorgie|Arménie|Kazakhstan|Mongolie|Jamaïque|Martinique"
    "|Guadeloupe|République dominicaine)"
)
_GROUPE = (
    r"(?:c\.? ?a\.?\b|conseil|comité|assemblée|association|groupe|club|syndicat|fabrique|regroupement|chorale|ligue"
    r"|cercle"
    r"|table|coop\w{0,9}|fondation|organisme|centre|ressource|village|municipalité|équipe|local|troupe|fanfare"
    r"|paroisse)"
)
_DU = (
    r"(?:du |de la |de l'|d'un |d'une |de mon |de ma |de notre |de |d'|des |au |à la |à l'|à |dans le |dans la |sur le "
    r"|sur la )"
)
# What may be the only one of its kind without being somebody.
_PAS_QUELQU_UN = (
    r"(?!(?:fois|chose|place|façon|manière|raison|nuit|soir|semaine|journée|jour|année|question|étape|réponse|affaire"
    r"|vraie?|mot|lit|porte|fenêtre|livre|café|endroit|moment|idée|heure|minute|solution|différence|partie|règle"
    r"|photo|chambre|étage|matin|sortie|bruit|lumière|main|pas|mois|hiver|été|printemps|ministre|ligne|page"
    r"|personne qui|phrase|voix|repas|à |qui |que ))"
)

FAMILLE = re.compile(
    rf"\b(?:(?:(?:cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|[5-9]"
    rf"|1\d) {{1,2}}"
    r"(?:enfants|frères|sœurs|soeurs|garçons|garcons|filles|bébés)"
    r"|(?:deux|trois|quatre|[2-9]) (?:ex-)?(?:maris|femmes|conjointes?|ex|veuvages|divorces|mariages|adoptions"
    r"|jumeaux|jumelles))"
    r"(?: (?:religieuses?|pis|et) (?:\w{1,8} ){1,3}(?:gars|filles?|garçons?|frères?|s(?:œ"
    r"|oe)urs?)(?: \w{3,12})?)?(?: (?:de|avec) (?:\w{1,10} ){1,2}(?:pères|mères|hommes|femmes|s(?:œ|oe)ur|frère"
    r"|fille|fils)(?: différente?s)?)?"
    r"|\w{1,8} {1,2}enfants de (?:\w{1,10} (?:pères|mères)(?: différente?s)?|(?:ma|mon) (?:s(?:œ|oe)ur|frère|fille"
    r"|fils|nièce))"
    r"|(?:des|mes|ses|de|deux|nos) (?:\w{1,8} )?(?:jumeaux|jumelles|tripl[ée]e?s|quadrupl[ée]e?s|quintupl[ée]e?s"
    r"|siamois)"
    r"|(?:ma|mon|sa|son|notre|un|une|comme) (?:jumelle|jumeau|s(?:œ|oe)ur jumelle|frère jumeau)(?: (?:survivante?"
    r"|mort(?:e|-née?)?"
    r"|identique|décédée?))?(?! de )|jum(?:eau|elle) (?:survivante?|identique|mort-née?)"
    rf"|(?:perdu?|enterré|vu mourir) (?:mes|ses|nos|les) (?:deux|trois|quatre|cinq|\d) {_PROCHES}(?: (?:dans|à cause|en"
    rf"|lors)[^.!?;,\n]{{1,60}})?"
    r"|(?:fils|fille|femme|veuve|mari|conjointe?|frère|s(?:œ|oe)ur|mère|père|neveu|nièce) d(?:u |e la |e l'|'un "
    r"|'une )(?:maire(?:sse)?"
    r"|curé|députée?|notaire|juge|ministre|chef|chef de police|médecin du village|directeur|directrice|pasteur"
    r"|docteur|policier"
    r"|joueur|boulanger|bedeau|maître de poste)"
    rf"|(?:(?:l[ea] |l'|une? )?(?:plus (?:jeune|vieux|vieille)|aînée?|cadet(?:te)?|benjamine?|derni[eè]re?|deuxième"
    rf"|troisième|septième|fille|fils"
    rf"|famille"
    rf"|fratrie)) (?:d'une famille )?de "
    rf"(?:{NOMBRE}(?<!\d{{3}}))(?: enfants| fils| filles| garçons)?(?! {{0,2}}(?:ans|mois|jours|semaines|heures))\b"
    rf"|(?:{NOMBRE} {_PROCHES}[^.!?;\n]{{0,30}}|donnée?s?|placée?s?|mise?s?|laissée?) en adoption"
    r"|(?:mère porteuse|enfant unique|orphelin(?:e|s|es)?(?: de (?:père|mère|guerre))(?: et de (?:père|mère))?"
    r"|pupille de l'état))",
    re.IGNORECASE,
)
EVENEMENT = re.compile(
    r"\b(?:dans|à la une d[eu]|sur|par) (?:le |la |les )?(?i:Journal de \w{4,15}|Soleil|Presse|Droit|Nouvelliste"
    r"|Quotidien"
    r"|Voix de l'Est|Tribune|TVA|Radio-Canada|télé|journal|journaux|nouvelles)\b(?: quand [^.!?;\n]{1,60})?"
    r"|\b(?i:(?:victimes?|survivante?s?|rescapée?s?|témoins?) d(?:e la |e l'|u |es |'un |'une )[^.!?;,\n]{3,60}(?!\w))"
    r"|\b(?i:(?:l[ea] |l'|une? )?(?:tuerie|tragédie|fusillade|attentat|déraillement|incendie|explosion|noyade"
    r"|inondations?|effondrement"
    r"|écrasement"
    r"|meurtre|procès|accident|avalanche|glissement de terrain|enlèvement|évasion|naufrage|tornade|feu|carambolage)) "
    r"(?i:de la |de l'|du |des |de |d'|à la |à |au ){1,2}(?!(?i:forêt|camp|parcours|joie|voiture|route"
    r"|travail|char|auto|moto"
    r""
    r"|foyer|poêle"
    r"|peur|vie|intention|la|le|un|une|mon|ma|temps|bien|cœur|ces?|cette)\b)[^\W\d_]{3,20}(?:[-' ](?i:de |du |des "
    r"|d')?[A-ZÀ-ÖØ-Þ][^\W\d_]{1,20}){0,3}(?: [a-zà-ÿ]{4,15}| (?:qui|que|où) [^.!?;,\n]{3,60})?(?: (?:en|de) (?:19"
    r"|20)\d\d)?"
    r"|\b(?i:(?:qu'on a |qui a été )?(?:(?:re)?cherchée?|retrouvée?|repêchée?|secourue?|sauvée?"
    r"|sortie?)) [^.!?;\n]{0,40}"
    r"(?i:hélicoptère|chiens|plongeurs|police|battue|bois|fleuve|rivière|pont|toit|grue|décombres|feu|église|magasin)\b"
    r"(?: (?:avec|en|dans|de|du) [^.!?;,\n]{3,40})?"
    r"|\b(?i:(?:la|le|celle|celui|moi) (?:femme |gars |homme |fille |dame |monsieur )?qu(?:e |')(?:on|la police"
    r"|les pompiers|les journaux)"
    r" (?:a|ont|avait) (?:sorti|retrouv|filmé|arrêté|ramassé|montré|repêché|cherché)[^.!?;\n]{3,60}(?!\w))"
    r"|\b(?i:c'est moi qui (?:suis|ai) (?:monté|sauté|tomb|mis le feu|barr|pass|appel|trouv)[^.!?;,\n]{8,60}(?!\w))"
    r"|\b(?i:(?:l[ea] |l'|une? )?(?:autobus|avion|bateau|train|camion|traversier|motoneige|chaloupe))s? qui (?i:a"
    r"|est|ont|sont) (?i:pass|tomb"
    r"|cal|coul|pris|saut|cha|dérap|explos|brûl|fonc|percut|vers|capot)[^.!?;,\n]{1,40}(?!\w)"
)
ROLE = re.compile(
    r"\b(?:je suis|j'étais|j'suis|chu|chus|étant|suis|est|était|serai) (?P<x>(?:l[ea] (?:seule?|premi[eè]re?)"
    r"|l'unique) " + _PAS_QUELQU_UN + r"\w{3,20}(?: \w{3,15})?(?: (?:du|de la|de l'|de|des|au|à l'|dans le"
    r"|d') ?[^\s.,;:!?]{2,25}(?: (?:de|d'|du|des) ?[^\s.,;:!?]{3,25})?)?)"
    r"|\b(?P<y>(?:l[ea] |l')?(?:présidente?|trésori[eè]re?|vice-présidente?|secrétaire(?:-\w{4,12})?|doyenne?|aînée?"
    r"|administrat(?:eur|rice)"
    r"|porte-parole|fondat(?:eur|rice)|coordonnat(?:eur|rice)|délégu[ée]e?(?: syndicale?)?|représentante?"
    r"|marguilli[eè]re?|chef(?:fe)?"
    r"|conseill[eè]re?|cheff?e de (?:bande|chœur)|entraîneu(?:r|se)|responsable|vérificat(?:eur|rice)|archiviste"
    r"|marraine|parrain)"
    rf"(?: (?:sortante?|actuelle?|élue?|bénévole|ancien|ancienne|syndicale?|adjointe?|régionale?|générale?))?"
    rf" (?!de m(?:on|a) (?:village|ville|communauté)){_DU}{_GROUPE}(?: (?:d'|des? |du )(?!nuit"
    rf"|crise)[^\s.,;:!?]{{3,20}})?)"
    r"|\b(?P<t>membre (?:actif |active |élue? )?(?:du|de notre|de mon|d'un) (?:c\.?a\.?|conseil|comité|exécutif|jury"
    r"|syndicat)(?: d'\w{4,20}"
    r"| des \w{4,20})?)"
    r"|\b(?:suis|été|étais|élue?|nommée?|moi,|comme) (?P<u>(?:présidente?|trésori[eè]re?|vice-présidente?"
    r"|marguilli[eè]re?"
    r"|mairesse|maire|échevine?|conseill[eè]re? municipale?|secrétaire du [^\s.,;:!?]{2,20})"
    r"(?: (?:du |de la |de l'|de mon |de ma |de notre |des |d'une? )[^\s.,;:!?]{3,25}(?: (?:d'|de |des "
    r"|du )[^\s.,;:!?]{3,25})?)?)\b"
    r"|\b(?P<z>(?:siège|siégeais|siégé|élue?|nommée?) (?:sur le |au |à la |présidente?|trésori[eè]re?)(?:c\.?a\.?"
    r"|conseil|comité|exécutif)?)",
    re.IGNORECASE,
)
SEUL = re.compile(
    r"\b(?P<x>(?:l[ea] (?:seule?|premi[eè]re?)|l'unique|une? des (?:deux|trois|rares)) "
    + _PAS_QUELQU_UN
    + r"\w{3,20}(?: (?!qui|que|à|où)\w{3,15}){0,2}"
    r" (?:du|de la|de l'|de mon|de ma|de notre|des|au|dans le|dans la|icitte|ici) ?[^\s.,;:!?]{2,25})"
    r"|\b(?P<y>l[ea] seule? (?:personne|homme"
    r"|femme|gars|fille|membre) (?!qui|que|à|de|d'|du)\w{3,15}(?: \w{4,15})?)",
    re.IGNORECASE,
)
_PEUPLE = (
    "(?:haïtien|algérien|marocain|tunisien|libyen|égyptien|libanais|syrien|irakien|iranien|palestinien|tur[cq]|afghan"
    "|pakistanais|népalais|chinois|vietnamien|cambodgien|laotien|philippin|coréen|japonais|sénégalais|malien|guinéen"
    "|ivoirien|béninois|togolais|camerounais|congolais|rwandais|burundais|gabonais|tchadien|nigérian|ghanéen|kényan"
    "|éthiopien|érythréen|somalien|soudanais|malgache|angolais|ukrainien|russe|polonais|roumain|bulgare|moldave|serbe"
    "|bosniaque|croate|albanais|grec|italien|portugais|espagnol|hongrois|arménien|jamaïcain|colombien|mexicain|chilien"
    "|guatémaltèque|salvadorien|péruvien|brésilien|argentin|vénézuélien|cubain|bolivien|irlandais|écossais|huron|wendat"
    "|mohawk|innue?|crie?|atikamekw|algonquin|anishinab|abénaqui|abénakis|micmac|naskapi|inuit|inuk|malécite|métis|juif"
    "|juive|sikh|hindou|mormon|anglophone|allophone)"
)
# What only a trade does, whatever it does it to; what a trade does to these things; then up to where it is said.
_GESTES = (
    r"(?:enseign|r[ée]par|soud|forg|sculpt|accord|[ée]talonn|d[ée]barr?ass|livr|install|peintur|tiss|reli|imprim"
    r"|tradui[st]"
    r"|condui[st]|conduisai|chauff|op[ée]r|vend|vendai|p[êe]ch|trapp|cultiv|d[ée]frich|b[ûu]ch|laboura?|trai[st]|trayai"
    r"|embaum|ferr|vissa|assembl|emball|d[ée]neig|arpent|taill|brod|cousai|tond|tondai|dirig|dirigeai|lou[ea]|pos"
    r"|nettoy"
    r"|lav|repass|coup|tin|ten|servi?|servai|gard|cuisin|plant|cueill|mont|charg|d[ée]charg|d[ée]molis|b[âa]ti[st]?"
    r"|construi[st]|construisai|programm|comptai|class|tri)"
    r"(?:e|es|ent|ai[st]?|aient|é|ée|er|u|us|s|ds?|re|i|it|ais)?"
)
_OUVRAGES = (
    r"(?:autobus|bus|camions?|trucks?|taxi|m[ée]tro|train|grue|ambulance|tracteur|loader|van|dix-(?:roues"
    r"|huit roues)|limousine"
    r"|traversier|bateaux?|chars?|autos?|moteurs?|machines?|moulins?|montres?|horloges?|orgues?|pianos?"
    r"|accord[ée]ons?|violons?"
    r"|guitares?|bicycles?|v[ée]los?|souliers?|chaussures|bottes|balances|rails?|gypse|planchers?|c[ée]ramique"
    r"|tuiles?|toits?"
    r"|toitures?|bardeaux|clôtures|fenêtres|vitres?|portes|asphalte|ciment|briques?|tuyaux|fils|poteaux|panneaux"
    r"|meubles|maisons"
    r"|ponts?|routes?|neige|pelouses?|gazon|arbres?|bois|sapins?|bleuets|fraises|pommes|tabac|l[ée]gumes|terres?"
    r"|champs?|vaches"
    r"|cochons|poules|moutons|chevaux|chiens|crabe|homard|poissons?|morue|cheveux|pizzas?|journaux|courrier"
    r"|circulaires|colis"
    r"|repas|tables|caisse|casse-croûte|restaurant|magasin|auberge|d[ée]panneur|garderie|commerce|boutique|kiosque"
    r"|ferme|fermes"
    r"|assurances|chaises|lits|chambres|bureaux|draps|linge|robes|habits|morts|corps|flûte|piano|violon|guitare"
    r"|musique|chant"
    r"|danse|fran[çc]ais|anglais|maths?|math[ée]matiques|histoire|g[ée]ographie|sciences|yoga|classe|chorale|chœur"
    r"|choeur"
    r"|fanfare|orchestre|harmonie|troupe|[ée]quipe|chantier|usine|paniers|bottines|ordinateurs?|logiciels?|livres"
    r"|cartes)"
)
METIER = re.compile(
    r"\b(?:(?:j'|je |j |on |a |ai |il |elle |y |qui |[dl]e |me |mari |fille |fils |fr[èe]re |s(?:œ|oe)ur |m[èe]re "
    r"|p[èe]re |jai |jpas ?|j)"
    rf"|(?<=[\w] ))(?P<x>{_GESTES} (?:[dl]es |d[eu] la |d l?a |d[eu] l'|du |la |le |l'|un |une |d'|de |aux "
    rf"|au )(?:\w{{3,12}} )?{_OUVRAGES}\b"
    r"(?: (?:scolaire|de ville|[àa] la main|pour (?:le |la |les |l')?\w{3,15}|d'[ée]glise|en \w{3,10}|dans (?:un|une"
    r"|le|la) \w{3,12}"
    r"|de vingt-deux personnes|aux? [^\s.,;:!?]{3,20}|[àa] la \w{3,15}))?)"
    r"|\b(?:j'|je |on m'a |j'ai |a |il |elle |qui |mère |père |mari |femme |fille |fils |frère "
    r"|sœur )(?P<y>(?:enseigne|enseignais|enseignait"
    r"|enseigné) (?!que\b)(?:\w{1,3}['’ ])?"
    r"[^\s.,;:!?]{3,20}(?: (?:au|à la|à l'|en) [^\s.,;:!?]{3,20})?"
    r"|sculpt(?:e|ais?|é)|cuisin(?:é|ais?) (?:dans|pour|au) (?:un |une |le |la |l')?\w{3,15}"
    r"|fai(?:s|t|sais|sait|re) (?:la classe"
    r"|des m[ée]nages|du taxi|du transport|de la construction|des paniers))",
    re.IGNORECASE,
)
ORIGINE = re.compile(
    rf"\b(?:(?i:du|de l'|de la|de|des|en|au|aux|à|d'|l'|la|le) ?){_PAYS}\b"
    r"|\b(?i:d'origine|de descendance|de mère|de père|de parents) (?!modeste|inconnue?|et|ou|en"
    r"|de)[^\W\d_]{4,20}(?:ien|ienne|ais|aise|ain|aine|ois"
    r"|oise|ite|ols?|ole|que|que|and|ande|rde?|nne|ne|que|uif|uive|abe|que)s?\b|\b(?i:réfugiée?s?|demandeu(?:r"
    r"|se) d'asile|sans-papiers|apatride)\b"
    rf"|\b(?i:je suis|j'suis|chu|est|était|étais|sont|étaient|dame|doyenne?|aînée?|moi,?|j'étais|une?|père|mère"
    rf"|femme|homme|fille|gars|gang|famille|parents|enfants?"
    rf"|ami|amie|monsieur"
    rf"|madame|jeune|vieux|vieille|seule?|seul·e) (?P<x>(?i:{_PEUPLE})(?:ne|ue|e)?)\b"
)

REGLES: tuple[tuple[str, str, re.Pattern[str], str, str], ...] = (
    ("famille", "FAMILY", FAMILLE, "Trait de famille rare : il peut suffire à reconnaître la personne.", "ma famille"),
    ("evenement", "EVENT", EVENEMENT, "Événement que d’autres peuvent retrouver.", "un événement"),
    ("role", "ROLE", ROLE, "Place unique dans un petit groupe.", "membre du groupe"),
    ("seul", "ROLE", SEUL, "Seule personne de son genre dans un groupe : on la reconnaît.", "membre du groupe"),
    ("metier", "OCCUPATION", METIER, "Métier : avec un lieu ou un âge, il désigne quelqu’un.", "un emploi"),
    ("origine", "ORIGIN", ORIGINE, "Origine : dans un petit groupe, elle désigne quelqu’un.", "mon pays d’origine"),
)
