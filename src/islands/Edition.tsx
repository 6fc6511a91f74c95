import { useEffect, useRef, useState } from 'preact/hooks';
import type { Assemblee } from '../edition/assembler.ts';
import type { OptionDite } from '../edition/import/dites.ts';
import { compte } from '../phrases/nombres.ts';
import { typographie } from '../phrases/typographie.ts';
import type { FichierDepose, Nouveau } from './edition/composer.ts';
import type Resultat from './edition/Resultat.tsx';

interface Props {
  /** Où est ce que l’édition publique apporte. */
  readonly livree: string;
}

const MEGA = 1_000_000;
const FAUTE =
  'L’édition n’a pas pu se composer. Vérifiez votre connexion, rechargez la page, puis recommencez.';
const SUITE = 'Il reste à répondre, ou à corriger ce qui n’est pas entré.';
const ARRETEE = 'La composition est arrêtée. Vos fichiers restent sur votre disque, tels quels.';

function direOuEnEst(nouveau: Nouveau): string {
  if (nouveau.quoi === 'moteur') {
    return `Le moteur arrive : ${(nouveau.recus / MEGA).toFixed(1).replace('.', ',')} Mo…`;
  }
  const phrases = {
    lire: `Lecture de « ${nouveau.fichier} »…`,
    joindre: `« ${nouveau.fichier} » se joint aux tables…`,
    controler: 'Contrôle de toutes les tables…',
    calculer: 'Calcul des zones, des options et des besoins…',
  };
  return phrases[nouveau.quoi];
}

/** Tout ce qui compose ne se charge qu’au premier fichier. */
const charger = () =>
  Promise.all([
    import('./edition/composer.ts'),
    import('./edition/Resultat.tsx'),
    import('../edition/import/dites.ts'),
  ]);

/** Des fichiers déposés qui font une édition, dans cette page et nulle part ailleurs. */
export default function Edition({ livree }: Props) {
  const [deposes, poser] = useState<readonly FichierDepose[]>([]);
  const [enCours, direEnCours] = useState('');
  const [dit, dire] = useState('');
  const [lue, lire] = useState<Assemblee | null>(null);
  const vue = useRef<typeof Resultat | null>(null);
  const travail = useRef<AbortController | null>(null);
  const champ = useRef<HTMLInputElement>(null);

  const composer = async (tous: readonly FichierDepose[]) => {
    travail.current?.abort();
    const arret = new AbortController();
    travail.current = arret;
    poser(tous);
    lire(null);
    dire('');
    direEnCours('Préparation…');
    try {
      const [{ composer: mener }, { default: Vue }] = await charger();
      vue.current = Vue;
      const faite = await mener(tous, livree, arret.signal, (nouveau) =>
        direEnCours(direOuEnEst(nouveau)),
      );
      const entres = faite.rapports.filter(({ entre }) => entre).length;
      lire(faite);
      const suite = faite.resume ? 'Votre édition est composée.' : 'Il reste à corriger.';
      const dits = compte(entres, 'fichier entré', 'fichiers entrés');
      dire(`${dits} sur ${tous.length}. ${entres < tous.length ? SUITE : suite}`);
    } catch (cause) {
      if (arret.signal.aborted) return;
      console.warn(cause);
      dire(cause instanceof Error && cause.name === 'CompositionRefusee' ? cause.message : FAUTE);
    } finally {
      if (travail.current === arret) direEnCours('');
    }
  };
  const deposer = (fichiers: Iterable<File>) => {
    const neufs = [...fichiers].map((fichier) => ({ fichier, reponse: {}, seuil: {} }));
    if (neufs.length === 0) return;
    const noms = new Set(neufs.map(({ fichier }) => fichier.name));
    const gardes = deposes.filter(({ fichier }) => !noms.has(fichier.name));
    void composer([...gardes, ...neufs]);
  };
  const duChamp = () => {
    const { current } = champ;
    const fichiers = [...(current?.files ?? [])];
    if (!current || fichiers.length === 0) return;
    // Le même fichier, corrigé puis rechoisi, se relit.
    current.value = '';
    deposer(fichiers);
  };
  useEffect(() => {
    // Ce qui a été choisi avant que l’îlot ne s’éveille n’est que dans le champ.
    duChamp();
    return () => travail.current?.abort();
  }, []);
  useEffect(() => {
    if (lue?.resume) document.getElementById('titre-resume')?.focus();
  }, [lue]);
  const repondre = async (nom: string, option: OptionDite) => {
    const [, , { repondre: ajouter }] = await charger();
    void composer(
      deposes.map((depose) =>
        depose.fichier.name === nom ? { ...depose, ...ajouter(depose, option) } : depose,
      ),
    );
  };
  const arreter = () => {
    travail.current?.abort();
    direEnCours('');
    dire(ARRETEE);
    champ.current?.focus();
  };
  const effacer = () => {
    poser([]);
    lire(null);
    dire('Tout est effacé de cette page.');
    champ.current?.focus();
  };
  const Vue = vue.current;
  return (
    <div>
      <section
        class="edition-depot"
        aria-label="Déposer des fichiers"
        onDragOver={(e) => e.preventDefault()}
        onDrop={(e) => {
          e.preventDefault();
          deposer(e.dataTransfer?.files ?? []);
        }}
      >
        <label>
          <span>Vos fichiers (CSV ou XLSX), ensemble ou l’un après l’autre</span>
          <input
            ref={champ}
            type="file"
            multiple
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            onChange={duChamp}
          />
        </label>
        <p class="petit discret">Ou glissez-les ici.</p>
      </section>
      <div role="status">
        {enCours && <p class="message">{typographie(enCours)}</p>}
        {dit && <p class="message">{typographie(dit)}</p>}
      </div>
      {enCours && (
        <button type="button" class="bouton" onClick={arreter}>
          Arrêter
        </button>
      )}
      {!enCours && deposes.length > 0 && (
        <button type="button" class="bouton" onClick={effacer}>
          Tout effacer
        </button>
      )}
      {lue && Vue && <Vue lue={lue} surReponse={repondre} />}
    </div>
  );
}
