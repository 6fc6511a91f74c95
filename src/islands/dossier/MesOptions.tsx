import { useEffect, useRef, useState } from 'preact/hooks';
import { lireCodes } from '../../domain/dossier/codes.ts';
import { estPeuplee, type LigneMienne } from '../../domain/dossier/lieu.ts';
import { FichierRefuse } from '../../edition/read/bornes.ts';
import { bilanDeSaisie } from '../../phrases/dossier/saisie.ts';
import { enumererEnBref } from '../../phrases/enumerer.ts';
import { compte } from '../../phrases/nombres.ts';
import { typographie } from '../../phrases/typographie.ts';
import { Combobox } from '../carte/Combobox.tsx';
import { Panne } from '../Panne.tsx';
import { proposer, useRecherche } from '../useRecherche.ts';
import { Annulable } from './Annulable.tsx';
import { LignesMiennes } from './LignesMiennes.tsx';

interface Props {
  /** L’intitulé de chaque code du répertoire. */
  readonly intitules: ReadonlyMap<string, string>;
  readonly lignes: readonly LigneMienne[];
  readonly surLignes: (lignes: readonly LigneMienne[]) => void;
}

const AJOUT = 'mes-options-ajout';
const PROPOSEES = 10;
const SANS_LECTEUR =
  'ce qui lit les fichiers n’a pas pu se charger. Vérifiez votre connexion, rechargez la page, puis recommencez.';
const RIEN = 'Aucune option de ce nom au répertoire.';

/** Les options que l’école organise et leurs élèves : tapés, ou pris dans un fichier. */
export function MesOptions({ intitules, lignes, surLignes }: Props) {
  const [texte, setTexte] = useState('');
  const [avis, setAvis] = useState<readonly string[]>([]);
  const [bilan, setBilan] = useState('');
  const [avant, setAvant] = useState<readonly LigneMienne[] | null>(null);
  const [lu, setLu] = useState<string | null>(null);
  const lecture = useRef<AbortController | null>(null);
  const champ = useRef<HTMLInputElement>(null);
  const presentes = useRef(lignes);
  presentes.current = lignes;
  useEffect(() => () => lecture.current?.abort(), []);
  const [retiree, setRetiree] = useState<{ ligne: LigneMienne; place: number } | null>(null);
  const [choisi, setChoisi] = useState('');
  const poser = (posee: LigneMienne) =>
    surLignes(lignes.map((ligne) => (ligne.code === posee.code ? posee : ligne)));
  const ajouter = (codes: readonly string[]) => {
    setTexte('');
    const neufs = codes.filter((code) => !lignes.some((ligne) => ligne.code === code));
    if (neufs.length > 0) surLignes([...lignes, ...neufs.map((code) => ({ code, pe: 0, alt: 0 }))]);
    const total = compte(lignes.length + neufs.length, 'option');
    setBilan(
      neufs.length > 0
        ? `${enumererEnBref(neufs)} ${neufs.length > 1 ? 'ajoutées' : 'ajoutée'} : ${total}.`
        : `Déjà dans votre liste : ${enumererEnBref(codes)}.`,
    );
    setAvis([]);
    setAvant(null);
  };
  const { recherche, faute, reessayer } = useRecherche(texte);
  const { codes } = lireCodes(texte, intitules);
  const propositions =
    codes.length > 1
      ? [{ cle: codes.join(), titre: `Ajouter ${codes.length} options`, detail: codes.join(', ') }]
      : proposer(recherche, texte, intitules, PROPOSEES);
  const sansEleves = lignes.filter((ligne) => !estPeuplee(ligne)).length;
  const prendre = async (fichier: File | undefined) => {
    if (!fichier) return;
    lecture.current?.abort();
    const arret = new AbortController();
    lecture.current = arret;
    setAvant(null);
    setAvis([]);
    setBilan('');
    setLu(fichier.name);
    try {
      const { lireFichierDOptions } = await import('./lireTableur.ts').catch(() => {
        throw new FichierRefuse(`« ${fichier.name} » : ${SANS_LECTEUR}`);
      });
      const codes = [...intitules.keys()];
      const { lues, remarques } = await lireFichierDOptions(fichier, arret.signal, codes);
      setAvis(lues.avis);
      const avantLui = presentes.current;
      setBilan([bilanDeSaisie(lues, avantLui.length), ...remarques].join(' '));
      if (lues.options.length === 0) return;
      if (avantLui.length > 0) setAvant(avantLui);
      surLignes(lues.options);
    } catch (cause) {
      if (cause instanceof FichierRefuse) setAvis([cause.message]);
    } finally {
      if (lecture.current === arret) setLu(null);
    }
  };
  const arreter = () => {
    lecture.current?.abort();
    setLu(null);
    setBilan('La lecture est arrêtée. Vos options restent comme elles étaient.');
    champ.current?.focus();
  };
  const remettre = (ligne: readonly LigneMienne[]) => {
    surLignes(ligne);
    setAvant(null);
    setAvis([]);
    setBilan('Vos options d’avant le fichier sont revenues.');
    document.getElementById(AJOUT)?.focus();
  };
  const retirer = (code: string) => {
    const place = lignes.findIndex((ligne) => ligne.code === code);
    const ligne = lignes[place];
    if (!ligne) return;
    surLignes(lignes.filter((autre) => autre !== ligne));
    setRetiree({ ligne, place });
    setAvant(null);
    setAvis([]);
    setBilan('');
    document.getElementById(AJOUT)?.focus();
  };
  const annulerLeRetrait = ({ ligne, place }: { ligne: LigneMienne; place: number }) => {
    const autres = lignes.filter(({ code }) => code !== ligne.code);
    surLignes(autres.toSpliced(place, 0, ligne));
    setRetiree(null);
    setBilan(`${ligne.code} est revenue, avec ses élèves.`);
    document.getElementById(AJOUT)?.focus();
  };
  return (
    <fieldset
      class="mes-options"
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        e.preventDefault();
        void prendre(e.dataTransfer?.files[0]);
      }}
    >
      <legend>Options organisées par l’école, et leurs élèves</legend>
      <p class="petit discret">
        {typographie(
          'Ajoutez les options une à une (une option compte dès son premier élève), ou déposez ici un fichier CSV ou XLSX à colonnes « code_obg » et « eleves » (et « mode » : PE ou ALT). Votre navigateur le lit, rien n’est envoyé.',
        )}
      </p>
      <Combobox
        id={AJOUT}
        etiquette="Ajouter une option"
        invite="Code(s) ou intitulé"
        texte={texte}
        surTexte={setTexte}
        propositions={propositions}
        surChoix={({ cle }) => ajouter(cle.split(','))}
        rien={recherche ? RIEN : faute ? '' : 'Un instant…'}
      />
      {faute && <Panne {...{ faute, reessayer }} />}
      <div role="status">
        {lu && (
          <p class="message">
            {typographie(`Lecture de « ${lu} »…`)}{' '}
            <button type="button" class="lien-bouton" onClick={arreter}>
              Arrêter
            </button>
          </p>
        )}
        {bilan && (
          <p class="message">
            {avant ? (
              <Annulable
                key={bilan}
                texte={typographie(bilan)}
                geste="Remettre celles d’avant"
                surAnnulation={() => remettre(avant)}
              />
            ) : (
              typographie(bilan)
            )}
          </p>
        )}
        {retiree && bilan === '' && avis.length === 0 && lu === null && (
          <p class="message">
            <Annulable
              key={retiree.ligne.code}
              texte={`${retiree.ligne.code} retirée de vos options.`}
              discret
              surAnnulation={() => annulerLeRetrait(retiree)}
            />
          </p>
        )}
        {avis.length > 0 && (
          <ul class="message message-erreur">
            {avis.map((phrase) => (
              <li key={phrase}>{typographie(phrase)}</li>
            ))}
          </ul>
        )}
      </div>
      {lignes.length > 0 && (
        <a class="visuellement-cache" href="#titre-candidats">
          Passer vos options : aller à celles à demander
        </a>
      )}
      {lignes.length > 0 && <LignesMiennes {...{ lignes, intitules, poser, retirer }} />}
      {sansEleves > 0 && (
        <p class="petit">
          {compte(sansEleves, 'option')} sans élèves :{' '}
          {sansEleves > 1 ? 'elles ne comptent' : 'elle ne compte'} pas encore.
        </p>
      )}
      <p>
        <label class="case">
          <span>Ou un fichier d’options et d’élèves (CSV, XLSX)</span>
          <input
            ref={champ}
            type="file"
            accept=".csv,.xlsx,text/csv"
            onChange={({ currentTarget: entree }) => {
              const fichier = entree.files?.[0];
              void prendre(fichier);
              if (fichier) setChoisi(fichier.name);
              // Le même fichier, corrigé puis rechoisi, se relit.
              entree.value = '';
            }}
          />
          {choisi && <small class="discret">Dernier fichier choisi : {choisi}</small>}
        </label>
      </p>
    </fieldset>
  );
}
