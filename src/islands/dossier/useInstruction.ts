import { useMemo } from 'preact/hooks';
import { avertissements } from '../../domain/dossier/avertissements.ts';
import { campagneAu } from '../../domain/dossier/campagne.ts';
import { candidatDe } from '../../domain/dossier/candidats.ts';
import { selonEdition } from '../../domain/dossier/connus.ts';
import { creerContexte } from '../../domain/dossier/contexte.ts';
import { lieuDe } from '../../domain/dossier/lieu.ts';
import { type Dossier, hypotheseDe } from '../../domain/dossier/panier.ts';
import type { Donnees } from '../../domain/dossier/types.ts';
import type { DemandeInstruite } from '../../export/dossier.ts';

/** Le dossier tenu, lu avec les données de l’édition : son lieu, sa campagne, ses demandes instruites. */
export function useInstruction(
  tenu: Dossier,
  donnees: Donnees | null,
  anciens: boolean,
  jour: string,
) {
  const connus = useMemo(
    () => donnees && new Set(donnees.options.map(({ code_obg }) => code_obg)),
    [donnees],
  );
  const { dossier, inconnus } = useMemo(
    () => (connus ? selonEdition(tenu, connus) : { dossier: tenu, inconnus: [] }),
    [tenu, connus],
  );
  const lieu = useMemo(
    () => donnees && dossier.lieu && lieuDe(donnees, dossier.lieu),
    [donnees, dossier.lieu],
  );
  const contexte = useMemo(
    () => donnees && lieu && creerContexte(donnees, lieu, anciens),
    [donnees, lieu, anciens],
  );
  const campagne = useMemo(
    () => donnees && campagneAu(donnees.regles.calendrier, donnees.campagne, jour),
    [donnees, jour],
  );
  const instruites = useMemo((): readonly DemandeInstruite[] => {
    if (!contexte || !campagne) return [];
    const { prochaine: communique, ouverture } = campagne;
    const quand = { prealables: dossier.prealables, communique, ouverture };
    return dossier.demandes.flatMap((demande) => {
      const option = contexte.options.get(demande.code);
      if (!option) return [];
      const candidat = candidatDe(contexte, option, hypotheseDe(demande));
      const avis = avertissements(contexte, candidat, demande, quand);
      return [{ demande, candidat, avertissements: avis }];
    });
  }, [contexte, campagne, dossier.demandes, dossier.prealables]);
  return { connus, dossier, inconnus, lieu, contexte, campagne, instruites };
}

/** Le dossier et ce que l’édition en dit. */
export type Instruction = ReturnType<typeof useInstruction>;
