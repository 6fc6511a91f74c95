import { Annulable } from './Annulable.tsx';

interface Props {
  readonly code: string;
  readonly surRemise: () => void;
}

/** Une demande retirée, à la place qu’elle avait, et de quoi la remettre. */
export const Retiree = ({ code, surRemise }: Props) => (
  <div role="status" class="retiree">
    <Annulable key={code} texte={`${code} retirée.`} surAnnulation={surRemise} />
  </div>
);
