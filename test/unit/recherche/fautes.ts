/**
 * Plus de deux cents recherches mal tapées : une faute de frappe, des accents faux ou absents, un autre
 * genre, un pluriel. Chaque ligne : l’option voulue, puis ce que le visiteur a tapé.
 */
const LISTE = `
1003 palfrenier
1003 palefreniere
1009 exploitaton horticole
1011 marechal ferant
1011 maréchale férrante
1013 fruticulture
1013 ouvriere fruiticulture
1015 ouvrier forrestier
1015 ouvrières forestières
1017 éleveuses
1017 elveur
1019 policulteur
1019 polycultrices
1023 jardinier dentretien
1023 jardinière entretient
1024 jardiniere amenagment
1101 agricuture maintenance
1109 technicienne agriculure
1111 agroequipment
1114 complement productions agricolles
1115 mecanique agricol
1116 piscicultrices
1116 pisiculteur
1117 soins animalier
1117 asistant soins animaliers
1118 agente agricole polivalente
1207 fleurriste
1207 fleuristes
1209 techniciene horticulture
1211 decoration florales
1213 art florral
1216 maraichères fruiticulture
1217 floriculure pépinieres
1306 agent nature foret
1307 ressources naturelle et forestière
1308 tecnicien environnement
1314 silviculture
1315 grimpeuse elagueuse
1315 grimpeur élageur
1403 metiers du chevall
1404 equittation
1404 équitations
2002 peintre carosserie
2003 manutentionaire cariste
2004 metallière
2005 aide electricien
2005 aide-éléctricienne
2006 aide mecanicienne cycles
2008 aide mecanicien garagste
2010 feronnier
2010 ferronnières
2011 monteuse de peneus
2012 tolier carrosserie
2013 matelotte
2105 électrictié
2105 eletricité
2115 installatrice electricienne
2115 instalateur électricien
2213 technicien informatque
2213 techniciennes en informatiques
2214 électronnique
2215 telecomunication
2216 climatisasion
2217 systèmes électronique automobile
2218 maintenance pc reseau
2315 mecaniqe polyvalente
2318 imprimrie
2324 reparatrice électromenagers
2325 mécanicienne d'entretient
2326 operatrice industrie grafique
2327 technicienne industrie graphqiue
2331 mecaniciens cycle
2333 systemes usinnage
2334 mecanicienne entretien automobille
2414 productiqe
2419 électricienne maintenance industriele
2420 mécanicienne maintenance industriel
2421 electromecanicien
2421 électromécaniciene
2422 operateur industrie chimqiue
2507 mecanique garrage
2521 moteurs diesel engins hydroliques
2524 diagnostique automobile
2525 technicienne moto
2528 mecanicienne polyvalente automobiles
2605 armurie
2607 orlogerie
2612 bâtellerie
2619 conductrice poid lourd
2621 armuriere
2623 batellier
2624 horlogère
2624 orloger
2625 métaliere soudeuse
2628 micro technique
2628 microtecnique
2636 soudage toles tubes
2640 chaudronerie
2641 maintenance aeronotique
2642 soudage aéronautiqe
2645 soudeuse cordon d'angle
2645 souduer cordon
2647 chauffeuse autobus
2647 chaufeur autocar
2707 carossier
2707 carrosière
2709 plasturgste
2711 fonderrie
2804 technicienne du froit
2901 gestionaire logistique transport
2903 superviseuse entrepot
2903 supervizeur entrepôt
3001 monteuse en sanitaires
3007 ferailleuse
3010 coffreuse
3010 cofreur
3015 voirriste
3016 paveusse
3018 betonneuse
3022 ouvrière plafoneuse
3026 poseuse de couverture non metallique
3033 tailleuse de pierre naturelle
3034 jointoieur ravaleur
3035 ouvriere de siere
3037 carellage
3037 carreleuses
3038 chapistte
3117 ebeniste
3117 ébenniste
3121 sculptrices sur bois
3122 technicienne industrie du boi
3126 marquetterie
3131 restauratrice garnisseuse de meuble
3132 menuisière pvc
3133 cuisinistte
3134 parquetteur
3135 menusier intérieur
3135 menuisiere exterieur
3202 metré et devi
3208 conductrice engin de chantiers
3221 desinateur construction
3221 dessinatrices en constructions
3223 travaux public
3226 charpentierre
3226 charpantier
3230 couvreuse étancheuse
3230 couvreur étanchuer
3303 gros oeuvres
3307 marbrerie graveur
3311 masson
3311 maconne
3416 equipement du batiments
3429 monteuse chaufage sanitaire
3430 technicien chauffages
3517 vitrierre
3520 peintres décoratrices
3521 carreleuse chapistte
3522 plafoneur cimentier
4001 commise de cuisines
4010 preparatrice en boucherie
4012 serveuse de restaurent
4118 hoteliere restauratrice
4120 someliere
4123 cuisine internationnale
4125 traiteuse banquets
4128 cuisinière collectivitées
4130 barmaide
4131 restauratrices
4203 bouchrie charcuterie
4208 artisane bouchere charcutiere
4301 boulangerie patiserie
4311 chocolatiere
4311 chocolattier confiseur
4313 artisane boulangère
5002 nettoyeuse étofe
5003 cordoniere
5015 tisserande
5015 tiserand
5103 tecnicien textile technique
5221 tailleuse
5231 vendeuse retoucheusse
5235 lingerrie fine
5238 stilisme
6004 serigrafie
6107 etalagistte
6210 infografie
6211 fotographie
6211 technicienne photographies
6216 multi média
6216 techniciene multimedia
6217 image de sintèse
6406 bijoutière joaillère
6406 bijoutier joailler
6407 graveuse ciseleusse
7008 encodeusse de données
7118 ventte
7124 comptabillité
7125 vendeuses
7125 vandeur
7130 petites entreprise gestionaire
7212 technicienne de bureaux
7404 agente acceuil tourisme
8002 aide menagere
8013 brancardière
8013 brancadier
8113 agente d'éducations
8123 aide famillial
8203 nursingue
8203 aspirante nursinng
8207 puericulture
8213 puericultrices
8215 geriatries
8217 aide soignantes
8217 aide-soignat
8304 coifure
8323 esthéticiennes sociales
8327 estheticiene
8328 coifeur
8328 coiffeuses
9110 orthèses protèses
9204 prothèses dentaire
9208 optiques
9209 opticiennes
9210 protésiste dentaire
9308 assistante pharmaceutique technique
9309 technicienne chimistes
9312 operatrice entreprise agroalimentaires
9315 biochimies
`;

export const FAUTES = LISTE.trim()
  .split('\n')
  .map((ligne) => ({ code: ligne.slice(0, 4), requete: ligne.slice(5) }));
