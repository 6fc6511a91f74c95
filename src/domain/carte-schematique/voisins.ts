import type { LonLat } from '../geo/cercle.ts';

/**
 * Des localités juste au-delà de la limite des dix zones, en degrés arrondis au centième, dans le
 * sens des aiguilles d’une montre depuis Comines. Elles ne sont pas dessinées : leur cellule borne
 * celle des communes du bord, si bien que le contour suit la frontière sans qu’on la possède.
 */
export const VOISINS: readonly LonLat[] = [
  ...flandre(),
  ...meuseEtRhin(),
  ...grandDuche(),
  ...lorraineEtArdennes(),
  ...nordDeLaFrance(),
];

function flandre(): LonLat[] {
  return [
    [2.81, 50.78], // Heuvelland
    [2.89, 50.82], // Ieper
    [2.99, 50.82], // Zandvoorde
    [3.09, 50.79], // Wervik
    [3.13, 50.8], // Menen
    [3.18, 50.79], // Rekkem
    [3.25, 50.79], // Rollegem
    [3.32, 50.77], // Bellegem
    [3.35, 50.73], // Spiere-Helkijn
    [3.44, 50.78], // Avelgem
    [3.5, 50.77], // Kluisbergen
    [3.6, 50.76], // Ronse
    [3.69, 50.78], // Maarkedal
    [3.76, 50.79], // Brakel
    [3.87, 50.77], // Geraardsbergen
    [3.94, 50.72], // Bever
    [3.97, 50.75], // Galmaarden
    [4.03, 50.73], // Herne
    [4.15, 50.75], // Pepingen
    [4.24, 50.73], // Halle
    [4.31, 50.75], // Beersel
    [4.36, 50.74], // Sint-Genesius-Rode
    [4.22, 50.79], // Sint-Pieters-Leeuw
    [4.22, 50.85], // Dilbeek
    [4.23, 50.9], // Asse
    [4.31, 50.91], // Wemmel
    [4.37, 50.93], // Grimbergen
    [4.43, 50.92], // Machelen
    [4.48, 50.88], // Zaventem
    [4.49, 50.85], // Wezembeek-Oppem
    [4.51, 50.81], // Tervuren
    [4.42, 50.76], // Groenendaal
    [4.47, 50.76], // Hoeilaart
    [4.54, 50.77], // Overijse
    [4.6, 50.79], // Huldenberg
    [4.66, 50.82], // Oud-Heverlee
    [4.76, 50.83], // Bierbeek
    [4.88, 50.79], // Hoegaarden
    [4.95, 50.8], // Tienen
    [5.07, 50.76], // Landen
    [5.13, 50.75], // Gingelom
    [5.29, 50.75], // Heers
    [5.37, 50.79], // Borgloon
    [5.46, 50.78], // Tongeren
    [5.6, 50.81], // Riemst
  ];
}

function meuseEtRhin(): LonLat[] {
  return [
    [5.7, 50.83], // Maastricht
    [5.76, 50.77], // Voeren
    [5.83, 50.76], // Teuven
    [5.92, 50.79], // Gulpen-Wittem
    [6.02, 50.77], // Vaals
    [6.01, 50.71], // Kelmis
    [6.0, 50.67], // Lontzen
    [6.07, 50.62], // Eupen
    [6.24, 50.56], // Monschau
    [6.19, 50.45], // Bütgenbach
    [6.24, 50.41], // Büllingen
    [6.17, 50.35], // Amel
    [6.11, 50.28], // Sankt Vith
    [6.12, 50.19], // Burg-Reuland
  ];
}

function grandDuche(): LonLat[] {
  return [
    [6.02, 50.12], // Troisvierges
    [5.93, 50.05], // Wincrange
    [5.92, 49.97], // Wiltz
    [5.84, 49.89], // Boulaide
    [5.85, 49.82], // Rambrouch
    [5.9, 49.75], // Beckerich
    [5.95, 49.7], // Habscht
    [5.93, 49.65], // Steinfort
    [5.9, 49.59], // Käerjeng
    [5.89, 49.55], // Pétange
  ];
}

function lorraineEtArdennes(): LonLat[] {
  return [
    [5.8, 49.5], // Longwy
    [5.69, 49.49], // Cosnes-et-Romain
    [5.6, 49.47], // Allondrelle-la-Malmaison
    [5.5, 49.46], // Charency-Vezin
    [5.39, 49.51], // Montmédy
    [5.35, 49.56], // Thonne-le-Thil
    [5.27, 49.61], // Puilly-et-Charbeaux
    [5.18, 49.64], // Carignan
    [5.1, 49.7], // Messincourt
    [5.0, 49.73], // La Chapelle
    [4.9, 49.75], // Saint-Menges
    [4.82, 49.83], // Gespunsart
    [4.78, 49.88], // Monthermé
    [4.75, 49.95], // Revin
    [4.79, 50.02], // Hargnies
    [4.79, 50.1], // Chooz
    [4.83, 50.15], // Givet
    [4.73, 50.09], // Vireux
    [4.69, 50.01], // Fumay
    [4.53, 49.93], // Rocroi
    [4.41, 49.91], // Regniowez
    [4.28, 49.9], // Signy-le-Petit
    [4.16, 49.94], // Hirson
    [4.08, 50.0], // Anor
  ];
}

function nordDeLaFrance(): LonLat[] {
  return [
    [4.1, 50.07], // Trélon
    [4.17, 50.12], // Eppe-Sauvage
    [4.13, 50.19], // Hestrud
    [4.15, 50.25], // Cousolre
    [4.1, 50.28], // Jeumont
    [4.02, 50.3], // Marpent
    [3.95, 50.31], // Bettignies
    [3.84, 50.3], // Taisnières-sur-Hon
    [3.75, 50.29], // Bettrechies
    [3.67, 50.31], // Eth
    [3.63, 50.36], // Sebourg
    [3.63, 50.41], // Quiévrechain
    [3.58, 50.45], // Condé-sur-l’Escaut
    [3.52, 50.47], // Hergnies
    [3.43, 50.47], // Maulde
    [3.33, 50.48], // Rumegies
    [3.25, 50.52], // Mouchin
    [3.24, 50.58], // Bourghelles
    [3.22, 50.63], // Willems
    [3.22, 50.67], // Leers
    [3.16, 50.71], // Tourcoing
    [3.14, 50.75], // Neuville-en-Ferrain
    [3.08, 50.75], // Bousbecque
    [3.0, 50.71], // Quesnoy-sur-Deûle
    [2.9, 50.67], // Armentières
    [2.79, 50.7], // Steenwerck
  ];
}
