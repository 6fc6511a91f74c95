import { PERSONNELS } from '../../domain/calculs/questions/personnel.ts';
import { type Poses, Questions } from '../calculs/Questions.tsx';

export default function Personnel(props: Poses) {
  return <Questions {...props} sujet="personnel" questionnaire={PERSONNELS} />;
}
