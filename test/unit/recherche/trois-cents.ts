/**
 * Trois cents questions, dont la réponse a été décidée en lisant le répertoire : la question, les
 * codes dont un au moins doit être parmi les trois premiers (`-` : toutes les options), puis, après
 * `@`, les zones que nomme son lieu.
 */
const FAUTES_DE_FRAPPE = `
coifeur : 8328 8314
coifeuze : 8328 8314
estheticiene : 8327 8315
élèctricien : 2115 2105
eletricien : 2115 2105
plonbier : 3429 3425 3001 3416
chaufagiste : 3428 3429 3430 3002
menuizier : 3135 3102
maconerie : 3303 3311
couvreurs étanchers : 3230
carelage : 3521 3037
plafoneur : 3522 3022
pintre en batiment : 3520 3028
vitrié : 3517
mecanitien auto : 2528 2334
mecanique voitur : 2507 2528 2524
carrossié : 2707
soudur : 2645 2625
tole : 2636 2012
usinnage : 2333
informatik : 2213 2219
tecnicien infromatique : 2213
electronik : 2214
boulangé : 4310 4301
patissier : 4310 4301
bouché charcutier : 4205 4203 4208
cuisto : 4117 4128 4001
cuisinié : 4128 4133
hotelerie : 4118 4117 4121
restaurration : 4117 4131 4118
comptabilitée : 7124
secretère : 7212 7209
vandeuse : 7125 7118
acceuil touristique : 7404
puericultrisse : 8213
aide soignente : 8217
aide familliale : 8123
educatrisse : 8113 8108
animatrisse : 8407 8405 8409 8121
pharmacien assistan : 9308
chimiste labo : 9309
opticiène : 9209 9208
protésiste : 9210 9204
fleurist : 1207
jardinié : 1023 1024 1208
horticultur : 1209 1208 1202
agricultur : 1101 1109
elevage bovin : 1017 1405
equitasion : 1404
palfrenié : 1003
bucheronage : 1015 1314
elagueur grimpeur : 1315
orticulture : 1202 1209 1208
couturier : 5207 5221 5228 5016 5020
stiliste : 5238 5207
cordonié : 5003
fotographe : 6211
infografiste : 6210
bijoutié : 6406
gravur : 6405 6407
`;

const MOTS_DE_METIER = `
coiffeuse : 8328
barbier : 8328
pédicure médicale : 8325
masseuse : 8327
onglerie : 8325 8327
électricien du bâtiment : 2115
domotique : 2115
photovoltaïque : 2115
antenniste : 2215 2115
réparateur de télé : 2324 2214 2215
réparateur de machines à laver : 2324
dépanneur informatique : 2219 2218 2213
programmeur : 2213
administrateur réseau : 2213 2218
monteur vidéo : 6216
imprimeur : 2318 2326
relieur : 2318 2326 2327
mécanicien vélo : 2331 2006
mécanicien moto : 2525
mécanicien poids lourds : 2521
mécanicien agricole : 1115 1101
carrossier peintre : 2707 2002
routier : 2902 2619
conducteur de bus : 2647
livreur : 7004 2902 2901
magasinier : 2003 7004 2901 2903
grutier : 3208
conducteur de pelleteuse : 3208
frigoriste : 2804 2216
chauffagiste : 3428 3429 3430
zingueur : 3230
charpentier couvreur : 3226 3230
parqueteur : 3134
ébéniste : 3117
cuisiniste : 3133
tailleur de pierre : 3033
marbrier : 3307 3033
coffreur ferrailleur : 3010 3007
dessinateur industriel : 2644
dessinateur en bâtiment : 3221 3228
métreur : 3202
géomètre : 3221 3223
tuyauteur : 2636 2645
forgeron : 2010 1011
métallier : 2625 2004
fraiseur : 2333
automaticien : 2409 2410 2413 2421
régleur : 2333 2421 2420
électromécanicienne : 2421
opérateur chimique : 2422
laborantin : 9309
fromager : 1025 1113
ouvrier viticole : 1013 1009
maraîcher : 1216 1010
pépiniériste : 1217 1005
garde forestier : 1306
toiletteur pour chiens : 1117
soigneur animalier : 1117
maréchal-ferrant : 1011
pâtissière : 4310
glacier : 4311
traiteur : 4125 4207
boucher : 4205 4203 4208
chef de cuisine : 4126 4117
plongeur de restaurant : 4001 4012
serveur : 4012 4117
réceptionniste d’hôtel : 4122 4118
gouvernante : 4014
couturière : 5020 5016 5207 5221
costumière : 5239
tapissier : 3511
modéliste : 5207 5238
caissier : 7125 7001 7118
commercial : 7123
téléphoniste : 7005
encodeur : 7008
guide touristique : 7404 7407
agent de voyages : 7404 7407
aide comptable : 7124
assistante administrative : 7405 7212
ambulancier : 8013
brancardier : 8013
nounou : 8213 8207
accueillante d’enfants : 8213 8207
moniteur de colonie : 8122 8407
éducateur sportif : 8407
femme de ménage : 8017 8002 8016
technicien de surface : 8008
garde-malade : 8123 8217
militaire : 8410
gardien de la paix : 8410
orthopédiste : 9110
horloger : 2624 2607
armurier : 2621 2605
pilote de drone : 2025
`;

const CODES = `
8328 : 8328
8314 : 8314 8328
8216 : 8216 8217
8217 : 8217
8109 : 8109
2323 : 2323
2115 : 2115
2112 : 2112 2115
2113 : 2113 2115
3424 : 3424
2213 : 2213
2219 : 2219
3311 : 3311
3003 : 3003 3311
3302 : 3302 3311
4133 : 4133
4116 : 4116 4131
4131 : 4131
8405 : 8405
8308 : 8308
8315 : 8315 8327
9002 : 9002
1020 : 1020
2634 : 2634 2647
2527 : 2527 2528
3229 : 3229 3230
3225 : 3225 3230
3118 : 3118 3135
3423 : 3423 3429
3501 : 3501 3522
3507 : 3507 3521
3509 : 3509 3520
2409 : 2409 2419 2421
2410 : 2410 2420 2421
2332 : 2332 2334
5005 : 5005
6112 : 6112
8011 : 8011
option 7124 : 7124
code 4118 : 4118
`;

const LIEUX = `
informatique Liège : 2213 2219 2218 @4
electricien namur : 2115 2105 @6
coiffure Ottignies : 8304 8328 @2
coiffeuse à Mons : 8328 @9
4000 : - @4
Namur : - @6
zone de Verviers : - @5
Charleroi soudure : 2645 2625 2636 @10
école hôtelière à Namur : 4118 4117 @6
boulangerie Tournai : 4301 4310 @8
mécanique auto à Arlon : 2507 2528 @7
menuisier Bastogne : 3135 3118 3102 @7
puériculture Bruxelles : 8207 8213 @1
aide-soignante Ixelles : 8217 @1
infographie Schaerbeek : 6210 @1
vente Anderlecht : 7118 7125 @1
cuisine 1070 : 4117 4128 @1
électricité 5000 : 2105 2115 @6
secrétariat Nivelles : 7209 7212 @2
horticulture Gembloux : 1202 1209 1208 @6
horticulture Ath : 1202 1209 1208 @8
agriculture Ciney : 1101 1109 @6
équitation Gesves : 1404 @6
maçon La Louvière : 3311 3303 @9
plombier louvain-la-neuve : 3429 3425 3001 3416 @2
coiffeur braine-l'alleud : 8328 @2
soudeur Seraing : 2645 2625 @4
carrelage Herstal : 3521 3037 @4
vendeuse Huy : 7125 7118 @3
bureau Waremme : 7209 7212 @3
esthétique Spa : 8327 8322 @5
bois Malmedy : 3102 @5
peintre Dinant : 3520 3509 @6
couture Mouscron : 5207 5228 5221 @8
photographie Tournai : 6211 @8
chimie Mons : 9309 9310 @9
optique Soignies : 9208 9209 @9
sécurité Binche : 8410 @9
logistique Fleurus : 2901 7004 @10
transport Sambreville : 2901 2902 @6
aviation Gosselies 6041 : 2641 2642 @10
boucher 7000 : 4205 4203 4208 @9
devenir électricien dans la zone de Huy-Waremme : 2115 2105 @3
coiffure en Brabant wallon : 8304 8328 @2
hôtellerie Wallonie picarde : 4118 4117 @8
mécanique Hainaut Sud : 2315 2507 @10
sport à Marche : 8407 @7
sylviculture Libramont : 1314 @7
informatique Molenbeek : 2213 2219 2218 @1
coiffure saint-gilles : 8304 8328 @1
coiffure st gilles : 8304 8328 @1
nursing Namurr : 8203 @6
menuiserie charlerois : 3102 3132 3135 @10
zone 4 : - @4
`;

const PHRASES = `
je voudrais devenir coiffeuse : 8328
mon fils veut apprendre la mécanique : 2315 2507
ma fille aime les chevaux : 1403 1404 1003
je cherche une école de boulangerie : 4301 4310
où apprendre la soudure ? : 2645 2625 2636
quelles options pour travailler avec les animaux : 1117
travailler dans un hôpital : 8013 8217 8014 8212
travailler dans une crèche : 8213 8207
travailler avec les personnes âgées : 8217 8215 8123
s’occuper d’enfants : 8213 8207 8122
je veux être électricienne : 2115
formation de plombier en alternance : 3429 3425 3001
conduire un camion : 2902 2619
conduire un bus : 2647
réparer des voitures : 2507 2528 2524
réparer des vélos : 2331 2006
réparer des ordinateurs : 2219 2218 2034
construire des maisons : 3303 3311
poser du carrelage : 3521 3037
faire des toitures : 3230 3226
installer des panneaux solaires : 2115 3429
installer une chaudière : 3428 3429 3430 3424
travailler le bois : 3102 3135
fabriquer des meubles : 3117 3125
peindre des façades : 3034 3520 3028
faire la cuisine dans une école : 4128 4011 4405
tenir un restaurant : 4131 4118
faire des gâteaux : 4301 4310
travailler dans un bar : 4130
vendre des vêtements : 7125 5231
travailler dans un magasin : 7125 7118 7001
travailler dans un bureau : 7209 7212
faire de la comptabilité : 7124
créer son entreprise : 7130
créer des sites web : 6216 6210 2213
dessiner des plans : 3221 3228 2644
faire des photos : 6211
créer des bijoux : 6406 6405
créer des vêtements : 5207 5238
travailler dans un laboratoire : 9309
travailler en pharmacie : 9308
faire des lunettes : 9209 9208
faire des prothèses dentaires : 9210 9204
travailler dans la nature : 1306 1307 1308
entretenir des jardins : 1001 1023 1024 1208
cultiver des légumes : 1216 1010
élever des vaches : 1017 1405
protéger l’environnement : 1308 1307
devenir policier : 8410
entrer à l’armée : 8410
animer des groupes de jeunes : 8409 8407 8122 8121
aider les gens à domicile : 8123 8017 8002
soins esthétiques à l’hôpital : 8323
maintenance des machines dans une usine : 2421 2419 2420
`;

interface Question {
  readonly requete: string;
  /** Vide : toutes les options. */
  readonly codes: readonly string[];
  readonly zones: readonly number[];
}

const LIGNE = /^(?<requete>.+?) : (?<codes>[-\d ]+?)(?: @(?<zones>[\d ]+))?$/;

export const QUESTIONS_DECIDEES: readonly Question[] = [
  FAUTES_DE_FRAPPE,
  MOTS_DE_METIER,
  CODES,
  LIEUX,
  PHRASES,
].flatMap((liste) =>
  liste
    .trim()
    .split('\n')
    .map((ligne) => {
      const { requete = '', codes = '', zones = '' } = LIGNE.exec(ligne)?.groups ?? {};
      return {
        requete,
        codes: codes.split(' ').filter((code) => /^\d/.test(code)),
        zones: zones.split(' ').filter(Boolean).map(Number),
      };
    }),
);
