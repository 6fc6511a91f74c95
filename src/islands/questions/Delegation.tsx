import { DELEGATION } from '../../domain/calculs/questions/dedoublement.ts';
import { type Poses, Questions } from '../calculs/Questions.tsx';

export default function Delegation(props: Poses) {
  return <Questions {...props} sujet="delegation" questionnaire={DELEGATION} />;
}
