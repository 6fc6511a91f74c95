import { DEDOUBLEMENT } from '../../domain/calculs/questions/dedoublement.ts';
import { type Poses, Questions } from '../calculs/Questions.tsx';

export default function Dedoublement(props: Poses) {
  return <Questions {...props} sujet="dedoublement" questionnaire={DEDOUBLEMENT} />;
}
