import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

const ENTETE =
  'ndeg_fase_de_l_etablissement;nom_d_etablissement;type_d_enseignement;reseau;ndeg_fase_de_l_implantation;' +
  'adresse_de_l_implantation;code_postal_de_l_implantation;commune_de_l_implantation;latitude;longitude';

/** Un petit registre, écrit pour les essais : quatre écoles de Liège et d’Anderlecht, et un CEFA dans l’une. */
export const REGISTRE = [
  ENTETE,
  '10.0;Institut d’essai Bellevue;Secondaire ordinaire;Libre confessionnel;31.0;Rue d’Essai 1;4000;Liège;50.641;5.571',
  '12.0;Athénée d’essai;Secondaire ordinaire;WBE;33.0;Rue d’Essai 3;4000;Liège;50.632;5.585',
  '14.0;Collège d’essai;Secondaire ordinaire;Libre confessionnel;35.0;Rue d’Essai 5;4100;Seraing;50.601;5.511',
  '15.0;Institut d’essai communal;Secondaire ordinaire;Subventionné communal;37.0;Rue d’Essai 7;1070;Anderlecht;50.836;4.309',
  '11.0;CEFA d’essai;Secondaire CEFA;Libre confessionnel;39.0;Rue d’Essai 1;4000;Liège;50.641;5.571',
  '10.0;Institut d’essai Bellevue;Secondaire CEFA;Libre confessionnel;39.0;Rue d’Essai 1;4000;Liège;50.641;5.571',
].join('\r\n');

export interface Serveur {
  readonly adresse: string;
  repondre(suite: RequestListener): void;
  fermer(): Promise<void>;
}

/** Un serveur local, à la place du portail. */
export async function servirRegistre(texte = REGISTRE): Promise<Serveur> {
  let reponse: RequestListener = (_, vers) => vers.end(texte);
  const serveur = createServer((demande, vers) => reponse(demande, vers));
  await new Promise<void>((ouvert) => serveur.listen(0, '127.0.0.1', ouvert));
  const { port } = serveur.address() as AddressInfo;
  return {
    adresse: `http://127.0.0.1:${port}/registre.csv`,
    repondre: (suite) => {
      reponse = suite;
    },
    fermer: () =>
      new Promise((ferme) => {
        serveur.closeAllConnections();
        serveur.close(() => ferme());
      }),
  };
}
