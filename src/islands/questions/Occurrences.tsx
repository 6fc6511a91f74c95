import { OCCURRENCES } from '../../domain/calculs/questions/occurrences.ts';
import { type Poses, Questions } from '../calculs/Questions.tsx';

export default function Occurrences(props: Poses) {
  return <Questions {...props} sujet="occurrences" questionnaire={OCCURRENCES} />;
}
