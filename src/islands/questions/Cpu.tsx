import { CPU } from '../../domain/calculs/questions/cpu.ts';
import { type Poses, Questions } from '../calculs/Questions.tsx';

export default function Cpu(props: Poses) {
  return <Questions {...props} sujet="cpu" questionnaire={CPU} />;
}
