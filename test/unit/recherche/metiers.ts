/**
 * Ce que tape quelqu’un qui cherche un métier, une activité, un lieu de travail ou une phrase entière :
 * la question, puis les codes dont un au moins doit être parmi les trois premiers.
 */
const LISTE = `
coiffure : 8304 8328
je veux devenir coiffeuse : 8328
salon de coiffure : 8328 8304
électricité : 2105 2115
devenir électricien : 2115
panneaux solaires : 2115 3429
menuisier bois : 3135 3102
apprendre la menuiserie : 3135 3102 3132
ébénisterie : 3117
maçonnerie : 3303 3311
formation maçon : 3311
construction : 3303
toiture : 3230 3226
couvreuse : 3230
secrétariat : 7212 7209
secrétaire : 7212 7209
employée de bureau : 7212 7209
webdesigner : 6210 6216
site internet : 6216 6210
infographiste : 6210
graphisme : 6210 6116
jeux vidéo : 6216 6217
photographie : 6211
infirmière : 8203
aide-soignante : 8217
école d’aide soignant : 8217
maison de repos : 8217 8215 8014
crèche : 8213 8207
travailler avec des enfants : 8122 8213 8207
puériculture : 8207 8213
éducatrice : 8108 8113
assistante sociale : 8108 8109 8113
chauffage : 3428 3429 3430 3002
plombière : 3429 3425 3001 3416
plomberie : 3429 3416
frigoriste : 2804 2216
mécanique auto : 2528 2507
garage : 2507 2528
garagiste : 2008 2528
carrosserie : 2707 2002
chauffeur de camion : 2902 2619
poids lourd : 2902 2619
chauffeur de bus : 2647
cariste : 2003
magasinier : 2003 7004 2901
logistique : 2901 7004
boulangerie : 4301 4310
boulangère : 4310
chocolat : 4311 4312
boucherie : 4203 4205
cuisine : 4117 4128
devenir cuisinier : 4128
serveuse : 4012 4117 4118
hôtellerie : 4118 4117 4121
barman : 4130
sommelière : 4120
fermier : 1101 1118 1019
agriculture : 1101 1109
agricultrice : 1101 1109
jardinage : 1202 1208 1023 1024
jardinier : 1023 1024 1208
fleurs : 1207 1213
bûcheron : 1015 1314
chevaux : 1403 1404 1003
vétérinaire : 1117
soudeur : 2645 2625
soudage : 2645 2636 2642
usinage : 2333 2325
robotique : 2414 2419 2420
électromécanique : 2421 2419 2420
électronique : 2214
informatique : 2213 2218 2219
informaticienne : 2213
développeur : 2213
cybersécurité : 2219
couture : 5228 5207 5221
stylisme : 5238 5207
couturière : 5016 5020 5021 5207 5221
nettoyage : 8006 8008 5002 8002
femme de ménage : 8017 8002 8016
pompier : 8410
police : 8410
agent de sécurité : 8410
sport : 8407 8409
comptabilité : 7124
comptable : 7124
vente : 7118 7125
vendeuse : 7125
caissière : 7001 7125
tourisme : 7404 7407
accueil : 7408 7404
pharmacie : 9308
laborantine : 9309
chimie : 9309 9310
opticienne : 9209
dentaire : 9204 9210
esthétique : 8322 8327
esthéticienne : 8327
manucure : 8325 8327
décoration : 6115 3520
bijoux : 6406 6405
horlogerie : 2607 2624
peinture en bâtiment : 3520 3028
carrelage : 3521 3037
plafonnage : 3522 3514
travaux publics : 3208 3223
grue : 3208
route : 3015 3016 3208
avion : 2641 2642
batelier : 2623
vélo : 2331 2006
imprimerie : 2318
tapissier : 3511
vitrerie : 3517 3518
auxiliaire de vie : 8123 8217
paysagiste : 1024 1023 1214
espaces verts : 1001 1023
bureautique : 7209 7212
serrurier : 2004 2010 2625
dépanneur : 2324
autocad : 3221 2644
caméra : 6216
baby-sitter : 8213 8122
toilettage : 1117
`;

/** Au moins cent questions du public. */
export const QUESTIONS = LISTE.trim()
  .split('\n')
  .map((ligne) => {
    const [requete = '', codes = ''] = ligne.split(' : ');
    return { requete, codes: codes.split(' ') };
  });
