import { CEFA } from '../../domain/calculs/questions/cefa.ts';
import { type Poses, Questions } from '../calculs/Questions.tsx';

export default function Cefa(props: Poses) {
  return <Questions {...props} sujet="cefa" questionnaire={CEFA} />;
}
