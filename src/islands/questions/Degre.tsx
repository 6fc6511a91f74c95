import { DEGRE } from '../../domain/calculs/questions/degre.ts';
import { type Poses, Questions } from '../calculs/Questions.tsx';

export default function Degre(props: Poses) {
  return <Questions {...props} sujet="degre" questionnaire={DEGRE} />;
}
