import type { MutableRef } from 'preact/hooks';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { NOM_MAX } from '../../domain/dossier/bornes.ts';
import type { BesoinsCoches, MesDonnees as Miennes } from '../../domain/dossier/lieu.ts';
import { SANS_LISTES } from '../../domain/dossier/tenu.ts';
import type { Donnees } from '../../domain/dossier/types.ts';
import { CARACTERES } from '../../domain/tables/valeurs.ts';
import { typographie } from '../../phrases/typographie.ts';
import { ChoixDeCommune, ID_COMMUNE } from './ChoixDeCommune.tsx';
import { MesBesoins } from './MesBesoins.tsx';
import { MesOptions } from './MesOptions.tsx';
import { Trois } from './Trois.tsx';

interface Props {
  readonly donnees: Donnees;
  readonly miennes: Miennes;
  /** Le visiteur vient de demander à décrire la sienne : le premier champ prend le focus. */
  readonly entree: MutableRef<boolean>;
  readonly surChangement: (miennes: Miennes) => void;
}

/** Les siennes d’abord, quand celles de l’édition sont tirées au sort. */
function choixDesListes(fictives: boolean): readonly (readonly [string, string])[] {
  const siennes = ['miennes', 'celles de mes listes'] as const;
  return fictives
    ? [siennes, ['', 'celles de cette édition, fictives']]
    : [['', 'celles de cette édition'], siennes];
}

/** « Mes données » : décrire une implantation que l’édition n’a pas. */
export function MesDonnees({ donnees, miennes, entree, surChangement }: Props) {
  // Un fichier se lit pendant que le reste change : il ne remet pas ce reste comme il l’a trouvé.
  const actuelles = useRef(miennes);
  actuelles.current = miennes;
  const poser = (champs: Partial<Miennes>) => surChangement({ ...actuelles.current, ...champs });
  useLayoutEffect(() => {
    if (entree.current) document.getElementById(ID_COMMUNE)?.focus();
    entree.current = false;
  }, []);
  const { besoins } = miennes;
  const fictives = donnees.natures.besoins === 'demonstration';
  const listes = useRef<BesoinsCoches>(SANS_LISTES);
  if (besoins) listes.current = besoins;
  const intitules = useMemo(
    () => new Map(donnees.options.map(({ code_obg, intitule }) => [code_obg, intitule])),
    [donnees.options],
  );
  return (
    <div class="mes-donnees">
      <div class="cases">
        <label class="case">
          <span>Nom et numéro FASE (facultatif)</span>
          <input
            type="text"
            maxLength={NOM_MAX}
            autocomplete="off"
            value={miennes.nom}
            onInput={(e) => poser({ nom: e.currentTarget.value })}
          />
        </label>
        <div class="case">
          <ChoixDeCommune
            communes={donnees.communes}
            choisie={miennes.commune}
            surChoix={(commune) => poser({ commune })}
          />
        </div>
        <label class="case">
          <span>Caractère</span>
          <select
            value={miennes.caractere ?? ''}
            onChange={({ currentTarget: { value } }) =>
              poser({ caractere: CARACTERES.find((un) => un === value) ?? null })
            }
          >
            <option value="">Choisir…</option>
            {CARACTERES.map((caractere) => (
              <option key={caractere} value={caractere}>
                {caractere}
              </option>
            ))}
          </select>
        </label>
        <Trois
          etiquette="Internat lié"
          inconnu="non connu"
          valeur={miennes.internat}
          surChoix={(internat) => poser({ internat })}
        />
        <Trois
          etiquette="Siège ou coopérante d’un CEFA"
          inconnu="non connu"
          valeur={miennes.cefa}
          surChoix={(cefa) => poser({ cefa })}
        />
        <label class="case">
          <span>TC et FC</span>
          <select
            value={besoins ? 'miennes' : ''}
            onChange={(e) =>
              poser({ besoins: e.currentTarget.value === '' ? null : listes.current })
            }
          >
            {choixDesListes(fictives).map(([valeur, texte]) => (
              <option key={valeur} value={valeur}>
                {texte}
              </option>
            ))}
          </select>
        </label>
      </div>
      {besoins && (
        <MesBesoins
          intitules={intitules}
          besoins={besoins}
          surBesoins={(suivants) => poser({ besoins: suivants })}
        />
      )}
      {miennes.commune !== '' && !donnees.communes.some((c) => c.commune === miennes.commune) && (
        <p class="message message-erreur" role="alert">
          {typographie(
            `Cette édition ne connaît pas la commune « ${miennes.commune} ». Choisissez-en une dans la liste.`,
          )}
        </p>
      )}
      {!(miennes.commune && miennes.caractere) && (
        <p class="petit">
          Choisissez votre commune et votre caractère : les options à demander s’affichent alors
          ci-dessous.
        </p>
      )}
      <MesOptions
        intitules={intitules}
        lignes={miennes.options}
        surLignes={(options) => poser({ options })}
      />
    </div>
  );
}
