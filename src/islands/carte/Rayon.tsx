import { useEffect, useState } from 'preact/hooks';
import { RAYON_MAX, RAYON_MIN } from '../../domain/autour/etat.ts';

interface Props {
  readonly rayon: number;
  /** @param fini faux tant que le curseur glisse */
  readonly surRayon: (rayon: number, fini: boolean) => void;
}

const valide = (rayon: number) => rayon >= RAYON_MIN && rayon <= RAYON_MAX;

/** Le rayon, au curseur ou au clavier : de 2 à 30 km. */
export function CarteRayon({ rayon, surRayon }: Props) {
  const [texte, setTexte] = useState(String(rayon));
  useEffect(() => setTexte(String(rayon)), [rayon]);
  const faute = !valide(Number(texte.replace(',', '.')));
  const lire = () => {
    const lu = Number(texte.replace(',', '.'));
    if (valide(lu)) surRayon(lu, true);
    else setTexte(String(rayon));
  };
  return (
    <div class="carte-rayon">
      <label for="rayon-curseur">Rayon</label>
      <input
        id="rayon-curseur"
        type="range"
        min={RAYON_MIN}
        max={RAYON_MAX}
        step={1}
        value={rayon}
        aria-valuetext={`${rayon} km`}
        onInput={(e) => surRayon(e.currentTarget.valueAsNumber, false)}
        onChange={(e) => surRayon(e.currentTarget.valueAsNumber, true)}
      />
      <input
        type="text"
        inputMode="decimal"
        aria-label={`Rayon en kilomètres, de ${RAYON_MIN} à ${RAYON_MAX}`}
        aria-invalid={faute}
        value={texte}
        onInput={(e) => setTexte(e.currentTarget.value)}
        onChange={lire}
      />
      <span aria-hidden="true">km</span>
    </div>
  );
}
