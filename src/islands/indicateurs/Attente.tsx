import { Panne } from '../Panne.tsx';

interface Props {
  faute: Error | null;
  reessayer?: () => void;
  dit?: string;
}

/** Ce qu’on attend, ou pourquoi il ne viendra pas. */
export const Attente = ({ faute, reessayer, dit = 'Un instant…' }: Props) =>
  faute ? <Panne {...{ faute, reessayer }} /> : <p role="status">{dit}</p>;
